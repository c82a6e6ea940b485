import { redraw } from "./redraw";

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
 * replacement and the share is taken of the sums. Where nothing can be drawn, as with one part, the interval is 0 to 1.
 *
 * @param parts            one a community, each with `hits` not above `of`
 * @param options.draws    default 2000
 * @param options.level    default 0.95
 * @param options.seed     whole number; the same seed gives the same interval on every machine
 * @throws RangeError if there are no parts, or nothing to take a share of
 *
 * @example
 * bootstrapShares([{ hits: 1, of: 4 }, { hits: 2, of: 8 }], { seed: 1 }); // { share: 0.25, low: 0.25, high: 0.25 }
 */
export function bootstrapShares(
  parts: readonly SharePart[],
  options: { seed: number; draws?: number; level?: number },
): ShareInterval {
  const { seed, draws = 2000, level = 0.95 } = options;
  const { hits, of } = add(parts);
  if (!(of > 0)) {
    throw new RangeError(
      `bootstrapShares: needs something to take a share of, found ${parts.length} parts that sum to ${of}`,
    );
  }
  const interval = redraw(
    parts,
    (drawn) => {
      const sum = add(drawn);
      // A draw of empty communities alone says nothing about the share.
      return sum.of > 0 ? sum.hits / sum.of : null;
    },
    { seed, draws, level },
  );
  return { share: hits / of, ...(interval ?? { low: 0, high: 1 }) };
}

function add(parts: readonly SharePart[]): SharePart {
  const sum = { hits: 0, of: 0 };
  for (const part of parts) {
    sum.hits += part.hits;
    sum.of += part.of;
  }
  return sum;
}
