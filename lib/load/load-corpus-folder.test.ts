import assert from "node:assert/strict";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";

import { loadCorpusFolder } from "./load-corpus-folder";
import { EVERY_FORMAT } from "./every-format";
import { describeProblem, type LoadAccount } from "./load-account";
import { EXPORT_FORMATS } from "./recognise-export";
import { type CorpusFiles, loadFiles, temporaryCorpus } from "./temporary-corpus";

const vk = (id: number, more: object = {}) => ({
  id, owner_id: -5, from_id: -5, date: 1588291200 + id, text: `пост ${id}`, ...more,
});
const CUSTOM = "id,thread_id,author,body,timestamp\n";
const customRow = (
  id: number, body = "Салам",
): string => `${id},${id},anna,${body},2021-05-01 12:00:${String(id).padStart(2, "0")}\n`;
const said = (account: LoadAccount): string[] => account.problems.map(describeProblem);
/** One good file beside the bad one: a load that yields nothing at all is an error of its own. */
const GOOD: CorpusFiles = { "vkontakte/good.json": [vk(1)] };

test("a folder with every format gives the counts that are counted by hand", async (t) => {
  const { posts, account } = await loadFiles(t, EVERY_FORMAT);
  // VKontakte 4 + 1 + 2 = 7; Odnoklassniki 1 + 1 + 1 = 3; Facebook 1 + 1 + 1 + 1 + 1 + 2 + 2 + 2 + 1 = 12.
  assert.equal(posts.length, 22);
  assert.equal(account.summary(), "read 24, skipped 1, duplicates 1");
  const count = (platform: string, kind: string): number => posts.filter(
    (post) => post.platform === platform && post.kind === kind
  ).length;
  assert.deepEqual(
    ["vkontakte", "odnoklassniki", "facebook"].map(
      (platform) => [count(platform, "post"), count(platform, "comment")]
    ),
    [[4, 3], [2, 1], [8, 4]],
  );
  assert.equal(account.files.length, 16);
  assert.ok(
    account.files.every((file) => file.read === file.kept + file.skipped + file.duplicates + file.leftOut)
  );
  // Every format but the groups of Odnoklassniki, which stand beside other records.
  assert.equal(new Set(account.files.flatMap((file) => file.formats)).size, EXPORT_FORMATS.length - 1);
  assert.match(
    String(account),
    /^read 24, skipped 1, duplicates 1: 22 posts and comments from 16 files\n {2}facebook\/ct-group\.csv\.gz: 1 kept of 1 \(CrowdTangle CSV, UTF-8, gzipped\)/,
  );
});

test("the posts do not depend on the order and names of files, nor on which copy comes first", async (t) => {
  const record = fc.record({
    id: fc.integer({ min: 1, max: 6 }), owner_id: fc.constantFrom(-5, -6), from_id: fc.constantFrom(-5, 7), date: fc.constantFrom(
      1588291200, 1588291201,
    ),
    text: fc.constantFrom("", "а", "аб", "б"), likes: fc.option(
      fc.record({ count: fc.integer({ min: 0, max: 9 }) }), { nil: undefined },
    ),
    is_deleted: fc.boolean(), copy_history: fc.option(
      fc.constantFrom([{ id: 1, owner_id: -9, text: "о" }]), { nil: undefined },
    ),
  }, { requiredKeys: ["id", "owner_id", "date", "text"] });
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 12 }), fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }), fc.boolean(), async (records, shelf, reversed) => {
      const ordered = reversed ? [...records].reverse() : records;
      const files = ["a", "b", "c"].map(
        (name, i) => [`vkontakte/${name}.json`, ordered.filter((_, at) => shelf[at] === i)] as const
      );
      const one = await loadFiles(t, { "vkontakte/all.json": records });
      const three = await loadFiles(t, Object.fromEntries(files));
      assert.deepEqual(three.posts, one.posts);
    }),
    { numRuns: 25 },
  );
});

