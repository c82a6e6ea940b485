import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

import { daysBetween, listDays } from "../corpus/calendar-day";
import type { CountedPosts, SimulatedCommunity, SimulationOptions, Simulator } from "../corpus/simulate-counts";
import type { Study } from "../corpus/study";
import { PLATFORMS, type Platform } from "../load/post";
import { burstCourse } from "./burst-course";
import { type BurstWindow, burstTest } from "./burst-test";
import { addSeries, type DailySeries, placesOf, totalOf, pickDays } from "./daily-series";
import { interruptedSeries, type RatioInterval } from "./interrupted-series";
import { findBursts } from "./kleinberg";
import { type PlaceboDates, placeboDates, type StretchMeasure, sharePercent } from "./placebo-dates";
import { rateRatio } from "./rate-ratio";
import { robustZ } from "./robust-z";
import { wilsonInterval } from "./wilson-interval";

/** What is counted for each crisis of the study, first to third, unless told otherwise. */
const COUNTED: readonly CountedPosts[] = ["covid", "political", "political"];
/** Each method calls a burst where chance would do so in one case of twenty. */
const NOMINAL = 0.05;
const Z = 1.6448536269514722;
/** Fewest stretches side by side from which a spread is taken: four degrees of freedom. */
const FEWEST_APART = 5;

/** Ways of telling that a stretch holds a burst, each at the nominal rate of 5%. */
export const BURST_METHODS = [
  "shifted quiet days",
  "placebo dates",
  "Kleinberg's automaton",
  "robust z",
  "rate ratio",
  "segmented regression",
] as const;
export type BurstMethod = (typeof BURST_METHODS)[number];

