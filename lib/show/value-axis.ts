import type { LayoutAxis } from "plotly.js";

import { axisTitle } from "./axis-title";
import { formatNumber } from "./format-number";

export type Scale = "linear" | "log";

/** A horizontal or vertical axis of numbers, with room beside the outermost values for what is written there. */
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
}

/**
 * Lay out an axis for values.
 *
 * A logarithmic axis is drawn as a plain one of powers of ten, because it must also have a place for 0: countries
 * without any member are part of the finding. 0 stands apart at the left end, and the axis says so.
 *
 * @param values  all values to be shown
 * @throws RangeError if a logarithmic axis is asked for values below 0, or there is no value
 */
export function valueAxis(values: readonly number[], options: ValueAxisOptions): ValueAxis {
  const { scale, title, length, before, after } = options;
  if (values.length === 0) throw new RangeError("chart: at least one value must be stated, found none; leave the chart out");
  const negative = values.find((value) => value < 0);
  if (scale === "log" && negative !== undefined) {
    throw new RangeError(`chart: values on a logarithmic axis must be 0 or more, found ${negative}; use scale "linear"`);
  }

  const positive = values.filter((value) => value > 0).map(Math.log10);
  const lowest = Math.min(...positive, Infinity) === Infinity ? 0 : Math.min(...positive);
  const highest = Math.max(...positive, lowest);
  const hasZero = values.includes(0);
  const zero = Math.floor(lowest) - Math.max(0.3, 0.12 * (highest - Math.floor(lowest)));
  const place = scale === "linear" ? (value: number) => value : (value: number) => (value === 0 ? zero : Math.log10(value));

  const places = values.map(place);
  const [least, greatest] = [Math.min(...places), Math.max(...places)];
  const scaleFor = (room: number) => (greatest - least || 1) / Math.max(60, length - before - room);
  // Room for one text makes the scale shorter, and so may call for more room: a few rounds settle it.
  let room = typeof after === "number" ? after : 0;
  for (let round = 0; typeof after !== "number" && round < 8; round++) {
    const perPixel = scaleFor(room);
    room = Math.max(0, ...after.map(({ value, width }) => width - (greatest - place(value)) / perPixel));
  }
  const perPixel = scaleFor(room);
  const range = [least - before * perPixel, greatest + room * perPixel];
  const axis: Partial<LayoutAxis> = { range, fixedrange: true, zeroline: false };
  if (scale === "linear") {
    const { text, height } = axisTitle(title, length);
    return { place, perPixel, height, axis: { ...axis, title: { text }, nticks: 6, tickformat: tickFormat(values) } };
  }
  const ticks = [...(hasZero ? [0] : []), ...logTicks(range[0] ?? 0, range[1] ?? 1, hasZero ? Math.floor(lowest) : -Infinity)];
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
      ticktext: ticks.map((tick) => (Number.isInteger(tick) ? formatNumber(tick, 0) : String(tick))),
    },
  };
}

/**
 * Say how plotly writes the numbers of an axis: with commas once there are five digits, as in tables.
 *
 * @example
 * tickFormat([2011, 2015]); // ""
 */
export function tickFormat(values: readonly number[]): string {
  return values.some((value) => Math.abs(value) >= 10_000) ? "," : "";
}

/** Powers of ten within a range of exponents; with 2 and 5 between them where the powers alone would be few. */
function logTicks(from: number, to: number, least: number): number[] {
  const steps = to - from >= 3 ? [1] : to - from >= 1.2 ? [1, 3] : [1, 1.5, 2, 3, 5, 7];
  const ticks: number[] = [];
  for (let power = Math.floor(from); power <= Math.ceil(to); power++) {
    for (const step of steps) ticks.push(Number(`${step}e${power}`));
  }
  return ticks.filter((tick) => Math.log10(tick) >= Math.max(from, least) && Math.log10(tick) <= to);
}
