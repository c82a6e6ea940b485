import { createHash } from "node:crypto";

import type { Addresses } from "./addresses";
import { besides } from "./beside-pages";
import { type Html, html, trusted } from "./html";
import type { Page } from "./page";
import type { Book } from "./read-book";

/** What surrounds the content of every page. */
export interface Shell {
  readonly title: string;
  /** Scripts in the page, each of which is allowed by its checksum and by nothing else. */
  readonly scripts: {
    readonly first: string;
    readonly last?: readonly string[];
    readonly later?: readonly string[];
  };
  /** The style sheet as a link or in the page. */
  readonly style: Html;
  readonly contents: Html;
  readonly content: Html;
  /** Further elements at the end of the body. */
  readonly end?: Html;
}

/**
 * Write a page whole.
 *
 * Its content security policy lets run only the scripts that are named here by their checksums, and what these load
 * from beside the page; nothing is fetched from anywhere, nothing is sent. So text that came from data could not act
 * even if it passed everything else.
 */
export function renderShell({ title, scripts, style, contents, content, end }: Shell): string {
  const { first, last = [], later = [] } = scripts;
  const hashes = [first, ...last, ...later].map((script) => `'sha256-${checksum(script)}'`).join(" ");
  const policy = [
    "default-src 'none'",
    `script-src ${hashes} 'strict-dynamic'`,
    // Plotly styles its drawings in place. A file's own address is not 'self' to every browser.
    "style-src 'self' file: 'unsafe-inline'",
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${style}
<script>${trusted(first)}</script>
</head>
<body>
<a class="skip" href="#book:main">Skip to the text</a>
<header class="top">
${contents}
</header>
<main id="book:main" tabindex="-1">
${content}
</main>
<dialog id="book:search" aria-labelledby="book:search-title">
<form method="dialog"><h2 id="book:search-title">Search</h2><button class="button" value="close">Close</button></form>
<input type="search" id="book:words" aria-labelledby="book:search-title" autocomplete="off" spellcheck="false">
<p role="status" id="book:found"></p>
<ol id="book:results"></ol>
</dialog>
${end}${last.map((script) => html`<script>${trusted(script)}</script>`)}
</body>
</html>
`.text;
}

/** The bar with the book's name and buttons, and the list of pages; the sections of the current page stand in it. */
export function renderContents(
  book: Book,
  pages: readonly Page[],
  current: string | null,
  addresses: Addresses,
): Html {
  const names = besides(book).map(([name]) => name);
  const isChapter = ({ name }: Page): boolean => name !== "index" && !names.includes(name);
  const entry = ({ name, title, sections }: Page): Html => {
    const isCurrent = name === current;
    const parts = isCurrent && isChapter({ name } as Page) ? sections.slice(1) : [];
    const list =
      parts.length === 0
        ? null
        : html`<ol>
            ${parts.map((part) => html`<li><a href="${addresses.href(name, part.anchor)}">${part.title}</a></li>`)}
          </ol>`;
    return html`<li>
      <a href="${addresses.href(name)}" ${isCurrent && html` aria-current="page"`}>${title}</a>${list}
    </li>`;
  };
  return html`<p class="brand"><a href="${addresses.href("index")}">From clicks to streets</a></p>
<div class="buttons">
<button type="button" class="button" data-act="contents" aria-expanded="false" aria-controls="book:contents"
hidden>Contents</button>
<button type="button" class="button" data-act="search" hidden>Search</button>
<button type="button" class="button" data-act="theme" hidden>Dark</button>
<button type="button" class="button" data-act="code" hidden>Hide code</button></div>
<nav id="book:contents" aria-label="Contents"><ol>${pages.filter(isChapter).map(entry)}</ol>
<ul>${pages.filter(({ name }) => names.includes(name)).map(entry)}</ul></nav>`;
}

/** Links to the page before and the page after. */
export function renderNeighbours(pages: readonly Page[], current: string, addresses: Addresses): Html | null {
  const i = pages.findIndex(({ name }) => name === current);
  const [before, after] = [pages[i - 1], pages[i + 1]];
  if (i === -1 || (before === undefined && after === undefined)) return null;
  const link = (page: Page | undefined, rel: string, word: string) =>
    page && html`<a rel="${rel}" href="${addresses.href(page.name)}"><span>${word}</span> ${page.title}</a>`;
  return html`<nav class="neighbours" aria-label="Previous and next page">
${link(before, "prev", "Previous")}${link(after, "next", "Next")}</nav>`;
}

function checksum(script: string): string {
  return createHash("sha256").update(script).digest("base64");
}
