import { addDays, dateOf, daysBetween } from "../corpus/calendar-day";
import type { Corpus } from "../corpus/open-corpus";
import type { PlaceboDates } from "../measure/placebo-dates";
import type { Plot } from "./plot";
import { timeSeriesChart } from "./time-series-chart";

/**
 * Show what the stretch after each quiet day would have held, and what the one after the event held.
 *
 * @returns the figure; a sentence where there is no quiet stretch to compare
 */
export function placeboFigure(
  corpus: Pick<Corpus, "kind">,
  placebo: PlaceboDates,
  stretch: { readonly from: string; readonly until: string },
): Plot | string {
  const { observed, placebos, p, apart } = placebo;
  if (observed === null)
    return `${stretch.from} to ${stretch.until} lies outside the study's window, so there is nothing to compare.`;
  if (placebos.length === 0)
    return "No quiet stretch is as long as the one that is looked at, so there is no placebo date.";
  const days = daysBetween(stretch.from, stretch.until) + 1;
  const rows = placebos.flatMap(({ day, value }, i) => {
    const next = placebos[i + 1]?.day;
    const row = { date: dateOf(day), series: "other dates", value: value as number | null };
    // A gap in the dates is a gap in the line.
    return next === undefined || daysBetween(day, next) === 1
      ? [row]
      : [row, { ...row, date: dateOf(addDays(day, 1)), value: null }];
  });
  return timeSeriesChart(
    [...rows, { date: dateOf(stretch.from), series: "the event", value: observed }],
    {
      date: "date",
      value: "value",
      series: "series",
      axis: `percent of the posts of ${days} days`,
      format: 1,
      title: "If the event had been on another day",
      subtitle:
        `Share of posts on the topic in the ${days} days from each date on; gaps are ` +
        `crises and their aftermath`,
      alt:
        `A line of the share from ${placebos[0]?.day} to ${placebos.at(-1)?.day}, and a point at ` +
        `the event with ${observed.toFixed(1)}%. ` +
        `The share of dates with as much is ${p.toFixed(3)}; ${apart} stretches do not overlap.`,
      corpus: corpus.kind,
    },
  );
}
