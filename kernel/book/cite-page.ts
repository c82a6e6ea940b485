import { type Html, html } from "./html";
import type { Page } from "./page";
import type { Author, Citation, Reference } from "./read-book";

/** Make the page that says how to cite the project and the paper, from `CITATION.cff`. */
export function citePage(citation: Citation): Page {
  const { references = [] } = citation;
  return {
    name: "cite",
    title: "How to cite",
    sections: [
      {
        anchor: "cite",
        title: "How to cite",
        text: [citation.title, ...references.map(({ title }) => title)].join(" "),
      },
    ],
    render: (addresses) => html`<div class="prose" id="${addresses.id("cite", "cite")}"><h1>How to cite</h1>
<p>Please cite this project, and the paper whose claims it tests.</p>
<h2>This project</h2>
<p class="reference">${softwareReference(citation)}</p>
<pre><code>${softwareBibtex(citation)}</code></pre>
${references.map(renderReference)}
<h2>May I use it?</h2>
<p>Code is licensed under MIT, text and data under CC BY 4.0. Figures have the buttons <em>SVG</em> and
<em>PNG</em> under them, and tables <em>CSV</em>: take what you need and name the source.</p></div>`,
  };
}

function renderReference(reference: Reference): Html {
  return html`<h2>The paper</h2>
<p class="reference">${articleReference(reference)}</p>
<pre><code>${articleBibtex(reference)}</code></pre>`;
}

function softwareReference({ authors = [], title, version, ...rest }: Citation): Html {
  const year = yearOf(rest["date-released"]);
  const edition = version === undefined ? "" : ` (version ${version})`;
  return html`${namesOf(authors)}${year !== undefined && ` (${year})`}. <em>${title}</em>${edition} [Computer
    software].`;
}

function articleReference({
  authors = [],
  title,
  journal,
  volume,
  issue,
  start,
  year,
  doi,
}: Reference): Html {
  const inIssue = `${volume === undefined ? "" : ` ${volume}`}${issue === undefined ? "" : `(${issue})`}`;
  const place = html`<em>${journal ?? ""}</em>${inIssue}${start !== undefined && `, ${start}`}`;
  const link =
    doi === undefined
      ? null
      : html` <a href="https://doi.org/${doi}" rel="noopener noreferrer">https://doi.org/${doi}</a>`;
  return html`${namesOf(authors)}${year !== undefined && ` (${year})`}. ${title}. ${place}.${link}`;
}

function softwareBibtex({ authors = [], title, version, ...rest }: Citation): string {
  return bibtex("software", "clicks-to-streets", {
    author: bibtexNames(authors),
    title: `{${title}}`,
    version,
    year: yearOf(rest["date-released"]),
  });
}

function articleBibtex({ authors = [], title, journal, volume, issue, start, year, doi }: Reference): string {
  const key = `${(authors[0]?.["family-names"] ?? "paper").toLowerCase()}${year ?? ""}`;
  return bibtex("article", key, {
    author: bibtexNames(authors),
    title: `{${title}}`,
    journal,
    volume,
    number: issue,
    pages: start,
    year,
    doi,
  });
}

function bibtex(
  type: string,
  key: string,
  fields: Readonly<Record<string, string | number | undefined>>,
): string {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = {${value}},`],
  );
  return [`@${type}{${key},`, ...lines, "}"].join("\n");
}

function yearOf(date: string | Date | undefined): string | undefined {
  return date === undefined ? undefined : (date instanceof Date ? date.toISOString() : date).slice(0, 4);
}

function namesOf(authors: readonly Author[]): string {
  return authors
    .map((author) => author.name ?? `${author["family-names"]}, ${initialsOf(author["given-names"] ?? "")}`)
    .join(", ");
}

function initialsOf(names: string): string {
  return names
    .split(/\s+/)
    .filter((name) => name !== "")
    .map((name) => `${[...name][0]}.`)
    .join(" ");
}

function bibtexNames(authors: readonly Author[]): string {
  return authors
    .map(({ name, ...author }) =>
      name === undefined ? `${author["family-names"]}, ${author["given-names"]}` : `{${name}}`,
    )
    .join(" and ");
}
