import assert from "node:assert/strict";
import test from "node:test";

import type { CheckedClaim, ListedClaim } from "./check-claims";
import type { NotebookRun } from "./run-notebook";
import { pageOf, showVerdicts } from "./show-verdicts";

const claim: CheckedClaim = {
  id: "S1",
  notebook: "01-sampling",
  cell: "s1-card",
  evidence: "table",
  verdict: "reproduced",
  expected: "reproduced",
  published: "37",
  computed: "37",
  detail: "37 communities: 15 groups, 8 pages, 5 on VKontakte, 9 on Odnoklassniki",
};
const claims = [
  claim,
  {
    ...claim,
    id: "S3",
    verdict: "contradicted",
    expected: "reproduced with remarks",
    detail: "two names hold no keyword",
  },
];
const listed: ListedClaim[] = [
  ...claims.map(({ id, notebook, evidence, expected }) => ({
    id,
    notebook,
    evidence,
    expected: expected ?? "",
  })),
  { id: "S4", notebook: "01-sampling", evidence: "table", expected: "contradicted" },
  { id: "F1", notebook: "02-frequency", evidence: "corpus", expected: "recovered" },
];
const runs: NotebookRun[] = [
  { name: "01-sampling", notebook: null, ran: 1, cells: 1, seconds: 1, fault: null },
];
const verdicts = { claims, listed, runs, ownCorpus: false };

test("showVerdicts lines up the claims of the notebooks that ran, and counts", () => {
  assert.equal(
    showVerdicts(verdicts, { width: 96, hasColour: false }),
    [
      "claim  verdict       expected                     what was found",
      "S1     reproduced    yes                          37 communities: 15 groups, 8 pages, 5 on",
      "                                                  VKontakte, 9 on Odnoklassniki",
      "S3     contradicted  no: reproduced with remarks  two names hold no keyword",
      "S4     no verdict    no                           01-sampling shows no card for it",
      "",
      "1 of 3 verdicts are as expected (data/claims.csv).",
      "1 more claim belongs to notebooks that were not run.",
    ].join("\n"),
  );
});

test("showVerdicts keeps to the width of the terminal", () => {
  for (const width of [80, 100, 160]) {
    const lines = showVerdicts(verdicts, { width, hasColour: false }).split("\n");
    assert.ok(
      lines.every((line) => line.length <= width),
      lines.join("\n"),
    );
  }
});

test("showVerdicts says that no verdict is expected on a reader's own corpus", () => {
  const own = { ...claim, id: "F1", notebook: "02-frequency", verdict: "too little data", expected: null };
  const text = showVerdicts(
    { claims: [own], listed, runs: [{ ...runs[0], name: "02-frequency" } as NotebookRun], ownCorpus: true },
    { width: 100, hasColour: false },
  );
  assert.match(text, /^F1 +too little data +- /m);
  assert.match(text, /^0 of 0 verdicts/m);
  assert.match(text, /^For 1 claim about posts no verdict is expected: this corpus is your own/m);
});

test("showVerdicts says that a notebook or notebooks without claims argue none", () => {
  const page = { width: 80, hasColour: false };
  const none = { ...verdicts, claims: [], listed: [] };
  assert.equal(showVerdicts(none, page), "This notebook argues no claim.");
  assert.equal(showVerdicts({ ...none, runs: [...runs, ...runs] }, page), "These notebooks argue no claim.");
});

test("pageOf uses colours on a terminal only, and not where NO_COLOR asks for none", () => {
  const terminal = { isTTY: true, columns: 90 } as unknown as NodeJS.WritableStream;
  const before = process.env["NO_COLOR"];
  try {
    delete process.env["NO_COLOR"];
    assert.deepEqual(pageOf(terminal), { width: 90, hasColour: true });
    assert.deepEqual(pageOf({} as NodeJS.WritableStream), { width: 100, hasColour: false });
    process.env["NO_COLOR"] = "1";
    assert.equal(pageOf(terminal).hasColour, false);
  } finally {
    if (before === undefined) delete process.env["NO_COLOR"];
    else process.env["NO_COLOR"] = before;
  }
});
