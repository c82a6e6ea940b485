import type { Corpus } from "../corpus/open-corpus";
import type { CorrectedCode } from "../measure/corrected-codes";
import { formatPercent } from "./format-number";
import { type Table, table } from "./table";

/** Show shares as counted and corrected, beside the precision and the recall that the correction rests on. */
export function correctedTable(
  corpus: Pick<Corpus, "title">,
  rows: readonly CorrectedCode[],
  caption: string,
): Table {
  const percent = (share: number): string => formatPercent(share, 1);
  return table(rows, {
    caption: `${caption} (${corpus.title})`,
    columns: {
      name: "Code",
      precision: "Precision",
      recall: "Recall",
      counted: "Counted",
      corrected: "Corrected",
      low: "from",
      high: "to",
    },
    format: { precision: 2, recall: 2, counted: percent, corrected: percent, low: percent, high: percent },
    notes:
      "from, to: 95% interval for what is uncertain about the errors; that communities differ is not in it.",
  });
}