test("strict stops at the first record that does not fit", async (t) => {
  await assert.rejects(loadFiles(t, { "vkontakte/a.json": [vk(1), vk(2, { date: 0 }), vk(3, { date: "x" })] }, { strict: true }), {
    message: "vkontakte/a.json:1: [1]: date: needed Unix seconds between 2004 and 2100, found 0",
  });
  await assert.rejects(
    loadFiles(t, { ...GOOD, "vkontakte/x.json": "<html></html>" }, { strict: true }),
    /x\.json: needed JSON or CSV, found an HTML page/,
  );
});

test("a record that misses a bracket, or has one too many, costs itself alone", async (t) => {
  const [one, two, three] = [vk(1), vk(2, { likes: { count: 3 } }), vk(3)].map((record) => JSON.stringify(record));
  const { posts, account } = await loadFiles(t, {
    "vkontakte/a.json": `{"response":{"items":[${one},\n${two!.slice(0, -1)},\n${three}]}}`,
    "vkontakte/b.json": `[${JSON.stringify(vk(4))}},\n${JSON.stringify(vk(5))}]`,
  });
  assert.deepEqual(posts.map(({ id }) => id), ["-5_1", "-5_3", "-5_4", "-5_5"]);
  assert.equal(account.summary(), "read 6, skipped 2, duplicates 0");
  assert.deepEqual(said(account), [
    "vkontakte/a.json:2: response.items[1]: needed JSON, found text that is not JSON",
    "vkontakte/b.json:1: [1]: needed JSON, found text that is not JSON",
  ]);
});

test("a truncated gzip gives what was before the cut and says so", async (t) => {
  const rows = Array.from(
    { length: 20_000 }, (_, i) => `${i},${i},a${i},текст ${(i * 7919) % 100_003},2021-05-01 12:00:00\n`,
  );
  const packed = gzipSync(CUSTOM + rows.join(""));
  const { posts, account } = await loadFiles(t, {
    "facebook/cut.csv.gz": packed.subarray(0, packed.length >> 1),
  });
  assert.ok(
    posts.length > 8_000 && posts.length < 12_000, `${posts.length} of 20,000 rows stood before the cut`,
  );
  assert.ok(said(account).some(
    (line) => line === "facebook/cut.csv.gz: needed a whole gzip file, found a gzip file that is cut off; what came before it was read"
  ));
});

test("a damaged gzip says so", async (t) => {
  const packed = gzipSync(JSON.stringify([vk(2)]));
  packed[packed.length - 6]! ^= 0xff;
  const { account } = await loadFiles(t, { ...GOOD, "vkontakte/bad.gz": packed });
  assert.deepEqual(said(account), [
    "vkontakte/bad.gz: needed a whole gzip file, found a damaged gzip file (its checksum or structure is wrong); what came before it was read",
  ]);
});

test("gzip is known by its bytes and not by the name", async (t) => {
  const { posts } = await loadFiles(t, {
    "vkontakte/a.json": gzipSync(JSON.stringify([vk(2)])), "vkontakte/b.json.gz": JSON.stringify([vk(3)]),
  });
  assert.equal(posts.length, 2);
});

test("Windows-1251, both UTF-16 and a byte order mark are read, and the account says which", async (t) => {
  const utf16 = Buffer.from(`\ufeff${CUSTOM}${customRow(2, "өлкө 😀")}`, "utf16le");
  // python3: "Привет".encode("cp1251")
  const cp1251 = Buffer.concat([
    Buffer.from(`${CUSTOM}3,3,anna,`), Buffer.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2),
    Buffer.from(",2021-05-01 12:00:03\n"),
  ]);
  const { posts, account } = await loadFiles(t, {
    "facebook/1.csv": `\ufeff${CUSTOM}${customRow(1, "бир")}`, "facebook/2.csv": utf16, "facebook/3.csv": cp1251,
    "facebook/4.json": Buffer.from(
      `\ufeff${JSON.stringify({ data: [{ id: "7_4", created_time: "2021-05-01T12:00:04Z", message: "төрт 😀" }] })}`,
      "utf16le",
    ).swap16(),
    "facebook/5.csv": Buffer.from(CUSTOM + customRow(5, "беш"), "utf16le"),
  });
  assert.deepEqual(posts.map(({ text }) => text), ["бир", "өлкө 😀", "Привет", "төрт 😀", "беш"]);
  assert.deepEqual(account.notes.filter((note) => note.includes("read as")).map((note) => note.slice(0, 36)), [
    "facebook/2.csv read as UTF-16LE, bec", "facebook/3.csv read as Windows-1251,", "facebook/4.json read as UTF-16BE, be", "facebook/5.csv read as UTF-16LE, bec",
    "4 times named no zone and were read ",
  ]);
  assert.deepEqual(account.problems, []);
});

