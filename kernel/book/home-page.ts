import type { Addresses } from "./addresses";
import { besides } from "./beside-pages";
import { type Html, html } from "./html";
import type { Page } from "./page";
import type { Book, Chapter } from "./read-book";
import { VERDICTS, verdictChip } from "./verdict-chip";

/** Make the first page: what the book is, what the claims come to, and what stands where. */
export function homePage(book: Book): Page {
  return {
    name: "index",
    title: "From clicks to streets",
    sections: [],
    render: (addresses) =>
      html`<div class="prose">
          <h1>From clicks to streets</h1>
          <p class="lead">
            When do Kyrgyz migrants engage politically online, and when does that spill over into the street?
          </p>
          <p>
            Chekirova (2022) sampled 37 public Facebook, VKontakte and Odnoklassniki communities and followed
            them through three crises. These notebooks rebuild the study step by step in TypeScript, test each
            claim against whatever evidence exists, and say plainly what nobody can check. Every number on
            these pages was computed by the cell above it, and can be computed again on a laptop.
          </p>
          ${corpusNote(book)}
        </div>
        ${tally(book, addresses)}
        <div class="prose"><h2>Chapters</h2></div>
        <ol class="chapters">
          ${book.chapters.map((chapter) => chapterEntry(chapter, addresses))}
        </ol>
        <div class="prose"><h2>Beside the chapters</h2></div>
        <ul class="chapters">
          ${besides(book).map(
            ([page, title, text]) =>
              html`<li>
                <a href="${addresses.href(page)}">${title}</a>
                <p>${text}</p>
              </li>`,
          )}
        </ul>`,
  };
}

function corpusNote({ ownCorpus }: Book): Html {
  return ownCorpus
    ? html`<p class="note">This run read a reader's own exports: verdicts on claims about posts are about those.</p>`
    : html`<p class="note">The posts of the study were never published. What needs posts runs here on a
teaching corpus that a seeded generator writes. There, <em>recovered</em> says that a method finds what was planted, and
nothing about the migrants.</p>`;
}

/** How many claims have which verdict, each leading to those claims. */
function tally(book: Book, addresses: Addresses): Html | null {
  const cards = book.chapters.flatMap(({ claims }) => claims);
  if (cards.length === 0) return null;
  const found = VERDICTS.map(
    (verdict) => [verdict, cards.filter((card) => card.verdict === verdict).length] as const,
  );
  const rest = book.listed.length - new Set(cards.map(({ id }) => id)).size;
  const notRun =
    rest > 0
      ? html`<p class="note">
          ${rest} more of the ${book.listed.length} claims belong to notebooks that are not in this book.
        </p>`
      : null;
  return html`<h2 class="unseen">Verdicts so far</h2><ul class="tally">${found
    .filter(([, n]) => n > 0)
    .map(
      ([verdict, n]) =>
        html`<li><a href="${addresses.href("claims")}" data-choose="${verdict}">
<span class="n">${n}</span> ${verdictChip(verdict)}</a></li>`,
    )}</ul>${notRun}`;
}

function chapterEntry({ name, title, claims, stop }: Chapter, addresses: Addresses): Html {
  const failed = stop === null ? null : html`<p class="stopped">Did not run to its end.</p>`;
  const ids = claims.map(({ id }) => id);
  const range =
    ids.length > 1 ? `claims ${ids[0]} to ${ids.at(-1)}` : ids.length === 1 ? `claim ${ids[0]}` : "";
  return html`<li><a href="${addresses.href(name)}">${title}</a>${range !== "" && html`<p>${range}</p>`}${failed}</li>`;
}
