import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";

const cards = readFileSync("data/README.md", "utf8").split(/^## /m).slice(1);
const tables = readdirSync("data").filter((name) => name.endsWith(".csv"));

test("every table in data has one card, and every card of a table has its file", () => {
  const titles = cards.map((card) => card.split("\n")[0] ?? "").filter((title) => title.endsWith(".csv"));
  assert.deepEqual(titles.sort(), tables.sort());
});

for (const name of tables) {
  test(`the card of ${name} says its rows, source, licence, limits and checksum`, () => {
    const card = cards.find((text) => text.startsWith(`${name}\n`)) ?? "";
    for (const line of ["What one row is", "Rows", "From", "Made", "May we share it", "Not in it"]) {
      assert.match(card, new RegExp(`^\\| ${line} \\| \\S.* \\|$`, "m"), line);
    }
    // A checkout may end lines with CRLF; the checksum is of LF.
    const content = readFileSync(`data/${name}`, "utf8").replaceAll("\r\n", "\n");
    const checksum = createHash("sha256").update(content).digest("hex");
    assert.equal(/^\| SHA-256 \| `([0-9a-f]{64})` \|$/m.exec(card)?.[1], checksum, `write ${checksum} into the card of ${name}`);
    assert.equal(Number(/^\| Rows \| (\d+)/m.exec(card)?.[1]), content.trimEnd().split("\n").length - 1);
    for (const column of content.split("\n")[0]?.split(",") ?? []) assert.ok(card.includes(`\`${column}\``), column);
  });
}
