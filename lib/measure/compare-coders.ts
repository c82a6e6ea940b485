import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

import type { CodedSheet, CodeLabel } from "../load/coded-sheet";
import { NONE } from "../load/coded-sheet";
import { cohenKappa } from "./cohen-kappa";
import type { Coefficient } from "./coefficient";
import { type Alpha, type AlphaLevel, krippendorffAlpha } from "./krippendorff-alpha";
import { percentAgreement } from "./percent-agreement";
import { wilsonInterval } from "./wilson-interval";
import { type YesNoCounts, yesNoKappa } from "./yes-no-kappa";

/** What coders coded, and with what. */
export interface ComparedCoding {
  /** The codebook's codes; for ordinal and interval levels in their order. */
  readonly codes: readonly CodeLabel[];
  /** Text of each document by key, shown beside disagreements. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Start of the random draws behind intervals; default 1. */
  readonly seed?: number;
  /** Bootstrap draws; default 2000. */
  readonly draws?: number;
  /**
   * Set where a document has one code alone, as a stance has: what the difference between two codes means.
   * At `interval` the codes' ids are numbers.
   */
  readonly level?: AlphaLevel;
}

/** Two coders over all codes. */
export interface PairAgreement {
  readonly first: string;
  readonly second: string;
  /** Documents that both coded. */
  readonly documents: number;
  /** Documents on which they gave the same codes, no more and no fewer. */
  readonly same: number;
  /** The same of 100, with Wilson's interval; null where they share no document. */
  readonly percent: number | null;
  readonly percentLow: number | null;
  readonly percentHigh: number | null;
  /** Kappa over every document and code, each a yes or a no; the interval is a bootstrap over documents. */
  readonly kappa: number | null;
  readonly kappaLow: number | null;
  readonly kappaHigh: number | null;
  /** Why a number is missing; empty where none is. */
  readonly remark: string;
}

/** All coders on one code: given or not given. */
export interface CodeAgreement {
  readonly code: string;
  readonly name: string;
  /** Documents that two coders or more coded. */
  readonly documents: number;
  /** On how many of all their documents each coder gave the code: "A 3, B 2". */
  readonly given: string;
  /** Pairs of coders of one document that agree, of 100. */
  readonly percent: number | null;
  /** Cohen's kappa where there are two coders; null for more. */
  readonly kappa: number | null;
  readonly kappaLow: number | null;
  readonly kappaHigh: number | null;
  readonly alpha: number | null;
  readonly alphaLow: number | null;
  readonly alphaHigh: number | null;
  /** Why a number is missing; empty where none is. */
  readonly remark: string;
}

/** A document to discuss: what each coder gave, one column a coder. */
export interface CodingDisagreement {
  readonly document: string;
  readonly text: string;
  /** Codes that some gave and others did not. */
  readonly disputed: string;
  readonly [coder: string]: string;
}

/** Agreement of all coders, in tables that `table` shows. */
export interface CoderComparison {
  /** One row a pair of coders. */
  readonly pairs: readonly PairAgreement[];
  /** One row a code. */
  readonly byCode: readonly CodeAgreement[];
  /** One row a document on which coders differ, in the order of the first sheet. */
  readonly disagreements: readonly CodingDisagreement[];
  /** Alpha over the codes as values, where `level` is set; else null. */
  readonly overall: Alpha | null;
  /** One sentence: how many coders, documents and disagreements. */
  readonly summary: string;
}

/**
 * Compare what people coded: by pair of coders, by code, and the documents to discuss.
 *
 * A document that a coder left open is missing for that coder and no disagreement. Since a document may have
 * several codes, each code is a question of its own, answered yes or no. Where nothing can be computed (a
 * code that nobody gave, no document in common, one coder alone) the number is null and the remark says why.
 *
 * @param sheets  one a coder, names unlike; one sheet alone gives tables without pairs
 * @throws RangeError if two coders have one name, a code is not in the codebook, or `level` is set and a
 *   document has not exactly one code
 *
 * @example
 * const codes = [{ id: "work", name: "Work", about: "" }, { id: "housing", name: "Housing", about: "" }];
 * const a = { coder: "A", codings: new Map([["1", ["work"]], ["2", ["housing"]]]) };
 * const b = { coder: "B", codings: new Map([["1", ["work"]], ["2", ["work", "housing"]]]) };
 * compareCoders([a, b], { codes }).pairs[0].percent; // 50
 * compareCoders([a, b], { codes }).disagreements[0].disputed; // "work"
 */
