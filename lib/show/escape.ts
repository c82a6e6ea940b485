/**
 * Characters that act on a page or a terminal without being seen, or that part two words without being seen:
 * controls, marks that turn text around, spaces and letters without width or ink, and tags. Joiners and
 * variation selectors stay, because emoji are built with them.
 */
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]/gu;

/** The flags of England, Scotland and Wales: a black flag, then tags that name the country, then the end tag. */
const TAGGED_FLAG = /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f})/u;

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
    .split(TAGGED_FLAG)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(UNSEEN, sayCode)))
    .join("")
    .replace(LONE_SURROGATE, "\ufffd");
}

function sayCode(sign: string): string {
  return `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;
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
