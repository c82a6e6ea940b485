import assert from "node:assert/strict";
import test from "node:test";

import { checkClaims, collectClaims, type FoundClaim, type ListedClaim } from "./check-claims";
import { codeCell, notebookOf } from "./temporary-project";

const listed: ListedClaim[] = [
  { id: "S1", notebook: "01-sampling", evidence: "table", expected: "reproduced" },
  { id: "S3", notebook: "01-sampling", evidence: "table", expected: "contradicted" },
  { id: "F1", notebook: "02-frequency", evidence: "corpus", expected: "recovered" },
];

function card(id: string, verdict: string, change: Partial<FoundClaim> = {}): FoundClaim {
  const evidence = id === "F1" ? "corpus" : "table";
  const notebook = id === "F1" ? "02-frequency" : "01-sampling";
  return {
    id,
    notebook,
    cell: `${id.toLowerCase()}-card`,
    evidence,
    verdict,
    published: "37",
    computed: "37",
    detail: "",
    ...change,
  };
}

const S1 = card("S1", "reproduced");
const S3 = card("S3", "contradicted");

test("checkClaims finds no fault when every card says what is expected", () => {
  const { claims, faults } = checkClaims([S3, S1], listed, ["01-sampling"]);
  assert.deepEqual(faults, []);
  assert.deepEqual(
    claims.map(({ id, expected }) => [id, expected]),
    [
      ["S1", "reproduced"],
      ["S3", "contradicted"],
    ],
  );
});

test("checkClaims keeps the fields of build/claims.json in their order", () => {
  const keys = ["id", "notebook", "cell", "evidence", "verdict", "expected", "published", "computed", "detail"];
  assert.deepEqual(Object.keys(checkClaims([S1], listed, []).claims[0] ?? {}), keys);
});

for (const [what, found, fault] of [
  [
    "a verdict that is not the expected one",
    [card("S1", "contradicted"), S3],
    "cell s1-card: claim S1 was expected to be reproduced, found contradicted",
  ],
  [
    "a claim that is not listed",
    [S1, S3, card("S99", "reproduced")],
    "cell s99-card: a claim must be listed in data/claims.csv, found no row for S99",
  ],
  [
    "a second card",
    [S1, S3, { ...S3, cell: "again" }],
    "cell again: claim S3 must have one card, found a second one",
  ],
  [
    "a listed claim without a card",
    [S1],
    ": claim S3 is listed for it in data/claims.csv, found no card for it",
  ],
  [
    "a verdict that the evidence cannot bear",
    [card("S1", "recovered"), S3],
    'cell s1-card: evidence "table" can bear reproduced or reproduced with remarks or contradicted, found "recovered" for claim S1',
  ],
  [
    "evidence of an unknown kind",
    [card("S1", "reproduced", { evidence: "faith" }), S3],
    'evidence "faith" can bear no verdict',
  ],
  [
    "a card in another notebook",
    [card("S1", "reproduced", { notebook: "02-frequency" }), S3],
    "claim S1 belongs to notebook 01-sampling, found its card here",
  ],
] as const) {
  test(`checkClaims tells of ${what}`, () => {
    const { faults } = checkClaims(found, listed, ["01-sampling"]);
    assert.ok(
      faults.some((line) => line.includes(fault)),
      faults.join("\n"),
    );
  });
}

test("checkClaims asks for no card from a notebook that did not run to its end", () => {
  assert.deepEqual(checkClaims([S1], listed, []).faults, []);
});

test("checkClaims expects no verdict on posts from a reader's own corpus, and still one on tables", () => {
  const own = checkClaims([S1, card("F1", "too little data")], listed, ["02-frequency"], true);
  assert.deepEqual(own.faults, []);
  assert.deepEqual(
    own.claims.map(({ expected }) => expected),
    ["reproduced", null],
  );
  assert.match(
    checkClaims([card("F1", "recovered")], listed, [], true).faults[0] ?? "",
    /can bear supported or/,
  );
  assert.match(
    checkClaims([card("F1", "supported")], listed, []).faults[0] ?? "",
    /can bear recovered or missed/,
  );
});

test("collectClaims finds the records in a notebook's outputs, with the id of their cell", () => {
  const record = {
    id: "S1",
    evidence: "table",
    verdict: "reproduced",
    published: "37",
    computed: "37",
    detail: "",
  };
  const data = { "application/vnd.clicks-to-streets.claim+json": record, "text/plain": "S1" };
  const notebook = notebookOf([
    codeCell("a", "1", [{ output_type: "stream", name: "stdout", text: "S1" }]),
    codeCell("s1-card", "claim()", [{ output_type: "execute_result", execution_count: 1, data, metadata: {} }]),
  ]);
  assert.deepEqual(collectClaims("01-sampling", notebook), [
    { ...record, notebook: "01-sampling", cell: "s1-card" },
  ]);
});
