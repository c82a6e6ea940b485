import MarkdownIt from "markdown-it";

import { highlightCode } from "./highlight-code";
import { type Html, trusted } from "./html";

/** How prose is put into a page. */
export interface MarkdownOptions {
  /** Where a link leads in the book; null for what the book does not hold, of which the words stay. */
  readonly resolve: (href: string) => string | null;
  /** The id of the nth heading of the text, counted from 0; null for none. */
  readonly headingId: (n: number, text: string) => string | null;
}

/** A heading of a text. */
export interface Heading {
  readonly level: number;
  /** Without markup. */
  readonly text: string;
}

/** No HTML passes: prose is written in markdown alone, and what looks like a tag is shown as it stands. */
const parser = new MarkdownIt({
  html: false,
  highlight: (code, language) => highlightCode(code.trimEnd(), language).text,
});

type Token = ReturnType<typeof parser.parse>[number];

/**
 * Put a text in markdown into HTML.
 *
 * Links are looked up in the book; tables scroll within themselves, and a table without headings above its columns
 * gets them at its rows. Addresses that would run as script are refused by the parser.
 */
export function renderMarkdown(source: string, { resolve, headingId }: MarkdownOptions): Html {
  const tokens = parser.parse(source, {});
  let headings = 0;
  tokens.forEach((token, i) => {
    if (token.type === "heading_open") {
      const id = headingId(headings++, plainText(tokens[i + 1]));
      if (id !== null) token.attrSet("id", id);
    }
    if (token.type === "inline") resolveLinks(token.children ?? [], resolve);
  });
  return trusted(parser.renderer.render(tableRows(tokens), parser.options, {}));
}

/** Render words of one line: emphasis and code, no paragraph. */
export function renderInline(source: string): Html {
  return trusted(parser.renderInline(source));
}

/** List the headings of a text in markdown. */
export function headingsOf(source: string): Heading[] {
  const tokens = parser.parse(source, {});
  return tokens.flatMap((token, i) =>
    token.type === "heading_open"
      ? [{ level: Number(token.tag.slice(1)), text: plainText(tokens[i + 1]) }]
      : [],
  );
}

/** A text in markdown without its markup, for searching. */
export function plainMarkdown(source: string): string {
  return parser
    .parse(source, {})
    .map((token) =>
      token.type === "inline" ? plainText(token) : token.type === "fence" ? token.content : "",
    )
    .filter((text) => text !== "")
    .join(" ");
}

function plainText(inline: Token | undefined): string {
  const parts = (inline?.children ?? []).map(({ type, content }) => (type.endsWith("break") ? " " : content));
  return parts.join("");
}

/** Lead links to where the book has their target; a picture is shown by its words, since the book has it elsewhere. */
function resolveLinks(children: Token[], resolve: MarkdownOptions["resolve"]): void {
  const dropped: boolean[] = [];
  for (const token of children) {
    if (token.type === "link_open") {
      const href = String(token.attrGet("href") ?? "");
      const isOutside = /^(https?:|mailto:)/i.test(href);
      const target = isOutside ? href : resolve(decodeHref(href));
      dropped.push(target === null);
      if (target === null) token.attrs = null;
      else token.attrSet("href", target);
      if (isOutside) token.attrSet("rel", "noopener noreferrer");
      if (target === null) token.tag = "span";
    } else if (token.type === "link_close" && dropped.pop()) {
      token.tag = "span";
    } else if (token.type === "image") {
      token.type = "text";
    }
  }
}

function decodeHref(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** In a table whose head is empty, the first cell of each row is that row's heading. */
function tableRows(tokens: Token[]): Token[] {
  const kept: Token[] = [];
  let isHeadless = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.type === "thead_open") {
      const end = tokens.findIndex((other, j) => j > i && other.type === "thead_close");
      isHeadless = tokens.slice(i, end).every(({ type, content }) => type !== "inline" || content === "");
      if (isHeadless) {
        i = end;
        continue;
      }
    }
    const opensRow = tokens[i - 1]?.type === "tr_open";
    if (isHeadless && opensRow && token.type === "td_open") {
      token.tag = "th";
      token.attrSet("scope", "row");
      const close = tokens[i + 2];
      if (close?.type === "td_close") close.tag = "th";
    }
    if (token.type === "table_close") isHeadless = false;
    kept.push(token);
  }
  return kept;
}

parser.renderer.rules["table_open"] = () => '<div class="scroll"><table>\n';
parser.renderer.rules["table_close"] = () => "</table></div>\n";
parser.renderer.rules["th_open"] = (tokens, i, options, _, self) => {
  const token = tokens[i] as Token;
  if (token.attrGet("scope") === null) token.attrSet("scope", "col");
  return self.renderToken(tokens, i, options);
};
