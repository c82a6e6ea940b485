import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** What one community, or one document, brings to a share. */
export interface SharePart {
  /** What is counted in it. */
  readonly hits: number;
  /** Of how many. */
  readonly of: number;
}

/** Share with its interval. */
export interface ShareInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Interval for a share of tokens or posts, by drawing whole communities again (percentile bootstrap).
 *
 * Words of one community resemble each other, so an interval over single words is far too narrow. Parts are drawn with
 * replacement and the share is taken of the sums. With one part there is nothing to draw: the interval is then 0 to 1.
 *
 * @param parts            one a community, each with `hits` not above `of`
 * @param options.draws    default 2000
 * @param options.level    default 0.95
 * @param options.seed     whole number; the same seed gives the same interval on every machine
 * @throws RangeError if there are no parts, or nothing to take a share of
 */
export function bootstrapShares(
  parts: readonly SharePart[],
  options: { seed: number; draws?: number; level?: number },
): ShareInterval {
  const { seed, draws = 2000, level = 0.95 } = options;
  const hits = parts.reduce((sum, part) => sum + part.hits, 0);
  const of = parts.reduce((sum, part) => sum + part.of, 0);
  if (!(of > 0)) {
    throw new RangeError(`bootstrapShares: needs something to take a share of, found ${parts.length} parts that sum to ${of}`);
  }
  if (parts.length === 1) {
    return { share: hits / of, low: 0, high: 1 };
  }
  const random = xoroshiro128plus(seed);
  const shares: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    let drawnHits = 0;
    let drawnOf = 0;
    for (let i = 0; i < parts.length; i++) {
      const part = parts[uniformInt(random, 0, parts.length - 1)] as SharePart;
      drawnHits += part.hits;
      drawnOf += part.of;
    }
    // A draw of empty communities alone says nothing about the share.
    if (drawnOf > 0) {
      shares.push(drawnHits / drawnOf);
    }
  }
  shares.sort((a, b) => a - b);
  const at = (quantile: number): number => shares[Math.min(shares.length - 1, Math.floor(quantile * shares.length))] as number;
  return { share: hits / of, low: at((1 - level) / 2), high: at(1 - (1 - level) / 2) };
}
