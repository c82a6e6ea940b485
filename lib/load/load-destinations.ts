import { loadCountries } from "./load-countries";
import { fail, readOrder, readText, readWholeNumber } from "./read-cell";
import { readCountry } from "./read-country";
import { readTable } from "./read-table";

/** One destination country of Table 2. */
export interface Destination {
  /** Place in the table, from 1. */
  readonly order: number;
  /** Country as Table 2 prints it, such as "UAE". */
  readonly country: string;
  /** Registered migrants as printed, such as "640,000". */
  readonly migrantsPrinted: string;
  /** Registered migrants in 2018, Department of External Migration. */
  readonly migrants: number;
  /** The name Table 1 uses, or would use, for the same country, such as "United Arab Emirates". */
  readonly countryInTable1: string;
}

const COLUMNS = ["order", "country", "migrants_printed", "migrants", "country_in_table_1"] as const;

/**
 * Read Table 2, the destinations in the paper's order.
 *
 * A destination without migrants would have nothing to be compared with, so there is none.
 *
 * @throws Error naming file, line and column of the first cell that does not fit
 */
export function loadDestinations(path = "data/destinations.csv"): readonly Destination[] {
  const countries = loadCountries();
  return readTable(path, COLUMNS, { unique: ["order", "country", "country_in_table_1"] }).map((row, i) => {
    const migrantsPrinted = readText(row, "migrants_printed");
    const migrants = readWholeNumber(row, "migrants");
    if (!/^[1-9]\d*(,\d{3})*$/.test(migrantsPrinted)) {
      fail(row, "migrants_printed", "a number above 0 such as 640,000 or 5500", "write it as Table 2 prints it");
    }
    if (migrantsPrinted.replaceAll(",", "") !== String(migrants)) {
      fail(
        row,
        "migrants",
        `what migrants_printed says, "${migrantsPrinted}"`,
        "correct the one that is not as printed",
      );
    }
    return {
      order: readOrder(row, "order", i),
      country: readText(row, "country"),
      migrantsPrinted,
      migrants,
      countryInTable1: readCountry(row, "country_in_table_1", countries),
    };
  });
}
