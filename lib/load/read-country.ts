import type { Country } from "./load-countries";
import { fail } from "./read-cell";
import type { TableRow } from "./read-table";

/**
 * Read the name of a country that data/countries.csv lists, so that two tables call it the same.
 *
 * @param known  as `loadCountries` gives them
 * @throws Error naming file, line and column
 */
export function readCountry<Column extends string>(
  row: TableRow<Column>,
  column: Column,
  known: readonly Country[],
): string {
  const found = known.find(({ country }) => country === row.cells[column]);
  return (
    found?.country ??
    fail(
      row,
      column,
      `one of ${known.map(({ country }) => country).join(", ")}`,
      "write the country so, or add it to data/countries.csv with its region",
    )
  );
}
