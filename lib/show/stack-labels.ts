/** A label above a time axis: its middle and its width, pixels. */
export interface LabelSpan {
  readonly middle: number;
  readonly width: number;
}

/** Where a label goes: how many lines above the lowest, and its left edge in pixels. */
export interface PlacedLabel {
  readonly level: number;
  readonly left: number;
}

const GAP = 8;

/**
 * Stack labels above an axis so that none covers another, each as near its place as the axis allows.
 *
 * Labels are placed from left to right, each on the lowest level with room.
 *
 * @param spans   labels in any order
 * @param length  of the axis, pixels; labels are moved inwards at its ends
 * @returns places in the order of the labels
 *
 * @example
 * stackLabels([{ middle: 50, width: 40 }, { middle: 60, width: 40 }], 200); // [{ level: 0, left: 30 }, { level: 1, left: 40 }]
 */
export function stackLabels(spans: readonly LabelSpan[], length: number): PlacedLabel[] {
  const ends: number[] = [];
  const placed: PlacedLabel[] = spans.map(() => ({ level: 0, left: 0 }));
  const order = spans.map((span, i) => ({ ...span, i })).sort((a, b) => a.middle - b.middle || a.i - b.i);
  for (const { middle, width, i } of order) {
    const left = Math.max(0, Math.min(middle - width / 2, length - width));
    const free = ends.findIndex((end) => end + GAP <= left);
    const level = free === -1 ? ends.length : free;
    ends[level] = left + width;
    placed[i] = { level, left };
  }
  return placed;
}
