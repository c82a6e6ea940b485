import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

import { portableExp, portableLog } from "./portable-math";

/**
 * A stream of chance with a name of its own.
 *
 * Each concern (the authors of one community, the reactions to one post) draws from its own stream, keyed by the seed
 * and a name, so that a change in one leaves the others as they were: two corpora of different effect sizes share
 * everything that the effect does not touch. Only integer and IEEE 754 arithmetic is used.
 */
export class RandomStream {
  private readonly generator: { next(): number };

  constructor(seed: number, name: string) {
    this.generator = xoroshiro128plusFromState(stateOf(seed, name));
    for (let i = 0; i < 4; i++) this.generator.next();
  }

  /** A number from 0 up to, not including, 1, in steps of 2^-32. */
  unit(): number {
    return (this.generator.next() >>> 0) / 4294967296;
  }

  /** A whole number from 0 to n - 1. */
  below(n: number): number {
    return Math.floor(this.unit() * n);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError("RandomStream.pick: needed at least one item, found 0");
    return item;
  }

  /** Index drawn in proportion to the weights, none of which is negative. */
  weighted(weights: readonly number[]): number {
    let total = 0;
    for (const weight of weights) total += weight;
    let left = this.unit() * total;
    for (let i = 0; i < weights.length; i++) {
      left -= weights[i]!;
      if (left < 0) return i;
    }
    return weights.findLastIndex((weight) => weight > 0);
  }

  /** Nearly normal, mean 0, variance 1, within ±6: the sum of twelve uniforms needs no sine or root. */
  normal(): number {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.unit();
    return sum;
  }

  /** Log-normal with mean 1 and the given standard deviation of its logarithm. */
  spread(sigma: number): number {
    return portableExp(sigma * this.normal() - (sigma * sigma) / 2);
  }

  /** Gamma with mean 1 and variance 1 / shape, for a whole-number shape. */
  gamma(shape: number): number {
    let product = 1;
    for (let i = 0; i < shape; i++) product *= 1 - this.unit();
    return -portableLog(product) / shape;
  }

  /** Poisson count; with a gamma mean it is negative binomial. */
  poisson(mean: number): number {
    if (mean <= 0) return 0;
    if (mean > 30) return this.poisson(mean / 2) + this.poisson(mean / 2);
    const limit = portableExp(-mean);
    let count = 0;
    for (let product = this.unit(); product > limit; count++) product *= this.unit();
    return count;
  }
}

/** Four 32-bit words from a seed and a name: FNV-1a, then the mixing step of MurmurHash3. */
function stateOf(seed: number, name: string): number[] {
  let hash = 0x811c9dc5 ^ (seed | 0);
  hash = Math.imul(hash, 0x01000193);
  hash = Math.imul(hash ^ Math.floor(seed / 4294967296), 0x01000193);
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return [1, 2, 3, 4].map((word) => {
    let mixed = hash + Math.imul(word, 0x9e3779b9);
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) | (word === 1 ? 1 : 0);
  });
}
