import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";

import { readQdc, readQdpx } from "./read-refi";
import { refiGuid, uuid5 } from "./refi-guid";
import type { RefiCode, RefiProject } from "./refi-project";
import { escapeXml } from "./refi-xml";
import { writeQdc, writeQdpx } from "./write-refi";

const folder = mkdtempSync(join(tmpdir(), "refi-"));
test.after(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A .qdpx of the given project.qde and texts. */
function qdpx(xml: string, texts: Record<string, string> = {}): string {
  const files = Object.entries({ "project.qde": xml, ...texts }).map(([name, text]) => [name, strToU8(text)]);
  return fileOf("made.qdpx", zipSync(Object.fromEntries(files)));
}

const PROJECT = 'xmlns="urn:QDA-XML:project:1.0"';
const G = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const CODEBOOK = `<CodeBook><Codes><Code guid="${G(1)}" name="Work" isCodable="true"/></Codes></CodeBook>`;
const source = (attributes: string, inside: string) =>
  `<Project ${PROJECT} name="p"><Users><User guid="${G(9)}" name="Anna"/></Users>${CODEBOOK}` +
  `<Sources><TextSource guid="${G(2)}" name="s" ${attributes}>${inside}</TextSource></Sources></Project>`;
const passage = (from: number, to: number) =>
  `<PlainTextSelection guid="${G(3)}" startPosition="${from}" endPosition="${to}" creatingUser="${G(9)}">` +
  `<Coding guid="${G(4)}"><CodeRef targetGUID="${G(1)}"/></Coding></PlainTextSelection>`;

const text = fc
  .string({ unit: "binary", maxLength: 30 })
  .filter((value) => !/[\u0000-\u0008\u000b\u000c\r\u000e-\u001f\ufffe\uffff\ufeff]/.test(value));
const code: fc.Memo<RefiCode> = fc.memo((depth) =>
  fc.record({
    guid: fc.constant(""),
    name: text,
    description: text,
    color: fc.constantFrom(null, "#E69F00", "#abc"),
    codable: fc.boolean(),
    children: depth > 1 ? fc.array(code(depth - 1), { maxLength: 2 }) : fc.constant([]),
  }),
);

/** Codes with guids of their own. */
function numbered(codes: readonly RefiCode[], parent = "code"): RefiCode[] {
  return codes.map((one, i) => {
    const name = `${parent}.${i}`;
    return { ...one, guid: refiGuid(name), children: numbered(one.children, name) };
  });
}

/** Projects that hold together: references to codes and users that are there, passages inside their texts. */
const project: fc.Arbitrary<RefiProject> = fc
  .record({
    name: text,
    people: fc.array(text, { minLength: 1, maxLength: 3 }),
    drawn: fc.array(code(3), { minLength: 1, maxLength: 3 }),
    texts: fc.array(fc.string({ unit: "grapheme-composite", maxLength: 40 }), { maxLength: 3 }),
    cuts: fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.boolean()), { maxLength: 4 }),
    at: fc.constantFrom(null, "2021-05-01T12:00:00Z"),
  })
  .map(({ name, people, drawn, texts, cuts, at }) => {
    const codes = numbered(drawn);
    const users = people.map((person, i) => ({ guid: refiGuid("user", String(i)), name: person }));
    let next = 0;
    const fresh = () => refiGuid("item", String(next++));
    const coding = (isKnown: boolean) => ({
      guid: fresh(),
      code: codes[0]!.guid,
      user: isKnown ? users[0]!.guid : null,
      createdAt: at,
    });
    const sources = texts.map((raw) => {
      const clean = raw.replaceAll("\r", "");
      // Cut where a character begins, counted in code units.
      const edges = [0];
      for (const character of clean) edges.push(edges.at(-1)! + character.length);
      return {
        guid: fresh(),
        name,
        description: name,
        text: clean,
        selections: cuts.map(([a, b, isKnown]) => {
          const [i, j] = [a % edges.length, b % edges.length].sort((x, y) => x - y) as [number, number];
          const user = isKnown ? users[0]!.guid : null;
          const place = { from: edges[i]!, to: edges[j]! };
          return {
            guid: fresh(),
            name,
            description: "",
            ...place,
            user,
            createdAt: at,
            codings: [coding(isKnown)],
          };
        }),
        codings: cuts.slice(0, 1).map(([, , isKnown]) => coding(isKnown)),
      };
    });
    return { name, origin: "test", description: name, users, codes, sources, passedOver: new Map() };
  });

