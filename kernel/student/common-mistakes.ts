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
  {
    notebook: "03-everyday-engagement",
    exercise: "gaps",
    mistake: "takes a gap for a zero",
    answer: `function meanKnown(reactions: readonly (number | null)[]): number | null {
  return reactions.reduce<number>((sum, count) => sum + (count ?? 0), 0) / reactions.length;
}`,
    message: "a gap is no zero",
  },
  {
    notebook: "03-everyday-engagement",
    exercise: "within",
    mistake: "adds communities up before comparing",
    answer: `type Pair = { posts: number; comments: number; otherPosts: number; otherComments: number };
function pooledRatio(pairs: readonly Pair[]): number {
  const sum = (key: keyof Pair) => pairs.reduce((total, pair) => total + pair[key], 0);
  return sum("comments") / sum("posts") / (sum("otherComments") / sum("otherPosts"));
}`,
    message: "this adds up first",
  },
  {
    notebook: "03-everyday-engagement",
    exercise: "errors-of",
    mistake: "repairs what was missed and keeps what was found wrongly",
    answer: `function trueShare(observed: number, sensitivity: number, specificity: number): number {
  if (sensitivity + specificity <= 1) throw new RangeError("needed a better classifier");
  return observed / sensitivity;
}`,
    message: "this repairs what was missed, but not what was found wrongly",
  },
  {
    notebook: "04-covid-dark-july",
    exercise: "peak",
    mistake: "reports the largest number, a day that is no count",
    answer: `function reportedPeak(cases: readonly number[]): number {
  return Math.max(...cases);
}`,
    message: "no day had so many",
  },
  {
    notebook: "04-covid-dark-july",
    exercise: "chance",
    mistake: "leaves the observed order out, so that p can be 0",
    answer: `function chanceOf(seen: number, turns: readonly number[]): number {
  return turns.filter((turned) => turned >= seen).length / turns.length;
}`,
    message: "nine turns cannot say never",
  },
  {
    notebook: "04-covid-dark-july",
    exercise: "busy",
    mistake: "compares numbers of posts where shares were asked for",
    answer: `type Week = { on: number; of: number; inCrisis: boolean };
function timesQuiet(weekly: readonly Week[]): number {
  const mean = (weeks: readonly Week[]) => weeks.reduce((sum, { on }) => sum + on, 0) / weeks.length;
  return mean(weekly.filter((week) => week.inCrisis)) / mean(weekly.filter((week) => !week.inCrisis));
}`,
    message: "four times the posts on everything",
  },
  {
    notebook: "05-october-revolution",
    exercise: "rule",
    mistake: "looks at the days after the event too",
    answer: `type Day = { day: string; political: number; posts: number };
function wasApolitical(diary: readonly Day[], event: string): boolean | null {
  const sum = (key: "political" | "posts") => diary.reduce((total, one) => total + one[key], 0);
  return sum("posts") === 0 ? null : sum("political") / sum("posts") < 1 / 20;
}`,
    message: "this looks at days after the event",
  },
  {
    notebook: "05-october-revolution",
    exercise: "apart",
    mistake: "takes the share of those with a stance for polarisation",
    answer: `function polarised(support: number, doubt: number, neither: number): number {
  return (support + doubt) / (support + doubt + neither);
}`,
    message: "nobody stands apart",
  },
  {
    notebook: "05-october-revolution",
    exercise: "trigger",
    mistake: "subtracts days of the month",
    answer: `function mayFollow(event: string, onset: string): boolean {
  const after = Number(onset.slice(-2)) - Number(event.slice(-2));
  return after >= 0 && after <= 7;
}`,
    message: "use the whole date",
  },
  {
    notebook: "06-border-conflict",
    exercise: "joined",
    mistake: "folds the case alone",
    answer: `function sameTag(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}`,
    message: "capitals and underscores do not make a tag",
  },
  {
    notebook: "06-border-conflict",
    exercise: "spread",
    mistake: "counts the unknown author as a person",
    answer: `type Use = { author: string | null; community: string };
function reached(uses: readonly Use[]): { authors: number; communities: number } {
  const count = (key: keyof Use) => new Set(uses.map((use) => use[key])).size;
  return { authors: count("author"), communities: count("community") };
}`,
    message: "nobody knows who null is",
  },
  {
    notebook: "06-border-conflict",
    exercise: "ledger",
    mistake: "lets generated posts bear out a real event",
    answer: `type Place = { inPaper: boolean; inReport: boolean; inPosts: boolean };
function standing({ inPaper, inReport, inPosts }: Place): string {
  const isSeen = inReport || inPosts;
  return inPaper ? (isSeen ? "borne out" : "not found") : isSeen ? "added" : "says nothing";
}`,
    message: "these posts were written by nobody",
  },
  {
    notebook: "07-robustness",
    exercise: "stands",
    mistake: "counts too little data against the claim",
    answer: `function shareHolding(specifications: readonly (boolean | null)[]): number | null {
  return specifications.filter((holds) => holds === true).length / specifications.length;
}`,
    message: "too little data is no answer",
  },
  {
    notebook: "07-robustness",
    exercise: "smallest",
    mistake: "takes the first size that was found often enough, which may be luck",
    answer: `type Row = { size: number; found: number };
function smallestFound(curve: readonly Row[]): number | null {
  const enough = curve.filter((row) => row.found >= 0.8).map((row) => row.size);
  return enough.length === 0 ? null : Math.min(...enough);
}`,
    message: "0.1 was lucky",
  },
  {
    notebook: "07-robustness",
    exercise: "left",
    mistake: "takes deletion from the crisis alone",
    answer: `function ratioLeft(ratio: number, early: number, late: number): number {
  return ratio * (1 - late);
}`,
    message: "what happens to a ratio?",
  },
  {
    notebook: "08-conclusions",
    exercise: "world",
    mistake: "counts what was recovered as if it were reproduced",
    answer: `type Line = { evidence: string; verdict: string };
function aboutWorld(lines: readonly Line[]): { tested: number; hold: number } {
  const tested = lines.filter(({ evidence }) => evidence !== "none");
  return { tested: tested.length, hold: tested.filter(({ verdict }) => verdict.startsWith("re")).length };
}`,
    message: "recovered is about a method",
  },
  {
    notebook: "08-conclusions",
    exercise: "many",
    mistake: "adds chances up",
    answer: `function anyByChance(level: number, claims: number): number {
  return Math.min(1, level * claims);
}`,
    message: "counts twice where two are wrong at once",
  },
  {
    notebook: "08-conclusions",
    exercise: "ownform",
    mistake: "compares numbers of posts where shares were asked for",
    answer: `type InCrisis = { posts: number; of: number };
function mostIn(kinds: readonly InCrisis[][]): number[] {
  return kinds.map((crises) => {
    const posts = crises.map((one) => one.posts);
    return posts.indexOf(Math.max(...posts));
  });
}`,
    message: "nine posts are the most, but of 900",
  },
];
