import { readOptionalText, readText } from "./read-cell";
import { readTable } from "./read-table";

/** A country of Table 1 or Table 2 and the region under which section 5 speaks of it. */
export interface Country {
  /** As Table 1 prints it. */
  readonly country: string;
  readonly region: string;
  readonly note: string | null;
}

/**
 * Read the countries with their regions.
 *
 * @throws Error naming file, line and column of the first cell that does not fit
 */
export function loadCountries(path = "data/countries.csv"): readonly Country[] {
  return readTable(path, ["country", "region", "note"], { unique: ["country"] }).map((row) => ({
    country: readText(row, "country"),
    region: readText(row, "region"),
    note: readOptionalText(row, "note"),
  }));
}
