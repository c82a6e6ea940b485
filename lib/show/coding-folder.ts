import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import type { Corpus } from "../corpus/open-corpus";
import { codebookToRefi, projectToCoders, sheetsToProject } from "../load/coded-project";
import type { CodedSheet, CodeLabel } from "../load/coded-sheet";
import { NONE } from "../load/coded-sheet";
import {
  ADJUDICATED_COLUMNS,
  readCodingKey,
  readCodingSheet,
  readDecisions,
  type SampleRow,
  SHEET_COLUMNS,
} from "../load/coding-sheet";
import { readQdpx } from "../load/read-refi";
import { writeQdc, writeQdpx } from "../load/write-refi";
import { adjudicate } from "../measure/adjudicate";
import { compareCoders } from "../measure/compare-coders";
import { compareSpans } from "../measure/compare-spans";
import { agreementTables, spanTable } from "./agreement-tables";
import { type CodingSampleOptions, codingSheets, disagreementSheet, drawCodingSample } from "./coding-sheets";
import { toCsv } from "./to-csv";

/** What a step of manual coding writes and says. */
export interface CodingStep {
  /** Content by file name, to be written into the folder. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** For the person who took the step. */
  readonly report: string;
}

const KEY = "key.csv";
const DISAGREEMENTS = "disagreements.csv";
const ADJUDICATED = "adjudicated.csv";

/**
 * Draw a sample as files: the key, the codes and a sheet for each coder.
 *
 * @throws RangeError as `drawSample` and `codingSheets` do
 */
export function drawCodingFolder(
  corpus: Pick<Corpus, "posts" | "languages" | "title">,
  codes: readonly CodeLabel[],
  coders: readonly string[],
  options: CodingSampleOptions & { readonly separator?: "," | ";" },
): CodingStep {
  const sample = drawCodingSample(corpus, options);
  const strata = new Map(sample.map(({ stratum, of, drawn }) => [stratum, { of, drawn }]));
  const lines = [...strata]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { of, drawn }]) => `  ${name}: ${drawn} of ${of}`);
  const report = [
    `${sample.length} documents of the ${corpus.title}, by strata:`,
    ...lines,
    `Give each coder their own sheet and codes.csv; keep ${KEY}. A document without a code yet stays empty, one that no code fits is ${NONE}.`,
  ];
  return { files: codingSheets(sample, codes, coders, options), report: report.join("\n") };
}

/** A folder of coding sheets, read. */
interface CodingFolder {
  readonly sample: readonly SampleRow[];
  readonly sheets: readonly CodedSheet[];
  readonly savedAt: ReadonlyMap<string, string>;
  /** What spreadsheets of this folder have between cells. */
  readonly separator: "," | ";";
}

/**
 * Read the key of a folder and all its sheets.
 *
 * @throws Error naming file and line of what does not fit; or if there is no key or no sheet
 */
export function readCodingFolder(folder: string, codes: readonly CodeLabel[]): CodingFolder {
  if (!existsSync(join(folder, KEY))) {
    throw new Error(
      `${join(folder, KEY)}: needed the key of a drawn sample, found none; draw one with npx nb code draw`,
    );
  }
  const sample = readCodingKey(join(folder, KEY));
  const names = readdirSync(folder)
    .filter((name) => /^sheet-.+\.csv$/.test(name))
    .sort();
  if (names.length === 0)
    throw new Error(`${folder}: needed sheets named sheet-NAME.csv, found none; copy them here`);
  const sheets = names.map((name) => readCodingSheet(join(folder, name), sample, codes, name.slice(6, -4)));
  const savedAt = names.map((name) => [name.slice(6, -4), timeOf(join(folder, name))] as const);
  const separator = readFileSync(join(folder, KEY), "utf8").startsWith("\ufeffrow,") ? "," : ";";
  return { sample, sheets, savedAt: new Map(savedAt), separator };
}

function timeOf(path: string): string {
  return new Date(Math.floor(statSync(path).mtimeMs / 1000) * 1000).toISOString().replace(".000", "");
}

/**
 * Compare the coders of a folder, and list what they should talk over.
 *
 * The list is not written where one stands with decisions in it.
 */
export function compareCodingFolder(folder: string, codes: readonly CodeLabel[], seed: number): CodingStep {
  const { sample, sheets, separator } = readCodingFolder(folder, codes);
  const texts = new Map(sample.map(({ post, text }) => [post, text]));
  const comparison = compareCoders(sheets, { codes, texts, seed });
  const coders = sheets.map(({ coder }) => coder);
  const tables = agreementTables(comparison, coders, `${sample.length} documents`);
  const open = sheets.map(
    ({ coder, codings }) => `${coder} ${[...codings.values()].filter((given) => given === null).length}`,
  );

  const path = join(folder, DISAGREEMENTS);
  const decided = existsSync(path) ? readDecisions(path, sample, codes).size : 0;
  const files = new Map<string, string>();
  if (decided === 0 && comparison.disagreements.length > 0) {
    files.set(DISAGREEMENTS, disagreementSheet(comparison, sample, coders, separator));
  }
  const next = comparison.byCode.every(({ documents }) => documents === 0)
    ? "No document has been coded by two people yet."
    : comparison.disagreements.length === 0
      ? "There is nothing to talk over."
      : decided > 0
        ? `${path} holds ${decided} decisions and was left as it is; move it away to have a new list.`
        : `Talk over the rows of ${path} and write a decision into each; then: npx nb code adjudicate`;
  const report = [
    comparison.summary,
    `Left open: ${open.join(", ")}.`,
    "",
    String(tables.pairs),
    "",
    String(tables.byCode),
    "",
    next,
  ];
  return { files, report: report.join("\n") };
}

