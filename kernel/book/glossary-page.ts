import { html } from "./html";
import type { Page } from "./page";
import type { Book, Term } from "./read-book";

/** Make the page of terms in three languages. */
export function glossaryPage(book: Book): Page {
  return {
    name: "glossary",
    title: "Glossary",
    sections: book.glossary.map((term) => ({
      anchor: anchorOf(term),
      title: `${term.english} · ${term.russian} · ${term.kyrgyz}`,
      text: [term.meaning, term.meaning_russian, term.meaning_kyrgyz].join(" "),
    })),
    render: (addresses) => html`<div class="prose"><h1>Glossary</h1>
<p>The terms of these notebooks in English, Russian (<span lang="ru">русский</span>) and Kyrgyz
(<span lang="ky">кыргызча</span>): what each means here, not in general.</p></div>
<ul class="glossary">${book.glossary.map(
      (term) => html`<li id="${addresses.id("glossary", anchorOf(term))}"><h2>${term.english}</h2>
<p>${term.meaning}</p>
<p lang="ru"><strong>${term.russian}</strong> ${term.meaning_russian}</p>
<p lang="ky"><strong>${term.kyrgyz}</strong> ${term.meaning_kyrgyz}</p></li>`,
    )}</ul>`,
  };
}

function anchorOf({ english }: Term): string {
  return english.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
