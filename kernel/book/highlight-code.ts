import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import json from "highlight.js/lib/languages/json";
import typescript from "highlight.js/lib/languages/typescript";

import { escapeText, type Html, trusted } from "./html";

hljs.registerLanguage("typescript", typescript);
hljs.registerLanguage("bash", bash);
hljs.registerLanguage("json", json);
hljs.registerAliases(["sh", "shell"], { languageName: "bash" });

const done = new Map<string, Html>();

/** Colour code by its grammar; code in a language that is not known here is escaped and left plain. */
export function highlightCode(code: string, language: string): Html {
  const key = `${language}\n${code}`;
  const before = done.get(key);
  if (before !== undefined) return before;
  const known = hljs.getLanguage(language) !== undefined;
  const html = trusted(known ? hljs.highlight(code, { language }).value : escapeText(code));
  done.set(key, html);
  return html;
}