test("UTF-8 written twice is repaired once, and counted", async (t) => {
  const { posts, account } = await loadFiles(t, {
    "facebook/a.csv": CUSTOM + customRow(1, Buffer.from("Жумуш өтө оор").toString("latin1")),
  });
  assert.equal(posts[0]!.text, "Жумуш өтө оор");
  assert.ok(account.notes.includes("1 texts had UTF-8 written as Latin-1 and were repaired"));
});

test("bytes that are no character are counted", async (t) => {
  const { posts, account } = await loadFiles(t, {
    "facebook/a.csv": Buffer.concat([
      Buffer.from(`${CUSTOM}1,1,anna,Салам баарына`), Buffer.of(0xff), Buffer.from(",2021-05-01 12:00:00\n"),
    ]),
  });
  assert.equal(posts[0]!.text, "Салам баарына\ufffd");
  assert.ok(
    account.notes.some((note) => note.startsWith("facebook/a.csv holds 1 characters that could not be decoded"))
  );
});

for (const [what, content, message] of [
  [
    "an HTML page", "\n<!DOCTYPE html><html><head><title>504 Gateway Time-out</title>",
    'needed JSON or CSV, found an HTML page titled "504 Gateway Time-out"; download the export again',
  ],
  [
    "an error of VKontakte",
    '{"error":{"error_code":15,"error_msg":"Access denied","request_params":[{"key":"access_token","value":"SECRET"}]}}',
    ':1: needed posts, found the API\'s answer "error 15: Access denied"; ask the platform again',
  ],
  [
    "an error of Odnoklassniki", '{"error_code":455,"error_msg":"ACCESS_DENIED","error_data":null}',
    ':1: needed posts, found the API\'s answer "error 455: ACCESS_DENIED"; ask the platform again',
  ],
  [
    "an error of the Graph API", '{"error":{"message":"Expired","type":"OAuthException","code":190}}',
    ':1: needed posts, found the API\'s answer "error 190: Expired"; ask the platform again',
  ],
  [
    "an error of CrowdTangle", '{"status":401,"message":"Not allowed"}',
    ':1: needed posts, found the API\'s answer "error 401: Not allowed"; ask the platform again',
  ],
  ["an empty file", " \n", "needed JSON or CSV, found an empty file"],
  [
    "a zip archive", Buffer.from("PK\x03\x04\0\0\0", "latin1"),
    "needed JSON or CSV, plain or gzipped, found a zip archive or an Excel workbook; unpack it, or save the sheet as CSV",
  ],
  [
    "a file that is not text", Buffer.from([1, 2, 3, 0, 0, 5, 6, 7, 0]),
    "needed JSON or CSV, plain or gzipped, found a file that is not text",
  ],
  [
    "an unknown table", "when,what\n1,2\n",
    ":1: needed the columns of a known export format, found the columns when, what",
  ],
  [
    "an unknown record", '[{"tweet":"x","by":"y"}]',
    ":1: [0]: needed a record of a known export format, found an object with the fields tweet, by",
  ],
  [
    "a table without a column", "id,thread_id,body,timestamp\n",
    ":1: needed the columns id, thread_id, author, body, timestamp of 4CAT custom CSV, found no author",
  ],
  ["a bare number", "[] 5", ":1: needed a JSON object or list, found 5"],
] as const) {
  test(`${what} is named for what it is`, async (t) => {
    const { posts, account } = await loadFiles(t, { ...GOOD, "vkontakte/x.json": content });
    assert.equal(posts.length, 1);
    assert.equal(said(account).length, 1, String(account));
    const [line] = said(account);
    assert.ok(line === `vkontakte/x.json${message.startsWith(":") ? "" : ": "}${message}`, line);
    assert.ok(!String(account).includes("SECRET"));
  });
}

