import { joinText } from "./join-text";
import { type CodeReport, lintCode } from "./lint-code";
import { lintOutputs } from "./lint-outputs";
import type { Cell, CodeCell, Notebook } from "./notebook-file";
import { lintExercises } from "./student/lint-exercises";

/** One broken rule, at its place in a notebook. */
export interface Finding {
  /** Such as `notebooks/01-sampling.ipynb cell s3-card line 4`. */
  readonly where: string;
  readonly rule: string;
  /** What is needed and what was found. */
  readonly message: string;
}

const MOST_LINES = 15;

/**
 * Check a notebook against the project's rules for notebooks.
 *
 * The rules say that a reader can follow it (prose before each code cell, short cells, meaningful cell ids,
 * words for every picture) and that anyone who runs it gets what is committed (in order, complete, nothing that
 * changes by the day or the machine). `lintCode` and `lintOutputs` hold the rules for what stands in a cell,
 * `lintExercises` those for exercises.
 *
 * @param path      the notebook's path, for the report
 * @param notebook  the file's content
 * @param today     UTC date, such as "2026-11-23"; an output that shows it would be another tomorrow
 * @returns findings in the order of the cells; empty when the notebook keeps all rules
 */
export function lintNotebook(path: string, notebook: Notebook, today: string): Finding[] {
  const { cells, metadata } = notebook;
  const findings: Finding[] = [];
  const kernel = metadata.kernelspec?.name;
  if (kernel !== "clicks-to-streets") {
    const message = `the kernel must be "clicks-to-streets", found ${kernel === undefined ? "none" : `"${kernel}"`}`;
    findings.push({ where: path, rule: "kernelspec", message });
  }
  if (notebook.nbformat !== 4 || notebook.nbformat_minor < 5) {
    const found = `${notebook.nbformat}.${notebook.nbformat_minor}`;
    findings.push({ where: path, rule: "format", message: `the format must be nbformat 4.5, found ${found}` });
  }

  const code = cells.filter((cell): cell is CodeCell => cell.cell_type === "code");
  const wasRun = code.some((cell) => cell.execution_count !== null);
  if (!wasRun && code.length > 0) {
    const message =
      "outputs must be committed, found no cell that was run; write them with: npm run verify -- --update";
    findings.push({ where: path, rule: "never-run", message });
  }

  const ids = new Set<string>();
  const names: Names = new Map();
  let count = 0;
  cells.forEach((cell, i) => {
    const at = `${path} cell ${cell.id || i + 1}`;
    const add = (rule: string, message: string, line?: number): void => {
      findings.push({ where: line === undefined ? at : `${at} line ${line}`, rule, message });
    };
    lintCellId(cell, ids, add);
    if ("execution" in cell.metadata)
      add("volatile-metadata", "a cell must not keep when it ran, found the metadata execution");
    lintSource(cell, add);
    if (cell.cell_type !== "code") return;
    if (cells[i - 1]?.cell_type !== "markdown") {
      add("prose", "a code cell needs a sentence directly before it, found none");
    }
    const report = lintCode(joinText(cell.source));
    for (const { line, rule, message } of report.findings) add(rule, message, line);
    lintNames(report, cell.id || String(i + 1), names, add);

    count += 1;
    if (wasRun) lintCount(cell, count, add);
    const mayFail = cell.metadata.tags?.includes("raises-exception") ?? false;
    for (const { rule, message } of lintOutputs(cell.outputs, mayFail, today)) add(rule, message);
  });
  for (const { cell, rule, message } of lintExercises(notebook))
    findings.push({ where: `${path} cell ${cell}`, rule, message });
  return findings;
}

type Add = (rule: string, message: string, line?: number) => void;
/** A top-level name → where it was declared, such as "s3-names line 2". */
type Names = Map<string, string>;

function lintCellId({ id }: Cell, ids: Set<string>, add: Add): void {
  if (!id) add("cell-id", 'a cell needs an id such as "s3-card", found none');
  else if (!/^[\w-]{1,64}$/.test(id))
    add("cell-id", `an id holds letters, digits, - and _ only, found "${id}"`);
  else if (/^[0-9a-f]{8}(-[0-9a-f-]+)?$/.test(id))
    add("cell-id", `an id must name what the cell does, found "${id}"`);
  else if (ids.has(id)) add("cell-id", `an id must be used once, found "${id}" again`);
  ids.add(id);
}

function lintSource(cell: Cell, add: Add): void {
  const source = joinText(cell.source);
  const lines = source.split("\n");
  if (source.trim() === "") return add("empty-cell", "a cell must say or do something, found nothing in it");
  if (cell.cell_type === "code" && lines.length > MOST_LINES) {
    add("long-cell", `at most ${MOST_LINES} lines fit one idea, found ${lines.length}`);
  }
  lines.forEach((line, i) => {
    if (/\s$/.test(line))
      add("trailing-space", "a line must end with its last word, found white space after it", i + 1);
    if (cell.cell_type === "markdown" && /!\[\s*\]\(/.test(line)) {
      add("alternative-text", "a picture needs words between the brackets of ![](…), found none", i + 1);
    }
  });
  if (lines.length > 1 && lines.at(-1) === "")
    add("trailing-space", "a cell must end with its last line, found an empty line");
}

function lintNames({ declared, assigned }: CodeReport, cell: string, names: Names, add: Add): void {
  for (const [name, line] of assigned) {
    const first = names.get(name);
    if (first)
      add(
        "rewritten-name",
        `a name must keep its value, found "${name}" of cell ${first} assigned again`,
        line,
      );
  }
  for (const [name, line] of declared) {
    const first = names.get(name);
    if (first)
      add("redeclared-name", `a name must be declared once, found "${name}" of cell ${first} again`, line);
    else names.set(name, `${cell} line ${line}`);
  }
}

function lintCount(cell: CodeCell, count: number, add: Add): void {
  if (cell.execution_count === null)
    add("never-run", "outputs must be committed, found a cell that was never run");
  else if (cell.execution_count !== count) {
    add(
      "order",
      `cells must be run once, from top to bottom, found [${cell.execution_count}] where [${count}] is due`,
    );
  }
}
