import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { collectClaims } from "./check-claims";
import { findNotebooks } from "./find-notebooks";
import { joinText } from "./join-text";
import { readNotebook } from "./notebook-file";

const readme = readFileSync("README.md", "utf8");
const notebooks = findNotebooks(".").map((name) => ({ name, notebook: readNotebook(`notebooks/${name}.ipynb`) }));

test("README's table of claims says what the committed cards say, card by card", () => {
  const cards = notebooks.flatMap(({ name, notebook }) => collectClaims(name, notebook));
  const rows = cards.map(
    ({ id, notebook, cell, evidence, verdict, computed }) =>
      `| ${id} | ${verdict === "not testable" ? "what posts cannot show" : computed} | [${notebook}](notebooks/${notebook}.ipynb), \`${cell}\` | ${evidence} | ${verdict} |`,
  );
  assert.notEqual(rows.length, 0);
  const [, stated = ""] = /<!-- claims -->\n(?:.*\n){2}([^]*?)<!-- \/claims -->/.exec(readme) ?? [];
  assert.equal(stated, rows.map((row) => `${row}\n`).join(""));
});

test("README's picture is the one that notebook 01 shows", () => {
  const cell = notebooks.find(({ name }) => name === "01-sampling")?.notebook.cells.find(({ id }) => id === "coverage-chart");
  const output = cell?.cell_type === "code" ? cell.outputs[0] : undefined;
  const picture = output !== undefined && "data" in output ? joinText(output.data["image/svg+xml"]) : undefined;
  assert.equal(readFileSync("docs/sample-against-migrants.svg", "utf8").trimEnd(), picture?.trimEnd());
});

test("README names only scripts that package.json has", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  for (const [, name = ""] of readme.matchAll(/npm run ([\w-]+)/g)) assert.ok(name in scripts, `npm run ${name}`);
});

test("README's links lead to files that exist", () => {
  for (const [, link = ""] of readme.matchAll(/\]\((?!https?:)([^)#]+)/g)) assert.ok(readFileSync(link).length > 0, link);
});
