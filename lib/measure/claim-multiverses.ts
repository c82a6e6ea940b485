import { codePostTypes } from "../classify/post-type";
import { type Corpus, openCandidates } from "../corpus/open-corpus";
import type { Study } from "../corpus/study";
import type { Codebook } from "../load/load-codebook";
import { loadFigureTerms } from "../load/load-figure-terms";
import { loadSearchKeywords } from "../load/load-search-keywords";
import { codedFrame } from "./coded-frame";
import { judgeCandidates } from "./judge-candidates";
import type { Multiverse } from "./multiverse";
import { multiverseOfActs } from "./multiverse-of-acts";
import { multiverseOfAnswers } from "./multiverse-of-answers";
import { multiverseOfBursts } from "./multiverse-of-bursts";
import { multiverseOfGovernance, multiverseOfLeftOut } from "./multiverse-of-communities";
import { multiverseOfShares } from "./multiverse-of-shares";
import { multiverseOfTags } from "./multiverse-of-tags";
import { multiverseOfThemes } from "./multiverse-of-themes";
import { multiverseOfLateWords, multiverseOfNamedWords } from "./multiverse-of-words";
import { openTerms } from "./open-terms";

/** The claims that posts can test, in the order of the paper. */
const MULTIVERSE_CLAIMS = [
  "S13", "F1", "F2", "F3", "F4", "F5", "F6", "E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "C2", "C3", "C4", "C5",
  "O1", "O2", "O3", "B1", "B2", "B3", "X1", "X2", "X3", "X4",
] as const;
export type MultiverseClaim = (typeof MULTIVERSE_CLAIMS)[number];

/** A claim's multiverse as a row of a table. */
export interface MultiverseRow {
  readonly id: MultiverseClaim;
  readonly specifications: number;
  readonly computed: number;
  /** Share of those computed in which the claim holds. */
  readonly share: number | null;
  readonly standing: Multiverse["standing"];
  /** The choice that divides most, and by how much; null where the claim stands or falls whatever is chosen. */
  readonly decisive: string | null;
  readonly difference: number | null;
}

/**
 * Recompute every claim that posts can test under every combination of decisions, at least 200 a claim.
 *
 * Many specifications read the same numbers, which are counted once; thousands take seconds.
 *
 * @param onStep  told after each family of claims
 */
export async function claimMultiverses(
  corpus: Corpus,
  study: Study,
  codebook: Codebook,
  onStep: (done: number, all: number) => void = () => undefined,
): Promise<Readonly<Record<MultiverseClaim, Multiverse>>> {
  const frame = codedFrame(corpus, study, codebook);
  const candidates = await openCandidates(corpus);
  const judge = (some: Corpus) => judgeCandidates(some, codePostTypes(some, codebook));
  const keywords = loadSearchKeywords().map(({ keyword }) => keyword);
  const rule = { keywords, matching: "folded", minimumMembers: 1000 } as const;
  const families: (() => Partial<Record<MultiverseClaim, Multiverse>>)[] = [
    () => ({ S13: multiverseOfLeftOut(judge(corpus), candidates === null ? null : judge(candidates), rule) }),
    () => ({ ...multiverseOfThemes(corpus, codebook) }),
    () => ({ F5: multiverseOfNamedWords(corpus, openTerms(corpus), loadFigureTerms()) }),
    () => ({ F6: multiverseOfLateWords(corpus, codebook) }),
    () => ({ ...multiverseOfAnswers(frame, study) }),
    () => ({ ...multiverseOfGovernance(corpus, frame, study) }),
    () => ({ ...multiverseOfShares(frame, study) }),
    () => ({ ...multiverseOfBursts(frame, study) }),
    () => ({ ...multiverseOfActs(frame, study) }),
    () => ({ B2: multiverseOfTags(corpus, frame, study) }),
  ];
  let found: Partial<Record<MultiverseClaim, Multiverse>> = {};
  for (const [i, family] of families.entries()) {
    found = { ...found, ...family() };
    onStep(i + 1, families.length);
    // Lets what was told be shown before the next family begins.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return found as Record<MultiverseClaim, Multiverse>;
}

/** Lay multiverses out as rows, in the order of the paper. */
export function multiverseRows(multiverses: Readonly<Record<MultiverseClaim, Multiverse>>): MultiverseRow[] {
  return MULTIVERSE_CLAIMS.map((id) => {
    const { specifications, computed, share, standing, decisive } = multiverses[id];
    const isDivided = decisive !== null && decisive.difference > 0;
    return {
      id,
      specifications: specifications.length,
      computed,
      share,
      standing,
      decisive: isDivided ? decisive.choice : null,
      difference: isDivided ? decisive.difference : null,
    };
  });
}