test("JSON cut in the middle keeps what was good", async (t) => {
  const whole = JSON.stringify({ response: { count: 3, items: [vk(1), vk(2), vk(3)] } });
  const { posts, account } = await loadFiles(t, {
    "vkontakte/a.json": whole.slice(0, whole.indexOf("пост 3") + 3),
  });
  assert.equal(posts.length, 2);
  assert.deepEqual(said(account), [
    "vkontakte/a.json:1: needed the end of the record that starts here, found the end of the file; the 2 records before were read",
  ]);
});

test("a broken line of JSON lines costs that line, also when it is the first", async (t) => {
  const lines = [vk(1), vk(2), vk(3)].map((record) => JSON.stringify(record));
  const second = await loadFiles(t, {
    "vkontakte/a.ndjson": [lines[0], lines[1]!.slice(0, 30), lines[2]].join("\n"),
  });
  assert.deepEqual(second.posts.map(({ id }) => id), ["-5_1", "-5_3"]);
  assert.deepEqual(said(second.account), ["vkontakte/a.ndjson:2: needed JSON, found text that is not JSON"]);
  const first = await loadFiles(t, {
    "vkontakte/a.ndjson": [lines[0]!.slice(0, 30), lines[1], lines[2]].join("\r\n"),
  });
  assert.deepEqual(first.posts.map(({ id }) => id), ["-5_2", "-5_3"]);
});

test("a record with Python's NaN costs that record", async (t) => {
  const text = JSON.stringify([vk(1), vk(2), vk(3)]).replace('"пост 2"', "NaN");
  const { posts, account } = await loadFiles(t, { "vkontakte/a.json": text });
  assert.equal(posts.length, 2);
  assert.deepEqual(said(account), ["vkontakte/a.json:1: [1]: needed JSON, found text that is not JSON"]);
});

test("a CSV with wrong quotes or too few cells loses those rows only", async (t) => {
  const { posts, account } = await loadFiles(t, {
    "facebook/a.csv": `${CUSTOM}${customRow(1)}2,2,anna,"Салам" достор,2021-05-01 12:00:02\n3,3\n${customRow(4)}5,5,anna,"Салам,2021-05-01 12:00:05\n${customRow(6)}`,
  });
  assert.deepEqual(posts.map(({ id }) => id), ["a/1", "a/4", "a/6"]);
  assert.deepEqual(said(account), [
    "facebook/a.csv:3: needed a separator or a line end after a closing quote, found another character",
    "facebook/a.csv:4: row: needed 5 cells, as in the header, found 2",
    "facebook/a.csv:6: needed a closing quote, found none up to the end of the file",
  ]);
});

test("semicolons and tabs separate cells where the header shows it", async (t) => {
  const { posts } = await loadFiles(t, {
    "facebook/a.csv": `${CUSTOM}${customRow(1)}`.replaceAll(",", ";"), "facebook/b.csv": `${CUSTOM}${customRow(2)}`.replaceAll(",", "\t"),
  });
  assert.equal(posts.length, 2);
});

test("a single line of 10 MB is read, in JSON and in CSV", async (t) => {
  const long = "ө".repeat(5_000_000);
  const { posts } = await loadFiles(t, {
    "vkontakte/a.json": [vk(1, { text: long })], "facebook/a.csv": CUSTOM + customRow(2, long),
  });
  assert.deepEqual(posts.map(({ text }) => text.length), [5_000_000, 5_000_000]);
});

test("a polluting key changes nothing and is noted", async (t) => {
  const { posts, account } = await loadFiles(t, {
    "vkontakte/a.json": `[{"__proto__":{"polluted":1,"text":"зло"},"constructor":{"prototype":{"polluted":1}},"id":1,"owner_id":-5,"from_id":-5,"date":1588291200}]`,
    "facebook/a.csv": "__proto__,id,thread_id,author,body,timestamp\nx,1,1,a,b,2021-05-01 12:00:00\n",
  });
  assert.equal(({} as { polluted?: number }).polluted, undefined);
  assert.deepEqual(posts.map(({ text }) => text), ["", "b"]);
  assert.ok(account.notes.some((note) => note.includes("__proto__")));
});

