import { stripVTControlCharacters } from "node:util";

import type { FoundClaim } from "../check-claims";
import { joinText } from "../join-text";
import type { MimeBundle, Output } from "../notebook-file";
import { dataAddress } from "./data-address";
import { type Html, html, scriptJson, trusted } from "./html";
import { safePicture } from "./safe-picture";
import { sanitiseHtml } from "./sanitise-html";
import { isTableRecord, tableCsv, type TableRecord } from "./table-csv";
import { verdictClass } from "./verdict-chip";

const PLOTLY = "application/vnd.plotly.v1+json";
const TABLE = "application/vnd.clicks-to-streets.table+json";
const WORDS = "application/vnd.clicks-to-streets.words+json";
const CLAIM = "application/vnd.clicks-to-streets.claim+json";

/** Where an output stands, for the names of the files that are saved from it. */
export interface OutputPlace {
  /** Such as "01-sampling-where-chart", without an ending. */
  readonly file: string;
  /** Where the claims page has a claim. */
  readonly claimHref: (id: string) => string;
  /** Where a link to a notebook leads in the book; null for one that the book does not hold. */
  readonly resolve: (href: string) => string | null;
}

/** Put an output of a cell into HTML, in the richest form that the book knows. */
export function renderOutput(output: Output, place: OutputPlace): Html {
  if (output.output_type === "stream") {
    const text = stripVTControlCharacters(joinText(output.text)).trimEnd();
    return html`<pre class="printed">${text}</pre>`;
  }
  if (output.output_type === "error") {
    const text = stripVTControlCharacters(output.traceback.join("\n")) || `${output.ename}: ${output.evalue}`;
    return html`<div class="error"><p><strong>This cell ended with an error.</strong></p><pre>${text}</pre></div>`;
  }
  const { data } = output;
  const words = stripVTControlCharacters(joinText(data["text/plain"] ?? ""));
  if (data["image/svg+xml"] !== undefined) return renderFigure(data, words, place);
  if (data["text/html"] !== undefined) {
    const content = resolveLinks(sanitiseHtml(joinText(data["text/html"])), place);
    if (data[CLAIM] !== undefined) return renderClaim(data[CLAIM] as FoundClaim, content, place);
    return renderTable(data, content, place);
  }
  const png = joinText(data["image/png"] ?? "").replace(/\s/g, "");
  if (png !== "" && /^[A-Za-z0-9+/]+=*$/.test(png)) {
    return html`<figure class="figure"><img src="data:image/png;base64,${png}" alt="${words}"></figure>`;
  }
  return words === "" ? html`` : html`<pre class="value">${words}</pre>`;
}

/** Lead links between notebooks to pages of the book; of others the words stay. */
function resolveLinks(content: Html, { resolve }: OutputPlace): Html {
  const text = content.text.replace(
    /<a href="([\w-]+\.ipynb[^"]*)">(.*?)<\/a>/g,
    (_, href: string, words: string) => {
      const target = resolve(href);
      return target === null ? words : html`<a href="${target}">${trusted(words)}</a>`.text;
    },
  );
  return trusted(text);
}

function renderClaim({ id, verdict }: FoundClaim, content: Html, { claimHref }: OutputPlace): Html {
  const link = html`<p class="tools"><a href="${claimHref(String(id))}">All claims</a></p>`;
  return html`<div class="claim ${verdictClass(String(verdict))}">${content}${link}</div>`;
}

function renderTable(data: MimeBundle, content: Html, place: OutputPlace): Html {
  const link = csvLink(data, "table", place);
  return html`<div class="output">
    <div class="scroll">${content}</div>
    ${link && html`<p class="tools">${link}</p>`}
  </div>`;
}

/** A link that saves the numbers behind an output; null where it does not carry them. */
function csvLink(data: MimeBundle, what: "table" | "figure", { file }: OutputPlace): Html | null {
  const record = data[TABLE] ?? wordsRecord(data[WORDS]);
  if (!isTableRecord(record)) return null;
  const { rows, rowCount = rows.length } = record;
  const part = rowCount > rows.length ? ` (first ${rows.length} of ${rowCount} rows)` : "";
  // The mark at the beginning tells Excel that the letters are Unicode.
  const address = dataAddress("text/csv;charset=utf-8", `\ufeff${tableCsv(record)}`);
  const name = what === "table" ? "CSV of this table" : "CSV of the numbers in this figure";
  return html`<a class="button" download="${file}.csv" href="${address}" aria-label="${name}${part}">CSV${part}</a>`;
}

/** The words of a word cloud as a table. */
function wordsRecord(value: unknown): TableRecord | undefined {
  const { words } = (value ?? {}) as { readonly words?: unknown };
  if (!Array.isArray(words)) return undefined;
  const columns = ["word", "weight", "group"].filter((name) =>
    words.some((word) => word?.[name] !== undefined),
  );
  return {
    columns: columns.map((name) => ({ name })),
    rows: words.map((word) => columns.map((name) => word?.[name])),
  };
}

/**
 * A figure: the static picture, which print and readers without script see, and what the page's script makes of it.
 *
 * The picture is an image and not a part of the page, so nothing in it can reach the page.
 */
function renderFigure(data: MimeBundle, words: string, place: OutputPlace): Html {
  const picture = safePicture(joinText(data["image/svg+xml"]));
  if (picture === null) {
    const why = "A picture is left out here: it holds more than lines and letters.";
    return html`<div class="error"><p>${why}</p><pre>${words}</pre></div>`;
  }
  const { svg, width, height } = picture;
  const address = dataAddress("image/svg+xml", svg);
  const plot = data[PLOTLY] as { data?: unknown; layout?: object } | undefined;
  const figure = plot && { data: plot.data, layout: { ...plot.layout, width, height } };
  const button = (act: string, text: string, name: string) =>
    html`<button type="button" class="button" data-act="${act}" aria-label="${name}" hidden>${text}</button>`;
  return html`<figure class="figure" data-file="${place.file}">
    <div class="scroll">
      <div class="paper"><img src="${address}" width="${width}" height="${height}" alt="${words}" /></div>
    </div>
    <figcaption class="tools">
      ${figure && button("explore", "Explore", "Explore this figure")}
      ${button("svg", "SVG", "SVG of this figure")}${button("png", "PNG", "PNG of this figure")}
      ${csvLink(data, "figure", place)}
    </figcaption>
    ${
      figure &&
      html`<script type="application/json">
        ${scriptJson(figure)}
      </script>`
    }
  </figure>`;
}
