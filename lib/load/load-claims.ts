import { fail, readOneOf, readText } from "./read-cell";
import { readTable } from "./read-table";

/** The notebooks that argue claims: 00 explains them and 07 tests the methods. */
export const ARGUING_NOTEBOOKS = [
  "01-sampling",
  "02-frequency",
  "03-everyday-engagement",
  "04-covid-dark-july",
  "05-october-revolution",
  "06-border-conflict",
  "08-conclusions",
] as const;

/** What a claim can be held against. */
export const EVIDENCE = ["table", "external", "corpus", "none"] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** What a notebook may say of a claim; which of them depends on the evidence. */
export type Verdict =
  | "reproduced"
  | "reproduced with remarks"
  | "contradicted"
  | "recovered"
  | "missed"
  | "supported"
  | "not supported"
  | "too little data"
  | "not testable";

/** The verdicts that each kind of evidence allows. */
export const VERDICTS: Readonly<Record<Evidence, readonly Verdict[]>> = {
  table: ["reproduced", "reproduced with remarks", "contradicted"],
  external: ["reproduced", "reproduced with remarks", "contradicted"],
  corpus: ["recovered", "missed", "supported", "not supported", "too little data"],
  none: ["not testable"],
};

/** One claim of the paper. */
export interface Claim {
  /** Such as "S1"; the letter says which part of the paper. */
  readonly id: string;
  /** Where the paper makes it, such as "4; Table 1". */
  readonly section: string;
  /** The notebook that argues it, such as "01-sampling". */
  readonly notebook: string;
  readonly evidence: Evidence;
  /** The verdict on the default corpus; a run that gives another is a change to be explained. */
  readonly expected: Verdict;
  /** The claim in our words, one sentence. */
  readonly claim: string;
}

const COLUMNS = ["id", "section", "notebook", "evidence", "expected", "claim"] as const;

/**
 * Read the claims, in the order of the paper.
 *
 * @throws Error naming file, line and column of the first cell that does not fit; an expected verdict that the
 *   evidence does not allow is such a cell
 */
export function loadClaims(path = "data/claims.csv"): readonly Claim[] {
  return readTable(path, COLUMNS, { unique: ["id", "claim"] }).map((row) => {
    const id = readText(row, "id");
    if (!/^[SFECOBX][1-9]\d*$/.test(id)) {
      fail(row, "id", "a letter of S F E C O B X and a number", "number the claim in its part");
    }
    const evidence = readOneOf(row, "evidence", EVIDENCE);
    return {
      id,
      section: readText(row, "section"),
      notebook: readOneOf(row, "notebook", ARGUING_NOTEBOOKS),
      evidence,
      expected: readOneOf(row, "expected", VERDICTS[evidence]),
      claim: readText(row, "claim"),
    };
  });
}