test("ids beyond 2^53 stay what they are", async (t) => {
  const { posts } = await loadFiles(t, {
    "facebook/a.json": '{"data": [{"id": 90071992547409931234, "created_time": "2021-05-01T12:00:00Z", "message": "90071992547409931234"}]}',
    "vkontakte/a.json": '[{"id": 90071992547409931, "owner_id": -90071992547409933, "from_id": 1, "date": 1588291200, "text": "x"}]',
  });
  assert.deepEqual(posts.map(({ id }) => id), ["-90071992547409933_90071992547409931", "90071992547409931234"]);
});

test("a link is followed inside the folder and not out of it; a circle of links ends", async (t) => {
  const outside = temporaryCorpus(t, { "secret.json": [vk(9)] });
  const folder = temporaryCorpus(t, { "vkontakte/a.json": [vk(1)] });
  symlinkSync(join(outside, "secret.json"), join(folder, "vkontakte", "out.json"));
  symlinkSync("../../..", join(folder, "vkontakte", "up"));
  symlinkSync("a.json", join(folder, "vkontakte", "b.json"));
  symlinkSync(".", join(folder, "vkontakte", "circle"));
  symlinkSync("nowhere", join(folder, "vkontakte", "z.json"));
  const { posts, account } = await loadCorpusFolder(folder, { authorKey: "k" });
  assert.equal(posts.length, 1);
  assert.deepEqual(said(account), [
    "vkontakte/out.json: needed a file in the corpus folder, found a link that leads out of it; it was not followed",
    "vkontakte/up: needed a file in the corpus folder, found a link that leads out of it; it was not followed",
    "vkontakte/z.json: needed a file, found a link that leads nowhere",
  ]);
});

// Whoever administers the machine may read everything.
const mayAll = process.getuid === undefined || process.getuid() === 0;
test("a file without leave to read it is named, and the others are read", {
  skip: mayAll && "needs a user who is not the administrator",
}, async (t) => {
  const folder = temporaryCorpus(t, { ...GOOD, "vkontakte/closed.json": [vk(2)] });
  chmodSync(join(folder, "vkontakte/closed.json"), 0o000);
  const { posts, account } = await loadCorpusFolder(folder, { authorKey: "test key" });
  assert.equal(posts.length, 1);
  assert.deepEqual(said(account), [
    "vkontakte/closed.json: needed leave to read it, found none; change its permissions",
  ]);
});

test("empty and absent folders are named", async (t) => {
  const folder = temporaryCorpus(t, {});
  await assert.rejects(
    loadCorpusFolder(join(folder, "none"), { authorKey: "k" }),
    /none: needed a corpus folder, found nothing there/,
  );
  await assert.rejects(
    loadCorpusFolder(folder, { authorKey: "k" }),
    /needed a folder named facebook, vkontakte, odnoklassniki with exports in it, found an empty folder/,
  );
  mkdirSync(join(folder, "facebook"));
  await assert.rejects(
    loadCorpusFolder(folder, { authorKey: "k" }),
    /needed at least one post, found none\n[^]*facebook\/ holds no files/,
  );
  writeFileSync(join(folder, "notes.txt"), "x");
  mkdirSync(join(folder, "VKontakte"));
  writeFileSync(join(folder, "VKontakte", "a.json"), JSON.stringify([vk(1)]));
  const { account } = await loadCorpusFolder(folder, { authorKey: "k" });
  assert.deepEqual(account.notes, [
    "notes.txt is not read: it is not in facebook/, vkontakte/, odnoklassniki/", "facebook/ holds no files",
  ]);
  await assert.rejects(
    loadCorpusFolder(join(folder, "notes.txt"), { authorKey: "k" }), /needed a corpus folder, found a file/,
  );
});

