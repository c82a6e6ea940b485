import type { Corpus } from "../corpus/open-corpus";
import type { Study } from "../corpus/study";
import type { FormByCrisis } from "../measure/forms-by-crisis";
import { formatNumber, formatPercent } from "./format-number";
import { type Table, table } from "./table";

/**
 * Show which crisis brought most of which form of engagement: a row a form, a column a crisis.
 *
 * @param forms  as `formsByCrisis` gives them
 */
export function formsTable(corpus: Pick<Corpus, "title">, forms: readonly FormByCrisis[], study: Study): Table {
  const crises = study.crises.map(({ name }) => name);
  const rows = forms.map(({ form, excess, peak, redrawn }) => ({
    Form: form,
    ...Object.fromEntries(crises.map((crisis, i) => [crisis, excess[i] ?? null])),
    "Most in": peak === null ? null : (crises[peak] ?? null),
    "Again in redraws": peak === null ? null : (redrawn[peak] ?? null),
  }));
  const percent = (value: number) => `${value < 0 ? "−" : "+"}${formatNumber(Math.abs(value), 1)}`;
  return table(rows as Record<string, string | number | null>[], {
    caption: `Percent of posts above quiet days, by form and crisis (${corpus.title})`,
    format: {
      ...Object.fromEntries(crises.map((crisis) => [crisis, percent])),
      "Again in redraws": (share) => formatPercent(share as number, 0),
    },
    align: Object.fromEntries(crises.map((crisis) => [crisis, "right" as const])),
  });
}
