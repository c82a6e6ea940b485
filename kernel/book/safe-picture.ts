/** The elements that the project's pictures are drawn with. */
const ELEMENTS = new Set(
  (
    "svg g defs title desc path rect circle ellipse line polyline polygon text tspan textPath clipPath use " +
    "linearGradient radialGradient stop pattern marker mask"
  ).split(" "),
);

/** A picture that may be shown and saved. */
export interface SafePicture {
  readonly svg: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Let an SVG pass only if it draws and does nothing else.
 *
 * The book shows pictures as images, where no browser runs a script; but a reader may save one and open it by
 * itself, where one would run. So a picture with anything but known elements is refused: no script, no foreign
 * object, no animation, no event, no address outside itself, and none of XML's own machinery (declarations,
 * entities, comments, CDATA), without which every `<` begins an element.
 *
 * @returns null for a picture that is refused
 */
export function safePicture(source: string): SafePicture | null {
  const svg = source.trim();
  const [root] = /^<svg\b[^>]*>/.exec(svg) ?? [];
  if (root === undefined || !svg.endsWith("</svg>") || /<[!?]/.test(svg)) return null;
  for (const [, name = ""] of svg.matchAll(/<\/?([^\s/>]*)/g)) if (!ELEMENTS.has(name)) return null;
  if (/\son[a-z]+\s*=/i.test(svg)) return null;
  for (const [, value = ""] of svg.matchAll(/\bhref\s*=\s*["']([^"']*)/gi))
    if (!value.startsWith("#")) return null;
  if (/url\((?!\s*(?:["']|&quot;|&#39;)?#)|@import|\bxml:base\b/i.test(svg)) return null;
  const width = sizeOf(root, "width");
  const height = sizeOf(root, "height");
  return width === null || height === null ? null : { svg, width, height };
}

function sizeOf(root: string, name: string): number | null {
  const found = new RegExp(`\\s${name}="(\\d+(?:\\.\\d+)?)(?:px)?"`).exec(root)?.[1];
  return found === undefined ? null : Math.round(Number(found));
}
