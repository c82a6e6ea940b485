import assert from "node:assert/strict";
import test from "node:test";

import { openSimulator, type SimulatedCommunity } from "./simulate-counts";

const simulate = openSimulator();
const sum = (numbers: Iterable<number>): number => [...numbers].reduce((a, b) => a + b, 0);
const total = (communities: readonly SimulatedCommunity[], of: (community: SimulatedCommunity) => Uint16Array) =>
  sum(communities.map((community) => sum(of(community))));
/** Number of 2020-07-10 and 2020-08-05 within the window that opens on 2020-05-01. */
const [FROM, TO] = [70, 96];
const inJuly = (communities: readonly SimulatedCommunity[]) =>
  sum(communities.map(({ counted }) => sum(counted.covid.subarray(FROM, TO))));

test("a simulated corpus has the communities, days and number of posts of the teaching corpus", () => {
  const communities = simulate({ seed: 1, effect: 1 });
  assert.equal(communities.length, 37);
  assert.ok(communities.every(({ posts }) => posts.length === 549));
  // data/teaching-corpus.json plans 29,960 posts; day moods and Poisson counts move that by a few percent.
  assert.ok(Math.abs(total(communities, ({ posts }) => posts) - 29_960) < 1_500);
});

test("one seed gives the same counts again, another seed gives others", () => {
  assert.deepEqual(simulate({ seed: 3, effect: 1 }), simulate({ seed: 3, effect: 1 }));
  assert.notDeepEqual(simulate({ seed: 3, effect: 1 }), simulate({ seed: 4, effect: 1 }));
});

test("the crisis stands in July where it is planted, and not where effect is 0", () => {
  const planted = simulate({ seed: 2, effect: 1 });
  const none = simulate({ seed: 2, effect: 0 });
  // With effect 0 the same posts lie evenly over 549 days, so the 26 days hold about a twentieth of them.
  assert.ok(inJuly(planted) > 3 * inJuly(none), `${inJuly(planted)} against ${inJuly(none)}`);
  const [a, b] = [planted, none].map((corpus) => total(corpus, ({ counted }) => counted.covid)) as [number, number];
  assert.ok(Math.abs(a - b) < 0.25 * b, `as many posts in all: ${a} against ${b}`);
});

test("a classifier that misses half counts about half, and one that errs on others counts more", () => {
  const political = (options: { sensitivity?: number; specificity?: number }) =>
    total(simulate({ seed: 5, effect: 1, ...options }), ({ counted }) => counted.political);
  const all = political({});
  const half = political({ sensitivity: 0.5 });
  // Binomial with about 1,700 trials: four standard deviations are 82 posts.
  assert.ok(Math.abs(half - all / 2) < 100, `${half} of ${all}`);
  assert.ok(political({ specificity: 0.95 }) > all + 1_000);
});

test("deletion takes posts on politics and acts alone", () => {
  const kept = simulate({ seed: 5, effect: 1, deleted: 1 });
  assert.equal(total(kept, ({ counted }) => counted.political), 0);
  assert.equal(total(kept, ({ counted }) => counted.acts), 0);
  assert.ok(total(kept, ({ posts }) => posts) > 20_000);
});

test("a share outside its range is refused by name", () => {
  assert.throws(() => simulate({ seed: 1, effect: 1, sensitivity: 1.2 }), /sensitivity must be a share from 0 to 1, found 1.2/);
  assert.throws(() => simulate({ seed: 1, effect: -1 }), /effect must be from 0 to 4, found -1/);
});
