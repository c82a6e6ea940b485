import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { unzipSync } from "fflate";

import { codebookToRefi, sheetsToProject } from "./coded-project";
import { flattenCodes } from "./refi-project";
import { parseXml, type XmlElement } from "./refi-xml";
import { writeQdc, writeQdpx } from "./write-refi";

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const ANY = /[^]*/;
const NUMBER = /^\d+$/;

/**
 * What the published schemas (Project.xsd of 18 March 2019, Codebook.xsd 1.0) say of the elements written
 * here: attributes with their form, those that must stand first, and children in their order.
 */
const SCHEMA: Record<
  string,
  { must: Record<string, RegExp>; may: Record<string, RegExp>; children: string[] }
> = {
  Project: {
    must: { name: ANY },
    may: {
      origin: ANY,
      creatingUserGUID: GUID,
      creationDateTime: TIME,
      schemaLocation: ANY,
      xmlns: ANY,
      xsi: ANY,
    },
    children: [
      "Users",
      "CodeBook",
      "Variables",
      "Cases",
      "Sources",
      "Notes",
      "Links",
      "Sets",
      "Graphs",
      "Description",
      "NoteRef",
    ],
  },
  Users: { must: {}, may: {}, children: ["User"] },
  User: { must: { guid: GUID }, may: { name: ANY, id: ANY }, children: [] },
  CodeBook: { must: {}, may: { origin: ANY, xmlns: ANY }, children: ["Codes", "Sets"] },
  Codes: { must: {}, may: {}, children: ["Code"] },
  Code: {
    must: { guid: GUID, name: ANY, isCodable: /^(true|false)$/ },
    may: { color: /^#([A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})$/ },
    children: ["Description", "NoteRef", "Code"],
  },
  Description: { must: {}, may: {}, children: [] },
  Sources: { must: {}, may: {}, children: ["TextSource"] },
  TextSource: {
    must: { guid: GUID, plainTextPath: /^internal:\/\/[0-9a-f-]{36}\.txt$/ },
    may: { name: ANY, creatingUser: GUID, creationDateTime: TIME },
    children: ["Description", "PlainTextContent", "PlainTextSelection", "Coding", "NoteRef", "VariableValue"],
  },
  PlainTextSelection: {
    must: { guid: GUID, startPosition: NUMBER, endPosition: NUMBER },
    may: { name: ANY, creatingUser: GUID, creationDateTime: TIME },
    children: ["Description", "Coding", "NoteRef"],
  },
  Coding: {
    must: { guid: GUID },
    may: { creatingUser: GUID, creationDateTime: TIME },
    children: ["CodeRef", "NoteRef"],
  },
  CodeRef: { must: { targetGUID: GUID }, may: {}, children: [] },
};

function checkElement({ name, attributes, children, line }: XmlElement): void {
  const rule = SCHEMA[name];
  assert.ok(rule !== undefined, `line ${line}: ${name} is not in the schema`);
  for (const [key, form] of Object.entries(rule.must))
    assert.match(attributes[key] ?? "(none)", form, `line ${line}: ${name} ${key}`);
  for (const [key, value] of Object.entries(attributes)) {
    assert.match(value, rule.must[key] ?? rule.may[key] ?? /^(?!)/, `line ${line}: ${name} ${key}`);
  }
  const places = children.map((child) => rule.children.indexOf(child.name));
  assert.ok(
    places.every((place, i) => place >= Math.max(0, places[i - 1] ?? 0)),
    `line ${line}: children of ${name}`,
  );
  children.forEach(checkElement);
}

const codes = [
  { id: "work", name: "Work", about: "Looking for, offering and doing paid work" },
  { id: "housing", name: "Housing", about: "Rooms & flats < 3" },
  { id: "border", name: "Border conflict", about: "" },
  { id: "other", name: "Other", about: "Whatever no theme meets" },
];
const texts = ["Ищу работу 😀 в Москве", "=1+1\nүй бар, баасы келишим", 'Ещё <один> & "другой"'];
const project = sheetsToProject({
  name: 'Trial "quoted" & <tagged>',
  heading: "Themes",
  codes,
  sample: texts.map((text, i) => ({
    row: `row${i}`,
    post: `facebook:${i}`,
    stratum: "all",
    of: 3,
    drawn: 3,
    text,
  })),
  sheets: [
    {
      coder: "Айгүл",
      codings: new Map([
        ["facebook:0", ["work"]],
        ["facebook:1", ["housing", "other"]],
        ["facebook:2", []],
      ]),
    },
    {
      coder: "Bek & co",
      codings: new Map([
        ["facebook:0", ["work", "border"]],
        ["facebook:1", null],
      ]),
    },
  ],
  savedAt: new Map([
    ["Айгүл", "2021-05-01T12:00:00Z"],
    ["Bek & co", "2021-05-02T12:00:00Z"],
  ]),
});
// A passage after an emoji: places in code units and in code points differ there.
const [first] = project.sources;
const withPassage = {
  ...project,
  sources: project.sources.map((source) => {
    if (source !== first) return source;
    const from = source.text.indexOf("Москве");
    const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
    const coding = { guid: id(1), code: flattenCodes(project.codes)[1]!.guid, user: null, createdAt: null };
    const passage = {
      guid: id(2),
      name: "",
      description: "",
      from,
      to: from + 6,
      user: project.users[0]!.guid,
    };
    return {
      ...source,
      selections: [
        ...source.selections,
        { ...passage, createdAt: "2021-05-03T12:00:00Z", codings: [coding] },
      ],
    };
  }),
};

test("what is written keeps to the published schemas", () => {
  const xml = new TextDecoder().decode(unzipSync(writeQdpx(withPassage))["project.qde"]);
  const root = parseXml("project.qde", xml);
  assert.equal(root.namespace, "urn:QDA-XML:project:1.0");
  checkElement(root);
  const book = parseXml("codebook.qdc", writeQdc(codebookToRefi(codes, "Themes")));
  assert.equal(book.namespace, "urn:QDA-XML:codebook:1.0");
  checkElement(book);
});

/** Reads a project as any Python program would: its own zip, its own XML, texts counted in code points. */
const READER = `
import json, sys, zipfile, xml.etree.ElementTree as etree
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
ns = "{urn:QDA-XML:project:1.0}"
root = etree.fromstring(archive.read("project.qde"))
users = {user.get("guid"): user.get("name") for user in root.iter(ns + "User")}
codes = {code.get("guid"): code.get("name") for code in root.iter(ns + "Code")}
found = []
for source in root.iter(ns + "TextSource"):
    path = "sources/" + source.get("plainTextPath").split("internal://")[1]
    text = archive.read(path).decode("utf-8")
    for passage in source.findall(ns + "PlainTextSelection"):
        part = text[int(passage.get("startPosition")):int(passage.get("endPosition"))]
        for coding in passage.findall(ns + "Coding"):
            found.append([source.get("name"), users[passage.get("creatingUser")], codes[coding.find(ns + "CodeRef").get("targetGUID")], part])
sys.stdout.buffer.write(json.dumps(found).encode("utf-8"))
`;

const python = ["python3", "python"].find((name) => spawnSync(name, ["--version"]).status === 0);
const skip = python === undefined && process.env["CI"] === undefined ? "no Python on this machine" : false;

test("Python reads the same coders, codes and passages", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "refi-"));
  try {
    const path = join(folder, "trial.qdpx");
    writeFileSync(path, writeQdpx(withPassage));
    const { status, stdout, stderr } = spawnSync(python ?? "python3", ["-c", READER, path], {
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
    assert.deepEqual(JSON.parse(stdout), [
      ["row0", "Айгүл", "Work", texts[0]],
      ["row0", "Bek & co", "Work", texts[0]],
      ["row0", "Bek & co", "Border conflict", texts[0]],
      ["row0", "Айгүл", "Work", "Москве"],
      ["row1", "Айгүл", "Housing", texts[1]],
      ["row1", "Айгүл", "Other", texts[1]],
      ["row2", "Айгүл", "None of these", texts[2]],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
