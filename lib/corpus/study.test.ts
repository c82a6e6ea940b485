import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { openStudy } from "./study";

test("the paper's study has three crises with their events, and quiet days between", () => {
  const study = openStudy();
  const october = study.crisis(2);
  assert.equal(october.id, "october");
  assert.ok(october.events.some(({ date }) => date === "2020-10-05"));
  const { from, until } = study.stretchOf(october);
  assert.deepEqual([from, until], ["2020-10-04", "2020-10-31"]);
  // The stretch ends on 31 October, the aftermath 28 days later.
  assert.deepEqual(
    ["2020-10-03", "2020-10-04", "2020-11-28", "2020-11-29", "2021-11-01"].map((day) =>
      study.isQuiet(day),
    ),
    [true, false, false, true, false],
  );
});

test("the host country of a community is that of Table 1", () => {
  const study = openStudy();
  assert.deepEqual(study.hostOf({ platform: "facebook", community: "Kygyzclub Germany" }), {
    country: "Germany",
    region: "Western Europe",
  });
  assert.equal(study.hostOf({ platform: "facebook", community: "Кыргызстанцы зарубежoм" }), null);
});

test("a study.yml in the reader's folder takes the paper's place", () => {
  const folder = mkdtempSync(join(tmpdir(), "study-"));
  try {
    assert.equal(openStudy({ folder }).crisis(1).id, "covid");
    writeFileSync(
      join(folder, "study.yml"),
      `name: Flood
window: { from: 2022-01-01, until: 2022-12-31 }
stretch: 14
aftermath: 7
crises: [{ id: flood, name: The flood, from: 2022-06-01, until: 2022-06-10, topics: [health] }]
communities: [{ name: Uzbeks in Riga, country: Latvia, region: Baltic }]
`,
    );
    const study = openStudy({ folder });
    assert.equal(study.crisis(1).name, "The flood");
    assert.equal(study.crisis(2).id, "october", "the paper's stands where the study has none");
    assert.equal(study.crisis(2).name, "October revolution (of the paper, not of this study)");
    assert.deepEqual(
      [study.stretchOf(study.crisis(1)).until, study.isQuiet("2022-06-21"), study.isQuiet("2022-06-22")],
      ["2022-06-14", false, true],
    );
    assert.equal(study.hostOf({ platform: "vkontakte", community: "Uzbeks in Riga" })?.region, "Baltic");
  } finally {
    rmSync(folder, { recursive: true });
  }
  assert.throws(() => openStudy().crisis(4), /crisis must be 1, 2 or 3, found 4/);
});
