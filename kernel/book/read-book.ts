import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

import { parse as parseCsv } from "csv-parse/sync";
import { parse as parseYaml } from "yaml";

import { collectClaims, type FoundClaim } from "../check-claims";
import { joinText } from "../join-text";
import { type CodeCell, type Notebook, readNotebook } from "../notebook-file";
import { makeStudentVersion } from "../student/make-student-version";
import { headingsOf } from "./render-markdown";

/** An executed notebook as a chapter of the book. */
export interface Chapter {
  /** Such as "01-sampling". */
  readonly name: string;
  /** Its first heading, without markup. */
  readonly title: string;
  readonly notebook: Notebook;
  /** The cards that it shows, in order. */
  readonly claims: readonly FoundClaim[];
  /** Why it did not run to its end; null where it did. */
  readonly stop: Stop | null;
}

/** Where a notebook stopped. */
export interface Stop {
  /** Id of the cell. */
  readonly cell: string;
  /** What was shown there. */
  readonly message: string;
}

/** A row of `data/claims.csv`. */
export interface ListedClaim {
  readonly id: string;
  readonly section: string;
  readonly notebook: string;
  readonly evidence: string;
  readonly expected: string;
  readonly claim: string;
}

/** A row of `data/glossary.csv`: a term and what it means, in three languages. */
export interface Term {
  readonly english: string;
  readonly russian: string;
  readonly kyrgyz: string;
  readonly meaning: string;
  readonly meaning_russian: string;
  readonly meaning_kyrgyz: string;
}

/** What of `CITATION.cff` the book prints. */
export interface Citation {
  readonly title: string;
  readonly version?: string;
  readonly "date-released"?: string;
  readonly authors?: readonly Author[];
  readonly license?: string | readonly string[];
  readonly references?: readonly Reference[];
}

export interface Author {
  readonly name?: string;
  readonly "family-names"?: string;
  readonly "given-names"?: string;
}

export interface Reference {
  readonly title: string;
  readonly authors?: readonly Author[];
  readonly journal?: string;
  readonly volume?: number;
  readonly issue?: number;
  readonly start?: string;
  readonly year?: number;
  readonly doi?: string;
}

/** All that the book is made of. */
export interface Book {
  readonly chapters: readonly Chapter[];
  readonly listed: readonly ListedClaim[];
  readonly glossary: readonly Term[];
  /** `data/README.md`, in markdown; null where there is none. */
  readonly dataCards: string | null;
  readonly citation: Citation | null;
  /** Whether the last run read a reader's own corpus in place of the teaching corpus. */
  readonly ownCorpus: boolean;
}

/**
 * Read what the book is made of: the executed notebooks in `build/notebooks`, and what of the project goes with them.
 *
 * A part that the project does not have is left out of the book. Solutions of exercises are left out too, as they
 * are of the students' notebooks: the book is handed to a class.
 *
 * @param root  the project's folder
 * @throws Error when no notebook was run yet, or a file cannot be read; it names the file
 */
export function readBook(root: string): Book {
  const folder = join(root, "build", "notebooks");
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /^\d\d-.+\.ipynb$/.test(file)) : [];
  if (files.length === 0) {
    throw new Error(`${folder}: needed an executed notebook, found none; run them with: npm start`);
  }
  const cards = textOf(root, "data/README.md");
  const citation = textOf(root, "CITATION.cff");
  const { corpus = "teaching", notebooks = [] } = readRun(root);
  const failed = new Set(notebooks.filter(({ ok }) => !ok).map(({ name }) => name));
  return {
    chapters: files.sort().map((file) => {
      const name = file.slice(0, -".ipynb".length);
      return readChapter(join(folder, file), name, !failed.has(name));
    }),
    listed: rowsOf<ListedClaim>(root, "data/claims.csv"),
    glossary: rowsOf<Term>(root, "data/glossary.csv"),
    dataCards: cards,
    citation: citation === null ? null : (parseYaml(citation) as Citation),
    ownCorpus: corpus !== "teaching",
  };
}

function readChapter(path: string, name: string, isWhole: boolean): Chapter {
  let notebook: Notebook;
  try {
    notebook = withoutSolutions(readNotebook(path));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
  const prose = notebook.cells
    .filter((cell) => cell.cell_type === "markdown")
    .map((cell) => joinText(cell.source));
  const title = prose.flatMap(headingsOf).find(({ level }) => level === 1)?.text ?? name;
  return { name, title, notebook, claims: collectClaims(name, notebook), stop: stopOf(notebook, isWhole) };
}

/** Cells of exercises as students get them, with what they showed; all others as they are. */
function withoutSolutions(notebook: Notebook): Notebook {
  const forStudents = makeStudentVersion(notebook).cells;
  return {
    ...notebook,
    cells: notebook.cells.map((cell, i) => {
      const source = forStudents[i]?.source ?? cell.source;
      return cell.metadata["nbgrader"] === undefined ? cell : { ...cell, source };
    }),
  };
}

/**
 * Where a notebook stopped: at the first cell that failed without being meant to, or else at the last that began.
 *
 * @param isWhole  what the runner says of it; a kernel that dies leaves no trace in the notebook itself
 */
function stopOf({ cells }: Notebook, isWhole: boolean): Stop | null {
  const code = cells.filter(
    (cell): cell is CodeCell => cell.cell_type === "code" && joinText(cell.source).trim() !== "",
  );
  for (const cell of code) {
    const isMeant = cell.metadata.tags?.includes("raises-exception") ?? false;
    const error = cell.outputs.find((output) => output.output_type === "error");
    if (error?.output_type === "error" && !isMeant) {
      return { cell: cell.id, message: stripVTControlCharacters(`${error.ename}: ${error.evalue}`) };
    }
  }
  const begun = code.filter(({ execution_count }) => execution_count !== null);
  if (isWhole && begun.length === code.length) return null;
  const last = begun.at(-1);
  if (last !== undefined) return { cell: last.id, message: "it did not end" };
  return code[0] === undefined ? null : { cell: code[0].id, message: "it was not run" };
}

/** What `build/run.json` says of the last run, in what the book needs of it. */
interface RunSummary {
  readonly corpus?: string;
  readonly notebooks?: readonly { readonly name: string; readonly ok: boolean }[];
}

function readRun(root: string): RunSummary {
  const text = textOf(root, "build/run.json");
  return text === null ? {} : (JSON.parse(text) as RunSummary);
}

function textOf(root: string, file: string): string | null {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

function rowsOf<Row>(root: string, file: string): Row[] {
  const text = textOf(root, file);
  return text === null ? [] : (parseCsv(text, { columns: true, bom: true, skip_empty_lines: true }) as Row[]);
}
