import type { FoundClaim } from "../check-claims";
import { type Html, html } from "./html";
import type { Addresses } from "./addresses";
import type { Page } from "./page";
import type { Book, ListedClaim } from "./read-book";
import { VERDICTS, verdictChip, verdictClass } from "./verdict-chip";

const EVIDENCE: Readonly<Record<string, string>> = {
  table: "the paper's own published tables",
  external: "public figures from elsewhere",
  corpus: "posts and comments: by default a teaching corpus, where effects were planted",
  none: "nothing the paper offers could test it",
};
const NOT_RUN = "not run";

/** A claim of the list with the card that a notebook shows for it; null where no notebook of this book does. */
interface Row {
  readonly listed: ListedClaim;
  readonly card: FoundClaim | null;
}

/** Make the page of all claims, which a reader can narrow down by verdict and by evidence. */
export function claimsPage(book: Book): Page {
  const cards = new Map(book.chapters.flatMap(({ claims }) => claims).map((card) => [card.id, card]));
  const rows = book.listed.map((listed): Row => ({ listed, card: cards.get(listed.id) ?? null }));
  return {
    name: "claims",
    title: "Claims and verdicts",
    sections: rows.map(({ listed, card }) => ({
      anchor: listed.id,
      title: `Claim ${listed.id}`,
      text: [listed.claim, listed.evidence, card?.verdict ?? NOT_RUN, card?.detail ?? ""].join(" "),
    })),
    render: (addresses) =>
      html`<div class="prose">
          <h1>Claims and verdicts</h1>
          <p>
            The study's argument in ${rows.length} claims, in our words. A verdict follows from the evidence
            that a claim can be held against, and from what the notebook computed. Each claim leads to the
            cell that argues it.
          </p>
        </div>
        ${renderFilter(rows)}
        <ol class="claims">
          ${rows.map((row) => renderRow(row, book, addresses))}
        </ol>
        ${renderLegend()}`,
  };
}

function renderFilter(rows: readonly Row[]): Html {
  const verdicts = [...VERDICTS, NOT_RUN].filter((verdict) => rows.some((row) => verdictOf(row) === verdict));
  const kinds = Object.keys(EVIDENCE).filter((kind) => rows.some(({ listed }) => listed.evidence === kind));
  const select = (key: string, label: string, values: readonly string[], all: string) => html`<label>${label}
<select data-filter="${key}"><option value="">${all}</option>
${values.map((value) => html`<option>${value}</option>`)}</select></label>`;
  return html`<form class="filter" aria-label="Choose claims" hidden>
${select("verdict", "Verdict", verdicts, "all verdicts")}
${select("evidence", "Evidence", kinds, "all kinds")}
<p role="status" data-count>${rows.length} claims</p></form>`;
}

function renderRow({ listed, card }: Row, book: Book, addresses: Addresses): Html {
  const { id, section, notebook, evidence, claim } = listed;
  const verdict = verdictOf({ listed, card });
  const place = card === null ? placeWithout(notebook, book, addresses) : placeOfCard(card, book, addresses);
  const facts: [string, Html | string][] = [
    ["Evidence", `${evidence}; paper: ${placeOf(section)}`],
    ...(card === null ? [] : cardFacts(card, listed, book)),
    ["Argued in", place],
  ];
  return html`<li class="claim ${verdictClass(verdict)}" id="${addresses.id("claims", id)}"
data-verdict="${verdict}" data-evidence="${evidence}">
<p><strong>${id}</strong> ${verdictChip(verdict)}</p>
<p>${claim}</p>
<dl>${facts.map(factOf)}</dl></li>`;
}

function placeOfCard({ id, notebook, cell }: FoundClaim, book: Book, addresses: Addresses): Html {
  const name = titleOf(notebook, book) ?? notebook;
  return html`<a href="${addresses.href(notebook, cell)}">${name}<span class="unseen">: the cell of ${id}</span></a>`;
}

function placeWithout(notebook: string, book: Book, addresses: Addresses): Html | string {
  const title = titleOf(notebook, book);
  if (title === undefined) return `notebook ${notebook}, which is not in this book`;
  return html`<a href="${addresses.href(notebook)}">${title}</a>, which shows no card for it`;
}

function titleOf(notebook: string, { chapters }: Book): string | undefined {
  return chapters.find(({ name }) => name === notebook)?.title;
}

function factOf([name, text]: readonly [string, Html | string]): Html {
  return html`<div><dt>${name}</dt><dd>${text}</dd></div>`;
}

/** "4; Table 1" is "section 4; Table 1", "4, 5" is "sections 4, 5", and "Table 1" stands for itself. */
function placeOf(section: string): string {
  if (!/^\d/.test(section)) return section;
  return `${/^\d+, \d/.test(section) ? "sections" : "section"} ${section}`;
}

function cardFacts(card: FoundClaim, { expected, evidence }: ListedClaim, book: Book): [string, string][] {
  const isOpen = book.ownCorpus && evidence === "corpus";
  return [
    ...(card.published === "–" ? [] : [["Published", card.published] as [string, string]]),
    ...(card.computed === "–" ? [] : [["Computed", card.computed] as [string, string]]),
    ["In short", card.detail],
    ...(isOpen || expected === card.verdict ? [] : [["Expected", expected] as [string, string]]),
  ];
}

function renderLegend(): Html {
  return html`<div class="prose">
    <h2>What the words mean</h2>
    <p>
      <em>Reproduced</em>, <em>reproduced with remarks</em> and <em>contradicted</em> are said of claims that
      the paper's own tables or public figures can test. <em>Contradicted</em> says that two things in print
      disagree, not that the argument is wrong.
    </p>
    <p>
      <em>Recovered</em> and <em>missed</em> are said on the teaching corpus, in which the effects were
      planted: they say whether a method works and nothing about the migrants. On a reader's own exports the
      words are <em>supported</em>, <em>not supported</em> and <em>too little data</em>.
    </p>
    <p><em>Not testable</em> is a result too: nothing at hand could decide.</p>
    <dl class="legend">${Object.entries(EVIDENCE).map(factOf)}</dl>
  </div>`;
}

function verdictOf({ card }: Row): string {
  return card?.verdict ?? NOT_RUN;
}
