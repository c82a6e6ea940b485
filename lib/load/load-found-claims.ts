import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { type Claim, loadClaims, type Verdict } from "./load-claims";

/** A claim of the paper with what its notebook found. */
export interface FoundClaim extends Claim {
  /** Null where the notebook has not run, or shows no card. */
  readonly verdict: Verdict | null;
  readonly published: string | null;
  readonly computed: string | null;
  readonly detail: string | null;
  /** Id of the cell that shows the card. */
  readonly cell: string | null;
}

interface Card {
  readonly id: string;
  readonly cell: string;
  readonly verdict: Verdict;
  readonly published: string;
  readonly computed: string;
  readonly detail: string;
}

const CARD = "application/vnd.clicks-to-streets.claim+json";

/**
 * Read what the other notebooks found about each claim.
 *
 * Within `npm start` these are the cards of the same run, which the runner leaves in the file that `CLICKS_CLAIMS`
 * names. Elsewhere they are the cards that stand in the notebooks as they were last kept; those are of the teaching
 * corpus, so with a reader's own corpus there are none.
 *
 * @param folder  of the notebooks
 * @returns all claims in the order of `data/claims.csv`
 * @throws Error if the file that `CLICKS_CLAIMS` names cannot be read
 */
export function loadFoundClaims(folder = "notebooks"): FoundClaim[] {
  const run = process.env["CLICKS_CLAIMS"];
  const ownCorpus = (process.env["CLICKS_CORPUS"] ?? "") !== "";
  const cards =
    run !== undefined ? (JSON.parse(readFileSync(run, "utf8")) as Card[]) : ownCorpus ? [] : keptCards(folder);
  const found = new Map(cards.map((card) => [card.id, card]));
  return loadClaims().map((claim) => {
    const { verdict, published, computed, detail, cell } = found.get(claim.id) ?? {};
    return {
      ...claim,
      verdict: verdict ?? null,
      published: published ?? null,
      computed: computed ?? null,
      detail: detail ?? null,
      cell: cell ?? null,
    };
  });
}

function keptCards(folder: string): Card[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /^\d\d-.+\.ipynb$/.test(file)) : [];
  return files.sort().flatMap((file) => {
    const { cells } = JSON.parse(readFileSync(join(folder, file), "utf8")) as {
      cells: { id: string; outputs?: { data?: { [mime: string]: unknown } }[] }[];
    };
    return cells.flatMap(({ id: cell, outputs = [] }) =>
      outputs.flatMap(({ data }) =>
        data?.[CARD] === undefined ? [] : [{ ...(data[CARD] as Omit<Card, "cell">), cell }],
      ),
    );
  });
}
