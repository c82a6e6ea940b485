import { diffArrays } from "diff";

const LONGEST_VALUE = 72;
// Beyond so many changed lines the texts are told line by line as they stand; finding the shortest script takes
// long.
const MOST_EDITS = 400;
const NUMBER = /\d+(?:\.\d+)?/g;

/**
 * Compare two texts line by line, exactly.
 *
 * A line that was added or taken away does not make all later ones differ. Line numbers are those of the
 * committed text.
 *
 * @param label  what the text is, such as "stdout"; opens every line of the report
 * @returns one line a difference, long ones cut to the part that differs; empty when the texts are the same
 *
 * @example
 * compareText("stdout", "a\nb\n", "a\nc\n"); // ['stdout line 2: committed "b", now "c"']
 */
export function compareText(label: string, before: string, after: string): string[] {
  if (before === after) return [];
  const [was, is] = [splitLines(before), splitLines(after)];
  const parts = diffArrays(was, is, { maxEditLength: MOST_EDITS }) ?? [
    { removed: true, added: false, value: was },
    { removed: false, added: true, value: is },
  ];
  const differences: string[] = [];
  let line = 1;
  parts.forEach((part, i) => {
    const { removed, added, value } = part;
    if (!removed && !added) line += value.length;
    if (removed) {
      const replaced = parts[i + 1]?.added ? (parts[i + 1]?.value ?? []) : [];
      for (const [j, text] of value.entries()) {
        differences.push(`${label} line ${line++}: ${changed(...aroundFirstDifference(text, replaced[j]))}`);
      }
    }
    if (added) {
      const nReplaced = parts[i - 1]?.removed ? (parts[i - 1]?.value.length ?? 0) : 0;
      for (const text of value.slice(nReplaced)) {
        differences.push(`${label} after line ${line - 1}: ${changed(undefined, text)}`);
      }
    }
  });
  if (differences.length > 0) return differences;
  const [had, has] = [before, after].map((text) =>
    text.endsWith("\n") ? "a final line break" : "no final line break",
  );
  return [`${label}: committed ${had}, now ${has}`];
}

/**
 * Tell whether two texts are the same but for numbers that differ by at most one unit of their last printed
 * digit.
 *
 * @example
 * isSameButForLastDigit("share 0.41", "share 0.42"); // true
 * isSameButForLastDigit("share 0.41", "share 0.43"); // false
 */
export function isSameButForLastDigit(before: string, after: string): boolean {
  if (before.replace(NUMBER, "0") !== after.replace(NUMBER, "0")) return false;
  const printed = after.match(NUMBER) ?? [];
  return (before.match(NUMBER) ?? []).every((number, i) => {
    const digits = number.split(".")[1]?.length ?? 0;
    // The product carries a rounding error of its own: 0.42 - 0.41 is a little more than 0.01.
    return Math.abs(Number(number) - Number(printed[i])) <= 1.000001 * 10 ** -digits;
  });
}

/** Say how a value changed: `committed 12500, now 12600`. Texts stand in quotation marks, long ones are cut. */
export function changed(was: unknown, is: unknown): string {
  return `committed ${quote(was)}, now ${quote(is)}`;
}

/** A value as JSON, cut to one line's length; "nothing" for undefined. */
export function quote(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

function splitLines(text: string): string[] {
  return text.replace(/\n$/, "").split("\n");
}

/** Both lines, cut to the part around the first character that differs: HTML is often one long line. */
function aroundFirstDifference(was: string, is: string | undefined): [string, string | undefined] {
  const width = LONGEST_VALUE - 12;
  if (is === undefined || Math.max(was.length, is.length) <= width) return [was, is];
  let at = 0;
  while (at < was.length && was[at] === is[at]) at++;
  const from = Math.max(0, at - Math.floor(width / 3));
  const part = (text: string): string => {
    return `${from > 0 ? "…" : ""}${text.slice(from, from + width)}${from + width < text.length ? "…" : ""}`;
  };
  return [part(was), part(is)];
}
