import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { loadEvents } from "./load-events";
import { loadStudy } from "./load-study";

const GOOD = `name: Flood
window: { from: 2022-01-01, until: 2022-12-31 }
crises:
  - id: flood
    name: The flood
    from: 2022-06-01
    until: 2022-06-10
    topics: [health]
    acts: [fundraising]
    hashtags: ["#flood"]
`;

function withStudy<Result>(text: string, use: (path: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "study-"));
  try {
    const path = join(folder, "study.yml");
    writeFileSync(path, text);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the paper's study has the days of data/events.csv", () => {
  const events = loadEvents();
  const study = loadStudy();
  const day = (crisis: string, role: string) =>
    events.find((event) => event.crisis === crisis && event.role === role);
  assert.deepEqual([study.from, study.until], [day("study", "start")?.from, day("study", "end")?.until]);
  for (const { id, from, until } of study.crises)
    assert.deepEqual([from, until], [day(id, "start")?.from, day(id, "end")?.until]);
  assert.deepEqual(
    study.crises.map(({ id }) => id),
    ["covid", "october", "border"],
  );
});

test("loadStudy reads another study and fills in what it leaves out", () => {
  const study = withStudy(GOOD, loadStudy);
  assert.deepEqual([study.name, study.stretch, study.aftermath], ["Flood", 28, 28]);
  assert.deepEqual(study.crises[0]?.hashtags, ["flood"]);
  assert.deepEqual(study.communities, []);
});

test("loadStudy names file, line and field of what does not fit", () => {
  const fails = (text: string, message: RegExp) =>
    assert.throws(() => withStudy(text, loadStudy), message);
  fails(
    GOOD.replace("2022-06-10", "2022-06-31"),
    /study\.yml:7:12: until must be a day such as 2020-10-04, found "2022-06-31"/,
  );
  fails(
    GOOD.replace("2022-06-10", "2022-05-10"),
    /study\.yml:7:12: until must be 2022-06-01 or later, found 2022-05-10/,
  );
  fails(GOOD.replace("acts", "act"), /study\.yml:9:5: a crisis may have .*found "act"/);
  fails(
    GOOD.replace("fundraising", "dancing"),
    /study\.yml:9:12: an entry of acts must be one of fundraising, .*found "dancing"/,
  );
  fails(GOOD.replace("topics: [health]", "topics: []"), /topics must name at least one topic/);
  fails(
    GOOD.replace("2022-01-01", "2022-06-05"),
    /a crisis must lie in the window 2022-06-05 to 2022-12-31/,
  );
  fails(
    GOOD.replace("crises:", "stretch: many\ncrises:"),
    /study\.yml:3:10: stretch must be a whole number from 7 to 91, found "many"/,
  );
  fails("name: x", /a study needs window, found none/);
  fails("name: [", /YAML is needed/);
  assert.throws(() => loadStudy("no/such.yml"), /no\/such\.yml: needed a file, found none/);
});