/** How often a method calls a burst. */
export interface DetectionRate {
  readonly method: BurstMethod;
  /** Name of the crisis; "all" for the three together. */
  readonly crisis: string;
  /** Size of the planted crises; 0 is none, 1 that of the teaching corpus. */
  readonly effect: number;
  /** Series in which the method could say something, and in which it called a burst. */
  readonly series: number;
  readonly called: number;
  /**
   * called / series: false alarms where effect is 0, power elsewhere. The 95% interval is Wilson's for as
   * many series as those of one corpus are worth, since they share its moods and shocks.
   */
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** How far the found onset lies from the planted one. */
export interface OnsetError {
  readonly crisis: string;
  readonly effect: number;
  readonly series: number;
  /** Median of found minus planted, in days, and the quarter points. */
  readonly median: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What many simulated corpora say about the burst methods. */
export interface DetectionStudy {
  readonly rates: readonly DetectionRate[];
  readonly onsets: readonly OnsetError[];
}

/** How many corpora of which size. */
export interface DetectionOptions {
  readonly effects: readonly number[];
  /** Corpora for each effect; each gives a series a platform and crisis, nine in all. */
  readonly corpora: number;
  /** First seed. */
  readonly seed: number;
  /**
   * Where a burst is looked for: after the crises' own dates, by default, or after a day drawn anew for each
   * series, on which nothing in particular happened. What happens near the crises beside them, such as the
   * vote itself, counts in the first case.
   */
  readonly at?: "the crises" | "days drawn at random";
  /**
   * What is counted for the first, second and third crisis: posts on health, on politics and on politics, by
   * default.
   */
  readonly counted?: readonly CountedPosts[];
  /** How well posts are recognised and what is gone, as `openSimulator` takes it. */
  readonly simulation?: Omit<SimulationOptions, "seed" | "effect">;
  /** Told after each corpus, for showing progress. */
  readonly onCorpus?: (done: number, all: number) => void;
}

/**
 * Ask of each burst method how often it calls a burst where none is, and where one of known size is.
 *
 * Every corpus is simulated anew; each platform is one series a crisis. Where a method has no nominal rate of
 * its own (the automaton, the robust z), the value in the stretch is ranked among the same value in all quiet
 * stretches of that length.
 *
 * @param study  whose three crises are those that the simulator plants
 */
export function detectionRates(simulate: Simulator, study: Study, options: DetectionOptions): DetectionStudy {
  const { effects, corpora, seed, at = "the crises", counted: kinds = COUNTED, simulation = {}, onCorpus } = options;
  const random = xoroshiro128plus(seed);
  const days = listDays(study.from, study.until);
  const crises = kinds.map((counted, i) => ({ counted, crisis: study.crisis(i + 1) }));
  const tallies = new Map<string, Tally[]>();
  const errors = new Map<string, number[]>();
  let done = 0;
  for (const effect of effects) {
    for (let i = 0; i < corpora; i++) {
      const corpus = simulate({ ...simulation, seed: seed + i, effect });
      for (const { counted, crisis } of crises) {
        const own = study.stretchOf(crisis);
        const length = daysBetween(own.from, own.until) + 1;
        const quiet = new Set(days.filter(own.isQuiet));
        for (const platform of PLATFORMS) {
          const window =
            at === "the crises"
              ? { ...own, isQuiet: (day: string) => quiet.has(day) }
              : stretchAt(days, uniformInt(random, 0, days.length - length), length);
          const series = seriesOf(corpus, platform, counted, days);
          for (const [method, isCalled] of callBursts(series, window, seed + i)) {
            for (const name of [crisis.name, "all"]) {
              const key = `${method}|${name}|${effect}`;
              const byCorpus = tallies.get(key) ?? Array.from({ length: corpora }, () => ({ series: 0, called: 0 }));
              tallies.set(key, byCorpus);
              byCorpus[i]!.series++;
              byCorpus[i]!.called += Number(isCalled);
            }
          }
          const error = onsetError(series, window);
          if (error !== null) {
            const key = `${crisis.name}|${effect}`;
            errors.set(key, [...(errors.get(key) ?? []), error]);
          }
        }
      }
      onCorpus?.(++done, effects.length * corpora);
    }
  }
  const names = [...crises.map(({ crisis }) => crisis.name), "all"];
  return {
    rates: effects.flatMap((effect) =>
      names.flatMap((crisis) =>
        BURST_METHODS.map((method): DetectionRate => {
          return { method, crisis, effect, ...rateOf(tallies.get(`${method}|${crisis}|${effect}`) ?? []) };
        }),
      ),
    ),
    onsets: effects.flatMap((effect) =>
      crises.map(({ crisis }): OnsetError => {
        const found = (errors.get(`${crisis.name}|${effect}`) ?? []).sort((a, b) => a - b);
        const at = (share: number) => found[Math.floor(share * (found.length - 1))] ?? null;
        return { crisis: crisis.name, effect, series: found.length, median: at(0.5), lower: at(0.25), upper: at(0.75) };
      }),
    ),
  };
}

/** What one corpus gave. */
interface Tally {
  series: number;
  called: number;
}

/** A rate over corpora; its interval takes the series of one corpus for as many as their likeness leaves. */
function rateOf(byCorpus: readonly Tally[]): Pick<DetectionRate, "series" | "called" | "rate" | "low" | "high"> {
  const sum = (key: keyof Tally) => byCorpus.reduce((total, tally) => total + tally[key], 0);
  const [series, called] = [sum("series"), sum("called")];
  if (series === 0) return { series, called, rate: null, low: null, high: null };
  const rate = called / series;
  const between = byCorpus.reduce((sum, tally) => sum + (tally.called - rate * tally.series) ** 2, 0);
  const variance = ((byCorpus.length / Math.max(1, byCorpus.length - 1)) * between) / series ** 2;
  const worth = variance === 0 ? series : Math.min(series, (rate * (1 - rate)) / variance);
  const [low, high] = wilsonInterval(rate * worth, worth);
  return { series, called, rate, low, high };
}

/** A stretch on any day, held against all others. */
function stretchAt(days: readonly string[], start: number, length: number): BurstWindow {
  const [from, until] = [days[start] as string, days[start + length - 1] as string];
  return { from, until, isQuiet: (day) => day < from || day > until };
}

interface PlatformSeries {
  readonly parts: readonly { readonly community: string; readonly series: DailySeries }[];
  readonly whole: DailySeries;
}

function seriesOf(
  corpus: readonly SimulatedCommunity[],
  platform: Platform,
  counted: CountedPosts,
  days: readonly string[],
): PlatformSeries {
  const parts = corpus
    .filter((community) => community.platform === platform)
    .map(({ id, posts, counted: hits }) => ({ community: id, series: { days, hits: hits[counted], of: posts } }));
  return { parts, whole: addSeries(parts.map(({ series }) => series)) };
}

/** Which methods call a burst in the stretch; a method that can say nothing is left out. */
function callBursts({ parts, whole }: PlatformSeries, window: BurstWindow, seed: number): Map<BurstMethod, boolean> {
  const called = new Map<BurstMethod, boolean>();
  const shifted = burstTest([{ name: "platform", parts }], window, { draws: 199, seed })[0];
  if (shifted !== undefined) called.set("shifted quiet days", shifted.p <= NOMINAL);

  const { p0, p1 } = findBursts(whole.hits, whole.of);
  const gains = Float64Array.from(whole.hits, (hits, i) => gain(hits, whole.of[i] as number, p0, p1));
  const unusual = robustZ(whole, (i) => window.isQuiet(whole.days[i] as string));
  const measures: readonly [BurstMethod, StretchMeasure][] = [
    ["placebo dates", sharePercent],
    ["Kleinberg's automaton", (_, start, end) => Math.sqrt(heaviest(gains, start, end))],
    ["robust z", (_, start, end) => unusual.slice(start, end).reduce<number>((sum, z) => sum + (z ?? 0), 0)],
  ];
  for (const [method, measure] of measures) {
    const isCalled = standsOut(placeboDates(whole, window, measure));
    if (isCalled !== null) called.set(method, isCalled);
  }

  const ratio = rateRatio(whole, window);
  if (ratio !== null) called.set("rate ratio", isAbove(ratio, Z));
  const jump = interruptedSeries(whole, window);
  // Days of a week hang together, so there are as many values as weeks, and four of them are spent on coefficients.
  if (jump !== null)
    called.set(
      "segmented regression",
      isAbove(jump.level, tQuantile(Math.max(1, (jump.before + jump.after) / 7 - 4))),
    );
  return called;
}

/**
 * Whether the value at the event is further above the placebos than one more of them would be in 19 of 20 cases.
 *
 * Their ranks would call too often: stretches that overlap the event are no placebos, and the others overlap
 * each other. So the value is held against mean and spread, with as many degrees of freedom as stretches lie
 * apart; null where those are too few for the quantile.
 */
function standsOut({ observed, placebos, apart }: PlaceboDates): boolean | null {
  if (observed === null || apart < FEWEST_APART) return null;
  const mean = placebos.reduce((sum, { value }) => sum + value, 0) / placebos.length;
  const variance =
    placebos.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (placebos.length * (1 - 1 / apart));
  return observed - mean > tQuantile(apart - 1) * Math.sqrt(variance * (1 + 1 / apart));
}

/**
 * 95% quantile of Student's t, by the first terms of its expansion (Hill, 1970): within 0.02 from 4 degrees
 * of freedom up.
 */
export function tQuantile(df: number): number {
  return Z + (Z ** 3 + Z) / (4 * df) + (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / (96 * df ** 2);
}

/** What the burst state explains better of one day, in nats. */
function gain(hits: number, of: number, p0: number, p1: number): number {
  return hits * Math.log(p1 / p0) + (of - hits) * Math.log((1 - p1) / (1 - p0));
}

/** Weight of the heaviest burst that the automaton could find in a stretch, were entering free; from 0 up. */
function heaviest(gains: Float64Array, start: number, end: number): number {
  let [most, sum] = [0, 0];
  for (let i = start; i < end; i++) {
    sum = Math.max(sum, 0) + (gains[i] as number);
    most = Math.max(most, sum);
  }
  return most;
}

/** One-sided test at 5% from a 95% interval on the scale of logarithms, against a quantile of its own. */
function isAbove({ ratio, low }: Pick<RatioInterval, "ratio" | "low">, quantile: number): boolean {
  const error = (Math.log(ratio) - Math.log(low)) / 1.959963984540054;
  return error > 0 && Math.log(ratio) / error >= quantile;
}

function onsetError({ whole }: PlatformSeries, window: BurstWindow): number | null {
  const quiet = totalOf(pickDays(whole, window.isQuiet));
  if (quiet.of === 0 || placesOf(whole.days, window.from, window.until)[1] === 0) return null;
  const course = burstCourse(whole, window.from, quiet.hits / quiet.of);
  return course === null ? null : daysBetween(window.from, course.onset);
}
