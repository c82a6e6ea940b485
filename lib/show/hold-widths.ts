import { textWidth } from "./text-width";

/**
 * Have each line of a text take the width that it was laid out with, in whatever font a reader has.
 *
 * Figures name Arial and its like, and their places are counted in its letters. Where only a wider font is at hand,
 * such as DejaVu Sans on many a Linux, labels would be cut at the edge of the picture or run into each other.
 *
 * @param text   an SVG text element whose sizes stand in its style, in pixels, as plotly writes them
 * @param lines  its lines; empty when it is one line itself
 */
export function holdWidths(text: Element, lines: readonly Element[]): void {
  const size = sizeOf(text) ?? 12;
  for (const line of lines.length === 0 ? [text] : lines) {
    const width = lineWidth(line, size, isBold(text));
    if (width === 0) continue;
    line.setAttribute("textLength", String(width));
    line.setAttribute("lengthAdjust", "spacingAndGlyphs");
  }
}

/** Pieces of a line may be smaller than it, or bold. */
function lineWidth(node: Element, size: number, bold: boolean): number {
  const [ownSize, ownBold] = [sizeOf(node) ?? size, bold || isBold(node)];
  let width = 0;
  for (const child of node.childNodes) {
    width +=
      child.nodeType === child.TEXT_NODE
        ? textWidth(child.textContent ?? "", ownSize, ownBold)
        : lineWidth(child as Element, ownSize, ownBold);
  }
  return width;
}

function sizeOf(node: Element): number | undefined {
  const size = /(?:^|[;\s])font-size:\s*([\d.]+)px/.exec(node.getAttribute("style") ?? "")?.[1];
  return size === undefined ? undefined : Number(size);
}

function isBold(node: Element): boolean {
  return /font-weight:\s*(?:bold|[6-9]00)/.test(node.getAttribute("style") ?? "");
}
