import { dateOf } from "../corpus/calendar-day";
import type { Corpus } from "../corpus/open-corpus";
import type { Study } from "../corpus/study";
import type { StudyCrisis } from "../load/load-study";
import type { ShareRow } from "../measure/share-rows";
import type { Plot } from "./plot";
import { timeSeriesChart } from "./time-series-chart";

/**
 * Show the share of posts on a crisis's topic by week over the whole window, with the stretches of all
 * crises shaded.
 *
 * @param rows  by week, a name a line
 * @returns the figure; a sentence where there is no post
 */
export function crisisWeeks(
  corpus: Pick<Corpus, "kind">,
  study: Study,
  crisis: StudyCrisis,
  rows: readonly ShareRow[],
): Plot | string {
  if (rows.every(({ of }) => of === 0))
    return `The corpus has no posts from ${study.from} to ${study.until}.`;
  const [first, last] = [rows[0]?.day ?? "", rows.at(-1)?.day ?? ""];
  const windows = study.crises.flatMap((own) => {
    const { from, until } = study.stretchOf(own);
    return from > last || until < first
      ? []
      : [{ from: dateOf(from), to: dateOf(until < last ? until : last), label: own.name }];
  });
  const highest = rows.reduce(
    (most, row) => ((row.percentage ?? 0) > (most.percentage ?? 0) ? row : most),
    rows[0] as ShareRow,
  );
  const names = [...new Set(rows.map(({ name }) => name))];
  return timeSeriesChart(rows, {
    date: "date",
    value: "percentage",
    ...(names.length > 1 ? { series: "name" as const } : {}),
    axis: "percent of the week's posts",
    windows,
    format: 1,
    title: `Posts on ${crisis.topics.join(" and ")}, by week`,
    subtitle:
      "Share of all posts of the week; shaded: the stretch in which a burst of each crisis is looked for",
    alt:
      `${names.length === 1 ? "A line" : `${names.length} lines`} of weekly shares from ${first} ` +
      `to ${last}. ` +
      `The highest is ${(highest.percentage ?? 0).toFixed(0)}% in the week of ${highest.day}.`,
    corpus: corpus.kind,
  });
}
