import type { FoundClaim } from "../load/load-found-claims";
import { type Table, table } from "./table";

/**
 * Show what the notebooks found about each claim, a row a claim; its id leads to the card.
 *
 * @param found  as `loadFoundClaims` reads it
 */
export function claimsLedger(found: readonly FoundClaim[]): Table {
  const judged = found.filter(({ verdict }) => verdict !== null).length;
  return table(found, {
    caption: `Claims of the paper and what became of them: ${judged} of ${found.length} judged`,
    columns: {
      id: "Claim",
      claim: "The claim, in our words",
      evidence: "Evidence",
      verdict: "Verdict",
      computed: "Computed",
    },
    link: { id: ({ notebook, cell }) => (cell === null ? null : `${notebook}.ipynb#${cell}`) },
    maxRows: Math.max(1, found.length),
  });
}
