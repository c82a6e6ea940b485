import { html } from "./html";
import type { Page } from "./page";
import type { Book } from "./read-book";
import { headingsOf, plainMarkdown, renderMarkdown } from "./render-markdown";
import { resolveIn } from "./resolve-link";

/** Make the page of the data cards, from `data/README.md`. */
export function dataPage(book: Book): Page {
  const source = book.dataCards ?? "";
  const cards = source.split(/^(?=## )/m);
  return {
    name: "data",
    title: "Data",
    sections: cards.map((card) => {
      const title = headingsOf(card)[0]?.text ?? "Data";
      return { anchor: anchorOf(title), title, text: plainMarkdown(card) };
    }),
    render: (addresses) => {
      const headingId = (_: number, text: string) => addresses.id("data", anchorOf(text));
      const text = renderMarkdown(source, { resolve: resolveIn("data", book, addresses), headingId });
      return html`<div class="prose cards">${text}</div>`;
    },
  };
}

function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