test("readQdpx gives back what writeQdpx wrote", () => {
  fc.assert(
    fc.property(project, (written) => {
      const path = fileOf("round.qdpx", writeQdpx(written));
      assert.deepEqual(readQdpx(path), written);
    }),
    { numRuns: 200 },
  );
});

test("readQdc gives back what writeQdc wrote", () => {
  fc.assert(
    fc.property(fc.array(code(4), { minLength: 1, maxLength: 4 }), (drawn) => {
      const codes = numbered(drawn);
      assert.deepEqual(readQdc(fileOf("round.qdc", writeQdc(codes))), codes);
    }),
  );
});

test("writeQdpx counts positions in code points and lays the files out as the standard says", () => {
  // А, the emoji (two code units), Б: the emoji is code point 1, Б is 2.
  const written: RefiProject = {
    name: "p",
    origin: "test",
    description: "",
    users: [{ guid: G(9), name: "Анна" }],
    codes: [{ guid: G(1), name: "Work", description: "", color: null, codable: true, children: [] }],
    sources: [
      {
        guid: G(2),
        name: "s",
        description: "",
        text: "А😀Б",
        selections: [
          {
            guid: G(3),
            name: "",
            description: "",
            from: 3,
            to: 4,
            user: G(9),
            createdAt: "2021-05-01T00:00:00Z",
            codings: [{ guid: G(4), code: G(1), user: G(9), createdAt: null }],
          },
        ],
        codings: [],
      },
    ],
    passedOver: new Map(),
  };
  const bytes = writeQdpx(written);
  const files = unzipSync(bytes);
  assert.deepEqual(Object.keys(files).sort(), ["project.qde", `sources/${G(2)}.txt`]);
  assert.equal(new TextDecoder().decode(files[`sources/${G(2)}.txt`]), "А😀Б");
  const xml = new TextDecoder().decode(files["project.qde"]);
  assert.match(xml, /startPosition="2" endPosition="3"/);
  assert.match(xml, /plainTextPath="internal:\/\/00000000-/);
  assert.match(xml, /<User guid="[^"]+" name="Анна"\/>/);
  assert.deepEqual(writeQdpx(written), bytes);
});

test("readQdpx counts a Windows line end as two characters, and as one where ATLAS.ti wrote the project", () => {
  const texts = { [`Sources/${G(2)}.txt`]: "ab\r\ncd\r\nef" };
  const xml = source(`plainTextPath="internal://${G(2)}.txt"`, passage(4, 6));
  const [plain] = readQdpx(qdpx(xml, texts)).sources;
  assert.equal(plain?.text, "ab\ncd\nef");
  assert.equal(plain?.text.slice(plain.selections[0]!.from, plain.selections[0]!.to), "cd");

  const [atlas] = readQdpx(
    qdpx(
      xml.replace('name="p"', 'name="p" origin="ATLAS.ti"').replace('"4"', '"3"').replace('"6"', '"5"'),
      texts,
    ),
  ).sources;
  assert.equal(atlas?.text.slice(atlas.selections[0]!.from, atlas.selections[0]!.to), "cd");
});

test("readQdpx takes guids in braces and capitals, and texts inside the XML", () => {
  const xml = source("", `<PlainTextContent>Ищу &lt;работу&gt;</PlainTextContent>${passage(0, 3)}`).replace(
    `targetGUID="${G(1)}"`,
    `targetGUID="{${G(1).toUpperCase()}}"`,
  );
  const [read] = readQdpx(qdpx(xml)).sources;
  assert.equal(read?.text, "Ищу <работу>");
  assert.deepEqual(read?.selections[0]?.codings[0]?.code, G(1));
});

test("readQdpx counts what it passes over", () => {
  const xml = source("", "<PlainTextContent>a</PlainTextContent><NoteRef/>").replace(
    "</Project>",
    "<Notes/><Links/></Project>",
  );
  assert.deepEqual(
    [...readQdpx(qdpx(xml)).passedOver],
    [
      ["Notes", 1],
      ["Links", 1],
      ["NoteRef", 1],
    ],
  );
});

test("readQdpx names the file and the line of what does not fit", () => {
  const read =
    (xml: string, texts = {}) =>
    () =>
      readQdpx(qdpx(xml, texts));
  const content = "<PlainTextContent>abc</PlainTextContent>";
  assert.throws(
    read(source("", `${content}${passage(1, 4)}`)),
    /made\.qdpx\/project\.qde:1: endPosition must be from 0 to 3, .*found 4; export/,
  );
  assert.throws(read(source("", `${content}${passage(2, 1)}`)), /end after it begins, found 2 to 1/);
  assert.throws(
    read(source("", content + passage(0, 1).replace(G(1), G(7)))),
    /name a code of the codebook, found "0+-0000-4000-8000-0+7"/,
  );
  assert.throws(read(source("", content + passage(0, 1).replace(G(9), G(7)))), /listed under Users/);
  assert.throws(read(source('plainTextPath="internal://x.txt"', "")), /x\.txt must be in the folder sources/);
  assert.throws(read(source("", "")), /plainTextPath or PlainTextContent, found neither/);
  assert.throws(read("<Project>"), /project\.qde:1: root must|well-formed/);
  assert.throws(read(`<CodeBook ${PROJECT}/>`), /root must be a REFI-QDA Project, found CodeBook/);
  assert.throws(
    () => readQdpx(fileOf("text.qdpx", "not a zip")),
    /text\.qdpx: project must be a readable zip/,
  );
  assert.throws(
    () => readQdpx(fileOf("empty.qdpx", zipSync({ "a.txt": strToU8("a") }))),
    /one \.qde file, found none/,
  );
});

test("readQdpx expands no entities", () => {
  const bomb = `<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa">]>${source("", "<PlainTextContent>&a;</PlainTextContent>")}`;
  assert.throws(() => readQdpx(qdpx(bomb)), /well-formed, found: undefined entity/i);
});

test("writeQdpx refuses what would not come back", () => {
  const base: RefiProject = {
    name: "p",
    origin: "t",
    description: "",
    users: [],
    codes: [],
    sources: [],
    passedOver: new Map(),
  };
  const codes = [{ guid: G(1), name: "a", description: "", color: null, codable: true, children: [] }];
  const one = { guid: G(2), name: "s", description: "", text: "a\r\nb", selections: [], codings: [] };
  assert.throws(() => writeQdpx(base), /at least one code, found none/);
  assert.throws(() => writeQdpx({ ...base, codes: [...codes, ...codes] }), /guids must differ/);
  assert.throws(() => writeQdpx({ ...base, codes, sources: [one] }), /lines of s must end in LF/);
  assert.throws(
    () => writeQdpx({ ...base, codes, sources: [{ ...one, text: "\ufeffa" }] }),
    /byte-order mark/,
  );
  const coding = { guid: G(3), code: G(8), user: null, createdAt: null };
  assert.throws(
    () => writeQdpx({ ...base, codes, sources: [{ ...one, text: "a", codings: [coding] }] }),
    /must name a code/,
  );
  assert.throws(() => escapeXml("a\u0000"), /found U\+0000/);
});

test("uuid5 gives the value of RFC 9562, appendix A.4", () => {
  // www.example.com in the namespace of domain names.
  const dns = Buffer.from("6ba7b8109dad11d180b400c04fd430c8", "hex");
  assert.equal(uuid5(dns, "www.example.com"), "2ed6657d-e927-568b-95e1-2665a8aea6a2");
  assert.notEqual(refiGuid("code", "a/b"), refiGuid("code", "a", "b"));
});
