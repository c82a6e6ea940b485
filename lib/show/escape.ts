/**
 * Characters that act on a page or a terminal without being seen: controls, and the marks that turn text
 * around. Joiners and variation selectors stay, because emoji are built with them.
 */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A lone half of a surrogate pair, as a text cut in the middle of an emoji leaves it. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Show unseen characters by their code and fold white space into one line.
 *
 * Text from a platform may hold a mark that turns the rest of the line around, or a terminal's escape
 * character. A reader should see that it is there, and it should do nothing.
 *
 * @example
 * revealUnseen("two\nlines"); // "two lines"
 * revealUnseen("a\u202eb"); // "a[U+202E]b"
 */
export function revealUnseen(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u2028\u2029]+/g, " ")
    .replace(UNSEEN, (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`)
    .replace(LONE_SURROGATE, "\ufffd");
}

/**
 * Escape text for the inside of an XML or HTML element or quoted attribute.
 *
 * @example
 * escapeXml('<a href="x">&'); // "&lt;a href=&quot;x&quot;&gt;&amp;"
 */
export function escapeXml(text: string): string {
  return revealUnseen(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/**
 * Escape text for a notebook's HTML.
 *
 * Notebooks typeset what stands between two dollar signs, or after a backslash and a bracket, as a formula;
 * each of these signs is therefore put in an element of its own, where it is only a sign.
 *
 * @example
 * escapeHtml("$5 <b>"); // "<span>$</span>5 &lt;b&gt;"
 */
export function escapeHtml(text: string): string {
  return escapeXml(text).replace(/[$\\]/g, "<span>$&</span>");
}

/**
 * Escape text for a plotly label, which would read tags, entities and formulas in it.
 *
 * @example
 * escapePlotly("AT&T <b> $1"); // "AT&amp;T &lt;b&gt; &#36;1"
 */
export function escapePlotly(text: string): string {
  return revealUnseen(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("$", "&#36;");
}
