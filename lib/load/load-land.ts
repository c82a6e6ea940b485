import { fail, readText, readWholeNumber } from "./read-cell";
import { readTable, type TableRow } from "./read-table";

/** A coastline as a list of points, degrees east and north. */
export type Outline = readonly (readonly [longitude: number, latitude: number])[];

const COLUMNS = ["outline", "longitude", "latitude"] as const;

/**
 * Read the outlines of land, coarse enough for a small map.
 *
 * @throws Error naming file, line and column of the first cell that does not fit
 */
export function loadLand(path = "data/land.csv"): readonly Outline[] {
  const outlines = new Map<number, [number, number][]>();
  for (const row of readTable(path, COLUMNS)) {
    const number = readWholeNumber(row, "outline");
    const points = outlines.get(number) ?? [];
    points.push([readDegrees(row, "longitude", 180), readDegrees(row, "latitude", 90)]);
    outlines.set(number, points);
  }
  return [...outlines.values()];
}

function readDegrees(
  row: TableRow<(typeof COLUMNS)[number]>,
  column: "longitude" | "latitude",
  most: number,
): number {
  const cell = readText(row, column);
  const value = /^-?\d{1,3}\.\d$/.test(cell) ? Number(cell) : NaN;
  return Math.abs(value) <= most
    ? value
    : fail(row, column, `degrees from -${most} to ${most} with one decimal`, "such as -67.8");
}
