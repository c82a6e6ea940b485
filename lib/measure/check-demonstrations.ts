import type { Demonstration } from "../load/load-demonstrations";
import { type Checked } from "./checked";

/**
 * Check where migrants are said to have demonstrated against dated public reports (claim B4).
 *
 * It holds where at least one of the places that the paper names has a dated report, and each place
 * without one is a remark: that no report was found is no evidence that nothing happened.
 *
 * @param places  as `loadDemonstrations` reads them
 */
export function checkDemonstrations(
  places: readonly Demonstration[],
): Checked & { readonly holds: boolean } {
  const named = places.filter(({ isNamedByPaper }) => isNamedByPaper);
  const reported = named.filter(({ report }) => report !== null);
  const silent = named.filter(({ report }) => report === null);
  const others = places.filter(({ isNamedByPaper, report }) => !isNamedByPaper && report !== null);
  const list = (rows: readonly Demonstration[]): string => rows.map(({ place }) => place).join(", ");
  return {
    holds: reported.length > 0,
    computed: `${reported.length} of ${named.length} places`,
    detail:
      `Dated public reports were found for ${reported.length} of ${named.length} places ` +
      `that the paper names: ${list(reported)}.`,
    remarks: [
      ...(silent.length > 0
        ? [`For ${list(silent)} no dated report was found; that is no evidence that nothing happened.`]
        : []),
      ...(others.length > 0 ? [`Reports also name ${list(others)}.`] : []),
    ],
  };
}
