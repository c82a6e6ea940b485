import assert from "node:assert/strict";
import test from "node:test";

import { adjudicate } from "./adjudicate";

const sheet = (coder: string, cells: Record<string, string[] | null>) => ({
  coder,
  codings: new Map(Object.entries(cells)),
});

test("adjudicate takes what two coders agree on, in whatever order they wrote the codes", () => {
  const { rows, open, single } = adjudicate(
    [
      sheet("A", { agreed: ["work", "housing"], differ: ["work"], one: ["work"], nobody: null, none: [] }),
      sheet("B", { agreed: ["housing", "work"], differ: [], one: null, nobody: null, none: [] }),
    ],
    new Map(),
  );
  assert.deepEqual(rows, [
    { post: "agreed", codes: ["work", "housing"], how: "agreed" },
    { post: "none", codes: [], how: "agreed" },
  ]);
  assert.deepEqual([open, single], [["differ"], ["one", "nobody"]]);
});

test("adjudicate lets a decision hold, also against an agreement, and of none", () => {
  const sheets = [sheet("A", { x: ["work"], y: ["work"] }), sheet("B", { x: ["work"], y: [] })];
  const { rows, open } = adjudicate(
    sheets,
    new Map([
      ["x", ["housing"]],
      ["y", []],
    ]),
  );
  assert.deepEqual(
    rows.map(({ codes, how }) => [codes, how]),
    [
      [["housing"], "decided"],
      [[], "decided"],
    ],
  );
  assert.deepEqual(open, []);
});

test("adjudicate of three coders needs all of them", () => {
  const sheets = [sheet("A", { x: ["work"] }), sheet("B", { x: ["work"] }), sheet("C", { x: ["housing"] })];
  assert.deepEqual(adjudicate(sheets, new Map()).open, ["x"]);
});
