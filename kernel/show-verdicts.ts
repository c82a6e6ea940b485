import type { CheckedClaim, ListedClaim } from "./check-claims";
import type { NotebookRun } from "./run-notebook";

/** How to print for one place: a terminal of some width, a file, a pipe. */
export interface Page {
  /** Columns that fit one line. */
  readonly width: number;
  readonly hasColour: boolean;
}

/** What a run found about the claims: all that the table shows. */
export interface Verdicts {
  readonly claims: readonly CheckedClaim[];
  readonly listed: readonly ListedClaim[];
  readonly runs: readonly NotebookRun[];
  readonly ownCorpus: boolean;
}

interface Row {
  readonly id: string;
  readonly verdict: string;
  /** Whether it is the expected one; null where none is expected. */
  readonly asExpected: boolean | null;
  readonly mark: string;
  readonly detail: string;
}

const GAP = "  ";
const HEADINGS = ["claim", "verdict", "expected", "what was found"] as const;
const LEAST_DETAIL = 24;

/**
 * Lay out the table of claims and verdicts as lines for a terminal.
 *
 * Every claim of the notebooks that ran has a row, in the order of `data/claims.csv`, also where no card was
 * reached. Words carry the meaning; colour only repeats it. Long details go on in the lines below.
 *
 * @returns the table, then a sentence that counts, without a final line break
 */
export function showVerdicts({ claims, listed, runs, ownCorpus }: Verdicts, page: Page): string {
  const finished = new Map(runs.map(({ name, fault }) => [name, fault === null]));
  const due = listed.filter(({ notebook }) => finished.has(notebook));
  const isDue = (claim: CheckedClaim): boolean => due.some(({ id }) => id === claim.id);
  const rows = due.flatMap(({ id, notebook }): Row[] => {
    const cards = claims.filter((claim) => claim.id === id);
    if (cards.length > 0) return cards.map(rowOf);
    const detail = finished.get(notebook) ? `${notebook} shows no card for it` : "its card was not reached";
    return [{ id, verdict: "no verdict", asExpected: false, mark: "no", detail }];
  });
  rows.push(...claims.filter((claim) => !isDue(claim)).map(rowOf));
  if (rows.length === 0)
    return runs.length === 1 ? "This notebook argues no claim." : "These notebooks argue no claim.";

  const heads = [HEADINGS, ...rows.map(({ id, verdict, mark }) => [id, verdict, mark])];
  const widths = [0, 1, 2].map((column) => Math.max(...heads.map((head) => widthOf(head[column] ?? ""))));
  const indent = widths.reduce((sum, width) => sum + width + GAP.length, 0);
  const detailWidth = Math.max(LEAST_DETAIL, page.width - indent);
  const line = (cells: readonly string[], detail: string): string => {
    const start = cells.map((cell, i) => pad(cell, widths[i] ?? 0)).join(GAP) + GAP;
    return (start + wrap(detail, detailWidth).join(`\n${" ".repeat(indent)}`)).trimEnd();
  };
  const table = [
    paint("1", line(HEADINGS.slice(0, 3), HEADINGS[3]), page),
    ...rows.map((row) => {
      const text = line([row.id, row.verdict, row.mark], row.detail);
      return row.asExpected === false ? paint("1;31", text, page) : text;
    }),
  ];
  return [...table, "", ...countsOf(rows, listed.length - due.length, ownCorpus)].join("\n");
}

/** Which colours and width a stream can show; NO_COLOR (no-color.org) is honoured. */
export function pageOf(out: NodeJS.WritableStream): Page {
  const { isTTY = false, columns } = out as { isTTY?: boolean; columns?: number };
  return { width: columns ?? 100, hasColour: isTTY && (process.env["NO_COLOR"] ?? "") === "" };
}

/** Put an ANSI style around a text where colours can be shown. */
export function paint(style: string, text: string, { hasColour }: Page): string {
  return hasColour ? `\u001b[${style}m${text}\u001b[0m` : text;
}

function rowOf({ id, verdict, expected, detail }: CheckedClaim): Row {
  const asExpected = expected === null ? null : verdict === expected;
  const mark = asExpected === null ? "-" : asExpected ? "yes" : `no: ${expected}`;
  return { id, verdict, asExpected, mark, detail };
}

function countsOf(rows: readonly Row[], nOthers: number, ownCorpus: boolean): string[] {
  const judged = rows.filter(({ asExpected }) => asExpected !== null);
  const met = judged.filter(({ asExpected }) => asExpected).length;
  const lines = [`${met} of ${judged.length} verdicts are as expected (data/claims.csv).`];
  const open = rows.length - judged.length;
  if (ownCorpus && open > 0) {
    const claims = open === 1 ? "For 1 claim" : `For ${open} claims`;
    lines.push(
      `${claims} about posts no verdict is expected: this corpus is your own, and the list is for the teaching corpus.`,
    );
  }
  if (nOthers > 0)
    lines.push(
      `${nOthers} more ${nOthers === 1 ? "claim belongs" : "claims belong"} to notebooks that were not run.`,
    );
  return lines;
}

/** Break a text at spaces; a word longer than a line stands on a line of its own. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last) + 1 + widthOf(word) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** Columns a text takes: a combining mark takes none. */
function widthOf(text: string): number {
  return [...text.replace(/\p{M}/gu, "")].length;
}
