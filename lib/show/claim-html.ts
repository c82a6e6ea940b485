import type { Verdict } from "../load/load-claims";
import { escapeHtml } from "./escape";
import { type ShownClaim, claimRows, signedVerdict } from "./shown-claim";

/**
 * Background of the verdict, under white letters: contrast 7 to 1 or more, and blue against orange-red so
 * that readers who do not tell red from green still see two colours. Sign and words say the same.
 */
export const VERDICT_COLOURS: Readonly<Record<Verdict, string>> = {
  reproduced: "#00527f",
  recovered: "#00527f",
  supported: "#00527f",
  "reproduced with remarks": "#6b4a00",
  contradicted: "#8f2d00",
  missed: "#8f2d00",
  "not supported": "#8f2d00",
  "too little data": "#4a4a4a",
  "not testable": "#4a4a4a",
};

/** Draw a claim's card as HTML without style sheet or script; every part is understood without its styles. */
export function claimHtml(shown: ShownClaim): string {
  const { id, words, verdict } = shown;
  const colour = VERDICT_COLOURS[verdict];
  const side = "text-align:left;vertical-align:top;padding:0.2em 0.75em;";
  const rows = claimRows(shown).map(
    ([name, text]) =>
      `<tr><th scope="row" align="left" style="${side}white-space:nowrap">${escapeHtml(name)}</th>` +
      `<td align="left" style="${side}overflow-wrap:break-word;max-width:36em">${escapeHtml(text)}</td></tr>`,
  );
  return [
    `<div class="tex2jax_ignore" style="border:1px solid rgba(128,128,128,0.5);border-left:6px solid ${colour};` +
      `padding:0.5em 0.75em;max-width:52em;overflow-x:auto">`,
    `<p style="margin:0 0 0.25em 0"><strong>${escapeHtml(id)}</strong> ` +
      `<strong style="background:${colour};color:#ffffff;padding:0.1em 0.5em;white-space:nowrap">` +
      `${escapeHtml(signedVerdict(verdict))}</strong></p>`,
    `<p style="margin:0 0 0.25em 0">${escapeHtml(words)}</p>`,
    `<table style="border-collapse:collapse;margin:0"><tbody>`,
    ...rows,
    `</tbody></table>`,
    `</div>`,
  ].join("\n");
}
