import assert from "node:assert/strict";
import test from "node:test";

import { loadEras } from "./era";
import { RandomStream } from "./random-stream";
import { countedForm, TextBank, type TextContext } from "./text-bank";

function bankOf(text: string): TextBank {
  const bank = new TextBank();
  bank.add("russian", text, "bank.txt");
  return bank;
}

const context = (places: string[] = []): TextContext => ({
  random: new RandomStream(1, "bank"), language: "russian", places, make: (what) => `<${what}>`,
});

test("a word keeps its row when it is remembered, and takes the form that is asked for", () => {
  const bank = bankOf("= trade : nom ins\nповар | поваром\n= line\n{t=trade:nom}, работаю {t:ins}. {!phone}");
  assert.equal(bank.expand("line", context()), "повар, работаю поваром. <phone>");
});

test("a place's own symbol comes before its country's, and that before the common one", () => {
  const bank = bankOf("= pay\nденьги\n= pay@usa\nдоллары\n= pay@chicago\nдоллары в Чикаго");
  assert.equal(bank.expand("pay", context(["chicago", "usa"])), "доллары в Чикаго");
  assert.equal(bank.expand("pay", context(["boston", "usa"])), "доллары");
  assert.equal(bank.expand("pay", context(["oslo", "norway"])), "деньги");
});

test("choices may be empty and may nest, and numbers stay in their range", () => {
  const bank = bankOf("= line\n[а|[б|в]|] {#3-5}");
  const said = new Set(Array.from({ length: 200 }, (_, i) => bank.expand("line", { ...context(), random: new RandomStream(i, "x") })));
  assert.deepEqual([...said].map((text) => text.split(" ")[0]!).filter((v, i, all) => all.indexOf(v) === i).sort(), ["", "а", "б", "в"]);
  assert.ok([...said].every((text) => /[345]$/.test(text)));
});

test("a counted word agrees with its number, as Russian grammars have it", () => {
  // Hand-made list: 1, 21 and 101 take the first form; 2 to 4, 22 and 103 the second; 0, 5 to 20, 111 and 112 the third.
  const expected = { год: [1, 21, 31, 101, 121], года: [2, 3, 4, 22, 34, 103], лет: [0, 5, 10, 11, 12, 13, 14, 20, 25, 100, 111, 112, 114] };
  for (const [word, counts] of Object.entries(expected)) {
    for (const count of counts) assert.equal(countedForm(count, ["год", "года", "лет"]), word, String(count));
  }
  // Property: the form depends on the last two digits alone, and a number after 1 hundred is as it was before.
  for (let n = 0; n < 100; n++) assert.equal(countedForm(n + 300, ["a", "b", "c"]), countedForm(n, ["a", "b", "c"]));
});

test("a number with three forms takes one draw, as a number alone does, and stands in brackets and tables too", () => {
  const bank = bankOf(
    "= plain\n{#1-130}\n= counted\n{#1-130|год|года|лет}\n= list\n[{#2-2|день|дня|дней}|{#2-2|день|дня|дней}]\n" +
    "= table : a b\n{#5-5|год|года|лет} | [утром|утром]\n= both\n{t=table:a} {t:b}",
  );
  for (let i = 0; i < 300; i++) {
    const say = (name: string): string => bank.expand(name, { ...context(), random: new RandomStream(i, "n") });
    const [number, word, ...more] = say("counted").split(" ");
    assert.deepEqual([number, more], [say("plain"), []]);
    assert.equal(word, countedForm(Number(number), ["год", "года", "лет"]));
  }
  assert.equal(bank.expand("list", context()), "2 дня");
  assert.equal(bank.expand("both", context()), "5 лет утром");
});

test("a list does not name the same thing twice while it has others", () => {
  const bank = bankOf("= thing\nмёд\nчай\nрис\n= line\n{thing}, {thing}");
  const repeats = Array.from({ length: 400 }, (_, i) => bank.expand("line", { ...context(), random: new RandomStream(i, "z") }).split(", "))
    .filter(([a, b]) => a === b).length;
  // Three more tries leave a repeat one time in 3 x 27 = 81, against one in 3 without them.
  assert.ok(repeats < 20, `${repeats} of 400`);
});

test("a bank says which line is wrong, and which symbol is missing", () => {
  assert.throws(() => bankOf("слово"), /bank\.txt:1: needed a line "= symbol"/);
  assert.throws(() => bankOf("= a : x y\nодно"), /bank\.txt:2: needed 2 forms \(x, y\), found 1/);
  assert.throws(() => bankOf("= a\n{#1-9|год|лет}"), /bank\.txt:2: needed three forms after a number, .*, found год\|лет/);
  assert.throws(() => bankOf("= a\n[б"), /bank\.txt:2: needed "\]"/);
  assert.throws(() => bankOf("= a\nб\n= a\nв"), /bank\.txt:3: each symbol may be opened once/);
  assert.throws(() => bankOf("= a\n{b}").expand("a", context(["oslo"])), /needed \{b\} in russian or shared for oslo, found none/);
});

test("every symbol of the project's bank can be said in every place and in every era", () => {
  const bank = TextBank.load("data/teaching");
  const places = ["moscow russia", "yakutsk russia", "chicago usa", "berlin germany", "london uk", "paris france", "zurich switzerland",
    "barcelona spain", "rome italy", "dubai uae", "seoul korea", "antalya turkey", "almaty kazakhstan"].map((pair) => pair.split(" "));
  places.push(...loadEras().map(({ key }) => [key, "moscow", "russia"]));
  for (const full of bank.names()) {
    const [language, name] = [full.slice(0, full.indexOf("/")), full.slice(full.indexOf("/") + 1).split("@")[0]!];
    if (language === "shared") continue;
    for (const place of places) assert.ok(bank.expand(name, { ...context(place), language }).length > 0, full);
  }
});
