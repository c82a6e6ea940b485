import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";

import { DEFAULT_TOLERANCE } from "./compare-values";
import { type Output, readNotebook } from "./notebook-file";
import { codeCell, makeProject, notebookOf, proseCell } from "./temporary-project";
import type { Verification } from "./verify-notebook";
import { showVerification, verifyNotebooks } from "./verify-notebooks";

const value = (text: string): Output => ({
  output_type: "execute_result",
  execution_count: 1,
  data: { "text/plain": text },
  metadata: {},
});
const printed = (text: string): Output => ({ output_type: "stream", name: "stdout", text });

const TABLE = "application/vnd.clicks-to-streets.table+json";
const tableOf = (members: number): string => {
  const data = { columns: [{ name: "members", type: "number" }], rows: [[members]] };
  return `({ [Symbol.for("Jupyter.display")]: () => (${JSON.stringify({ [TABLE]: data, "text/plain": `${members}` })}) })`;
};

const drawn = (width: number): string => `<svg width="${width}"><text>Ош</text></svg>`;
const drawing = (width: number): string => {
  const bundle = { "image/svg+xml": drawn(width), "text/plain": "Ош" };
  return `({ [Symbol.for("Jupyter.display")]: () => (${JSON.stringify(bundle)}) })`;
};

const { root, remove } = makeProject({
  "01-same": [
    proseCell("p", "One."),
    codeCell("n", "36 + 1", [value("37")], 1),
    codeCell("m", 'console.log("x")', [printed("x\n")], 4),
  ],
  "02-edited": [
    codeCell("n", "36 + 1", [value("38")], 1),
    codeCell(
      "lines",
      "for (let i = 0; i < 9; i++) console.log(i)",
      [printed("a\nb\nc\nd\ne\nf\ng\nh\ni\n")],
      2,
    ),
    codeCell(
      "table",
      tableOf(12600),
      [
        {
          output_type: "execute_result",
          execution_count: 3,
          data: {
            [TABLE]: { columns: [{ name: "members", type: "number" }], rows: [[12500]] },
            "text/plain": "12500",
          },
          metadata: {},
        },
      ],
      3,
    ),
    codeCell("order", "1", [value("1")], 2),
  ],
  "03-throws": [codeCell("bad", 'throw new Error("no")', [], 1)],
  "04-drawn": [
    codeCell(
      "picture",
      drawing(20),
      [
        {
          output_type: "execute_result",
          execution_count: 1,
          data: { "image/svg+xml": drawn(10), "text/plain": "Ош" },
          metadata: {},
        },
      ],
      1,
    ),
  ],
});
after(remove);

const options = { root, only: [], jobs: 2, timeoutMs: 30_000, tolerance: DEFAULT_TOLERANCE, update: false };
const text = (name: string): string => readFileSync(join(root, "notebooks", `${name}.ipynb`), "utf8");
let verifications: Verification[];
let before02: string;
before(async () => {
  before02 = text("02-edited");
  verifications = await verifyNotebooks(options);
});

test("verifyNotebooks finds nothing where a notebook gives what is committed, whatever its counts", () => {
  assert.deepEqual(verifications[0]?.differing, []);
});

test("showVerification names notebook, cell and place, and counts what it leaves out", () => {
  assert.equal(
    showVerification(verifications, { width: 100, hasColour: false }).replace(/\n +at Cell .*/g, ""),
    `
notebooks/02-edited.ipynb cell n \`36 + 1\`
  text/plain line 1: committed "38", now "37"

notebooks/02-edited.ipynb cell lines \`for (let i = 0; i < 9; i++) console.log(i)\`
  stdout line 1: committed "a", now "0"
  stdout line 2: committed "b", now "1"
  stdout line 3: committed "c", now "2"
  stdout line 4: committed "d", now "3"
  stdout line 5: committed "e", now "4"
  stdout line 6: committed "f", now "5"
  and 3 more

notebooks/02-edited.ipynb cell table \`${tableOf(12600).slice(0, 60)}…\`
  table row 1, column "members": committed 12500, now 12600

notebooks/02-edited.ipynb cell order \`1\`
  was run out of order: committed [2] after [3]

notebooks/03-throws.ipynb cell bad \`throw new Error("no")\`
  Error: no

2 of 4 notebooks give the committed outputs, 1 differs, 1 did not run to the end.
If the new outputs are the right ones, keep them with: npm run verify -- --update
`,
  );
});

test("verifyNotebooks leaves the notebooks as they are unless told to update them", async () => {
  assert.equal(text("02-edited"), before02);
  const [updated] = await verifyNotebooks({ ...options, only: ["02"], update: true });
  assert.equal(updated?.updated, true);
  const { cells, metadata } = readNotebook(join(root, "notebooks", "02-edited.ipynb"));
  assert.deepEqual(metadata, notebookOf([]).metadata);
  assert.deepEqual(
    cells.map(({ id }) => id),
    ["n", "lines", "table", "order"],
  );
  assert.deepEqual(
    cells.map((cell) => cell.cell_type === "code" && cell.execution_count),
    [1, 2, 3, 4],
  );

  const [again] = await verifyNotebooks({ ...options, only: ["02"] });
  assert.deepEqual(again?.differing, []);
});

test("verifyNotebooks passes over how a picture is drawn, and takes the new drawing when told to update", async () => {
  assert.deepEqual(verifications[3]?.differing, []);
  const [updated] = await verifyNotebooks({ ...options, only: ["04"], update: true });
  assert.deepEqual([updated?.differing, updated?.updated], [[], true]);
  assert.match(text("04-drawn"), /width=\\"20\\"/);
  const [again] = await verifyNotebooks({ ...options, only: ["04"], update: true });
  assert.equal(again?.updated, false);
});
