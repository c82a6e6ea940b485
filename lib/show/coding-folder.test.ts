import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { projectToCoders } from "../load/coded-project";
import { readAdjudicated, readCodingKey } from "../load/read-coding-sheet";
import { readCodingFolder } from "../load/read-coding-folder";
import type { Post } from "../load/post";
import { readQdc, readQdpx } from "../load/read-refi";
import {
  flattenCodes,
  type RefiCode,
  type RefiProject,
  type RefiSelection,
  type RefiSource,
} from "../load/refi-project";
import { writeQdpx } from "../load/write-refi";
import type { Language } from "../text/identify-language";
import {
  adjudicateCodingFolder,
  type CodingStep,
  compareCodingFolder,
  compareProject,
  drawCodingFolder,
  exportCodingFolder,
  importProject,
} from "./coding-folder";

const root = mkdtempSync(join(tmpdir(), "coding-"));
test.after(() => rmSync(root, { recursive: true, force: true }));

const codes = ["Work", "Housing", "Documents and law", "Other"].map((name) => ({
  id: name.split(" ")[0]!.toLowerCase(),
  name,
  about: `About ${name}`,
}));
const posts = Array.from({ length: 30 }, (_, i): Post => ({
  id: String(i),
  platform: "facebook",
  community: "c",
  kind: "post",
  parent: null,
  author: null,
  createdAt: new Date(0),
  text: i % 3 === 0 ? `=Ищу работу 😀 ${i}\nс жильём` : `Сдаю комнату, үй ${i}`,
  likes: null,
  shares: null,
  comments: null,
  byAdmin: null,
  repost: false,
}));
const corpus = { posts, languages: posts.map((): Language => "ru"), title: "test corpus" };

function write({ files }: CodingStep, folder: string): void {
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
}

/** A folder in which anna gave work or housing to everything, and bek differs on the first two documents. */
function codedFolder(): string {
  const folder = mkdtempSync(join(root, "f-"));
  write(drawCodingFolder(corpus, codes, ["anna", "bek"], { size: 8, seed: 1 }), folder);
  const key = readCodingKey(join(folder, "key.csv"));
  for (const coder of ["anna", "bek"]) {
    let sheet = readFileSync(join(folder, `sheet-${coder}.csv`), "utf8");
    for (const [i, { row, text }] of key.entries()) {
      const code =
        coder === "bek" && i < 2 ? '"housing; work"' : text.includes("работу") ? "work" : "housing";
      sheet = sheet.replace(new RegExp(`(${row};(?:"[^"]*"|[^;]*));;`), `$1;${code};`);
    }
    writeFileSync(join(folder, `sheet-${coder}.csv`), sheet);
  }
  return folder;
}

test("a sample is drawn, coded, compared, talked over and adjudicated", () => {
  const folder = codedFolder();
  const compared = compareCodingFolder(folder, { seed: 1 });
  assert.match(
    compared.report,
    /2 coders, 8 documents, 8 coded by two or more; they differ on 2 of these\.\nLeft open: anna 0, bek 0\./,
  );
  assert.match(compared.report, /anna\s+bek\s+8\s+6\s+75\.0/);
  write(compared, folder);

  const before = adjudicateCodingFolder(folder);
  assert.match(before.report, /6 of 8 documents: 6 agreed, 0 decided\.\n2 still to be decided/);

  const list = readFileSync(join(folder, "disagreements.csv"), "utf8");
  writeFileSync(join(folder, "disagreements.csv"), list.replace(/;;\r\n/, ";none;\r\n"));
  const again = compareCodingFolder(folder, { seed: 1 });
  assert.equal(again.files.size, 0);
  assert.match(again.report, /holds 1 decisions and was left as it is/);

  const after = adjudicateCodingFolder(folder);
  assert.match(after.report, /7 of 8 documents: 6 agreed, 1 decided\.\n1 still to be decided/);
  write(after, folder);
  const rows = readAdjudicated(join(folder, "adjudicated.csv"), codes);
  assert.deepEqual(
    rows.filter(({ how }) => how === "decided").map((row) => row.codes),
    [[]],
  );
});

test("a coded sample goes to a REFI-QDA project and back without loss", () => {
  const folder = codedFolder();
  // Of bek's last rows one is left open and one has none of the codes.
  const file = join(folder, "sheet-bek.csv");
  const lines = readFileSync(file, "utf8").split(/;(?:work|housing);\r\n/);
  writeFileSync(
    file,
    `${lines.slice(0, -2).join(";work;\r\n")};;\r\n${lines.at(-2)};none;\r\n${lines.at(-1)}`,
  );

  write(exportCodingFolder(folder), folder);
  const project = readQdpx(join(folder, "project.qdpx"));
  assert.deepEqual(
    project.users.map(({ name }) => name),
    ["anna", "bek"],
  );
  assert.deepEqual([...project.passedOver], []);
  const [heading] = readQdc(join(folder, "codebook.qdc"));
  assert.deepEqual([heading?.name, heading?.codable], ["Codes", false]);
  assert.deepEqual(
    heading?.children.map(({ name, description }) => [name, description]),
    [
      ...codes.map(({ name, about }) => [name, about]),
      ["None of these", "The text was read, and no code fits."],
    ],
  );
  // The texts are as drawn, the formula sign among them.
  assert.ok(project.sources.some(({ text }) => text.startsWith("=Ищу работу 😀")));

  const before = readCodingFolder(folder).sheets;
  const given = [...(before[1]?.codings.values() ?? [])];
  assert.deepEqual(
    [given.filter((one) => one === null).length, given.filter((one) => one?.length === 0).length],
    [1, 1],
  );
  rmSync(join(folder, "sheet-anna.csv"));
  rmSync(join(folder, "sheet-bek.csv"));
  write(importProject(join(folder, "project.qdpx"), folder), folder);
  assert.deepEqual(readCodingFolder(folder).sheets, before);
});

