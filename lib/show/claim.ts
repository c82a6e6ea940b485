import { type Claim, loadClaims } from "../load/load-claims";
import { claimHtml } from "./claim-html";
import { claimText } from "./claim-text";
import { NOT_STATED } from "./format-cell";
import { formatNumber } from "./format-number";
import { CLAIM_MIME, type MimeBundle, consoleDisplay, jupyterDisplay } from "./mime-bundle";
import type { ShownClaim } from "./shown-claim";
import { type Outcome, verdictOf } from "./verdict-of";

/** What a notebook found about a claim that can be tested. */
export interface Finding extends Outcome {
  /** What the paper prints or says, as short as a cell of a table. */
  readonly published: string | number;
  /** What was computed for the same thing. */
  readonly computed: string | number;
  /** One plain sentence that says how the two compare. */
  readonly detail: string;
  /** What a reader must not conclude from the verdict. */
  readonly doesNotShow: string;
}

/** What a notebook can say about a claim that nothing at hand can test. */
export interface Untestable {
  /** The data that a test would need. */
  readonly needed: string;
  /** Why nothing here can test it, one plain sentence. */
  readonly detail: string;
  readonly published?: string | number;
}

/** A claim's card: shows itself, and carries the record that the runner collects. */
export interface ClaimCard {
  toString(): string;
  [jupyterDisplay](): MimeBundle;
}

/**
 * Hold a claim of the paper against what was computed, and show the card.
 *
 * The claim's words and its kind of evidence come from data/claims.csv; the verdict follows from the evidence
 * and from `holds` (see {@link verdictOf}). A claim without evidence takes `needed` instead and is not
 * testable.
 *
 * @param id       such as "S3"
 * @param finding  what was found; texts are plain sentences, shown escaped
 * @throws RangeError if the id is not listed, or the finding does not fit the claim's evidence
 */
export function claim(id: string, finding: Finding | Untestable): ClaimCard {
  return claimCard(findClaim(id), finding);
}

/** Make the card of a claim that was already read; `claim` reads it from data/claims.csv. */
export function claimCard(listed: Claim, finding: Finding | Untestable): ClaimCard {
  const shown = toShown(listed, finding);
  const { id, evidence, verdict, published, computed, detail } = shown;
  const toString = () => claimText(shown);
  return {
    toString,
    [jupyterDisplay]: () => ({
      "text/html": claimHtml(shown),
      "text/plain": toString(),
      [CLAIM_MIME]: { id, evidence, verdict, published, computed, detail },
    }),
    [consoleDisplay]: toString,
  } as ClaimCard;
}

function findClaim(id: string): Claim {
  const claims = loadClaims();
  const found = claims.find((listed) => listed.id === id);
  if (found === undefined) {
    const ids = claims.map((listed) => listed.id).join(", ");
    throw new RangeError(
      `claim: id must be one of ${ids}, found "${id}"; correct it or list the claim in data/claims.csv`,
    );
  }
  return found;
}

function toShown({ id, section, evidence, claim: words }: Claim, finding: Finding | Untestable): ShownClaim {
  const isUntestable = "needed" in finding;
  if (isUntestable !== (evidence === "none")) {
    throw new RangeError(
      isUntestable
        ? `claim ${id}: a claim with ${evidence} evidence must be computed, found "needed"; ` +
            "pass published, computed and holds"
        : `claim ${id}: a claim without evidence must say what a test needs, found a result; pass needed`,
    );
  }
  const detail = required(id, "detail", finding.detail);
  if (isUntestable) {
    const needed = required(id, "needed", finding.needed);
    const published = finding.published === undefined ? NOT_STATED : toText(finding.published);
    return {
      id,
      section,
      evidence,
      words,
      verdict: "not testable",
      published,
      computed: NOT_STATED,
      detail,
      remarks: [],
      needed,
    };
  }
  const { remarks = [], doesNotShow, corpus } = finding;
  return {
    id,
    section,
    evidence,
    words,
    verdict: verdictOf(evidence, finding),
    published: required(id, "published", toText(finding.published)),
    computed: required(id, "computed", toText(finding.computed)),
    detail,
    remarks,
    doesNotShow: required(id, "doesNotShow", doesNotShow),
    ...(evidence === "corpus" && corpus !== undefined ? { corpus } : {}),
  };
}

function required(id: string, name: string, text: string): string {
  if (typeof text === "string" && text.trim() !== "") return text;
  throw new RangeError(
    `claim ${id}: ${name} must be text, found ${JSON.stringify(text) ?? "nothing"}; write it in plain words`,
  );
}

function toText(value: string | number): string {
  if (typeof value !== "number") return value;
  return formatNumber(value, Number.isInteger(value) ? 0 : 2, { thousands: Math.abs(value) >= 10_000 });
}