export function compareCoders(sheets: readonly CodedSheet[], coding: ComparedCoding): CoderComparison {
  checkSheets(sheets, coding.codes);
  const documents = [...new Set(sheets.flatMap(({ codings }) => [...codings.keys()]))];
  const pairs = sheets.flatMap((first, i) =>
    sheets.slice(i + 1).map((second) => comparePair(first, second, coding)),
  );
  const byCode = coding.codes.map((code) => compareCode(code, sheets, documents, coding));
  const disagreements = documents.flatMap((document) => disagreementOn(document, sheets, coding));
  const overall = coding.level === undefined ? null : compareValues(sheets, documents, coding, coding.level);

  const shared = documents.filter((document) => codedBy(sheets, document).length > 1).length;
  const summary =
    sheets.length < 2
      ? `${sheets.length === 1 ? "One coder" : "No coder"}: agreement needs a second one.`
      : `${sheets.length} coders, ${documents.length} documents, ${shared} coded by two or more; ` +
        `they differ on ${disagreements.length} of these.`;
  return { pairs, byCode, disagreements, overall, summary };
}

function checkSheets(sheets: readonly CodedSheet[], codes: readonly CodeLabel[]): void {
  const known = new Set(codes.map(({ id }) => id));
  const names = new Set<string>();
  for (const { coder, codings } of sheets) {
    if (names.has(coder) || ["document", "text", "disputed"].includes(coder)) {
      throw new RangeError(
        `compareCoders: coders must have names of their own, found "${coder}"; rename one`,
      );
    }
    names.add(coder);
    for (const [document, given] of codings) {
      const unknown = given?.find((code) => !known.has(code));
      if (unknown !== undefined) {
        throw new RangeError(
          `compareCoders: codes must be among ${[...known].join(", ")}, found "${unknown}" by ${coder} on ` +
            `${document}; correct it`,
        );
      }
    }
  }
}

function comparePair(
  first: CodedSheet,
  second: CodedSheet,
  { codes, seed = 1, draws = 2000 }: ComparedCoding,
): PairAgreement {
  const counts: YesNoCounts[] = [];
  let same = 0;
  for (const [document, given] of first.codings) {
    const other = second.codings.get(document);
    if (given === null || other === undefined || other === null) continue;
    const count = countAnswers(codes, given, other);
    counts.push(count);
    if (count.first + count.second === 0) same += 1;
  }
  const names = { first: first.coder, second: second.coder, documents: counts.length, same };
  if (counts.length === 0) {
    const missing = {
      percent: null,
      percentLow: null,
      percentHigh: null,
      kappa: null,
      kappaLow: null,
      kappaHigh: null,
    };
    return { ...names, ...missing, remark: "no document was coded by both" };
  }
  const [low, high] = wilsonInterval(same, counts.length);
  const kappa = kappaOverDocuments(counts, seed, draws);
  return {
    ...names,
    percent: (100 * same) / counts.length,
    percentLow: 100 * low,
    percentHigh: 100 * high,
    kappa: kappa.value,
    kappaLow: kappa.low,
    kappaHigh: kappa.high,
    remark: kappa.reason ?? "",
  };
}

function countAnswers(
  codes: readonly CodeLabel[],
  given: readonly string[],
  other: readonly string[],
): YesNoCounts {
  const counts = { both: 0, first: 0, second: 0, neither: 0 };
  for (const { id } of codes) {
    const [yes, too] = [given.includes(id), other.includes(id)];
    counts[yes ? (too ? "both" : "first") : too ? "second" : "neither"] += 1;
  }
  return counts;
}

/** Codes of one document hang together, so documents are drawn again and not single answers. */
function kappaOverDocuments(counts: readonly YesNoCounts[], seed: number, draws: number): Coefficient {
  const value = yesNoKappa(sumOf(counts));
  if (value === null)
    return {
      value,
      low: null,
      high: null,
      reason: "all answers are the same: chance explains all agreement",
    };
  if (value === 1)
    return { value, low: null, high: null, reason: "they agree throughout: drawing again gives no interval" };
  const random = xoroshiro128plus(seed);
  const drawn: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const again = yesNoKappa(
      sumOf(counts.map(() => counts[uniformInt(random, 0, counts.length - 1)] as YesNoCounts)),
    );
    if (again !== null) drawn.push(again);
  }
  drawn.sort((a, b) => a - b);
  const at = (quantile: number) =>
    drawn[Math.min(drawn.length - 1, Math.floor(quantile * drawn.length))] as number;
  return drawn.length < draws / 2
    ? { value, low: null, high: null, reason: "too few documents for an interval" }
    : { value, low: at(0.025), high: at(0.975), reason: null };
}

