import { textWidth } from "./text-width";

/** What this module needs of an SVG element; jsdom's elements have it, and its texts all but the attributes. */
export interface TextNode {
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<TextNode>;
  getAttribute?(name: string): string | null;
  setAttribute?(name: string, value: string): void;
}

/**
 * Have each line of a text take the width that it was laid out with, in whatever font a reader has.
 *
 * Figures name Arial and its like, and their places are counted in its letters. Where only a wider font is at hand,
 * such as DejaVu Sans on many a Linux, labels would be cut at the edge of the picture or run into each other.
 *
 * @param text   an SVG text element whose sizes stand in its style, in pixels, as plotly writes them
 * @param lines  its lines; empty when it is one line itself
 */
export function holdWidths(text: TextNode, lines: readonly TextNode[]): void {
  for (const line of lines.length === 0 ? [text] : lines) {
    const width = lineWidth(line, sizeOf(text) ?? 12, isBold(text));
    if (width === 0) continue;
    line.setAttribute?.("textLength", String(width));
    line.setAttribute?.("lengthAdjust", "spacingAndGlyphs");
  }
}

/** Pieces of a line may be smaller than it, or bold. */
function lineWidth(node: TextNode, size: number, bold: boolean): number {
  if (node.getAttribute === undefined) return textWidth(node.textContent ?? "", size, bold);
  const [ownSize, ownBold] = [sizeOf(node) ?? size, bold || isBold(node)];
  return Array.from(node.childNodes, (child) => lineWidth(child, ownSize, ownBold)).reduce((sum, each) => sum + each, 0);
}

function sizeOf(node: TextNode): number | undefined {
  const size = /(?:^|[;\s])font-size:\s*([\d.]+)px/.exec(node.getAttribute?.("style") ?? "")?.[1];
  return size === undefined ? undefined : Number(size);
}

function isBold(node: TextNode): boolean {
  return /font-weight:\s*(?:bold|[6-9]00)/.test(node.getAttribute?.("style") ?? "");
}
