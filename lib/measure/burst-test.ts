import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

import { checkCounts, type DailySeries, placesOf } from "./daily-series";

/** One question to a burst test: what is counted, over some communities. */
export interface BurstQuestion {
  readonly name: string;
  /** One a community; all series of a test have one window of days. */
  readonly parts: readonly { readonly community: string; readonly series: DailySeries }[];
}

/** Which days are held against which. */
export interface BurstWindow {
  /** First and last day of the stretch that may hold a burst. */
  readonly from: string;
  readonly until: string;
  /** Whether a day outside the stretch may serve for comparison: no other crisis, no aftermath. */
  readonly isQuiet: (day: string) => boolean;
}

/** What a burst test found for one question. */
export interface BurstFinding {
  readonly name: string;
  /** Posts counted in the stretch, and of how many. */
  readonly hits: number;
  readonly of: number;
  /** Posts that the quiet days lead to expect in the stretch, each community at its own share. */
  readonly expected: number;
  /** Posts counted on quiet days, and of how many. */
  readonly quietHits: number;
  readonly quietOf: number;
  /** Share of the shifted series with as much as the stretch, the observed one counted in. */
  readonly p: number;
  /**
   * The same against the most extreme question of each draw: holds for all questions of the test
   * together.
   */
  readonly adjusted: number;
}

/** Draws of a test, unless told otherwise: the least p is then one in a thousand. */
const DRAWS = 999;

/**
 * Test whether a stretch of days holds more of something than quiet days do, by shifting the quiet days
 * in a circle.
 *
 * In each draw every community takes a stretch of the same length from its own quiet days, laid end to
 * end in a circle, from a place of its own. So a community keeps its rhythm and the runs within it, and
 * what communities would share by chance alone is what the draws show. A community has one place a draw
 * in all questions, so questions that overlap stay tied to each other. The statistic is 2√(found + 3/8) −
 * 2√(expected + 3/8) in units of its spread over the draws; the adjusted p holds it against the largest
 * of all questions (max-T), so that among many communities one does not stand out by their number.
 *
 * @param questions  at least one; a part whose community has no post on quiet days counts for nothing
 * @param options.draws  default 999
 * @param options.seed   whole number; the same seed gives the same p on every machine
 * @returns a finding a question, in order
 * @throws RangeError if there is no question, or there are fewer quiet days than days in the stretch,
 *   or a count is below 0
 * @see Westfall, P. H. and Young, S. S. (1993). Resampling-based multiple testing, on max-T.
 */
