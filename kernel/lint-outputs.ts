import { stripVTControlCharacters } from "node:util";

import { joinText } from "./join-text";
import type { Output } from "./notebook-file";

/** One broken rule in what a cell shows. */
export interface OutputFinding {
  readonly rule: string;
  /** What is needed and what was found. */
  readonly message: string;
}

const READABLE = ["text/plain", "text/markdown", "text/html"];
// The digits before a unit keep "Hz" and "terms" out; "5 s" without a decimal may be anything, such as "5
// S-Bahn".
const VOLATILE: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    "a duration",
    /(?<![\w.,])\d+(?:\.\d+)?\s?(?:ms|µs|ns|milliseconds)\b|(?<![\w.,])\d+\.\d+\s?(?:s|sec|seconds)\b/,
  ],
  [
    "a path of one machine",
    /(?<![\w./:])\/(?:home|Users|root|tmp|var|private|opt|usr|mnt)\/[\w.-]+|\b[A-Z]:\\\w+/,
  ],
  ["a file address", /\bfile:\/\/\S+/],
  ["a version of Node", /\bv(?:1[89]|[2-9]\d)\.\d+\.\d+\b|\bNode(?:\.js)? v?\d+\.\d+/],
];

/**
 * Find what the outputs of a cell must not hold.
 *
 * Committed outputs are compared with those of a new run, on another day and another machine; what cannot be
 * the same there must not be shown. And a picture needs words for a reader who does not see it.
 *
 * @param outputs      outputs of one cell
 * @param mayFail      whether the cell is meant to throw (tag `raises-exception`)
 * @param today        the date that counts as volatile, such as "2026-11-23"
 */
export function lintOutputs(outputs: readonly Output[], mayFail: boolean, today: string): OutputFinding[] {
  return outputs.flatMap((output) => {
    if (output.output_type === "error") {
      const found = stripVTControlCharacters(`${output.ename}: ${output.evalue}`).split("\n")[0] ?? "";
      return mayFail
        ? []
        : [{ rule: "error-output", message: `a cell must run without an error, found ${found}` }];
    }
    if (output.output_type === "stream") {
      const text = joinText(output.text);
      const findings = lintText(text, today);
      if (output.name === "stdout") return findings;
      const found = JSON.stringify(text.split("\n")[0] ?? "");
      return [
        ...findings,
        { rule: "warning-output", message: `a cell must not warn, found ${found} on ${output.name}` },
      ];
    }
    return [
      ...lintPicture(output.data),
      ...READABLE.flatMap((mime) => lintText(visibleText(output.data, mime), today)),
    ];
  });
}

function lintText(text: string, today: string): OutputFinding[] {
  const date = new RegExp(`\\b${today}\\b`);
  return [...VOLATILE, ["today's date", date] as const].flatMap(([what, pattern]) => {
    const found = pattern.exec(text)?.[0];
    if (found === undefined) return [];
    return [
      {
        rule: "volatile-output",
        message: `an output must be the same on every machine and day, found ${what}, "${found}"`,
      },
    ];
  });
}

function lintPicture(data: Readonly<Record<string, unknown>>): OutputFinding[] {
  const picture = Object.keys(data).find(
    (mime) => mime.startsWith("image/") || mime.startsWith("application/vnd.plotly"),
  );
  if (picture === undefined) return [];
  const words = joinText(data["text/plain"] ?? "").trim();
  if (/^[^<[{].*\s/.test(words)) return [];
  const found = words === "" ? "none" : `"${words.slice(0, 60)}"`;
  return [
    {
      rule: "alternative-text",
      message: `a picture needs a sentence in text/plain that says what it shows, found ${found}`,
    },
  ];
}

/** What a reader sees of a text; of HTML, what stands between the tags. */
function visibleText(data: Readonly<Record<string, unknown>>, mime: string): string {
  const text = data[mime] === undefined ? "" : joinText(data[mime]);
  return mime === "text/html" ? text.replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, " ") : text;
}
