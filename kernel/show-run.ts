import type { RunReport } from "./run-notebooks";
import { type Page, paint, showVerdicts } from "./show-verdicts";

const LOOK = [
  "Look at  build/book/index.html          the book: open it in a browser",
  "         build/notebooks/               the executed notebooks",
  "         build/claims.json              the verdicts as data",
  "         build/run.json                 versions, options and times",
  "         build/ro-crate-metadata.json   the run as archives read it",
].join("\n");

/** Lay out the end of a run: the claims and their verdicts, what went wrong, and where to look. */
export function showRun(report: RunReport, page: Page): string {
  const { runs, faults } = report;
  const notRun = runs.filter(({ fault }) => fault !== null).length;
  const problems =
    faults.length === 0
      ? []
      : [paint("1;31", faults.length === 1 ? "1 problem" : `${faults.length} problems`, page), ...faults];
  const closing = notRun > 0 ? [`${notRun} of ${runs.length} notebooks did not run to the end.`] : [];
  return `\n${[showVerdicts(report, page), ...problems, ...closing, LOOK].join("\n\n")}\n`;
}
