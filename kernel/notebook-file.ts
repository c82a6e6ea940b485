import { readFileSync } from "node:fs";

import { writeAtomically } from "./write-atomically";

/** A text of nbformat: whole, or as a list of lines that keep their line ends. `readNotebook` gives it whole. */
export type Text = string | readonly string[];

/** One value in several forms: texts as strings, JSON types (`application/json`, `…+json`) as objects. */
export type MimeBundle = Record<string, unknown>;

/** What a cell printed; neighbouring pieces of one stream stand in one output. */
export interface StreamOutput {
  output_type: "stream";
  name: "stdout" | "stderr";
  text: Text;
}

/** What a cell showed on the way. */
export interface DisplayOutput {
  output_type: "display_data";
  data: MimeBundle;
  metadata: Record<string, unknown>;
}

/** The value of a cell's last expression. */
export interface ResultOutput {
  output_type: "execute_result";
  execution_count: number | null;
  data: MimeBundle;
  metadata: Record<string, unknown>;
}

/** Why a cell did not run to its end. */
export interface ErrorOutput {
  output_type: "error";
  ename: string;
  evalue: string;
  traceback: string[];
}

/** An output as nbformat 4.5 keeps it. */
export type Output = StreamOutput | DisplayOutput | ResultOutput | ErrorOutput;

/** What is noted about a cell; `tags` is the part that programs read. */
export interface CellMetadata {
  tags?: string[];
  [key: string]: unknown;
}

/** Prose (`markdown`) or text left as it is (`raw`). */
export interface TextCell {
  cell_type: "markdown" | "raw";
  id: string;
  metadata: CellMetadata;
  source: Text;
  attachments?: Record<string, MimeBundle>;
}

/** Code and what it showed when it last ran. */
export interface CodeCell {
  cell_type: "code";
  id: string;
  metadata: CellMetadata;
  source: Text;
  execution_count: number | null;
  outputs: Output[];
}

export type Cell = TextCell | CodeCell;

/** A notebook file of nbformat 4.5. */
export interface Notebook {
  cells: Cell[];
  metadata: {
    kernelspec?: { name: string; display_name: string; language?: string };
    language_info?: { name: string; [key: string]: unknown };
    [key: string]: unknown;
  };
  nbformat: number;
  nbformat_minor: number;
}

/**
 * Read a notebook file, with every text joined to one string; a byte-order mark at its start is passed over.
 *
 * @param path  an `.ipynb` file of nbformat 4 whose cells have ids, as those of nbformat 4.5 do
 * @throws Error saying what is wrong and what to do when it is not JSON, not a notebook of nbformat 4, or has a cell
 *   without an id of its own; who reads it says in which file
 */
export function readNotebook(path: string): Notebook {
  const notebook = parse(path) as Notebook | null;
  if (!Array.isArray(notebook?.cells) || notebook.nbformat !== 4) {
    throw new Error(
      "needed a notebook of nbformat 4, found something else; save it again from JupyterLab, or " + restore(path),
    );
  }
  notebook.cells.forEach((cell, i) => checkCell(cell, `cell ${i + 1}`));
  checkIds(notebook.cells);
  return {
    ...notebook,
    cells: notebook.cells.map((cell) => withTexts(cell, (text) => [text].flat().join(""))),
  };
}

/**
 * Write a notebook file as Jupyter does, so that saving it there changes nothing.
 *
 * One space of indentation, keys in order, texts as lists of lines, a line end at the end. The file appears whole or
 * not at all.
 *
 * @throws Error naming the file and what kept it from being written
 */
export function writeNotebook(path: string, notebook: Notebook): void {
  const cells = notebook.cells.map((cell) => withTexts(cell, (text) => splitLines([text].flat().join(""))));
  writeAtomically(path, `${JSON.stringify(sorted({ ...notebook, cells }), null, 1)}\n`);
}

function parse(path: string): unknown {
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  try {
    return JSON.parse(text);
  } catch (error) {
    // Node quotes some of the text in its message, line breaks included.
    const found = (error as Error).message.replace(/\s+/g, " ");
    throw new Error(`needed JSON, found ${found}; ${restore(path)}`, { cause: error });
  }
}

function restore(path: string): string {
  const inProject = /(?:^|[\\/])(notebooks[\\/][^\\/]+)$/.exec(path)?.[1]?.replace("\\", "/");
  return `restore it with: git checkout ${inProject ?? path}`;
}

/** Outputs are told apart and written back by the ids of their cells. */
function checkIds(cells: readonly Cell[]): void {
  const places = new Map<string, number>();
  for (const [i, { id }] of cells.entries()) {
    if (typeof id !== "string" || id === "") {
      const found = id === undefined ? "none" : JSON.stringify(id);
      throw new Error(
        `cell ${i + 1}: needed an id such as "s3-card" (nbformat 4.5), found ${found}; write one into the file`,
      );
    }
    const first = places.get(id);
    if (first !== undefined) {
      throw new Error(
        `cell ${i + 1}: needed an id of its own, found "${id}" of cell ${first} again; write another into the file`,
      );
    }
    places.set(id, i + 1);
  }
}

function checkCell(cell: Cell, where: string): void {
  const known = ["code", "markdown", "raw"];
  if (!known.includes(cell?.cell_type)) {
    throw new Error(
      `${where}: cell_type must be code, markdown or raw, found ${JSON.stringify(cell?.cell_type)}`,
    );
  }
  if (typeof cell.source !== "string" && !Array.isArray(cell.source)) {
    throw new Error(`${where}: source must be a text, found ${JSON.stringify(cell.source)}`);
  }
  if (cell.cell_type === "code" && !Array.isArray(cell.outputs)) {
    throw new Error(`${where}: outputs must be a list, found ${JSON.stringify(cell.outputs)}`);
  }
}

function withTexts(cell: Cell, convert: (text: Text) => Text): Cell {
  const source = convert(cell.source);
  if (cell.cell_type !== "code") return { ...cell, source };
  return { ...cell, source, outputs: cell.outputs.map((output) => convertOutput(output, convert)) };
}

function convertOutput(output: Output, convert: (text: Text) => Text): Output {
  if (output.output_type === "stream") return { ...output, text: convert(output.text) };
  if (output.output_type === "error") return output;
  const data = Object.fromEntries(
    Object.entries(output.data).map(([mime, value]) => [
      mime,
      isLined(mime) && isText(value) ? convert(value) : value,
    ]),
  );
  return { ...output, data };
}

/** Which texts nbformat keeps as lists of lines; a PNG in base64 is not one of them. */
function isLined(mime: string): boolean {
  return mime.startsWith("text/") || mime === "image/svg+xml" || mime === "application/javascript";
}

function isText(value: unknown): value is Text {
  return (
    typeof value === "string" || (Array.isArray(value) && value.every((line) => typeof line === "string"))
  );
}

/** Lines with their line ends; an empty text has none. */
function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted((value as Record<string, unknown>)[key])]));
}
