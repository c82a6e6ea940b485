import { sayInterval, isThin, tooThin } from "./check-crisis-politics";
import type { Checked } from "./checked";
import type { CrisesRatio } from "./crises-ratio";
import { type CrisisBurst, LEVEL } from "./crisis-bursts";
import { type PlaceboDates, standsAmongDates } from "./placebo-dates";
import { sayNeeded, sayNumber } from "./say-burst";

/** What one crisis did to the posts that are part of an act. */
export interface ActsOfCrisis {
  readonly crisis: string;
  /** Whether the study expects acts of it. */
  readonly isExpected: boolean;
  readonly burst: CrisisBurst | undefined;
  readonly placebo: PlaceboDates | null;
}

/**
 * Check that taking part online spills over into acts during a crisis (claim X2).
 *
 * It does where posts that call for, report or organise an act are more frequent in the crises, with the
 * whole interval above 1, and where each crisis of which the study expects acts has a burst of them that no
 * more than one in twenty placebo dates has.
 *
 * @param whole   all communities together, over all crises
 * @param crises  a row a crisis
 */
export function checkSpillover(whole: CrisesRatio | undefined, crises: readonly ActsOfCrisis[]): Checked {
  const expected = crises.filter(({ isExpected }) => isExpected);
  if (whole === undefined || isThin(whole) || whole.low === null) return tooThin(whole);
  if (expected.length === 0) {
    const detail = "The study expects acts of 0 crises; at least 1 is needed.";
    return { holds: "too little data", computed: "nothing to count", detail, remarks: [] };
  }
  const thin = expected.filter(({ burst }) => burst === undefined || burst.outcome === "too little data");
  const bursts = expected.filter(({ burst }) => burst?.outcome === "burst");
  const among = (wanted: boolean | "too few dates") =>
    bursts.filter(({ placebo }) => placebo !== null && standsAmongDates(placebo, LEVEL) === wanted);
  const [found, few] = [among(true), among("too few dates")];
  const open = found.length + thin.length + few.length === expected.length;
  const say = ({ crisis, burst, placebo }: ActsOfCrisis): string =>
    burst?.ratio == null
      ? `${crisis} nothing to compare`
      : `${crisis} ${sayNumber(burst.ratio)} times, as much on ${count(placebo)} of ` +
        `${placebo?.placebos.length ?? 0} placebo dates`;
  return {
    holds: whole.low > 1 && open && (found.length === expected.length || "too little data"),
    computed: `${sayNumber(whole.ratio ?? 0)} times`,
    detail:
      `Acts are ${sayInterval(whole)} as frequent in the weeks of a crisis as on quiet days: ` +
      `${crises.map(say).join("; ")}.`,
    remarks: [
      ...thin.flatMap(({ burst }) => (burst === undefined ? [] : [sayNeeded(burst)])),
      ...few.map(
        ({ crisis, placebo }) =>
          `${crisis} has ${placebo?.placebos.length ?? 0} placebo dates of ${1 / LEVEL - 1} that are needed.`,
      ),
    ],
  };
}

function count(placebo: PlaceboDates | null): number {
  const observed = placebo?.observed ?? null;
  if (placebo === null || observed === null) return 0;
  return placebo.placebos.filter(({ value }) => value >= observed).length;
}
