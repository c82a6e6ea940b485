import { readFileSync } from "node:fs";

import { parse } from "csv-parse/sync";

/** How many of twelve forms of a noun and of a verb a stem shows in a large word list. */
export interface StemForms {
  readonly noun: number;
  readonly verb: number;
}

const STEMS = "data/kyrgyz-stems.csv";
const WORDS = "data/kyrgyz-words.csv";
const UNKNOWN: StemForms = { noun: 0, verb: 0 };

let stems: Map<string, StemForms> | undefined;
let words: Map<string, string> | undefined;

/**
 * Look up how well a Kyrgyz stem is attested.
 *
 * @param stem  lower-case; a stem with ө, ү, ң is also found by its spelling without them, unless that is a
 *   stem of its own
 * @returns counts from 0 to 12 from `data/kyrgyz-stems.csv`; 0 and 0 for what is not there
 */
export function stemForms(stem: string): StemForms {
  stems ??= loadStems();
  return stems.get(stem) ?? UNKNOWN;
}

/**
 * Look up the lemma of a word that the rules would misread: what only looks inflected (Баткен, нарын,
 * карата), pronouns (мага), and the few irregular nouns (балдар).
 *
 * @param form  lower-case, with or without ө, ү, ң
 * @returns the lemma from `data/kyrgyz-words.csv`, or undefined
 */
export function listedLemma(form: string): string | undefined {
  words ??= loadWords();
  return words.get(form);
}

/** Write a word as on a Russian keyboard, without ө, ү, ң. */
export function flatten(word: string): string {
  return word.replaceAll("ө", "о").replaceAll("ү", "у").replaceAll("ң", "н");
}

function loadRows(path: string, header: string): string[][] {
  const rows: string[][] = parse(readFileSync(path, "utf8"));
  if (rows[0]?.join() !== header) {
    throw new Error(`${path}:1: needed the columns ${header}, found "${rows[0]?.join()}"`);
  }
  return rows.slice(1);
}

function loadStems(): Map<string, StemForms> {
  const found = new Map<string, StemForms>();
  const rows = loadRows(STEMS, "stem,noun,verb");
  for (const [i, [stem = "", noun, verb]] of rows.entries()) {
    const forms = { noun: Number(noun), verb: Number(verb) };
    if (stem === "" || !(forms.noun >= 0 && forms.noun <= 12 && forms.verb >= 0 && forms.verb <= 12)) {
      throw new Error(
        `${STEMS}:${i + 2}: needed a stem and two counts from 0 to 12, found "${stem},${noun},${verb}"`,
      );
    }
    found.set(stem, forms);
  }
  for (const [stem, forms] of [...found]) {
    const flat = flatten(stem);
    if (!found.has(flat)) {
      found.set(flat, forms);
    }
  }
  return found;
}

function loadWords(): Map<string, string> {
  const found = new Map<string, string>();
  const rows = loadRows(WORDS, "form,lemma") as [string, string][];
  for (const [form, lemma] of rows) {
    found.set(form, lemma);
  }
  for (const [form, lemma] of rows) {
    if (!found.has(flatten(form))) {
      found.set(flatten(form), flatten(lemma));
    }
  }
  return found;
}
