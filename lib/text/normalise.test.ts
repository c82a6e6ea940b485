import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import fc from "fast-check";

import { flatKey } from "./flat-key";
import { fold } from "./fold";
import { matchKey } from "./match-key";
import { normalise } from "./normalise";
import { sharedFile } from "./shared-file";

const paper = sharedFile(
  "paper.txt",
  "the paper's text is not part of the project; its 40 mixed words are not looked for, only those of the tests below",
);

test("normalise repairs the 40 mixed words of the paper and nothing else", { skip: paper.skip }, () => {
  const text = readFileSync(paper.path, "utf8");
  const cyrillic = text.match(/\p{L}+/gu)?.filter((word) => /\p{Script=Cyrillic}/u.test(word)) ?? [];
  const mixed = cyrillic.filter((word) => /\p{Script=Latin}/u.test(word));
  assert.equal(cyrillic.length, 125);
  assert.equal(mixed.length, 40);

  const { text: folded, repairs } = normalise(text);
  assert.deepEqual(repairs.map(({ token }) => token), mixed);
  assert.ok(repairs.every((repair) => /^\p{Script=Cyrillic}+$/u.test(repair.folded)));
  assert.equal(folded.length, text.length);
});

test("normalise accounts for every letter it changes", () => {
  const { text, repairs } = normalise("Жумуш: пoвaр, Moсква");
  assert.equal(text, "Жумуш: повар, Москва");
  assert.deepEqual(repairs, [
    { token: "пoвaр", folded: "повар", at: 7, letters: [{ from: "o", to: "о", index: 1 }, { from: "a", to: "а", index: 3 }] },
    { token: "Moсква", folded: "Москва", at: 14, letters: [{ from: "M", to: "М", index: 0 }, { from: "o", to: "о", index: 1 }] },
  ]);
});

test("normalise leaves out what nobody sees inside a word, says so, and leads back", () => {
  const given = "На рa\u00adбо\u200b\u200bту, https://ok.ru/a\u00adb\u200b \u{1f468}\u200d\u{1f469}";
  const { text, repairs, originalAt } = normalise(given);
  assert.equal(text, "На работу, https://ok.ru/ab\u200b \u{1f468}\u200d\u{1f469}");
  assert.deepEqual(repairs, [
    {
      token: "рa\u00adбо\u200b\u200bту", folded: "работу", at: 3,
      letters: [
        { from: "a", to: "а", index: 1 }, { from: "\u00ad", to: "", index: 2 },
        { from: "\u200b", to: "", index: 5 }, { from: "\u200b", to: "", index: 6 },
      ],
    },
    { token: "\u00ad", folded: "", at: 29, letters: [{ from: "\u00ad", to: "", index: 0 }] },
  ]);
  // р a (soft hyphen) б о (two) т у: т is the ninth code unit after "На ", counted from 0 the tenth of the text.
  assert.deepEqual([3, 4, 5, 7, 8, 9].map(originalAt), [3, 4, 6, 10, 11, 12]);
  assert.equal(originalAt(text.length), given.length);
  assert.deepEqual(normalise("ра\u00adбота").repairs.map(({ token, folded }) => [token, folded]), [["ра\u00adбота", "работа"]]);
  assert.equal(normalise("и\u0306\u00adод").repairs.length, 1);
});

test("normalise leaves a joiner in a word of another script, where it shapes the letters", () => {
  assert.equal(fold("می\u200cخواهم"), "می\u200cخواهم");
});

test("normalise leads back to the given text where letters were composed", () => {
  // "и" and a breve are two code units and become one, so what follows stands one further on in the given text.
  const given = "Чи\u0306 рaбота";
  const { text, repairs, originalAt } = normalise(given);
  assert.equal(text, "Чй работа");
  assert.equal(repairs[0]?.at, 4);
  assert.deepEqual([0, 1, 2, 3, 9].map(originalAt), [0, 1, 3, 4, 10]);
  assert.throws(() => originalAt(10), /originalAt needs a whole number from 0 to 9, found 10/);
  assert.throws(() => originalAt(0.5), RangeError);
});

test("normalise corrects the mixed words that a treebank holds in truth", () => {
  assert.equal(
    fold("унааcы Кыргызcтандын Cанариптик cалык yшунчалык соm cети Алисa cтолько eму oно oни Bаpвapа cт."),
    "унаасы Кыргызстандын Санариптик салык ушунчалык сом сети Алиса столько ему оно они Варвара ст.",
  );
});

test("normalise keeps brands, acronyms and tags", () => {
  const text = "KOICAнын TIFAнын Airlinesтын QR-код USB-порты IT-компаниялар #сноб_news #stopRahmon истанбул’da";
  assert.equal(fold(text), text);
});

test("normalise lets a word of twins alone follow the words around it", () => {
  assert.equal(fold("cop в углу"), "сор в углу");
  assert.equal(fold("B Бишкеке 500 COM c человека"), "В Бишкеке 500 СОМ с человека");
  assert.equal(fold("a lot of вещей"), "a lot of вещей");
  assert.equal(fold("Жильё в Бруклине: close to a subway, ванная"), "Жильё в Бруклине: close to a subway, ванная");
  assert.equal(fold("ищу работу на e-mail и don’t"), "ищу работу на e-mail и don’t");
  assert.equal(fold("кто-тo и кое-кaк"), "кто-то и кое-как");
  assert.equal(fold("Республика Саха\nRussia and the rest of the table in English"), "Республика Саха\nRussia and the rest of the table in English");
  assert.equal(fold("cop"), "cop");
});