test("a thousand faults are counted in full and listed in part", async (t) => {
  const { account } = await loadFiles(t, {
    "vkontakte/a.json": [vk(0), ...Array.from({ length: 1000 }, (_, i) => vk(i + 1, { date: "?" }))],
  });
  assert.equal(account.skipped, 1000);
  assert.equal(account.problems.length, 100);
  assert.ok(account.notes.includes("vkontakte/a.json has 1000 problems, of which the first 100 are listed"));
});

test("whatever happens to the bytes of an export, loading ends, and its account adds up", async (t) => {
  const wall = JSON.stringify({ response: { items: [
    vk(1, { comments: { items: [{ id: 3, from_id: 1, date: 1588291300, text: "а" }] } }), vk(2),
  ] } });
  const lines = [vk(1), vk(2)].map((record) => JSON.stringify(record)).join("\n");
  const exports = [wall, lines, CUSTOM + customRow(1, '"а\n""б"""') + customRow(2)].flatMap(
    (text) => [Buffer.from(text), gzipSync(text), Buffer.from(text, "utf16le")]
  );
  const piece = fc.constantFrom(
    '"', "{", "}", "[", "]", ",", "\n", "\\", "null", "1e99", "12345678901234567890", '"__proto__":{},', "\0",
    "\xff",
  );
  const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), drop: fc.nat(20), put: piece });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...exports), fc.array(edit, { minLength: 1, maxLength: 3 }), async (whole, edits) => {
      const damaged = edits.reduce((bytes, { at, drop, put }) => {
        const place = Math.floor(at * bytes.length);
        return Buffer.concat([
          bytes.subarray(0, place), Buffer.from(put, "latin1"), bytes.subarray(place + drop),
        ]);
      }, whole);
      const { posts, account } = await loadFiles(t, {
        "vkontakte/damaged": damaged, "vkontakte/good.json": [vk(9)],
      });
      assert.equal(account.read, account.kept + account.skipped + account.duplicates + account.leftOut);
      assert.equal(account.kept, posts.length);
      assert.ok(
        account.files[0]!.kept > 0 || account.problems.length + account.notes.length > 0,
        "nothing was read and nothing was said",
      );
    }),
    { numRuns: 150 },
  );
});

test("an account shows itself in a notebook", async (t) => {
  const { account } = await loadFiles(t, GOOD);
  const show = (account as unknown as Record<symbol, () => unknown>)[Symbol.for("Jupyter.display")]!;
  assert.deepEqual(show.call(account), { "text/plain": String(account) });
});

test("an unknown zone is refused before anything is read", async (t) => {
  await assert.rejects(loadFiles(t, GOOD, { zone: "Mars" }), /zone: needed an offset/);
});

test("contacts become placeholders unless the reader asks otherwise, and the account counts them", async (t) => {
  const text = "Пишите aziz@mail.ru, +996 555 12-34-56 же @aziz_kg; 341 сом";
  const files: CorpusFiles = {
    "vkontakte/a.json": [vk(1, { text })], "facebook/a.csv": CUSTOM + customRow(2, `"${text}"`),
  };
  const { posts, account } = await loadFiles(t, files);
  assert.deepEqual(
    posts.map((post) => post.text), Array(2).fill("Пишите ‹email›, ‹phone› же ‹handle›; 341 сом"),
  );
  assert.ok(account.notes.includes("contacts replaced in texts: email 2, handle 2, phone 2"));
  assert.equal((await loadFiles(t, files, { keepContacts: true })).posts[0]!.text, text);
});

test("authors are the same hash in every file for one key and differ for another", async (t) => {
  const files: CorpusFiles = {
    "vkontakte/a.json": [vk(1), vk(2, { from_id: 7 })], "vkontakte/b.json": [vk(3, { from_id: 7 })],
  };
  const { posts } = await loadFiles(t, files);
  assert.equal(posts[1]!.author, posts[2]!.author);
  assert.notEqual(posts[0]!.author, posts[1]!.author);
  assert.notEqual((await loadFiles(t, files, { authorKey: "other" })).posts[1]!.author, posts[1]!.author);
});
