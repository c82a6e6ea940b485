import type { LayoutAxis } from "plotly.js";

import { axisTitle } from "./axis-title";
import { extent } from "./extent";
import { formatNumber } from "./format-number";
import { FONT_SIZE } from "./plot-template";
import { textWidth } from "./text-width";

/** Pixels between two numbers under an axis, and the height of one beside an axis. */
const TICK_GAP = 8;
const LINE = 1.3 * FONT_SIZE;
const ENOUGH_TICKS = 4;

export type Scale = "linear" | "log";

/**
 * A horizontal or vertical axis of numbers, with room beside the outermost values for what is written there.
 */
export interface ValueAxis {
  /** Where a value stands on the axis, in the axis's own unit. */
  readonly place: (value: number) => number;
  /** Length of one pixel in the axis's own unit. */
  readonly perPixel: number;
  readonly axis: Partial<LayoutAxis>;
  /** Pixels that numbers and title take below a horizontal axis. */
  readonly height: number;
}

/** What an axis is laid out for. */
export interface ValueAxisOptions {
  readonly scale: Scale;
  /** What is measured, with its unit. */
  readonly title: string;
  /** Length of the axis in pixels. */
  readonly length: number;
  /** Pixels to keep free below the least value. */
  readonly before: number;
  /** Pixels to keep free above the greatest value, or texts that stand above their values and must fit. */
  readonly after: number | readonly { readonly value: number; readonly width: number }[];
  readonly isVertical?: boolean;
}

/**
 * Lay out an axis for values.
 *
 * A logarithmic axis is drawn as a plain one of powers of ten, because it must also have a place for 0:
 * countries without any member are part of the finding. 0 stands apart at the left end, and the axis says so.
 *
 * @param values  all values to be shown
 * @throws RangeError if a logarithmic axis is asked for values below 0, or there is no value
 */
export function valueAxis(values: readonly number[], options: ValueAxisOptions): ValueAxis {
  const { scale, title, length, before, after, isVertical = false } = options;
  if (values.length === 0)
    throw new RangeError("chart: at least one value must be stated, found none; leave the chart out");
  const negative = values.find((value) => value < 0);
  if (scale === "log" && negative !== undefined) {
    throw new RangeError(
      `chart: values on a logarithmic axis must be 0 or more, found ${negative}; use scale "linear"`,
    );
  }

  const positive = values.filter((value) => value > 0).map(Math.log10);
  const [lowest, highest] = positive.length === 0 ? ([0, 0] as const) : extent(positive);
  const hasZero = values.includes(0);
  const zero = Math.floor(lowest) - Math.max(0.3, 0.12 * (highest - Math.floor(lowest)));
  const place =
    scale === "linear"
      ? (value: number) => value
      : (value: number) => (value === 0 ? zero : Math.log10(value));

  const places = values.map(place);
  const [least, greatest] = extent(places);
  const scaleFor = (room: number) => (greatest - least || 1) / Math.max(60, length - before - room);
  // Room for one text makes the scale shorter, and so may call for more room: a few rounds settle it.
  let room = typeof after === "number" ? after : 0;
  for (let round = 0; typeof after !== "number" && round < 8; round++) {
    const perPixel = scaleFor(room);
    const over = after.map(({ value, width }) => width - (greatest - place(value)) / perPixel);
    room = Math.max(0, extent(over)[1]);
  }
  const perPixel = scaleFor(room);
  const range = [least - before * perPixel, greatest + room * perPixel];
  const axis: Partial<LayoutAxis> = { range, fixedrange: true, zeroline: false };
  if (scale === "linear") {
    const { text, height } = axisTitle(title, length);
    return {
      place,
      perPixel,
      height,
      axis: { ...axis, title: { text }, ...linearTicks(values, isVertical ? Infinity : length) },
    };
  }
  const [from, to] = [Math.max(range[0] ?? 0, hasZero ? Math.floor(lowest) : -Infinity), range[1] ?? 1];
  const size = (tick: number) =>
    (isVertical ? LINE : textWidth(sayTick(tick), FONT_SIZE) + TICK_GAP) * perPixel;
  const ticks = chooseTicks(hasZero ? [[0], ...logTicks(from, to)] : logTicks(from, to), place, size);
  const { text, height } = axisTitle(`${title} (logarithmic scale${hasZero ? ", 0 set apart" : ""})`, length);
  return {
    place,
    perPixel,
    height,
    axis: {
      ...axis,
      title: { text },
      tickmode: "array",
      tickvals: ticks.map(place),
      ticktext: ticks.map(sayTick),
      tickangle: 0,
    },
  };
}

/**
 * Say how plotly sets the numbers of a linear axis: upright, as many as stand side by side, and with commas
 * once there are five digits, as in tables.
 *
 * @param length  of the axis in pixels; infinite for a vertical one, on which numbers stand above each other
 */
export function linearTicks(values: readonly number[], length: number): Partial<LayoutAxis> {
  const thousands = values.some((value) => Math.abs(value) >= 10_000);
  const widest = extent(values.map((value) => textWidth(formatNumber(value, 0), FONT_SIZE)))[1] + 3 * TICK_GAP;
  return {
    nticks: Math.max(2, Math.min(6, Math.floor(length / widest))),
    tickformat: thousands ? "," : "",
    tickangle: 0,
  };
}

/**
 * Ticks within a range of exponents, in sets of which a later one refines the earlier: powers of ten, then
 * between.
 */
function logTicks(from: number, to: number): number[][] {
  const powers = Array.from({ length: Math.ceil(to) - Math.floor(from) + 1 }, (_, i) => Math.floor(from) + i);
  return [[1], [3], [2, 5], [1.5, 7]].map((steps) =>
    powers
      .flatMap((power) => steps.map((step) => Number(`${step}e${power}`)))
      .filter((tick) => Math.log10(tick) >= from && Math.log10(tick) <= to),
  );
}

/**
 * Take the first sets as far as their ticks do not touch; then whole sets only, while there are few ticks.
 */
function chooseTicks(
  sets: readonly number[][],
  place: (tick: number) => number,
  size: (tick: number) => number,
): number[] {
  let taken: number[] = [];
  for (const set of sets) {
    const next = [...taken];
    for (const tick of set) {
      if (next.every((other) => Math.abs(place(tick) - place(other)) >= (size(tick) + size(other)) / 2))
        next.push(tick);
    }
    const isWhole = next.length === taken.length + set.length;
    if (taken.length < 2 || (isWhole && taken.length < ENOUGH_TICKS)) taken = next;
  }
  return taken.sort((a, b) => a - b);
}

function sayTick(tick: number): string {
  return Number.isInteger(tick) ? formatNumber(tick, 0) : String(tick);
}
