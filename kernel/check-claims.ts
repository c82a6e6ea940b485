import { readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "csv-parse/sync";

import type { Notebook } from "./notebook-file";

const CLAIM = "application/vnd.clicks-to-streets.claim+json";

/** The machine-readable part of a claim card, as a notebook shows it. */
export interface ClaimRecord {
  readonly id: string;
  readonly evidence: string;
  readonly verdict: string;
  readonly published: string;
  readonly computed: string;
  readonly detail: string;
}

/** A claim card with the place where it stands. */
export interface FoundClaim extends ClaimRecord {
  /** Such as "01-sampling". */
  readonly notebook: string;
  /** The cell's id. */
  readonly cell: string;
}

/** A claim card held against `data/claims.csv`, as `build/claims.json` keeps it. */
export interface CheckedClaim extends FoundClaim {
  /**
   * Null where no verdict is expected: a corpus claim on a reader's own corpus, or a claim that is not listed.
   */
  readonly expected: string | null;
}

/** A row of `data/claims.csv`, in what the runner needs of it. */
export interface ListedClaim {
  readonly id: string;
  readonly notebook: string;
  readonly evidence: string;
  readonly expected: string;
}

/**
 * Read which verdict is expected for which claim.
 *
 * @param root  the project's folder
 * @throws Error naming the file and the column that is missing
 */
export function readListedClaims(root: string): ListedClaim[] {
  const path = join(root, "data", "claims.csv");
  const rows = parse(readFileSync(path, "utf8"), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
  }) as ListedClaim[];
  for (const column of ["id", "notebook", "evidence", "expected"] as const) {
    if (rows.some((row) => row[column] === undefined))
      throw new Error(`${path}: needed a column "${column}", found none`);
  }
  return rows;
}

/** Collect the claim cards that an executed notebook shows, in the order of its cells. */
export function collectClaims(name: string, notebook: Notebook): FoundClaim[] {
  return notebook.cells.flatMap((cell) => {
    if (cell.cell_type !== "code") return [];
    return cell.outputs.flatMap((output) => {
      const record = "data" in output ? (output.data[CLAIM] as ClaimRecord | undefined) : undefined;
      if (record === undefined) return [];
      const { id, evidence, verdict, published, computed, detail } = record;
      return [{ id, notebook: name, cell: cell.id, evidence, verdict, published, computed, detail }];
    });
  });
}

const TABLE_VERDICTS = ["reproduced", "reproduced with remarks", "contradicted"];
/** Which verdicts a kind of evidence can bear; a corpus claim on a reader's own corpus stands apart. */
const VERDICTS: Readonly<Record<string, readonly string[]>> = {
  table: TABLE_VERDICTS,
  external: TABLE_VERDICTS,
  corpus: ["recovered", "missed"],
  "own corpus": ["supported", "not supported", "too little data"],
  none: ["not testable"],
};

/** What the notebooks found, held against what was expected. */
export interface ClaimsCheck {
  /** In the order of `data/claims.csv`; unlisted ones last. */
  readonly claims: readonly CheckedClaim[];
  /** One sentence a fault; empty when all is as expected. */
  readonly faults: readonly string[];
}

/**
 * Hold the claim cards of a run against the list of claims.
 *
 * @param found     cards of all notebooks that ran
 * @param listed    rows of `data/claims.csv`
 * @param finished  names of the notebooks that ran to their end: there every listed claim must have its card
 * @param ownCorpus whether the run read a reader's own corpus, for which no corpus verdict is expected
 */
export function checkClaims(
  found: readonly FoundClaim[],
  listed: readonly ListedClaim[],
  finished: readonly string[],
  ownCorpus = false,
): ClaimsCheck {
  const rows = new Map(listed.map((row) => [row.id, row]));
  const order = (id: string): number => {
    const i = listed.findIndex((row) => row.id === id);
    return i === -1 ? listed.length : i;
  };
  const claims = [...found]
    .sort((a, b) => order(a.id) - order(b.id))
    .map((card) => {
      const row = rows.get(card.id);
      const isOpen = row === undefined || (ownCorpus && row.evidence === "corpus");
      const { id, notebook, cell, evidence, verdict, published, computed, detail } = card;
      return {
        id,
        notebook,
        cell,
        evidence,
        verdict,
        expected: isOpen ? null : row.expected,
        published,
        computed,
        detail,
      };
    });

  const inCards = claims.flatMap((claim) => {
    return cardFaults(claim, rows.get(claim.id), ownCorpus).map((fault) => `${placeOf(claim)}: ${fault}`);
  });
  const twice = claims
    .filter((claim, i) => claims.findIndex(({ id }) => id === claim.id) < i)
    .map((claim) => {
      return `${placeOf(claim)}: claim ${claim.id} must have one card, found a second one`;
    });
  const shown = new Set(claims.map(({ id }) => id));
  const missing = listed
    .filter(({ id, notebook }) => finished.includes(notebook) && !shown.has(id))
    .map((row) => {
      return (
        `notebooks/${row.notebook}.ipynb: claim ${row.id} is listed for it in data/claims.csv, found ` +
        `no card for it`
      );
    });
  return { claims, faults: [...inCards, ...twice, ...missing] };
}

function placeOf({ notebook, cell }: FoundClaim): string {
  return `notebooks/${notebook}.ipynb cell ${cell}`;
}

function cardFaults(claim: CheckedClaim, row: ListedClaim | undefined, ownCorpus: boolean): string[] {
  const { id, notebook, evidence, verdict, expected } = claim;
  if (row === undefined) return [`a claim must be listed in data/claims.csv, found no row for ${id}`];
  const faults: string[] = [];
  if (row.notebook !== notebook)
    faults.push(`claim ${id} belongs to notebook ${row.notebook}, found its card here`);
  if (row.evidence !== evidence)
    faults.push(`the evidence for claim ${id} is listed as ${row.evidence}, found ${evidence}`);
  const allowed = VERDICTS[evidence === "corpus" && ownCorpus ? "own corpus" : evidence] ?? [];
  if (!allowed.includes(verdict)) {
    const needed = allowed.length === 0 ? "no verdict" : allowed.join(" or ");
    faults.push(`evidence "${evidence}" can bear ${needed}, found "${verdict}" for claim ${id}`);
  } else if (expected !== null && verdict !== expected) {
    faults.push(`claim ${id} was expected to be ${expected}, found ${verdict}`);
  }
  return faults;
}
