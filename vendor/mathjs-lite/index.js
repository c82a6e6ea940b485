"use strict";

const statistics = require("simple-statistics");

/** mathjs takes no texts here but of numbers; simple-statistics would join them to one another. */
function numbers(values) {
  for (const value of values) {
    if (typeof value !== "number" && typeof value !== "boolean")
      throw new TypeError(`a statistic needs numbers, found ${JSON.stringify(value)}`);
  }
  return values.map(Number);
}

module.exports = {
  mean: (values) => statistics.mean(numbers(values)),
  median: (values) => statistics.median(numbers(values)),
  // The variance of one value is 0 to mathjs.
  std: (values) => (values.length === 1 ? 0 : statistics.sampleStandardDeviation(numbers(values))),
  variance: (values) => (values.length === 1 ? 0 : statistics.sampleVariance(numbers(values))),

  /** All values that occur most often, also texts; as mathjs has it, in the order in which they come to be so many. */
  mode(values) {
    if (values.length === 0) throw new RangeError("the mode needs at least one value, found none");
    const counts = new Map();
    let most = 0;
    let modes = [];
    for (const value of values) {
      const count = (counts.get(value) ?? 0) + 1;
      counts.set(value, count);
      if (count > most) modes = [];
      if (count >= most) modes.push(value);
      most = Math.max(most, count);
    }
    return modes;
  },
};
