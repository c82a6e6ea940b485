import type { CovidDay, CovidMonth } from "../load/load-covid";
import { type Checked } from "./checked";
import { sayThousands } from "./say-burst";

/** The count of new cases a day that section 6 names. */
export const CASES = 1000;
/** How many times the next largest day a day must have to be called an artefact of reporting. */
const ARTEFACT = 3;

/**
 * Check that new cases a day passed 1,000 in July 2020, at the peak (claim C1).
 *
 * They did where a day does that is no artefact: one that has three times the next largest day is left
 * out and said. Remarks say what the word "peak" needs.
 *
 * @param days    July 2020
 * @param months  the paper's window
 */
export function checkCaseFigures(
  days: readonly CovidDay[],
  months: readonly CovidMonth[],
): Checked & { readonly holds: boolean } {
  const sorted = [...days].sort((a, b) => b.confirmed - a.confirmed);
  const [first, second] = sorted;
  const artefact =
    first !== undefined && second !== undefined && first.confirmed >= ARTEFACT * second.confirmed
      ? first
      : null;
  const over = days.filter((day) => day !== artefact && day.confirmed > CASES);
  const silent = days.filter(({ confirmed }) => confirmed === 0);
  const july = months.find(({ month }) => month === days[0]?.date.slice(0, 7));
  const larger = months.filter(({ confirmed }) => confirmed > (july?.confirmed ?? Infinity));
  const day = (date: string): string => `${Number(date.slice(8))} July`;
  return {
    holds: over.length > 0,
    computed: `${over.length} days above ${sayThousands(CASES)}`,
    detail: `${over.length} days of July 2020 have more than ${sayThousands(CASES)} new cases: ${over
      .map(({ date, confirmed }) => `${sayThousands(confirmed)} on ${day(date)}`)
      .join(", ")}.`,
    remarks: [
      ...(artefact === null
        ? []
        : [
            `The ${sayThousands(artefact.confirmed)} of ${day(artefact.date)} are left out: that day ` +
              `the ministry began to count pneumonia, with earlier cases.`,
          ]),
      ...(silent.length === 0
        ? []
        : [
            `${silent.map(({ date }) => day(date)).join(", ")} have 0: no report came, and the ` +
              `cases fall on other days.`,
          ]),
      ...larger.map(
        ({ month, confirmed }) =>
          `${month} has more cases, ${sayThousands(confirmed)} against ${sayThousands(july?.confirmed ?? 0)}: ` +
          `July 2020 is the peak of 2020, not of the window.`,
      ),
    ],
  };
}
