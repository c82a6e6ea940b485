import { createHash } from "node:crypto";

import { escapeXml } from "./escape";
import { FONT_FAMILY } from "./plot-template";

/** What the picture is, for those who do not see it. */
export interface PictureText {
  readonly title: string;
  readonly alt: string;
}

/**
 * Make plotly's SVG the same every time, small, and readable without seeing it.
 *
 * plotly names its clipping paths at random: they are numbered, after a hash of the picture, so that two
 * pictures on one page do not share a name. Coordinates are rounded to a hundredth of a pixel, what only
 * plotly's own scripts read is left out, the picture shrinks with a narrow page, and its title and
 * description are put where screen readers look for them.
 *
 * @param svg  as plotly's snapshot gives it
 * @returns one element `<svg>`, no XML declaration
 */
export function tidySvg(svg: string, { title, alt }: PictureText): string {
  const tidied = renumberIds(dropUnread(svg)).replace(/<[^>]+>/g, roundNumbers);
  const hash = createHash("sha256").update(tidied).update(title).update(alt).digest("hex").slice(0, 8);
  const named = tidied.replace(/(id="|url\(#|href="#)i(\d+)\b/g, `$1p${hash}-$2`);
  const label = `role="img" aria-labelledby="p${hash}-t p${hash}-d"`;
  const words = `<title id="p${hash}-t">${escapeXml(title)}</title><desc id="p${hash}-d">${escapeXml(alt)}</desc>`;
  return named.replace(/^<svg\b([^>]*)>/, (_, attributes: string) => {
    const kept = attributes.replace(/ style="[^"]*"/, "");
    return `<svg${kept} style="font-family:${FONT_FAMILY};max-width:100%;height:auto" ${label}>${words}`;
  });
}

function dropUnread(svg: string): string {
  let [before, after] = [
    "",
    svg
      .replace(/ (?:class|data-[\w-]+|pointer-events|aria-[\w-]+)="[^"]*"/g, "")
      .replace(
        /(?:pointer-events|cursor|vector-effect|white-space|fill-opacity: 1|stroke-opacity: 1|opacity: 1)(?:: [^;"]*)?; ?/g,
        "",
      )
      .replaceAll(`font-family: ${FONT_FAMILY}; `, "")
      .replace(/; "/g, '"')
      .replace(/ style="\s*"/g, ""),
  ];
  while (before !== after) {
    [before, after] = [
      after,
      after.replace(/<(g|defs|clipPath|path)(?: [^>]*?)?(?:\/>|><\/\1>)/g, dropIfEmpty),
    ];
  }
  return after;
}

/** An empty group draws nothing; a path without a line neither. */
function dropIfEmpty(element: string, name: string): string {
  return name === "path"
    ? / d="[^"]+"/.test(element)
      ? element
      : ""
    : / id="/.test(element) && name !== "defs"
      ? element
      : "";
}

function renumberIds(svg: string): string {
  const names = new Map<string, string>();
  for (const [, id = ""] of svg.matchAll(/ id="([^"]+)"/g)) names.set(id, `i${names.size + 1}`);
  return svg
    .replace(/ id="([^"]+)"/g, (_, id: string) => ` id="${names.get(id)}"`)
    .replace(
      /url\((?:&quot;|')?[^#()]*#([^)&']+)(?:&quot;|')?\)/g,
      (_, id: string) => `url(#${names.get(id) ?? id})`,
    )
    .replace(/href="#([^"]+)"/g, (_, id: string) => `href="#${names.get(id) ?? id}"`);
}

function roundNumbers(tag: string): string {
  return tag.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => {
    const rounded = Math.round(Number(number) * 100) / 100;
    return String(rounded === 0 ? 0 : rounded);
  });
}
