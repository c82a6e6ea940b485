import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";

import { type RunReport, runNotebooks } from "./run-notebooks";

// A reader's corpus through the notebooks: 240 posts of another diaspora, each with a sentence, an author and
// contacts that must not come out again.
const TALK = [
  "Ищу работу в Москве, зарплата и вакансия",
  "Сдаю комнату у метро",
  "Помощь зелёный чайник документы и паспорт",
  "Собираем деньги на кислород, карта, помогите",
  "Граница закрыта, подпишите петицию #stopRahmon",
  "Все на митинг у посольства в Берлине, выборы и президент",
  "Жумуш издеп жатам, батир керек",
  "Наш праздник, наша родина",
];
const SENTENCE = "Зелёный чайник поёт тихую песню";
const SECRETS = /зел[её]ный\s+чайник|чайник\s+по[её]т|тихую\s+песню|Айгуль|Маркерова|555012345|aigul@/iu;

const STUDY = `name: A study of another diaspora
window: { from: 2022-01-01, until: 2022-12-31 }
crises:
  - id: wave
    name: Spring wave
    from: 2022-05-01
    until: 2022-05-20
    topics: [health]
    acts: [fundraising]
    needs: [{ name: oxygen, words: [кислород*] }]
  - id: border
    name: Border week
    from: 2022-09-14
    until: 2022-09-20
    topics: [border]
    hashtags: [stopRahmon]
communities:
  - { name: Диаспора Берлина, country: Germany, region: EU }
`;

const folder = mkdtempSync(join(tmpdir(), "корпус с пробелом "));
const root = mkdtempSync(join(tmpdir(), "project-"));
after(() => [folder, cacheOf(folder), root].forEach(remove));

let report: RunReport;
before(async () => {
  for (const entry of ["lib", "kernel", "node_modules", "data", "notebooks", "tsconfig.json", "package.json"])
    symlinkSync(join(__dirname, "..", entry), join(root, entry));
  for (const platform of ["vkontakte", "facebook"]) mkdirSync(join(folder, platform));
  writeFileSync(join(folder, "study.yml"), STUDY);
  writeFileSync(join(folder, "vkontakte", "wall.json"), JSON.stringify(wall()));
  writeFileSync(join(folder, "facebook", "group.csv"), custom());
  const only = ["02", "03", "04", "05", "06", "08"];
  report = await runNotebooks({ root, corpus: folder, only, jobs: 2, timeoutMs: 300_000 });
});

test("all notebooks about posts run to their end on a reader's corpus", () => {
  assert.deepEqual(report.faults, []);
  assert.deepEqual(
    report.runs.map(({ ran, cells }) => cells - ran),
    report.runs.map(() => 0),
  );
});

test("no verdict on a reader's corpus is of the teaching kind, and each says why", () => {
  const corpus = report.claims.filter(({ evidence }) => evidence === "corpus");
  assert.ok(corpus.length >= 25, `${corpus.length} claims`);
  for (const { id, verdict, detail } of corpus) {
    assert.match(verdict, /^(supported|not supported|too little data)$/, id);
    assert.match(detail, verdict === "too little data" ? /\d/ : /./, `${id} names a number: ${detail}`);
  }
});

test("nothing that a run leaves quotes a post of a reader's corpus, or names its author", () => {
  const build = join(root, "build");
  // What was loaded is kept below build/corpus, which no one is handed.
  const files = readdirSync(build, { recursive: true, encoding: "utf8" }).filter(
    (file) => !file.startsWith("corpus") && /\.(ipynb|html|json|csv|svg|js|txt)$/.test(file),
  );
  assert.ok(files.some((file) => file.endsWith("index.html")));
  const kept = readFileSync(join(cacheOf(folder), "posts.json"), "utf8");
  assert.match(kept, SECRETS, "the posts were read, with their texts");
  assert.doesNotMatch(kept, /Маркерова|aigul@|555012345/, "and even there without names and contacts");
  const leaks = files.flatMap((file) => {
    const found = SECRETS.exec(readFileSync(join(build, file), "utf8"));
    return found === null ? [] : [`${file}: ${found[0]}`];
  });
  assert.deepEqual(leaks, []);
});

test("a study.yml that does not fit stops each notebook once, with file, line and field", async (t) => {
  const bad = mkdtempSync(join(tmpdir(), "corpus-"));
  t.after(() => [bad, cacheOf(bad)].forEach(remove));
  mkdirSync(join(bad, "vkontakte"));
  writeFileSync(join(bad, "vkontakte", "wall.json"), JSON.stringify(wall()));
  writeFileSync(join(bad, "study.yml"), STUDY.replace("[health]", "[helth]"));
  const { faults } = await runNotebooks({
    root,
    corpus: bad,
    only: ["02", "06"],
    jobs: 2,
    timeoutMs: 300_000,
  });
  assert.equal(faults.filter((fault) => fault.startsWith("notebooks/")).length, 2);
  for (const fault of faults.slice(0, 2)) {
    assert.match(fault, /cell load[^]*study\.yml:8:14: an entry of topics must be one of .*found "helth"/);
    assert.ok(fault.split("\n").length < 10, fault);
  }
});

/** Where the posts of a corpus are kept: kernels run in the real project. */
function cacheOf(corpus: string): string {
  const name = createHash("sha256").update(corpus).digest("hex").slice(0, 12);
  return join(__dirname, "..", "build", "corpus", `reader-${name}`);
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

/** A community's wall, as VKontakte's API gives it, with its authors' names. */
function wall(): object {
  const items = Array.from({ length: 200 }, (_, i) => ({
    id: i + 1,
    owner_id: -7,
    from_id: i % 4 === 0 ? -7 : 55501234567 + (i % 30),
    date: Date.UTC(2022, 0, 1 + Math.floor((i * 365) / 200), i % 24) / 1000,
    text: `${TALK[i % TALK.length]}. ${SENTENCE}. aigul@example.org, +996 555 123456`,
    likes: { count: i % 9 },
    reposts: { count: i % 3 },
    comments: { count: i % 5 },
  }));
  const profiles = [{ id: 55501234567, first_name: "Айгуль", last_name: "Маркерова" }];
  const groups = [{ id: 7, name: "Диаспора Берлина", screen_name: "diaspora", type: "group" }];
  return { response: { count: items.length, items, profiles, groups } };
}

/** 4CAT's form, which holds neither likes nor who administers. */
function custom(): string {
  const rows = Array.from({ length: 40 }, (_, i) => {
    const time = new Date(Date.UTC(2022, 4, 1 + (i % 25), 12)).toISOString();
    const text = `"${TALK[i % TALK.length]}. ${SENTENCE}."`;
    return [i, Math.floor(i / 2) * 2, "Айгуль Маркерова", text, time].join(",");
  });
  return `${["id,thread_id,author,body,timestamp", ...rows].join("\n")}\n`;
}
