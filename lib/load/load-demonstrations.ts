import { loadCountries } from "./load-countries";
import { fail, readDay, readOneOf, readOptionalText, readText } from "./read-cell";
import { readCountry } from "./read-country";
import { readTable } from "./read-table";

/** A place where migrants are said to have demonstrated over the border conflict. */
export interface Demonstration {
  /** City, or country where the paper names only that. */
  readonly place: string;
  readonly country: string;
  /** Whether section 6 of the paper names the place. */
  readonly isNamedByPaper: boolean;
  /** A dated public report from outside the paper; null where none was found. */
  readonly report: { readonly from: string; readonly until: string; readonly source: string } | null;
}

const COLUMNS = ["place", "country", "named_by_paper", "reported_from", "reported_until", "source"] as const;

/**
 * Read the places of demonstrations, those the paper names first.
 *
 * @throws Error naming file, line and column of the first cell that does not fit
 */
export function loadDemonstrations(path = "data/demonstrations.csv"): readonly Demonstration[] {
  const countries = loadCountries();
  return readTable(path, COLUMNS, { unique: ["place"] }).map((row) => {
    const source = readOptionalText(row, "source");
    if (source === null && (row.cells.reported_from !== "" || row.cells.reported_until !== "")) {
      fail(row, "source", "the report that gives the day", "name it, or empty reported_from and reported_until");
    }
    if (source !== null && readDay(row, "reported_until") < readDay(row, "reported_from")) {
      fail(row, "reported_until", `${row.cells.reported_from} or later`, "put the earlier day in reported_from");
    }
    return {
      place: readText(row, "place"),
      country: readCountry(row, "country", countries),
      isNamedByPaper: readOneOf(row, "named_by_paper", ["yes", "no"]) === "yes",
      report:
        source === null
          ? null
          : { from: readDay(row, "reported_from"), until: readDay(row, "reported_until"), source },
    };
  });
}
