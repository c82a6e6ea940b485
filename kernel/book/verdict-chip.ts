import { type Html, html } from "./html";

/** A sign for each verdict, beside the words, for readers who do not see the colour. */
const SIGNS: Readonly<Record<string, string>> = {
  reproduced: "✓",
  "reproduced with remarks": "≈",
  contradicted: "✗",
  recovered: "✓",
  missed: "✗",
  supported: "✓",
  "not supported": "✗",
  "too little data": "?",
  "not testable": "○",
};

/** The order in which verdicts are listed. */
export const VERDICTS: readonly string[] = Object.keys(SIGNS);

/** The class that gives a verdict its colour: one for those that hold, with remarks, do not hold, cannot be said. */
export function verdictClass(verdict: string): string {
  switch (SIGNS[verdict]) {
    case "✓":
      return "holds";
    case "≈":
      return "holds-with-remarks";
    case "✗":
      return "fails";
    default:
      return "open";
  }
}

/** Show a verdict: a sign, words, and a colour that only repeats them. */
export function verdictChip(verdict: string): Html {
  const sign = SIGNS[verdict];
  return html`<strong class="chip ${verdictClass(verdict)}">${sign === undefined ? "" : `${sign} `}${verdict}</strong>`;
}