test("normalise leaves names of hosts, addresses, @names and sizes", () => {
  const text = "смотри vk.com/cop, https://ok.ru/a?x=сaт, cop@mail.ru, @cop_ok и размер XXL, 12.5K, 2xC";
  assert.equal(fold(text), text);
});

test("normalise keeps Latin names made of twins in Cyrillic posts", () => {
  assert.equal(fold("Kыргызы в EKB, продаю TOYOTA"), "Кыргызы в EKB, продаю TOYOTA");
});

const letters = fc.constantFrom(..."abcekmoprtxyzABCEHKMOPTXYZöüŋабвгекмнорстухыөүңАВЕКМНОРСТУХЫӨёë");
const posts = fc.string({ unit: fc.oneof({ weight: 8, arbitrary: letters }, fc.constantFrom(..." -'’_.,@#\n1\u0306\u0301\u0308\u00ad\u200b")), maxLength: 60 });

test("normalise changes nothing the second time", () => {
  fc.assert(fc.property(posts, (post) => {
    const once = fold(post);
    assert.equal(fold(once), once);
    assert.deepEqual(normalise(once).repairs, []);
  }), { numRuns: 5000, seed: 1 });
});

test("normalise changes letters only where it says so", () => {
  fc.assert(fc.property(posts, (post) => {
    const composed = post.normalize("NFC");
    const { text, repairs } = normalise(composed);
    const left = repairs.flatMap(({ letters }) => letters.filter(({ to }) => to === ""));
    assert.equal(text.length, composed.length - left.length);
    const restored = repairs.reduceRight((now, { token, folded, at }) => {
      assert.equal(now.slice(at, at + token.length), token);
      return now.slice(0, at) + folded + now.slice(at + token.length);
    }, composed);
    assert.equal(restored, text);
  }), { numRuns: 3000, seed: 2 });
});

test("normalise gives offsets that rise from 0 to the length of any text", () => {
  fc.assert(fc.property(fc.oneof(posts, fc.string({ unit: "binary" })), (post) => {
    const { text, originalAt } = normalise(post);
    const offsets = Array.from({ length: text.length + 1 }, (_, i) => originalAt(i));
    assert.equal(offsets[0], 0);
    assert.equal(offsets.at(-1), post.length);
    offsets.forEach((offset, i) => assert.ok(i === 0 || offset >= (offsets[i - 1] ?? 0)));
  }), { numRuns: 2000, seed: 3 });
});

test("normalise changes nothing in a text of one script", () => {
  const oneScript = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."абвгдеёжзийклмнопрстуүхңөы ,.-7"), maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzABC ,.-7"), maxLength: 60 }),
  );
  fc.assert(fc.property(oneScript, (text) => assert.equal(fold(text), text)), { numRuns: 2000, seed: 4 });
});

for (const name of ["data/ud/ky_ktmu-ud-train.conllu", "data/ud/ru_taiga-ud-dev.conllu"]) {
  const treebank = sharedFile(
    name,
    "the treebanks are not part of the project; made-up texts of one script are checked instead",
  );
  test(`normalise leaves ${name.slice(8, 10)} sentences alone, also with English put inside`, { skip: treebank.skip }, () => {
    const sentences = readFileSync(treebank.path, "utf8").split("\n").filter((line) => line.startsWith("# text = "));
    const english = ["Kyrgyz Community Center in New York is open to all", "see you at a cafe", "COVID vaccine", "Facebook"];
    const repaired = sentences.flatMap((line, i) => {
      const words = line.slice(9).split(" ");
      words.splice(Math.floor(words.length / 2), 0, english[i % english.length] ?? "");
      return normalise(words.join(" ")).repairs.map(({ token }) => token);
    });
    // The Russian treebank holds one word that is mixed in truth.
    assert.deepEqual(repaired, name.includes("ru_") ? ["Bаpвapа"] : []);
  });
}

test("matchKey and flatKey make spellings of one word equal", () => {
  assert.equal(matchKey("HET"), "het");
  assert.equal(matchKey("Hет"), "нет");
  assert.equal(matchKey("ЕЩЁ"), matchKey("еще"));
  assert.equal(matchKey("пoвар"), "повар");
  assert.equal(flatKey("ЖӨНҮНДӨ"), flatKey("жонундо"));
  assert.equal(flatKey("Жаңы"), "жаны");
});

test("normalise takes time in proportion to the length, also of text made to be slow", () => {
  for (const unit of ["-", "a-", "a.", "сa", "@", "a@", "a@b", "с ", "и\u0306", "a\u00ad", "\u200b"]) {
    const started = performance.now();
    normalise(`Жaз.kg ${unit.repeat(50_000)} @`);
    const milliseconds = performance.now() - started;
    // A quadratic step over 100,000 characters would take minutes.
    assert.ok(milliseconds < 3000, `${JSON.stringify(unit)} took ${milliseconds} ms`);
  }
});