function sumOf(counts: readonly YesNoCounts[]): YesNoCounts {
  const sum = { both: 0, first: 0, second: 0, neither: 0 };
  for (const { both, first, second, neither } of counts) {
    sum.both += both;
    sum.first += first;
    sum.second += second;
    sum.neither += neither;
  }
  return sum;
}

function compareCode(
  { id, name }: CodeLabel,
  sheets: readonly CodedSheet[],
  documents: readonly string[],
  { seed = 1, draws = 2000 }: ComparedCoding,
): CodeAgreement {
  const answers = sheets.map(({ codings }) => {
    return documents.map((document) => codings.get(document)?.includes(id) ?? null);
  });
  const alpha = krippendorffAlpha(answers, { level: "nominal", seed, draws });
  const [a, b] = answers;
  const kappa = sheets.length === 2 && a !== undefined && b !== undefined ? cohenKappa(a, b) : null;
  const given = sheets.map(
    ({ coder }, i) => `${coder} ${answers[i]?.filter((answer) => answer === true).length ?? 0}`,
  );
  const nobody = answers.every((list) => !list.includes(true));
  const everybody = answers.every((list) => !list.includes(false));
  const remark =
    alpha.units === 0
      ? "no document was coded by two coders"
      : nobody
        ? "nobody gave the code: no agreement beyond chance to measure"
        : everybody
          ? "all gave the code to all documents: no agreement beyond chance to measure"
          : alpha.value === null
            ? "no variation in the documents coded twice"
            : (alpha.reason ?? kappa?.reason ?? "");
  return {
    code: id,
    name,
    documents: alpha.units,
    given: given.join(", "),
    percent: percentAgreement(answers),
    kappa: kappa?.value ?? null,
    kappaLow: kappa?.low ?? null,
    kappaHigh: kappa?.high ?? null,
    alpha: alpha.value,
    alphaLow: alpha.low,
    alphaHigh: alpha.high,
    remark,
  };
}

function compareValues(
  sheets: readonly CodedSheet[],
  documents: readonly string[],
  { codes, seed = 1, draws = 2000 }: ComparedCoding,
  level: AlphaLevel,
): Alpha {
  const values = sheets.map(({ coder, codings }) => {
    return documents.map((document) => {
      const given = codings.get(document) ?? null;
      if (given === null) return null;
      if (given.length !== 1) {
        throw new RangeError(
          `compareCoders: at the level ${level} a document must have one code, found ${given.length} by ${coder} on ` +
            `${document}; leave one, or leave the level out`,
        );
      }
      return given[0] as string;
    });
  });
  if (level !== "interval")
    return krippendorffAlpha(values, { level, seed, draws, order: codes.map(({ id }) => id) });
  const numbers = values.map((list) => list.map((value) => (value === null ? null : Number(value))));
  return krippendorffAlpha(numbers, { level, seed, draws });
}

function codedBy(
  sheets: readonly CodedSheet[],
  document: string,
): { coder: string; given: readonly string[] }[] {
  return sheets.flatMap(({ coder, codings }) => {
    const given = codings.get(document);
    return given === undefined || given === null ? [] : [{ coder, given }];
  });
}

function disagreementOn(
  document: string,
  sheets: readonly CodedSheet[],
  { codes, texts }: ComparedCoding,
): CodingDisagreement[] {
  const coded = codedBy(sheets, document);
  const disputed = codes.filter(({ id }) => {
    const n = coded.filter(({ given }) => given.includes(id)).length;
    return n > 0 && n < coded.length;
  });
  if (disputed.length === 0) return [];
  const given = sheets.map(({ coder, codings }) => [coder, sayCodes(codings.get(document) ?? null)] as const);
  return [
    {
      document,
      text: texts?.get(document) ?? "",
      ...Object.fromEntries(given),
      disputed: disputed.map(({ id }) => id).join("; "),
    },
  ];
}

function sayCodes(given: readonly string[] | null): string {
  if (given === null) return "";
  return given.length === 0 ? NONE : given.join("; ");
}
