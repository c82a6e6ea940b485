const ELEMENTS = new Set(
  "div p span small strong em b i a code br table caption thead tbody tfoot tr th td ul ol li dl dt dd".split(
    " ",
  ),
);
/** A bar of how far something is: said in words beside it, and of no interest when it is done. */
const DROPPED = "progress";
/** A link to a notebook or to one of its cells. */
export const INNER_LINK = /^[\w-]+\.ipynb(?:#[\w.-]+)?$/;
const TAG = /<(\/?)([a-z]+)((?: [a-z-]+="[^"<>]*")*)>/g;
const ATTRIBUTE = / ([a-z-]+)="([^"<>]*)"/g;

/**
 * Recognise HTML as the project's own library writes it, and take its styles out.
 *
 * It is recognised by its grammar: known elements, opened and closed in order, with attributes that say how a table
 * is built and how it looks, and no `<` or `>` besides. What fits can neither run nor load anything. The point is
 * speed: whatever does not fit goes through DOMPurify, which takes twenty times as long.
 *
 * @returns null for what does not fit
 */
export function ownHtml(source: string): string | null {
  if (/[<>]/.test(source.replace(TAG, ""))) return null;
  const open: string[] = [];
  let fits = true;
  const html = source.replace(TAG, (_, slash: string, name: string, attributes: string) => {
    if (!ELEMENTS.has(name) && name !== DROPPED) fits = false;
    if (slash !== "") {
      if (open.pop() !== name || attributes !== "") fits = false;
      return name === DROPPED ? "" : `</${name}>`;
    }
    if (name !== "br") open.push(name);
    if (name === DROPPED) return "";
    let kept = "";
    for (const [, key = "", value = ""] of attributes.matchAll(ATTRIBUTE)) {
      if (key === "style" || (key === "class" && value === "tex2jax_ignore")) continue;
      if (key === "align" && /^(left|right|center|top)$/.test(value)) {
        kept += value === "right" || value === "center" ? ` class="${value}"` : "";
      } else if (key === "href" && name === "a" && INNER_LINK.test(value)) {
        kept += ` href="${value}"`;
      } else if (/^(scope|colspan|rowspan)$/.test(key) && /^\w+$/.test(value)) {
        kept += ` ${key}="${value}"`;
      } else {
        fits = false;
      }
    }
    return `<${name}${kept}>`;
  });
  return fits && open.length === 0 ? html : null;
}
