import { revealUnseen } from "./escape";
import { type ShownClaim, claimRows, signedVerdict } from "./shown-claim";
import { terminalWidth, wrapColumns } from "./terminal-width";

const WIDTH = 90;

/** Draw a claim's card for a terminal. */
export function claimText(shown: ShownClaim): string {
  const rows = claimRows(shown);
  const indent = Math.max(...rows.map(([name]) => terminalWidth(name))) + 4;
  const lines = rows.flatMap(([name, text]) => {
    const wrapped = wrapColumns(revealUnseen(text), WIDTH - indent);
    return wrapped.map((line, i) => (i === 0 ? `  ${name}`.padEnd(indent) : " ".repeat(indent)) + line);
  });
  return [
    `${shown.id}: ${signedVerdict(shown.verdict)}`,
    ...wrapColumns(revealUnseen(shown.words), WIDTH - 2).map((line) => `  ${line}`),
    ...lines,
  ].join("\n");
}
