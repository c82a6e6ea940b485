import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

const folder = mkdtempSync(join(tmpdir(), "nb-code-"));
const exports = join(folder, "exports");
test.after(() => {
  rmSync(folder, { recursive: true, force: true });
  const cache = createHash("sha256").update(exports).digest("hex").slice(0, 12);
  rmSync(`build/corpus/reader-${cache}`, { recursive: true, force: true });
});

const CODEBOOK = `themes:
  - id: work
    name: Work
    about: Paid work
    terms:
      - { term: работа, language: ru, gloss: work, origin: paper }
  - id: other
    name: Other
    about: Whatever else
    terms: []
`;
const codebook = join(folder, "codebook.yml");
writeFileSync(codebook, CODEBOOK);

function nb(...args: string[]): { code: number | null; out: string } {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const more = { INIT_CWD: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["kernel/nb.cjs", "code", ...args], {
    encoding: "utf8",
    env: { ...env, ...more },
  });
  return { code: status, out: `${stdout}${stderr}` };
}

/** A folder with a key of three posts and a sheet for each coder: codes of the three posts in order. */
function sheets(name: string, coders: Readonly<Record<string, readonly string[]>>): string {
  const place = join(folder, name);
  mkdirSync(place);
  const rows = ["bbbbbbbb", "cccccccc", "dddddddd"];
  const key = rows.map((row, i) => `${row};facebook:${i};all;3;3;Жумуш ${i}`);
  writeFileSync(
    join(place, "key.csv"),
    `\ufeff${["row;post;stratum;of;drawn;text", ...key, ""].join("\r\n")}`,
  );
  writeFileSync(join(place, "codes.csv"), "\ufeffcode;name;about\r\nwork;Work;Paid work\r\nother;Other;\r\n");
  for (const [coder, codes] of Object.entries(coders)) {
    const lines = rows.map((row, i) => `${row};Жумуш ${i};${codes[i]};`);
    writeFileSync(
      join(place, `sheet-${coder}.csv`),
      `\ufeff${["row;text;codes;note", ...lines, ""].join("\r\n")}`,
    );
  }
  return place;
}

test("nb code draw writes sheets of a reader's exports, and never over sheets that are there", () => {
  mkdirSync(join(exports, "facebook"), { recursive: true });
  const rows = Array.from(
    { length: 12 },
    (_unused, i) => `${i},${i},anna,"Ищу комнату, номер ${i}",2021-05-01 12:00:00`,
  );
  writeFileSync(
    join(exports, "facebook", "own.csv"),
    `id,thread_id,author,body,timestamp\n${rows.join("\n")}\n`,
  );
  const draw = [
    "draw",
    "drawn",
    "--coders",
    "anna,bek",
    "--posts",
    "4",
    "--corpus",
    "exports",
    "--codebook",
    codebook,
  ];
  const { code, out } = nb(...draw, "--by", "platform");
  assert.equal(code, 0, out);
  assert.match(out, /4 documents of the exports, by strata:\n {2}facebook: 4 of 12\n/);
  assert.ok(existsSync(join(folder, "drawn", "sheet-bek.csv")));
  assert.equal(
    readFileSync(join(folder, "drawn", "codes.csv"), "utf8"),
    "\ufeffcode;name;about\r\nwork;Work;Paid work\r\nother;Other;Whatever else\r\n",
  );

  assert.equal(nb(...draw, "--by", "platform").code, 0);
  const again = nb(...draw, "--by", "platform", "--seed", "2");
  assert.equal(again.code, 1);
  const many = nb(...draw.map((arg) => (arg === "4" ? "40" : arg === "drawn" ? "many" : arg)));
  assert.equal(many.code, 2);
  assert.equal(many.out, "drawSample: size must be a whole number from 1 to 12, found 40; ask for fewer\n");
  assert.match(again.out, /key\.csv: needed a place for a new file, found another one; move it away/);
});

test("nb code agree, adjudicate, export and import go from sheets to a project and back", () => {
  const place = sheets("team", { anna: ["work", "work", "none"], bek: ["work", "other", "none"] });
  const agreed = nb("agree", "team");
  assert.equal(agreed.code, 0, agreed.out);
  assert.match(agreed.out, /2 coders, 3 documents, 3 coded by two or more; they differ on 1 of these\./);
  const list = readFileSync(join(place, "disagreements.csv"), "utf8");
  writeFileSync(join(place, "disagreements.csv"), list.replace(/;;\r\n$/, ";other;\r\n"));

  const adjudicated = nb("adjudicate", "team");
  assert.match(adjudicated.out, /3 of 3 documents: 2 agreed, 1 decided\./);
  assert.match(readFileSync(join(place, "adjudicated.csv"), "utf8"), /facebook:1;other;decided\r\n/);

  assert.equal(nb("export", "team").code, 0);
  const byCharacter = nb("agree", "team/project.qdpx");
  assert.match(byCharacter.out, /Agreement by characters, 3 texts of "Coding sample"/);

  const back = sheets("back", {});
  const imported = nb("import", "team/project.qdpx", "back");
  assert.equal(imported.code, 0, imported.out);
  assert.match(readFileSync(join(back, "sheet-bek.csv"), "utf8"), /cccccccc;Жумуш 1;other;\r\n/);
});

test("nb code agree and export take the classifier in beside the people", () => {
  const draw = ["draw", "machine", "--coders", "anna", "--posts", "4", "--corpus", "exports", "--by", "all"];
  assert.equal(nb(...draw).code, 0);
  const sheet = join(folder, "machine", "sheet-anna.csv");
  writeFileSync(sheet, readFileSync(sheet, "utf8").replaceAll(";;\r\n", ";housing;\r\n"));
  const flags = ["machine", "--classifier", "topics", "--corpus", "exports"];
  const agreed = nb("agree", ...flags);
  assert.equal(agreed.code, 0, agreed.out);
  // "Ищу комнату" is housing to both.
  assert.match(agreed.out, /anna\s+classifier\s+4\s+4\s+100\.0/);
  assert.ok(!existsSync(join(folder, "machine", "disagreements.csv")));

  assert.match(nb("export", ...flags).out, /8 codes, 4 texts, 2 coders, 8 codings/);
  const byCharacter = nb("agree", "machine/project.qdpx").out;
  assert.match(byCharacter, /anna\s+classifier\s+Housing\s+28\s/);
});

test("nb code names file, line and column of what a coder wrote wrong, and ends with 1", () => {
  sheets("wrong", { anna: ["work", "wrok", "none"] });
  const twoCodes = nb("agree", "team", "--level", "ordinal");
  assert.deepEqual(
    [twoCodes.code, /a document must have one code, found 0 by anna/.test(twoCodes.out)],
    [2, true],
  );
  const { code, out } = nb("agree", "wrong");
  assert.equal(code, 1);
  assert.match(
    out,
    /sheet-anna\.csv:3: codes: codes must be among work, other or none, found "wrok"; correct the word\n/,
  );
  assert.doesNotMatch(out, /\n {4}at /);
});

test("nb code refuses wrong usage with 2", () => {
  assert.equal(nb("draw", "--coders", "anna", "--by", "mood").code, 2);
  assert.match(nb("draw").out, /required option '--coders <names>' not specified/);
  assert.equal(nb("draw", "--coders", "anna", "--separator", "tab").code, 2);
});
