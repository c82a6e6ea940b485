import { type Checked, TOO_FEW_POSTS } from "./checked";
import type { FormByCrisis } from "./forms-by-crisis";

/** Share of the redraws in which a form must be strongest in its crisis. */
const SURE = 0.95;
/** Fewest posts of a form in the stretches of all crises together. */
const FEWEST = 10;

/**
 * Check that each crisis has a form of engagement of its own (claim X3).
 *
 * It has where each form exceeds its quiet share most in the crisis that is claimed for it, also in 19 of 20
 * redraws of communities.
 *
 * @param forms    as `formsByCrisis` gives them
 * @param claimed  for each form the place of its crisis among the study's
 * @param crises   names of the crises
 */
export function checkForms(
  forms: readonly FormByCrisis[],
  claimed: readonly number[],
  crises: readonly string[],
): Checked {
  const thin = forms.filter(
    ({ posts, redrawn }) => add(posts) < FEWEST || redrawn.length === 0,
  );
  if (thin.length > 0 || crises.length < 3) {
    const detail =
      crises.length < 3
        ? `The study has ${crises.length} crises; three are needed to tell their forms apart.`
        : `${thin.map(({ form, posts }) => `${form} has ${add(posts)} posts in all crises`).join(", ")}; ` +
          `${FEWEST} from at least two communities are needed.`;
    return { ...TOO_FEW_POSTS, detail };
  }
  const held = forms.filter(
    ({ peak, redrawn }, i) => peak === claimed[i] && (redrawn[claimed[i] as number] ?? 0) >= SURE,
  );
  const percent = (value: number | null | undefined): string =>
    value == null ? "no posts" : `${value < 0 ? "−" : ""}${Math.abs(value).toFixed(1)}%`;
  return {
    holds: held.length === forms.length,
    computed: forms.map(({ form, peak }) => `${form}: ${peak === null ? "none" : crises[peak]}`).join("; "),
    detail: `${forms
      .map(({ form, excess, redrawn }, i) => {
        const own = claimed[i] as number;
        const others = excess.flatMap((value, crisis) => (crisis === own ? [] : [percent(value)]));
        return (
          `${form} exceeds its quiet share by ${percent(excess[own])} of posts in ${crises[own]} and by ` +
          `${others.join(" and ")} in the others ` +
          `(strongest there in ${Math.round(100 * (redrawn[own] ?? 0))}% of redraws)`
        );
      })
      .join("; ")}.`,
    remarks: [],
  };
}

function add(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
