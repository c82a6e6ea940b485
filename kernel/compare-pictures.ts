import { compareText, isSameButForLastDigit, quote } from "./compare-text";

/**
 * Compare two pictures by what can be read in them.
 *
 * A picture is drawn from data that are compared on their own, and the place of a label may depend on the
 * machine that drew it. So both must be well-formed SVG without a script, and hold the same words in the same
 * order; shapes and positions are not compared.
 *
 * @param hasSameData  false when the data differ within the tolerance: then a printed number may differ in its
 *   last digit
 * @returns one line a difference; empty when none
 */
export function comparePictures(before: string, after: string, hasSameData: boolean): string[] {
  for (const [when, svg] of [
    ["committed", before],
    ["new", after],
  ] as const) {
    const fault = svgFault(svg);
    if (fault !== null) return [`the ${when} picture ${fault}`];
  }
  const [was, is] = [svgWords(before), svgWords(after)];
  if (!hasSameData && isSameButForLastDigit(was, is)) return [];
  return compareText("words in the picture,", was, is);
}

/** The words a reader sees in a picture, a line each. */
function svgWords(svg: string): string {
  const texts = [...svg.matchAll(/<(text|title|desc)\b[^>]*>([\s\S]*?)<\/\1>/g)];
  return texts
    .map(([, , inner = ""]) =>
      inner
        .replace(/<[^>]*>/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .join("\n");
}

const NOT_MARKUP = /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<!DOCTYPE[^>]*>/g;
const TAG = /<(\/?)([\w:.-]+)(?:"[^"]*"|'[^']*'|[^"'>])*?(\/?)>/g;

/** What keeps a text from being one well-formed SVG element without a script, or null. */
function svgFault(svg: string): string | null {
  const open: string[] = [];
  let roots = 0;
  for (const [tag, close, name = "", selfClosing] of svg.replace(NOT_MARKUP, "").matchAll(TAG)) {
    if (close) {
      const last = open.pop();
      if (last !== name)
        return `needs ${last === undefined ? "no closing tag" : `</${last}>`} here, found ${tag}`;
      continue;
    }
    if (open.length === 0 && (++roots > 1 || name !== "svg"))
      return `needs one <svg> alone, found ${quote(tag)}`;
    if (name === "script") return "must hold no script, found one";
    if (!selfClosing) open.push(name);
  }
  if (roots === 0) return `needs an <svg> element, found ${quote(svg)}`;
  return open.length === 0 ? null : `needs </${open.at(-1) ?? ""}>, found the end`;
}
