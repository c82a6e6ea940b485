/** A point with a label beside it, pixels. */
export interface LabelledPoint {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export type Side = "middle right" | "middle left" | "top center" | "bottom center";
const SIDES: readonly Side[] = ["middle right", "middle left", "top center", "bottom center"];

/**
 * Choose a side of each point for its label, so that no label covers another, a point, or leaves the figure.
 *
 * The first points choose first; a label that fits nowhere is left out, which is null.
 *
 * @param points  in order of importance
 * @param frame   width and height of the figure, pixels
 * @param size    height of a label and radius of a point, pixels
 */
export function placeLabels(
  points: readonly LabelledPoint[],
  frame: { readonly width: number; readonly height: number },
  size: { readonly line: number; readonly radius: number },
): (Side | null)[] {
  const taken = points.map(({ x, y }) =>
    box(x - size.radius, y - size.radius, 2 * size.radius, 2 * size.radius),
  );
  return points.map((point, i) => {
    const side = SIDES.find((one) => {
      const own = labelBox(point, one, size);
      const inside = own.left >= 0 && own.right <= frame.width && own.top >= 0 && own.bottom <= frame.height;
      return inside && taken.every((other, j) => j === i || !overlap(own, other));
    });
    if (side === undefined) return null;
    taken.push(labelBox(point, side, size));
    return side;
  });
}

type Box = ReturnType<typeof box>;

function box(left: number, top: number, width: number, height: number) {
  return { left, top, right: left + width, bottom: top + height };
}

function labelBox(
  { x, y, width }: LabelledPoint,
  side: Side,
  { line, radius }: { line: number; radius: number },
): Box {
  const gap = radius + 3;
  switch (side) {
    case "middle right":
      return box(x + gap, y - line / 2, width, line);
    case "middle left":
      return box(x - gap - width, y - line / 2, width, line);
    case "top center":
      return box(x - width / 2, y - gap - line, width, line);
    case "bottom center":
      return box(x - width / 2, y + gap, width, line);
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
