import { fail, readText, readWholeNumber } from "./read-cell";
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
 * @throws Error naming file, line and column of the first cell that does not fit
 */
export function loadDestinations(path = "data/destinations.csv"): readonly Destination[] {
  return readTable(path, COLUMNS, { unique: ["order", "country", "country_in_table_1"] }).map((row) => {
    const migrantsPrinted = readText(row, "migrants_printed");
    const migrants = readWholeNumber(row, "migrants");
    if (migrantsPrinted.replaceAll(",", "") !== String(migrants)) {
      fail(
        row,
        "migrants",
        `what migrants_printed says, "${migrantsPrinted}"`,
        "correct the one that is not as printed",
      );
    }
    return {
      order: readWholeNumber(row, "order"),
      country: readText(row, "country"),
      migrantsPrinted,
      migrants,
      countryInTable1: readText(row, "country_in_table_1"),
    };
  });
}
