import { readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

import { writeAtomically } from "../write-atomically";
import { ONE_FILE, SITE } from "./addresses";
import { chapterPage } from "./chapter-page";
import { citePage } from "./cite-page";
import { claimsPage } from "./claims-page";
import { dataPage } from "./data-page";
import { glossaryPage } from "./glossary-page";
import { homePage } from "./home-page";
import { html, scriptJson, trusted } from "./html";
import type { Page } from "./page";
import { renderContents, renderNeighbours, renderShell } from "./page-shell";
import { type Book, readBook } from "./read-book";

/** The book in one file, for archives. */
export const ARCHIVE = "clicks-to-streets.html";

/**
 * Make the book of a project's executed notebooks: a folder of pages for reading, and one file for archiving.
 *
 * Both open from the disk, without a server and without network. The same notebooks give the same bytes: no time, no
 * path and no version of a machine stands in them.
 *
 * @param root  the project's folder; reads `build/notebooks`, writes `build/book`
 * @returns the path of the first page
 * @throws Error when no notebook was run yet, or a file cannot be read or written; it names the file
 */
export function buildBook(root: string): string {
  const book = readBook(root);
  const pages = pagesOf(book);
  const files = new Map([...siteFiles(book, pages), [ARCHIVE, oneFile(book, pages)] as const]);
  const folder = join(root, "build", "book");
  for (const [name, text] of files) writeAtomically(join(folder, name), text);
  for (const name of readdirSync(folder))
    if (!files.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
  return join(folder, "index.html");
}

/** The pages in the order in which they are read. */
function pagesOf(book: Book): Page[] {
  return [
    homePage(book),
    ...book.chapters.map((chapter) => chapterPage(chapter, book)),
    ...(book.listed.length > 0 ? [claimsPage(book)] : []),
    ...(book.glossary.length > 0 ? [glossaryPage(book)] : []),
    ...(book.dataCards !== null ? [dataPage(book)] : []),
    ...(book.citation !== null ? [citePage(book.citation)] : []),
  ];
}

/** The files of the site by name: a page each, and what they share. */
function siteFiles(book: Book, pages: readonly Page[]): [name: string, text: string][] {
  const start = `${ownFile("start.js")}start("book.js");`;
  const inPages = pages.map((page): [string, string] => {
    const text = renderShell({
      title: titleOf(page),
      scripts: { first: start },
      style: html`<link rel="stylesheet" href="book.css">`,
      contents: renderContents(book, pages, page.name, SITE),
      content: html`${page.render(SITE)}
${renderNeighbours(pages, page.name, SITE)}${page.name === "index" && archiveNote()}`,
    });
    return [`${page.name}.html`, text];
  });
  return [
    ...inPages,
    ["book.css", ownFile("book.css")],
    ["book.js", ownFile("book.js")],
    ["minisearch.js", miniSearch()],
    ["plotly.js", plotly()],
    ["search-entries.js", `globalThis.searchEntries = ${scriptJson(searchEntries(pages, SITE.href))};\n`],
  ];
}

/** The whole book in one page: what the site has in files of their own stands inside it. */
function oneFile(book: Book, pages: readonly Page[]): string {
  const entries = `globalThis.searchEntries = ${scriptJson(searchEntries(pages, ONE_FILE.href))};`;
  const later = inScript(plotly());
  return renderShell({
    title: "From clicks to streets",
    scripts: {
      first: ownFile("start.js"),
      last: [inScript(miniSearch()), entries, inScript(ownFile("book.js"))],
      later: [later],
    },
    style: html`<style>${trusted(ownFile("book.css"))}</style>`,
    contents: renderContents(book, pages, null, ONE_FILE),
    content: html`${pages.map(articleOf)}`,
    // Of another type, so that the browser reads it as text until a figure is to be explored.
    end: html`<script type="text/plain" id="book:plotly">${trusted(later)}</script>`,
  });
}

function searchEntries(pages: readonly Page[], href: typeof SITE.href): unknown {
  return pages.flatMap(({ name, title, sections }) =>
    sections.map(({ anchor, title: section, text }) => ({
      href: href(name, anchor),
      page: title,
      title: section,
      text: text.replace(/\s+/g, " ").trim(),
    })),
  );
}

function titleOf({ name, title }: Page): string {
  return name === "index" ? title : `${title} · From clicks to streets`;
}

function archiveNote() {
  const link = html`<a href="${ARCHIVE}">in one file</a>`;
  return html`<p class="prose note">The same book ${link}, for archives and for printing.</p>`;
}

function articleOf(page: Page) {
  return html`<article class="page" id="${page.name}">${page.render(ONE_FILE)}</article>\n`;
}

function ownFile(name: string): string {
  return readText(join(__dirname, "site", name));
}

function miniSearch(): string {
  // The package names only its modules; the script for pages lies beside them, without its licence.
  const folder = join(dirname(require.resolve("minisearch")), "..", "..");
  const licence = readText(join(folder, "LICENSE.txt")).trim();
  return `/*! MiniSearch\n${licence}\n*/\n${scriptOf(join(folder, "dist", "umd", "index.js"))}`;
}

function plotly(): string {
  return scriptOf(require.resolve("plotly.js-dist-min/plotly.min.js"));
}

function scriptOf(path: string): string {
  return readText(path).replace(/^\/\/# sourceMappingURL=.*$/gm, "");
}

/** A file with the line ends that a browser counts: it turns others into these before it takes a script's checksum. */
function readText(path: string): string {
  return readFileSync(path, "utf8").replace(/\r\n?/g, "\n");
}

/** A script must not hold what ends the element that it stands in. */
function inScript(script: string): string {
  if (/<\/script|<!--/i.test(script))
    throw new Error("a script of the book holds the end of a script element");
  return script;
}
