import { daysBetween } from "../corpus/calendar-day";
import { type Checked } from "./checked";
import { type CrisisBurst, LEVEL } from "./crisis-bursts";
import { type PlaceboDates, standsAmongDates } from "./placebo-dates";
import { sayNeeded, sayNumber, sayP } from "./say-burst";

/** Days that "within days" allows between an event and the onset: a week. */
export const PROMPT = 7;

/**
 * Check that an event set off a burst within days (claims O1 and B1).
 *
 * It did where the communities together have a burst (permutation test at 5%, rate ratio above 1), the
 * most likely onset lies between the event and a week after it, and no more than one in twenty placebo
 * dates has as much; with fewer than nineteen dates there is too little data for that. An onset before the
 * event speaks against it, whatever came after.
 *
 * @param burst    of all communities together
 * @param placebo  the same posts at other dates
 * @param event    day of the event
 */
export function checkPromptBurst(
  burst: CrisisBurst | undefined,
  placebo: PlaceboDates | null,
  event: string,
): Checked {
  const observed = placebo?.observed ?? null;
  if (burst === undefined || placebo === null || observed === null || burst.outcome === "too little data") {
    const detail =
      burst === undefined || observed === null
        ? `There are too few posts or quiet days around ${event}; four weeks of each are needed.`
        : sayNeeded({ ...burst, name: "The corpus" });
    return { holds: "too little data", computed: "too few posts", detail, remarks: [] };
  }
  const { course, ratio, low, high, p } = burst;
  const after = course === null ? null : daysBetween(event, course.onset);
  const isPrompt = after !== null && after >= 0 && after <= PROMPT;
  const onset =
    course === null || after === null
      ? "no onset is found"
      : `its most likely onset is ${course.onset} (${course.earliest} to ${course.latest}), ` +
        (after === 0
          ? "the day of the event"
          : `${Math.abs(after)} ${Math.abs(after) === 1 ? "day" : "days"} ` +
            `${after < 0 ? "before" : "after"} the event`);
  const stands = standsAmongDates(placebo, LEVEL);
  const detail =
    `The share of such posts is ${sayNumber(ratio ?? 0)} times that of quiet days ` +
    `(${sayNumber(low ?? 0)} to ${sayNumber(high ?? 0)}, ${sayP(p)}); ` +
    `${onset}; ${placebo.placebos.filter(({ value }) => value >= observed).length} of ` +
    `${placebo.placebos.length} placebo dates have as much` +
    (stands === "too few dates" ? `, of ${1 / LEVEL - 1} that are needed.` : ".");
  return {
    holds: burst.outcome === "burst" && isPrompt && (stands === "too few dates" ? "too little data" : stands),
    computed:
      course === null
        ? `${sayNumber(ratio ?? 0)} times`
        : `${sayNumber(ratio ?? 0)} times, from ${course.onset}`,
    detail,
    remarks:
      placebo.apart < 19
        ? [
            `The placebo dates overlap: only ${placebo.apart} quiet stretches of that length ` +
              `stand side by side.`,
          ]
        : [],
  };
}
