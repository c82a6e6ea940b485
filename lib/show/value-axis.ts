import type { LayoutAxis } from "plotly.js";

import { escapePlotly } from "./escape";
import { formatNumber } from "./format-number";

export type Scale = "linear" | "log";

/** A horizontal or vertical axis of numbers, with room beside the outermost values for what is written there. */
export interface ValueAxis {
  /** Where a value stands on the axis, in the axis's own unit. */
  readonly place: (value: number) => number;
  /** Length of one pixel in the axis's own unit. */
  readonly perPixel: number;
  readonly axis: Partial<LayoutAxis>;
}

/** What an axis is laid out for. */
export interface ValueAxisOptions {
  readonly scale: Scale;
  /** What is measured, with its unit. */
  readonly title: string;
  /** Length of the axis in pixels. */
  readonly length: number;
  /** Pixels to keep free below the least and above the greatest value. */
  readonly before: number;
  readonly after: number;
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
  const perPixel = (greatest - least || 1) / Math.max(60, length - before - after);
  const range = [least - before * perPixel, greatest + after * perPixel];
  const axis: Partial<LayoutAxis> = { range, fixedrange: true, zeroline: false };
  if (scale === "linear") {
    const linear = { ...axis, title: { text: escapePlotly(title) }, nticks: 6, tickformat: tickFormat(values) };
    return { place, perPixel, axis: linear };
  }
  const ticks = [...(hasZero ? [0] : []), ...logTicks(range[0] ?? 0, range[1] ?? 1, hasZero ? Math.floor(lowest) : -Infinity)];
  return {
    place,
    perPixel,
    axis: {
      ...axis,
      title: { text: escapePlotly(`${title} (logarithmic scale${hasZero ? ", 0 set apart" : ""})`) },
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
