import { existsSync } from "node:fs";
import { join } from "node:path";

import { type ClassifierCoder, classifierAsCoder } from "../classify/classifier-as-coder";
import type { Coding } from "../classify/coding";
import type { Corpus } from "../corpus/open-corpus";
import { codebookToRefi, projectToCoders, sheetsToProject } from "../load/coded-project";
import { type CodeLabel, NONE } from "../load/coded-sheet";
import {
  ADJUDICATED_COLUMNS,
  guardText,
  readDecisions,
  type SampleRow,
  SHEET_COLUMNS,
} from "../load/read-coding-sheet";
import { CODES_FILE, KEY_FILE, readCodingFolder } from "../load/read-coding-folder";
import { readQdpx } from "../load/read-refi";
import { writeQdc, writeQdpx } from "../load/write-refi";
import { adjudicate } from "../measure/adjudicate";
import { compareCoders, type ComparedCoding } from "../measure/compare-coders";
import type { Alpha, AlphaLevel } from "../measure/krippendorff-alpha";
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
    `Give each coder their own sheet and ${CODES_FILE}; keep ${KEY_FILE}.`,
    `A cell left empty is a document not coded yet; ${NONE} is one that no code fits.`,
  ];
  return { files: codingSheets(sample, codes, coders, options), report: report.join("\n") };
}

/** A corpus coded by a classifier. */
export interface CodedSource {
  readonly posts: Corpus["posts"];
  readonly coding: Coding;
}

function classifierOf(classifier: CodedSource | undefined, sample: readonly SampleRow[]): ClassifierCoder[] {
  return classifier === undefined ? [] : [classifierAsCoder(classifier.coding, classifier.posts, sample)];
}

/**
 * Compare the coders of a folder, and list what they should talk over.
 *
 * The list is not written where one stands with decisions in it.
 */
export function compareCodingFolder(
  folder: string,
  { classifier, ...how }: Pick<ComparedCoding, "seed" | "level"> & { readonly classifier?: CodedSource } = {},
): CodingStep {
  const { codes, sample, sheets: people, separator } = readCodingFolder(folder);
  const sheets = [...people, ...classifierOf(classifier, sample)];
  const texts = new Map(sample.map(({ post, text }) => [post, text]));
  const comparison = compareCoders(sheets, { ...how, codes, texts });
  const coders = sheets.map(({ coder }) => coder);
  const tables = agreementTables(comparison, coders, `${sample.length} documents`);
  const open = sheets.map(
    ({ coder, codings }) => `${coder} ${[...codings.values()].filter((given) => given === null).length}`,
  );

  const path = join(folder, DISAGREEMENTS);
  const decided = existsSync(path) ? readDecisions(path, sample, codes).size : 0;
  const files = new Map<string, string>();
  // What people should talk over is what they differ on, not what the classifier said.
  if (decided === 0 && classifier === undefined && comparison.disagreements.length > 0) {
    files.set(DISAGREEMENTS, disagreementSheet(comparison, sample, coders, separator));
  }
  const next =
    classifier !== undefined
      ? "The classifier is shown beside the people; disagreements.csv is left as it is."
      : comparison.byCode.every(({ documents }) => documents === 0)
        ? "No document has been coded by two people yet."
        : comparison.disagreements.length === 0
          ? "There is nothing to talk over."
          : decided > 0
            ? `${path} holds ${decided} decisions and was left as it is; move it away to have a new list.`
            : `Talk over the rows of ${path} and write a decision into each; then: npx nb code adjudicate`;
  const report = [
    comparison.summary,
    ...(open.length > 0 ? [`Left open: ${open.join(", ")}.`] : []),
    ...sayOverall(comparison.overall, how.level),
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
export function compareProject(path: string, how: Pick<ComparedCoding, "seed" | "level"> = {}): CodingStep {
  const project = readQdpx(path);
  const { codes, coders, texts } = projectToCoders(project);
  const comparison = compareCoders(coders, { ...how, codes, texts });
  const names = coders.map(({ coder }) => coder);
  const of = `${texts.size} texts of "${project.name}"`;
  const tables = agreementTables(comparison, names, of);
  const report = [
    comparison.summary,
    ...sayPassedOver(project.passedOver),
    ...sayOverall(comparison.overall, how.level),
    "",
    String(tables.pairs),
    "",
    String(tables.byCode),
    "",
    String(spanTable(compareSpans(texts, coders, codes), of)),
  ];
  return { files: new Map(), report: report.join("\n") };
}

/** Make one set of codes of the sheets and the decisions, to take the place of a classifier's labels. */
export function adjudicateCodingFolder(folder: string): CodingStep {
  const { codes, sample, sheets, separator } = readCodingFolder(folder);
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
export function exportCodingFolder(folder: string, classifier?: CodedSource): CodingStep {
  const { codes, sample, sheets: people, savedAt } = readCodingFolder(folder);
  const [machine] = classifierOf(classifier, sample);
  const sheets = machine === undefined ? people : [...people, machine];
  // A classifier has no hour; with that of the last sheet the same folder gives the same file.
  const last = [...savedAt.values()].sort().at(-1) ?? "2000-01-01T00:00:00Z";
  const times = machine === undefined ? savedAt : new Map([...savedAt, [machine.coder, last]]);
  const heading = "Codes";
  const project = sheetsToProject({ name: "Coding sample", heading, codes, sample, sheets, savedAt: times });
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
export function importProject(path: string, folder: string): CodingStep {
  const { codes, sample, separator } = readCodingFolder(folder);
  const project = readQdpx(path);
  const { coders } = projectToCoders(project, { codes, sample });
  const files = new Map<string, string>();
  for (const { coder, codings } of coders) {
    const name = `sheet-${coder.replace(/[^\p{L}\p{N}_-]+/gu, "-")}.csv`;
    if (files.has(name)) {
      throw new Error(`${path}: users must have names unlike, found two that make ${name}; rename one there`);
    }
    const rows = sample.map(({ row, post, text }) => {
      const given = codings.get(post) ?? null;
      return [row, guardText(text), given === null ? "" : given.length === 0 ? NONE : given.join("; "), ""];
    });
    files.set(name, `\ufeff${toCsv(SHEET_COLUMNS, rows, separator)}`);
  }
  const nSpans = coders.reduce((sum, { spans }) => sum + spans.length, 0);
  const idle = project.users.length - coders.length;
  const report = [
    `${project.sources.length} texts, ${coders.length} coders, ${nSpans} codings, ` +
      `written by ${project.origin || "a program that does not say"}.`,
    ...(idle > 0 ? [`${idle} users coded nothing and get no sheet.`] : []),
    ...sayPassedOver(project.passedOver),
  ];
  return { files, report: report.join("\n") };
}

function sayOverall(overall: Alpha | null, level: AlphaLevel | undefined): string[] {
  if (overall === null) return [];
  const [value, low, high] = [overall.value, overall.low, overall.high].map((x) => x?.toFixed(2));
  const interval = low === undefined ? "" : ` (${low} to ${high})`;
  return [
    `Krippendorff's alpha, ${level}: ` +
      `${value ?? "none"}${interval}${overall.reason === null ? "" : `; ${overall.reason}`}.`,
  ];
}

function sayPassedOver(passedOver: ReadonlyMap<string, number>): string[] {
  const parts = [...passedOver].map(([name, n]) => `${n} ${name}`);
  return parts.length === 0 ? [] : [`Passed over, since nothing here reads it: ${parts.join(", ")}.`];
}
