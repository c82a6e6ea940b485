import assert from "node:assert/strict";
import test from "node:test";

import { crisisByDay, minutesAhead, weekdayShare } from "./calendar";

test("minutesAhead follows daylight saving of the USA and the EU in the window", () => {
  // The USA went back on 1 November 2020 and forward on 14 March 2021; the EU on 25 October and 28 March.
  assert.equal(minutesAhead(-300, "us", Date.UTC(2020, 9, 31)), -240);
  assert.equal(minutesAhead(-300, "us", Date.UTC(2020, 10, 2)), -300);
  assert.equal(minutesAhead(-300, "us", Date.UTC(2021, 2, 15)), -240);
  assert.equal(minutesAhead(60, "eu", Date.UTC(2020, 9, 24)), 120);
  assert.equal(minutesAhead(60, "eu", Date.UTC(2020, 9, 26)), 60);
  assert.equal(minutesAhead(180, "", Date.UTC(2020, 6, 1)), 180);
});

test("crisisByDay is nothing before the onset, rises as stated, and fades by its factor", () => {
  const curve = { onset: "2020-05-03", rise: [0.5, 1], decay: 0.5, pulses: [{ day: "2020-05-06", height: 0.2 }] };
  // Days from 1 May: 0, 0, 0.5, 1, then 0.5, 0.25 + 0.2, 0.125 + 0.1.
  assert.deepEqual(crisisByDay(curve, "2020-05-01", 7), [0, 0, 0.5, 1, 0.5, 0.45, 0.225]);
});

test("the shares of the seven weekdays have the mean 1", () => {
  let sum = 0;
  for (let day = 1; day <= 7; day++) sum += weekdayShare(Date.UTC(2021, 1, day));
  assert.ok(Math.abs(sum / 7 - 1) < 1e-12);
});
