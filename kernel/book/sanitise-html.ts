import createDOMPurify, { type Config, type DOMPurify, type WindowLike } from "dompurify";
import { JSDOM } from "jsdom";

import { type Html, trusted } from "./html";

/**
 * What a table or a claim card of a notebook is made of. Nothing that runs, loads, asks for input or names itself:
 * an id or a class could pass for a part of the page.
 */
const ALLOWED: Config = {
  ALLOWED_TAGS: [
    ...["div", "p", "span", "br", "hr", "strong", "em", "b", "i", "u", "s", "small", "sub", "sup", "code", "pre", "mark"],
    ...["table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "ul", "ol", "li", "dl", "dt", "dd", "a"],
  ],
  ALLOWED_ATTR: ["scope", "colspan", "rowspan", "align", "href", "lang", "dir", "title"],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^https?:\/\//i,
};

let purifier: DOMPurify | undefined;
const done = new Map<string, Html>();

/**
 * Take out of a notebook's HTML whatever could run, load or pretend, and leave tables and plain text.
 *
 * Styles go too: the book has its own. `align` becomes a class, and links open without telling where they came from.
 */
export function sanitiseHtml(source: string): Html {
  const before = done.get(source);
  if (before !== undefined) return before;
  purifier ??= makePurifier();
  const html = trusted(purifier.sanitize(source, ALLOWED));
  done.set(source, html);
  return html;
}

function makePurifier(): DOMPurify {
  const made = createDOMPurify(new JSDOM("").window as unknown as WindowLike);
  made.addHook("afterSanitizeAttributes", (element) => {
    const align = element.getAttribute("align");
    if (align !== null) {
      element.removeAttribute("align");
      if (align === "right" || align === "center") element.setAttribute("class", align);
    }
    if (element.hasAttribute("href")) element.setAttribute("rel", "noopener noreferrer");
  });
  return made;
}
