/** Text that is HTML already and may stand in a page as it is. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What may be put into a template: text, which is escaped, HTML, and lists of both; nothing for null and false. */
export type Part = string | number | Html | null | undefined | false | readonly Part[];

/**
 * Write HTML in which every value is escaped unless it is HTML itself.
 *
 * An attribute's value must stand between double quotes.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((text, i) => (i === 0 ? "" : render(parts[i - 1])) + text).join(""));
}

/** Vouch for a text as HTML: it was written here, or has been sanitised. */
export function trusted(text: string): Html {
  return new Html(text);
}

/** Escape text for the inside of an element or of an attribute between quotes. */
export function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Write a value as JSON that can stand in a `<script>` element: no `<` that could end it. */
export function scriptJson(value: unknown): Html {
  return new Html(
    JSON.stringify(value)
      .replaceAll("<", "\\u003c")
      .replaceAll("\u2028", "\\u2028")
      .replaceAll("\u2029", "\\u2029"),
  );
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(render).join("");
  return escapeText(String(part));
}
