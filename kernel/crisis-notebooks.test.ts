import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

interface Cell {
  readonly id: string;
  readonly cell_type: string;
  readonly source: string | readonly string[];
}

const NAMES = ["04-covid-dark-july", "05-october-revolution", "06-border-conflict"];

const notebooks = NAMES.map((name) => {
  const { cells } = JSON.parse(readFileSync(`notebooks/${name}.ipynb`, "utf8")) as { cells: Cell[] };
  return cells.map(({ id, cell_type, source }) => ({
    id,
    type: cell_type,
    text: [source].flat().join(""),
  }));
});

test("the three crisis notebooks have the same headings, word for word", () => {
  const headings = notebooks.map((cells) =>
    cells.flatMap(({ type, text }) => (type === "markdown" ? (text.match(/^## .*$/gm) ?? []) : [])),
  );
  assert.ok((headings[0] ?? []).length >= 9);
  assert.deepEqual(headings[1], headings[0]);
  assert.deepEqual(headings[2], headings[0]);
});

test("what makes a crisis notebook that of its crisis stands in one cell", () => {
  const constants = notebooks.map((cells) => cells.find(({ id }) => id === "constants")?.text ?? "");
  assert.deepEqual(
    constants.map((text) => text.replace(/CRISIS = \d/, "CRISIS")),
    Array(3).fill(constants[0]?.replace(/CRISIS = \d/, "CRISIS")),
  );
  assert.deepEqual(
    constants.map((text) => /CRISIS = (\d)/.exec(text)?.[1]),
    ["1", "2", "3"],
  );
});

test("cells that the crisis notebooks share are the same to the letter", () => {
  const [first = [], ...others] = notebooks;
  for (const id of [
    "load",
    "events",
    "talk",
    "platform-table",
    "days-figure",
    "methods-table",
    "carried-table",
    "lags-table",
    "acts-table",
    "placebo-figure",
    "alarms",
  ]) {
    const text = first.find((cell) => cell.id === id)?.text;
    for (const cells of others) assert.equal(cells.find((cell) => cell.id === id)?.text, text, id);
  }
});
