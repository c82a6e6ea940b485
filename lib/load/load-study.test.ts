import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { loadCodebook } from "./load-codebook";
import { loadEvents } from "./load-events";
import { loadStudy, STUDY_TOPICS } from "./load-study";

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

test("a study may name the topics that the codebook codes", () => {
  const topics = loadCodebook("data/codebook.yml").themes.map(({ id }) => id);
  assert.deepEqual(topics, [...STUDY_TOPICS, "other"]);
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
  fails(GOOD.replace("[health]", "[helth]"), /study\.yml:8:14: an entry of topics must be one of .*"helth"/);
  fails(
    GOOD.replace('"#flood"', '"#flood", FLOOD'),
    /study\.yml:10:26: a hashtag must stand once, found "FLOOD"/,
  );
  fails(GOOD.replace("#flood", "# flood"), /a hashtag must be letters, digits and _, found " flood"/);
  fails(`${GOOD}    needs: [{ name: all, words: ["*"] }]\n`, /a word of a need must have two letters/);
  fails(GOOD.replace("2022-12-31", "2222-12-31"), /study\.yml:2:9: window must be 3660 days at most/);
  const place = "  - { name: A, country: B, region: C }\n";
  fails(`${GOOD}communities:\n${place}${place}`, /study\.yml:13:5: a community must stand once, found "A"/);
  fails(GOOD.replace("Flood", "2022"), /study\.yml:1:7: name must be a text, found 2022; put it in quotes/);
  fails("name: x", /a study needs window, found none/);
  fails("name: [", /YAML is needed/);
  assert.throws(() => loadStudy("no/such.yml"), /no\/such\.yml: needed a file, found none/);
});
