import { addDays, dateOf } from "../corpus/calendar-day";
import type { Corpus } from "../corpus/open-corpus";
import type { StudyCrisis } from "../load/load-study";
import type { CodeSeries } from "../measure/code-series";
import { shareRows } from "../measure/share-rows";
import type { Plot } from "./plot";
import { timeSeriesChart } from "./time-series-chart";

/** Days shown before the crisis. */
const BEFORE = 7;

/**
 * Show on how many posts and comments each tag stands by day, from a week before the crisis.
 *
 * @param tags  as `hashtagSeries` counts them, at most five tags
 * @returns the figure; a sentence where there is no tag, or none was used
 */
export function tagDays(
  corpus: Pick<Corpus, "kind">,
  crisis: StudyCrisis,
  stretch: { readonly from: string; readonly until: string },
  tags: readonly CodeSeries[],
): Plot | string {
  const rows = shareRows(tags, ({ code }) => code, "day").filter(
    ({ day }) => day >= addDays(stretch.from, -BEFORE) && day <= stretch.until,
  );
  if (rows.every(({ hits }) => hits === 0)) return "No post of these days has one of the study's tags.";
  const names = [...new Set(rows.map(({ name }) => name))];
  const highest = rows.reduce((most, row) => (row.hits > most.hits ? row : most));
  return timeSeriesChart(rows, {
    date: "date",
    value: "hits",
    ...(names.length > 1 ? { series: "name" as const } : {}),
    axis: "posts and comments",
    events: [{ date: dateOf(crisis.from), label: crisis.name }],
    title: `Posts and comments with ${names.join(" or ")}, by day`,
    subtitle: "All spellings of a tag together",
    alt:
      `${names.length} lines of daily counts. The highest is ${highest.hits} on ` +
      `${highest.day}, with ${highest.name}.`,
    corpus: corpus.kind,
  });
}
