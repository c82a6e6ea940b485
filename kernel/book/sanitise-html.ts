import createDOMPurify, { type Config, type DOMPurify, type WindowLike } from "dompurify";

import { type Html, trusted } from "./html";
import { INNER_LINK, ownHtml } from "./own-html";

const PLAIN = ["scope", "colspan", "rowspan", "align", "lang", "dir", "title"];

/**
 * What a table or a claim card of a notebook is made of. Nothing that runs, loads, asks for input or names itself:
 * an id or a class could pass for a part of the page.
 */
const ALLOWED: Config = {
  ALLOWED_TAGS: [
    ...[
      "div",
      "p",
      "span",
      "br",
      "hr",
      "strong",
      "em",
      "b",
      "i",
      "u",
      "s",
      "small",
      "sub",
      "sup",
      "code",
      "pre",
      "mark",
    ],
    ...[
      "table",
      "caption",
      "thead",
      "tbody",
      "tfoot",
      "tr",
      "th",
      "td",
      "ul",
      "ol",
      "li",
      "dl",
      "dt",
      "dd",
      "a",
    ],
  ],
  ALLOWED_ATTR: [...PLAIN, "href"],
  // DOMPurify holds every attribute against the rule for addresses, save those that it is told are none.
  ADD_URI_SAFE_ATTR: PLAIN,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: new RegExp(`^https?://|${INNER_LINK.source}`, "i"),
};

let purifier: DOMPurify | undefined;
const done = new Map<string, Html>();

/**
 * Take out of a notebook's HTML whatever could run, load or pretend, and leave tables and plain text.
 *
 * Styles go too: the book has its own. `align` becomes a class. Links lead to the web, without telling where they were
 * clicked, or to a notebook, where `resolve` of the page takes over.
 */
export function sanitiseHtml(source: string): Html {
  const before = done.get(source);
  if (before !== undefined) return before;
  const html = trusted(forReading(ownHtml(source) ?? purify(source)));
  done.set(source, html);
  return html;
}

/**
 * Mend three things in tables: a row whose first cell is empty has no heading, of which a screen reader would announce
 * one and say nothing; a date is not broken at its hyphens; and a cell with a long text keeps some width on a phone.
 */
function forReading(clean: string): string {
  return clean
    .replace(/<th scope="row"( class="\w+")?><\/th>/g, "<td$1></td>")
    .replace(/(<t[dh][^<>]*>)(\d{4}-\d\d(?:-\d\d)?)(?=<\/t)/g, '$1<span class="whole">$2</span>')
    .replace(/<(td|th scope="row")>(?=[^<>]{48,}<\/t)/g, '<$1 class="long">');
}

/** The same for any HTML at all, by DOMPurify. */
export function purify(source: string): string {
  purifier ??= makePurifier();
  return purifier.sanitize(source, ALLOWED);
}

function makePurifier(): DOMPurify {
  // Loaded when it is needed, which in a run of the project's own notebooks it is not: it takes half a second.
  const { JSDOM } = require("jsdom") as typeof import("jsdom");
  const made = createDOMPurify(new JSDOM("").window as unknown as WindowLike);
  made.addHook("afterSanitizeAttributes", (element) => {
    const align = element.getAttribute("align");
    if (align !== null) {
      element.removeAttribute("align");
      if (align === "right" || align === "center") element.setAttribute("class", align);
    }
    if (/^https?:/i.test(element.getAttribute("href") ?? ""))
      element.setAttribute("rel", "noopener noreferrer");
  });
  return made;
}
