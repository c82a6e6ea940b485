import assert from "node:assert/strict";
import test from "node:test";

import { listDays } from "../corpus/calendar-day";
import { openStudy } from "../corpus/study";
import { crisisMasks } from "./crisis-masks";

const study = openStudy();
const days = listDays(study.from, study.until);
const marked = (mask: Uint8Array): string[] => days.filter((_, i) => mask[i] === 1);

test("crisisMasks calls the same days quiet as the study, for stretches of the study's own 28 days", () => {
  assert.deepEqual(marked(crisisMasks(study, days, 28).quiet), days.filter((day) => study.isQuiet(day)));
});

test("crisisMasks begins each stretch with its crisis, and joins the stretches in one mask", () => {
  // July 2020, the October revolution and the border conflict do not overlap: three fortnights are 42 days.
  const { stretches, any, quietBefore } = crisisMasks(study, days, 14);
  assert.deepEqual(
    stretches.map((mask) => [marked(mask)[0], marked(mask).length]),
    study.crises.map(({ from }) => [from, 14]),
  );
  assert.equal(marked(any).length, 42);
  study.crises.forEach(({ from }, i) => assert.ok(marked(quietBefore[i] as Uint8Array).every((day) => day < from)));
});

test("crisisMasks leaves out as many days after a crisis as the study says", () => {
  const [crisis] = study.crises;
  const other = { crises: [{ ...crisis!, from: "2020-07-01", until: "2020-07-02" }], aftermath: 3 };
  // Two days from 1 July, then 3, 4 and 5 July; 6 July is quiet again.
  const { quiet } = crisisMasks(other, listDays("2020-06-30", "2020-07-07"), 2);
  assert.deepEqual([...quiet], [1, 0, 0, 0, 0, 0, 1, 1]);
});
