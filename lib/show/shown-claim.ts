import type { Evidence, Verdict } from "../load/load-claims";
import { NOT_STATED } from "./format-cell";
import type { CorpusKind } from "./verdict-of";

/** A claim with all that its card says, unescaped. */
export interface ShownClaim {
  readonly id: string;
  readonly section: string;
  readonly evidence: Evidence;
  /** The claim in our words. */
  readonly words: string;
  readonly verdict: Verdict;
  readonly published: string;
  readonly computed: string;
  readonly detail: string;
  readonly remarks: readonly string[];
  readonly doesNotShow?: string;
  readonly needed?: string;
  readonly corpus?: CorpusKind;
}

/** A sign for each verdict, for readers who do not see the colour. */
const SIGNS: Readonly<Record<Verdict, string>> = {
  reproduced: "✓",
  "reproduced with remarks": "≈",
  contradicted: "✗",
  recovered: "✓",
  missed: "✗",
  supported: "✓",
  "not supported": "✗",
  "too little data": "?",
  "not testable": "○",
};

/** The verdict as it is shown everywhere: sign and words. */
export function signedVerdict(verdict: Verdict): string {
  return `${SIGNS[verdict]} ${verdict}`;
}

/** The rows of a card, the same in HTML and in plain text. */
export function claimRows(shown: ShownClaim): readonly (readonly [name: string, text: string])[] {
  const { evidence, corpus, section, published, computed, detail, remarks, doesNotShow, needed } = shown;
  return [
    ["Evidence", `${sayEvidence(evidence, corpus)} (paper: ${sayPlace(section)})`],
    ...(published === NOT_STATED ? [] : [["Published", published] as const]),
    ...(computed === NOT_STATED ? [] : [["Computed", computed] as const]),
    ["In short", detail],
    ...remarks.map((remark) => ["Remark", remark] as const),
    ...(needed === undefined ? [] : [["Needed to test it", needed] as const]),
    ...(doesNotShow === undefined ? [] : [["Does not show", doesNotShow] as const]),
  ];
}

/** "4; Table 1" is "section 4; Table 1", "4, 5" is "sections 4, 5", and "Table 1" stands for itself. */
function sayPlace(section: string): string {
  if (!/^\d/.test(section)) return section;
  return `${/^\d+, \d/.test(section) ? "sections" : "section"} ${section}`;
}

function sayEvidence(evidence: Evidence, corpus: CorpusKind | undefined): string {
  switch (evidence) {
    case "table":
      return "table: the paper's own published tables";
    case "external":
      return "external: public figures from elsewhere";
    case "none":
      return "none: the paper offers nothing that could test it";
    case "corpus":
      return corpus === "reader"
        ? "corpus: the reader's own exports"
        : "corpus: the teaching corpus, where effects were planted; this tests the method, not the migrants";
  }
}