test("a project comes back also from a program that made new identifiers and coded passages", () => {
  const folder = codedFolder();
  write(exportCodingFolder(folder), folder);
  const project = readQdpx(join(folder, "project.qdpx"));
  // Another program: identifiers moved by one digit throughout, text names with an ending, one passage cut to
  // four letters.
  const moved = JSON.parse(
    JSON.stringify({ ...project, passedOver: [] }).replace(/([0-9a-f]{8}-[0-9a-f]{4}-)5/g, "$14"),
  ) as RefiProject;
  const sources = moved.sources.map((source, i) => ({
    ...source,
    name: `${source.name}.txt`,
    selections: source.selections.map((selection, j) =>
      i === 0 && j === 0 ? { ...selection, to: 4 } : selection,
    ),
  }));
  writeFileSync(join(folder, "back.qdpx"), writeQdpx({ ...moved, sources }));
  const step = importProject(join(folder, "back.qdpx"), folder);
  assert.equal(
    step.files.get("sheet-bek.csv"),
    importProject(join(folder, "project.qdpx"), folder).files.get("sheet-bek.csv"),
  );

  const { report } = compareProject(join(folder, "back.qdpx"));
  assert.match(report, /Agreement by characters, 8 texts of "Coding sample"/);
  assert.match(report, /anna\s+bek\s+8\s+6\s+75\.0/);
});

test("importProject names what does not belong to the sample", () => {
  const folder = codedFolder();
  write(exportCodingFolder(folder), folder);
  const project = readQdpx(join(folder, "project.qdpx"));
  const attempt = (changed: RefiProject) => () => {
    writeFileSync(join(folder, "changed.qdpx"), writeQdpx(changed));
    importProject(join(folder, "changed.qdpx"), folder);
  };
  const [first, ...others] = project.sources as [RefiProject["sources"][0], ...RefiProject["sources"]];
  assert.throws(
    attempt({ ...project, sources: others }),
    new RegExp(`needed all 8 texts of the sample, found none for ${first.name}; export the whole`),
  );
  const text = first.text.replace("а", "о");
  assert.throws(
    attempt({ ...project, sources: [{ ...first, text }, ...others] }),
    new RegExp(`text of ${first.name} must be as it was drawn, found it edited`),
  );
  assert.throws(
    attempt({ ...project, sources: [{ ...first, name: "interview" }, ...others] }),
    /must be rows of the sample, found "interview"/,
  );
  const renamed = JSON.parse(
    JSON.stringify(project.codes)
      .replaceAll('"Housing"', '"Flats"')
      .replace(/([0-9a-f]{8}-[0-9a-f]{4}-)5/g, "$14"),
  ) as RefiProject["codes"];
  const newGuids = flattenCodes(renamed).map(({ guid }) => guid);
  assert.ok(newGuids.length > 0);
  const sources = JSON.parse(
    JSON.stringify(project.sources).replace(/("code":"[0-9a-f]{8}-[0-9a-f]{4}-)5/g, "$14"),
  ) as RefiProject["sources"];
  assert.throws(
    attempt({ ...project, codes: renamed, sources }),
    /codes must be among Work, .*found "Flats"; rename it there/,
  );
});

test("projectToCoders takes a project of its own, without a sample", () => {
  const folder = codedFolder();
  write(exportCodingFolder(folder), folder);
  const { codes: own, coders, texts } = projectToCoders(readQdpx(join(folder, "project.qdpx")));
  assert.deepEqual(
    own.map(({ id }) => id),
    codes.map(({ name }) => name),
  );
  assert.equal(texts.size, 8);
  assert.deepEqual(
    coders.map(({ coder, spans }) => [coder, spans.length]),
    [
      ["anna", 8],
      ["bek", 10],
    ],
  );
});

test("projectToCoders takes a coder of a project without our code for none to have read all of it", () => {
  const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
  const leaf = (n: number, name: string, children: RefiCode[] = []): RefiCode => {
    return { guid: id(n), name, description: "", color: null, codable: true, children };
  };
  const text = (n: number, selections: RefiSelection[]): RefiSource => {
    return { guid: id(n), name: `t${n}`, description: "", text: "abcdef", selections, codings: [] };
  };
  const coding = { guid: id(7), code: id(2), user: null, createdAt: null };
  const passage = {
    guid: id(6),
    name: "",
    description: "",
    from: 1,
    to: 3,
    user: id(9),
    createdAt: null,
    codings: [coding],
  };
  const { codes: own, coders } = projectToCoders({
    name: "theirs",
    origin: "",
    description: "",
    users: [
      { guid: id(9), name: "Anna" },
      { guid: id(8), name: "Idle" },
    ],
    codes: [leaf(1, "Work", [leaf(2, "Pay")]), leaf(3, "Home", [leaf(0, "Pay")])],
    sources: [text(4, [passage]), text(5, [])],
    passedOver: new Map(),
  });
  assert.deepEqual(
    own.map((code) => code.id),
    ["Work", "Work / Pay", "Home", "Home / Pay"],
  );
  assert.deepEqual(coders, [
    {
      coder: "Anna",
      codings: new Map([
        ["t4", ["Work / Pay"]],
        ["t5", []],
      ]),
      spans: [{ document: "t4", code: "Work / Pay", from: 1, to: 3 }],
    },
  ]);
});

test("compareCodingFolder says what is missing", () => {
  assert.throws(
    () => compareCodingFolder(root),
    /key\.csv: needed the key of a drawn sample, found none; draw one/,
  );
});
