import { addDays, dateOf } from "../corpus/calendar-day";
import type { Corpus } from "../corpus/open-corpus";
import type { StudyCrisis } from "../load/load-study";
import type { ShareRow } from "../measure/share-rows";
import type { Plot } from "./plot";
import { timeSeriesChart } from "./time-series-chart";

/** Days shown before the stretch and after it. */
const AROUND = 28;

/**
 * Show the share of posts by day around a crisis, with its events by the numbers of their table.
 *
 * @param rows  by day, one line
 * @returns the figure; a sentence where there is no post on these days
 */
export function crisisDays(
  corpus: Pick<Corpus, "kind">,
  crisis: StudyCrisis,
  stretch: { readonly from: string; readonly until: string },
  rows: readonly ShareRow[],
): Plot | string {
  const [first, last] = [addDays(stretch.from, -AROUND), addDays(stretch.until, AROUND)];
  const shown = rows.filter(({ day }) => day >= first && day <= last);
  if (shown.every(({ of }) => of === 0)) return `The corpus has no posts from ${first} to ${last}.`;
  const byDay = new Map<string, number[]>();
  crisis.events.forEach(({ date }, i) => {
    if (date >= (shown[0]?.day ?? "") && date <= (shown.at(-1)?.day ?? ""))
      byDay.set(date, [...(byDay.get(date) ?? []), i + 1]);
  });
  const highest = shown.reduce(
    (most, row) => ((row.percentage ?? 0) > (most.percentage ?? 0) ? row : most),
    shown[0] as ShareRow,
  );
  return timeSeriesChart(shown, {
    date: "date",
    value: "percentage",
    axis: "percent of the day's posts",
    windows: [{ from: dateOf(stretch.from), to: dateOf(stretch.until), label: "looked at" }],
    events: [...byDay].map(([date, numbers]) => ({ date: dateOf(date), label: numbers.join(", ") })),
    format: 1,
    title: `Posts on ${crisis.topics.join(" and ")}, by day`,
    subtitle:
      "Share of all posts of the day, all communities together; numbers are those of the events above",
    alt:
      `A line of daily shares from ${first} to ${last}. The highest is ` +
      `${(highest.percentage ?? 0).toFixed(0)}% on ${highest.day}.`,
    corpus: corpus.kind,
  });
}