/** Compare the users of a project: by document, and by character as NVivo does. */
export function compareProject(path: string, seed: number): CodingStep {
  const project = readQdpx(path);
  const { codes, coders, texts } = projectToCoders(project);
  const comparison = compareCoders(coders, { codes, texts, seed });
  const names = coders.map(({ coder }) => coder);
  const of = `${texts.size} texts of "${project.name}"`;
  const tables = agreementTables(comparison, names, of);
  const report = [
    comparison.summary,
    ...sayPassedOver(project.passedOver),
    "",
    String(tables.pairs),
    "",
    String(tables.byCode),
    "",
    String(spanTable(compareSpans(texts, coders, codes), of)),
  ];
  return { files: new Map(), report: report.join("\n") };
}

/**
 * Make one set of codes of the sheets and the decisions, to take the place of a classifier's labels.
 */
export function adjudicateCodingFolder(folder: string, codes: readonly CodeLabel[]): CodingStep {
  const { sample, sheets, separator } = readCodingFolder(folder, codes);
  const path = join(folder, DISAGREEMENTS);
  const decisions = existsSync(path)
    ? readDecisions(path, sample, codes)
    : new Map<string, readonly string[]>();
  const { rows, open, single } = adjudicate(sheets, decisions);
  const cells = rows.map(({ post, codes: given, how }) => [
    post,
    given.length === 0 ? NONE : given.join("; "),
    how,
  ]);
  const agreed = rows.filter(({ how }) => how === "agreed").length;
  const report = [
    `${rows.length} of ${sample.length} documents: ${agreed} agreed, ${rows.length - agreed} decided.`,
    ...(open.length > 0
      ? [`${open.length} still to be decided in ${path}; the classifier's labels stand for them.`]
      : []),
    ...(single.length > 0
      ? [`${single.length} coded by one person or nobody; the classifier's labels stand for them.`]
      : []),
  ];
  return {
    files: new Map([[ADJUDICATED, `\ufeff${toCsv(ADJUDICATED_COLUMNS, cells, separator)}`]]),
    report: report.join("\n"),
  };
}

/** Write a folder's sample and sheets as a REFI-QDA project, and its codes as a codebook. */
export function exportCodingFolder(folder: string, codes: readonly CodeLabel[], heading: string): CodingStep {
  const { sample, sheets, savedAt } = readCodingFolder(folder, codes);
  const project = sheetsToProject({ name: "Coding sample", heading, codes, sample, sheets, savedAt });
  const nCodings = project.sources.flatMap(({ selections }) =>
    selections.flatMap(({ codings }) => codings),
  ).length;
  const files = new Map<string, string | Uint8Array>([
    ["codebook.qdc", writeQdc(codebookToRefi(codes, heading))],
    ["project.qdpx", writeQdpx(project)],
  ]);
  const report =
    `${codes.length} codes, ${sample.length} texts, ${sheets.length} coders, ${nCodings} codings. ` +
    "Import project.qdpx into NVivo, MAXQDA, ATLAS.ti or QualCoder; codebook.qdc holds the codes alone.";
  return { files, report };
}

/**
 * Read a REFI-QDA project back into sheets, one for each of its users who coded anything.
 *
 * @throws Error as `readQdpx` and `projectToCoders` do
 */
export function importProject(path: string, folder: string, codes: readonly CodeLabel[]): CodingStep {
  const sample = readCodingKey(join(folder, KEY));
  const project = readQdpx(path);
  const { coders } = projectToCoders(project, { codes, sample });
  const files = new Map(
    coders.map(({ coder, codings }) => {
      const rows = sample.map(({ row, post, text }) => {
        const given = codings.get(post) ?? [];
        return [row, text, given.length === 0 ? NONE : given.join("; "), ""];
      });
      return [
        `sheet-${coder.replace(/[^\p{L}\p{N}_-]+/gu, "-")}.csv`,
        `\ufeff${toCsv(SHEET_COLUMNS, rows, ";")}`,
      ] as const;
    }),
  );
  const nSpans = coders.reduce((sum, { spans }) => sum + spans.length, 0);
  const report = [
    `${project.sources.length} texts, ${coders.length} coders, ${nSpans} codings, written by ${project.origin || "a program that does not say"}.`,
    ...sayPassedOver(project.passedOver),
    "A document without a code of a coder is taken as read by them, with none.",
  ];
  return { files, report: report.join("\n") };
}

function sayPassedOver(passedOver: ReadonlyMap<string, number>): string[] {
  const parts = [...passedOver].map(([name, n]) => `${n} ${name}`);
  return parts.length === 0 ? [] : [`Passed over, since nothing here reads it: ${parts.join(", ")}.`];
}