export function burstTest(
  questions: readonly BurstQuestion[],
  window: BurstWindow,
  { draws = DRAWS, seed }: { readonly draws?: number; readonly seed: number },
): BurstFinding[] {
  const days = questions.flatMap(({ parts }) => parts)[0]?.series.days;
  if (days === undefined)
    throw new RangeError("burstTest: at least one question with a series is needed, found none");
  for (const { parts } of questions) for (const { series } of parts) checkCounts("burstTest", series);
  const [start, end] = placesOf(days, window.from, window.until);
  const length = end - start;
  const quiet = days.flatMap((day, i) => ((i < start || i >= end) && window.isQuiet(day) ? [i] : []));
  if (length === 0 || quiet.length < length) {
    throw new RangeError(
      `burstTest: as many quiet days are needed as the stretch has, found ${quiet.length} quiet days ` +
        `for ${length} days from ${window.from} to ${window.until}; widen the study's window`,
    );
  }
  const communities = [
    ...new Set(questions.flatMap(({ parts }) => parts.map(({ community }) => community))),
  ];
  const place = new Map(communities.map((community, i) => [community, i]));
  const circles = questions.map(({ parts }) =>
    parts.map(({ community, series }) =>
      circleOf(series, place.get(community) as number, { start, end, quiet }),
    ),
  );

  const random = xoroshiro128plus(seed);
  const drawn = questions.map(() => new Float64Array(draws));
  const offsets = new Int32Array(communities.length);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < offsets.length; i++) offsets[i] = uniformInt(random, 0, quiet.length - 1);
    circles.forEach((parts, question) => {
      let [hits, expected] = [0, 0];
      for (const { community, share, hitsBefore, ofBefore } of parts) {
        const at = offsets[community] as number;
        hits += (hitsBefore[at + length] as number) - (hitsBefore[at] as number);
        expected += share * ((ofBefore[at + length] as number) - (ofBefore[at] as number));
      }
      (drawn[question] as Float64Array)[draw] = excess(hits, expected);
    });
  }

  const found = circles.map((parts) => {
    const sum = (key: "hits" | "of" | "expected" | "quietHits" | "quietOf") =>
      parts.reduce((total, part) => total + part[key], 0);
    return {
      hits: sum("hits"),
      of: sum("of"),
      expected: sum("expected"),
      quietHits: sum("quietHits"),
      quietOf: sum("quietOf"),
    };
  });
  const scales = drawn.map(scaleOf);
  // A drawn stretch is a part of the quiet days that it is held against, and so lies nearer to their mean
  // than a stretch beside them does.
  const widening = Math.sqrt((quiet.length + length) / Math.max(1, quiet.length - length));
  const statistics = found.map(
    ({ hits, expected }, i) => (excess(hits, expected) - scales[i]!.mean) / scales[i]!.spread,
  );
  const largest = Float64Array.from({ length: draws }, (_, draw) =>
    drawn.reduce(
      (most, values, i) =>
        Math.max(most, (widening * ((values[draw] as number) - scales[i]!.mean)) / scales[i]!.spread),
      -Infinity,
    ),
  );
  return questions.map(({ name }, i) => {
    const { mean, spread } = scales[i]!;
    const own = (drawn[i] as Float64Array).map((value) => (widening * (value - mean)) / spread);
    return {
      name,
      ...found[i]!,
      p: rank(statistics[i] as number, own),
      adjusted: rank(statistics[i] as number, largest),
    };
  });
}

/**
 * A community's quiet days as running sums over the circle, twice round, and what the stretch itself
 * holds.
 */
function circleOf(
  { hits, of }: DailySeries,
  community: number,
  {
    start,
    end,
    quiet,
  }: { readonly start: number; readonly end: number; readonly quiet: readonly number[] },
) {
  const [hitsBefore, ofBefore] = [
    new Float64Array(2 * quiet.length + 1),
    new Float64Array(2 * quiet.length + 1),
  ];
  for (let i = 0; i < 2 * quiet.length; i++) {
    const day = quiet[i % quiet.length] as number;
    hitsBefore[i + 1] = (hitsBefore[i] as number) + (hits[day] as number);
    ofBefore[i + 1] = (ofBefore[i] as number) + (of[day] as number);
  }
  const [quietHits, quietOf] = [hitsBefore[quiet.length] as number, ofBefore[quiet.length] as number];
  const share = quietOf === 0 ? 0 : quietHits / quietOf;
  let [found, posts] = [0, 0];
  for (let i = start; i < end; i++) {
    found += quietOf === 0 ? 0 : (hits[i] as number);
    posts += quietOf === 0 ? 0 : (of[i] as number);
  }
  return {
    community,
    share,
    hitsBefore,
    ofBefore,
    hits: found,
    of: posts,
    expected: share * posts,
    quietHits,
    quietOf,
  };
}

/** How far a count lies above its expectation, on a scale on which chance has one width at any size. */
function excess(hits: number, expected: number): number {
  return 2 * (Math.sqrt(hits + 3 / 8) - Math.sqrt(expected + 3 / 8));
}

/** Draws that are all equal leave the scale as it is. */
function scaleOf(values: Float64Array): { mean: number; spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const variance =
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
  return { mean, spread: variance < 1e-18 ? 1 : Math.sqrt(variance) };
}

function rank(observed: number, drawn: Float64Array): number {
  // A draw that is the observed stretch again may differ in the last bit.
  const asMuch = drawn.reduce((count, value) => count + Number(value >= observed - 1e-9), 0);
  return (1 + asMuch) / (1 + drawn.length);
}
