import assert from "node:assert/strict";
import test from "node:test";

import { checkSpillover } from "./check-spillover";
import type { CrisesRatio } from "./crises-ratio";
import type { CrisisBurst } from "./crisis-bursts";
import type { PlaceboDates } from "./placebo-dates";

const whole = {
  name: "all", communities: 9, hits: 90, of: 900, quietHits: 90, quietOf: 9000, ratio: 10, low: 7, high: 14,
} as CrisesRatio;
const burst = { name: "all", ratio: 10, outcome: "burst" } as CrisisBurst;

/** Dates without anything, and an event with as much as a share of them. */
function placebo(count: number, asLarge = 0): PlaceboDates {
  const placebos = Array.from({ length: count }, (_, i) => ({ day: `d${i}`, value: i < asLarge ? 9 : 0 }));
  return { observed: 5, placebos, p: (1 + asLarge) / (1 + count), apart: 12 };
}

const crisis = (name: string, more: object = {}) => {
  return { crisis: name, isExpected: true, burst, placebo: placebo(99), ...more };
};

test("X2: each crisis of which acts are expected needs a burst that few dates have", () => {
  const holds = (more: object) => checkSpillover(whole, [crisis("July"), crisis("May", more)]).holds;
  assert.equal(holds({}), true);
  assert.equal(holds({ placebo: placebo(99, 9) }), false);
  assert.equal(holds({ burst: { ...burst, outcome: "no burst" } }), false);
  assert.equal(holds({ burst: { ...burst, outcome: "no burst" }, isExpected: false }), true);
  assert.equal(checkSpillover({ ...whole, low: 0.9 }, [crisis("July")]).holds, false);
});

test("X2: with fewer than nineteen placebo dates none of which has as much, there is too little data", () => {
  const few = checkSpillover(whole, [crisis("July"), crisis("May", { placebo: placebo(18) })]);
  assert.equal(few.holds, "too little data");
  assert.deepEqual(few.remarks, ["May has 18 placebo dates of 19 that are needed."]);
  assert.equal(checkSpillover(whole, [crisis("May", { placebo: placebo(18, 1) })]).holds, false);
});
