import assert from "node:assert/strict";
import test from "node:test";

import { erasAt, loadEras } from "./era";
import { generateTeachingCorpus } from "./generate-teaching-corpus";
import { TextBank } from "./text-bank";

interface Dated {
  readonly at: number;
  readonly text: string;
}

const textsOf = (planted: boolean, scale: number): Dated[] =>
  generateTeachingCorpus({ planted, scale }).posts.flatMap((post) => [post, ...post.comments]);
const whole = textsOf(true, 1);

const ZHAPAROV = /жапаров|садыр|[jz]h?aparov|sadyr/iu;
/** Vaccination; what is said of children is left out, who were vaccinated against other things before. */
const VACCINATION = /вакцин|vaccin|привив|эмд[өо]/iu;
const CHILD = /реб[её]н|бала/iu;
const HASHTAG = /#\s?stop_?ta[jd]|#\s?stop_?rahmon|#\s?стоп_?рахмон/iu;
const EVEREST = /кубатов|kubatov|эверест|everest/iu;

for (const [what, pattern, from, fewest] of [
  ["Zhaparov", ZHAPAROV, "2020-10-05", 1000],
  ["vaccination of adults", VACCINATION, "2020-12-05", 500],
  ["the hashtags of the border", HASHTAG, "2021-04-28", 300],
  ["Everest", EVEREST, "2021-05-23", 10],
] as const) {
  test(`no text of the default corpus speaks of ${what} before ${from}, and many do later`, () => {
    const speaking = whole.filter(({ text }) => pattern.test(text) && !(pattern === VACCINATION && CHILD.test(text)));
    const early = speaking.filter(({ at }) => at < Date.parse(from));
    assert.deepEqual(early.map(({ at, text }) => `${new Date(at).toISOString()} ${text}`), []);
    assert.ok(speaking.length >= fewest, String(speaking.length));
  });
}

test("in the null corpus texts of any day speak of what began on a day, since that is an effect", () => {
  const texts = textsOf(false, 0.25);
  for (const [pattern, from] of [[ZHAPAROV, "2020-10-05"], [VACCINATION, "2020-12-05"], [HASHTAG, "2021-04-28"]] as const) {
    const early = texts.filter(({ at, text }) => at < Date.parse(from) && pattern.test(text));
    assert.ok(early.length > 20, `${pattern} ${early.length}`);
  }
});

test("no day that a text announces lies before the text, and none more than 15 days after", () => {
  const months = ["январ", "феврал", "март", "апрел", "ма[йя](?!\\p{L})", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"];
  const english = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  const named = new RegExp(
    `(?<!\\d)(\\d{1,2})[ -](?:${months.join("|")})|(?<!\\d)(\\d{1,2}) (?:${english.join("|")})|(?:${english.join("|")}) (\\d{1,2})(?!\\d)`, "giu",
  );
  const day = 86_400_000;
  const wrong: string[] = [];
  let found = 0;
  for (const { at, text } of whole) {
    for (const match of text.matchAll(named)) {
      const month = [months, english].map((list) => list.findIndex((name) => new RegExp(name, "iu").test(match[0]))).find((i) => i >= 0)!;
      const date = Number(match[1] ?? match[2] ?? match[3]);
      // Of this year or the next one, whichever is nearer.
      const year = new Date(at).getUTCFullYear() + (month < new Date(at).getUTCMonth() - 6 ? 1 : 0);
      const ahead = Math.floor(Date.UTC(year, month, date) / day) - Math.floor(at / day);
      found += 1;
      if (ahead < 0 || ahead > 15) wrong.push(`${new Date(at).toISOString()} ${text}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(found > 300, String(found));
});

test("eras end on their day, and the one that ends first is looked up first", () => {
  const eras = loadEras();
  const onTheDay = Date.parse("2020-10-05");
  assert.equal(erasAt(eras, onTheDay - 1)[0], "before-oct-2020");
  assert.equal(erasAt(eras, onTheDay)[0], "before-resignation");
  assert.deepEqual(erasAt(eras, Date.parse("2021-05-23")), []);
});

test("each list of an era stands for a list without it, of about as many ways to say it", () => {
  const bank = TextBank.load("data/teaching");
  const keys = new Set(loadEras().map(({ key }) => key));
  const ofEras = bank.names().filter((name) => keys.has(name.split("@")[1] ?? ""));
  assert.ok(ofEras.length > 50);
  for (const name of ofEras) {
    const plain = name.split("@")[0]!;
    assert.ok(bank.size(plain) > 0, `${plain} is not in the bank`);
    const ratio = bank.size(name) / bank.size(plain);
    assert.ok(ratio >= 0.5 && ratio <= 1.35, `${name} has ${bank.size(name)} lines, ${plain} ${bank.size(plain)}`);
  }
});
