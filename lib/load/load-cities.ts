import { loadCountries } from "./load-countries";
import { fail, readText } from "./read-cell";
import { readCountry } from "./read-country";
import { readTable, type TableRow } from "./read-table";

/** A city abroad, where it lies, and the words that name it. */
export interface City {
  readonly city: string;
  readonly country: string;
  /** Degrees north and east, to a hundredth. */
  readonly latitude: number;
  readonly longitude: number;
  /** Words or phrases in small letters; `*` stands for any ending. */
  readonly words: readonly string[];
}

const COLUMNS = ["city", "country", "latitude", "longitude", "words"] as const;

/**
 * Read the cities abroad with the words that name them in Russian, Kyrgyz and English.
 *
 * @throws Error naming file, line and column of the first cell that does not fit
 */
export function loadCities(path = "data/cities.csv"): readonly City[] {
  const countries = loadCountries();
  return readTable(path, COLUMNS, { unique: ["city"] }).map((row) => {
    const words = readText(row, "words").split(";");
    const bad = words.find((word) => !/^[\p{Ll}-]+\*?( [\p{Ll}-]+\*?)*$/u.test(word));
    if (bad !== undefined)
      fail(
        row,
        "words",
        "small letters with * only at the end of a word, apart by ;",
        `correct "${bad}"`,
      );
    return {
      city: readText(row, "city"),
      country: readCountry(row, "country", countries),
      latitude: readDegrees(row, "latitude", 90),
      longitude: readDegrees(row, "longitude", 180),
      words,
    };
  });
}

function readDegrees(
  row: TableRow<(typeof COLUMNS)[number]>,
  column: "latitude" | "longitude",
  most: number,
): number {
  const cell = readText(row, column);
  const value = /^-?\d{1,3}\.\d\d$/.test(cell) ? Number(cell) : NaN;
  return Math.abs(value) <= most
    ? value
    : fail(row, column, `degrees from -${most} to ${most} with two decimals`, "such as -74.01");
}
