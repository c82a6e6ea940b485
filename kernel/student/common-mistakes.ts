/** A wrong answer that students give, and what they are told. */
export interface CommonMistake {
  /** Such as "01-sampling". */
  readonly notebook: string;
  /** Id of the cell for the answer, without "-answer". */
  readonly exercise: string;
  /** What goes wrong in the student's head, in a few words. */
  readonly mistake: string;
  /** The whole cell, as a student would write it. */
  readonly answer: string;
  /** A part of the message of the test that fails. */
  readonly message: string;
}

/**
 * The most common mistake in each exercise: `docs/teaching.md` explains it to instructors, and a test hands it in
 * to nbgrader, to see that it earns nothing and gets a message that teaches.
 */
export const COMMON_MISTAKES: readonly CommonMistake[] = [
  {
    notebook: "00-start-here",
    exercise: "share",
    mistake: "divides by all claims, also by those that nothing can test",
    answer: `type Evidence = "table" | "external" | "corpus" | "none";
function shareOnReal(evidence: readonly Evidence[]): number | null {
  const real = evidence.filter((kind) => kind === "table" || kind === "external");
  return evidence.length === 0 ? null : real.length / evidence.length;
}`,
    message: "divides by all four claims; which of them can be tested?",
  },
  {
    notebook: "00-start-here",
    exercise: "word",
    mistake: "calls a planted effect reproduced",
    answer: `function verdictWord(kind: Evidence, holds: boolean, corpus: "teaching" | "own"): string {
  return kind === "none" ? "not testable" : holds ? "reproduced" : "contradicted";
}`,
    message: "we planted it",
  },
  {
    notebook: "00-start-here",
    exercise: "scripts",
    mistake: "takes [а-я] for the Cyrillic alphabet, which lacks ң, ө, ү and ё",
    answer: `function mixesScripts(word: string): boolean {
  return /[a-z]/i.test(word) && /[а-я]/i.test(word);
}`,
    message: "[а-я] does not hold them",
  },
  {
    notebook: "01-sampling",
    exercise: "bounds",
    mistake: "counts unknown as met",
    answer: `type RuleOutcome = "met" | "excepted" | "not met" | "unknown";
function fewestAndMost(rows: readonly RuleOutcome[][]): [fewest: number, most: number] {
  const kept = rows.filter((row) => !row.includes("not met")).length;
  return [kept, kept];
}`,
    message: "this reads unknown as met",
  },
  {
    notebook: "01-sampling",
    exercise: "reach",
    mistake: "takes the mean of the destinations' ratios",
    answer: `type Destination = { members: number; migrants: number | null };
function membersPer100(rows: readonly Destination[]): number {
  const known = rows.filter((row) => row.migrants !== null);
  if (known.length === 0) throw new RangeError("needed a destination with migrants, found none");
  return known.reduce((sum, row) => sum + (100 * row.members) / row.migrants!, 0) / known.length;
}`,
    message: "255 is the mean of 10 and 500",
  },
  {
    notebook: "01-sampling",
    exercise: "order",
    mistake: "takes a tie for a contradiction",
    answer: `function isAllowed(migrantsInOrder: readonly number[]): boolean {
  return migrantsInOrder.every((migrants, i, all) => i === 0 || all[i - 1]! > migrants);
}`,
    message: "a tie allows either order",
  },
  {
    notebook: "02-frequency",
    exercise: "weighted",
    mistake: "divides by all words, also by those left out",
    answer: `type Rules = { minLength: number; stop: readonly string[] };
function weightedPercentage(words: readonly string[], word: string, rules: Rules): number {
  return (100 * words.filter((one) => one === word).length) / words.length;
}`,
    message: "NVivo divides by those that are left",
  },
  {
    notebook: "02-frequency",
    exercise: "voices",
    mistake: "pools the words of all communities",
    answer: `type Month = { community: string; words: number; hits: number };
function meanShare(rows: readonly Month[]): number {
  const total = (key: "words" | "hits") => rows.reduce((sum, row) => sum + row[key], 0);
  return total("hits") / total("words");
}`,
    message: "the large community speaks alone",
  },
  {
    notebook: "02-frequency",
    exercise: "rise",
    mistake: "drops pairs of equal values from the denominator",
    answer: `function kendallTau(values: readonly number[]): number {
  const steps = values
    .flatMap((later, i) => values.slice(0, i).map((earlier) => Math.sign(later - earlier)))
    .filter((step) => step !== 0);
  return steps.reduce((sum, step) => sum + step, 0) / steps.length;
}`,
    message: "equal pairs are pairs too",
  },
];
