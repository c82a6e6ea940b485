import { joinText } from "../join-text";
import type { Cell, CodeCell } from "../notebook-file";
import type { Addresses } from "./addresses";
import { highlightCode } from "./highlight-code";
import { type Html, html } from "./html";
import type { Page, Section } from "./page";
import type { Book, Chapter } from "./read-book";
import { headingsOf, plainMarkdown, renderMarkdown } from "./render-markdown";
import { renderOutput } from "./render-output";
import { resolveIn } from "./resolve-link";

/** Make the page of a notebook: its prose, its code in folds, and what its cells showed. */
export function chapterPage(chapter: Chapter, book: Book): Page {
  const { name, title, notebook } = chapter;
  return {
    name,
    title,
    sections: sectionsOf(chapter),
    render: (addresses) =>
      html`${renderStop(chapter, addresses)}
${notebook.cells.map((cell) => renderCell(cell, chapter, book, addresses))}`,
  };
}

function renderStop({ name, stop }: Chapter, addresses: Addresses): Html | null {
  if (stop === null) return null;
  const link = html`<a href="${addresses.href(name, stop.cell)}">cell ${stop.cell}</a>`;
  return html`<div class="error">
<p><strong>This notebook did not run to its end.</strong> It stopped at ${link}: ${stop.message}</p>
</div>`;
}

function renderCell(cell: Cell, chapter: Chapter, book: Book, addresses: Addresses): Html {
  const id = addresses.id(chapter.name, cell.id);
  if (cell.cell_type === "raw") return html``;
  if (cell.cell_type !== "code") {
    const text = renderMarkdown(joinText(cell.source), {
      resolve: resolveIn(chapter.name, book, addresses),
      headingId: (n) => (n === 0 ? null : addresses.id(chapter.name, headingAnchor(cell.id, n))),
    });
    return html`<div class="cell prose" id="${id}">${text}</div>`;
  }
  const outputs = cell.outputs.map((output, i) =>
    renderOutput(output, {
      file: `${chapter.name}-${cell.id}${i === 0 ? "" : `-${i + 1}`}`,
      claimHref: (claim) => addresses.href("claims", claim),
      resolve: resolveIn(chapter.name, book, addresses),
    }),
  );
  return html`<div class="cell code" id="${id}">${renderCode(cell)}${outputs}</div>`;
}

function renderCode(cell: CodeCell): Html | null {
  const source = joinText(cell.source).trimEnd();
  if (source.trim() === "") return null;
  const lines = source.split("\n");
  const isReadingList = source.replace(/^import\b[^;]*;\s*/gm, "") === "";
  const what = isReadingList ? "Imports" : roleOf(cell);
  const note =
    what === "Exercise"
      ? html`<p class="note">The book leaves solutions out; the answer goes into the notebook.</p>`
      : null;
  const size = lines.length === 1 ? "1 line" : `${lines.length} lines`;
  return html`<details class="source"${!isReadingList && html` open`}>
<summary>${what} <span class="size">${size}</span></summary>
<pre class="hljs"><code>${highlightCode(source, "typescript")}</code></pre>${note}
</details>`;
}

/** What a cell is for: an answer or a test of an exercise, by nbgrader's marks, or the chapter's own code. */
function roleOf({ metadata }: CodeCell): "Exercise" | "Test" | "Code" {
  const exercise = metadata["nbgrader"] as { readonly solution?: boolean } | undefined;
  return exercise === undefined ? "Code" : exercise.solution ? "Exercise" : "Test";
}

/** The first heading of a cell is found by the cell's id, each further one by its number. */
function headingAnchor(cell: string, n: number): string {
  return n === 0 ? cell : `${cell}-${n + 1}`;
}

const LONGEST = 2000;

/** The words of what a cell showed, in plain text; of a long table its beginning. */
function shownWords({ outputs }: CodeCell): string[] {
  return outputs.flatMap((output) =>
    "data" in output && output.data["text/plain"] !== undefined
      ? [joinText(output.data["text/plain"]).replace(/\s+/g, " ").slice(0, LONGEST)]
      : [],
  );
}

/** The parts of a notebook between its second-level headings, with the words by which they are found. */
function sectionsOf({ title, notebook, name }: Chapter): Section[] {
  const sections: { anchor: string; title: string; words: string[] }[] = [];
  for (const cell of notebook.cells) {
    const source = joinText(cell.source);
    if (cell.cell_type === "markdown") {
      headingsOf(source).forEach(({ level, text }, n) => {
        if (level <= 2) sections.push({ anchor: headingAnchor(cell.id, n), title: text, words: [] });
      });
    }
    if (sections.length === 0) sections.push({ anchor: cell.id, title: title || name, words: [] });
    sections
      .at(-1)
      ?.words.push(...(cell.cell_type === "code" ? [source, ...shownWords(cell)] : [plainMarkdown(source)]));
  }
  return sections.map(({ anchor, title: heading, words }) => ({
    anchor,
    title: heading,
    text: words.join(" "),
  }));
}
