import type { Corpus } from "../corpus/open-corpus";
import type { WeighedShare } from "../measure/share-within";
import { formatPercent } from "./format-number";
import { type Table, table } from "./table";

/** What a table of shares shows beside the shares. */
export interface ShareTableOptions<Row> {
  readonly caption: string;
  /** Which value names the row, and the heading above it. */
  readonly label: readonly [key: keyof Row & string, heading: string];
  /** Heading of the number of hits, such as "Everyday". */
  readonly hits: string;
  /** Another share a row, with its heading. */
  readonly beside?: readonly [key: keyof Row & string, heading: string];
  readonly notes?: string;
}

/**
 * Show shares with their numbers, their intervals over communities, and with every community weighing the
 * same.
 *
 * @param rows  shares, each with what names it
 */
export function shareTable<Row extends WeighedShare>(
  corpus: Pick<Corpus, "title">,
  rows: readonly Row[],
  { caption, label, hits, beside, notes }: ShareTableOptions<Row>,
): Table {
  const percent = (share: unknown): string => formatPercent(share as number, 1);
  const columns: { [key: string]: string } = {
    [label[0]]: label[1],
    hits,
    of: "Of",
    share: "Share",
    low: "from",
    high: "to",
    equal: "Communities equal",
    ...(beside === undefined ? {} : { [beside[0]]: beside[1] }),
  };
  const shares = ["share", "low", "high", "equal", ...(beside === undefined ? [] : [beside[0]])];
  return table<{ readonly [key: string]: unknown }>(
    rows as readonly object[] as readonly { [key: string]: unknown }[],
    {
      caption: `${caption} (${corpus.title})`,
      columns,
      format: Object.fromEntries(shares.map((key) => [key, percent])),
      notes: [
        "from, to: 95% interval over redrawn communities. Communities equal: mean of the communities' " +
          "own shares.",
        ...(notes === undefined ? [] : [notes]),
      ],
    },
  );
}
