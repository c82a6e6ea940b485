import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { foldWord, isAmbiguous } from "./fold-word";
import { sharedFile } from "./shared-file";

/** Cyrillic letter and the Latin one on the keyboard that looks like it; written here by hand, apart from twins.ts. */
const LOOK_ALIKE = new Map(
  "аa сc еe оo рp хx уy кk мm тt АA ВB СC ЕE НH КK МM ОO РP ТT ХX УY".split(" ").map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
const BACK = new Map([...LOOK_ALIKE].map(([cyrillic, latin]) => [latin, cyrillic]));

/** Every word made from `word` by exchanging one letter for its look-alike. */
function withOneSwap(word: string, twins: ReadonlyMap<string, string>): string[] {
  return [...word].flatMap((letter, i) => {
    const twin = twins.get(letter);
    return twin === undefined ? [] : [word.slice(0, i) + twin + word.slice(i + 1)];
  });
}

/** Forms of a treebank that are made of Cyrillic letters alone, two or more, each once. */
function treebankWords(path: string): string[] {
  const forms = readFileSync(path, "utf8").split("\n").map((line) => line.split("\t")[1] ?? "");
  return [...new Set(forms.map((form) => form.normalize("NFC")))].filter((form) => /^[\u0400-\u04ff]{2,}$/u.test(form));
}

for (const [language, name] of [
  ["Kyrgyz", "data/ud/ky_ktmu-ud-train.conllu"],
  ["Russian", "data/ud/ru_taiga-ud-dev.conllu"],
] as const) {
  const treebank = sharedFile(
    name,
    "the treebanks are not part of the project; single words are checked instead",
  );
  test(`foldWord restores every ${language} word of a treebank with one letter exchanged`, { skip: treebank.skip }, () => {
    const words = treebankWords(treebank.path);
    assert.ok(words.length > 3000, `only ${words.length} words`);
    const wrong = words.flatMap((word) => withOneSwap(word, LOOK_ALIKE).filter((swapped) => foldWord(swapped, null) !== word));
    assert.deepEqual(wrong, []);
  });

  test(`foldWord changes no clean ${language} word, alone or among Cyrillic ones`, { skip: treebank.skip }, () => {
    const words = treebankWords(treebank.path);
    assert.deepEqual(words.filter((word) => foldWord(word, "Cyrillic") !== word), []);
    assert.deepEqual(words.filter((word) => foldWord(word, null) !== word), []);
  });

  test(`foldWord restores 96% of ${language} words with every letter exchanged that can be`, { skip: treebank.skip }, () => {
    const words = treebankWords(treebank.path).filter((word) => withOneSwap(word, LOOK_ALIKE).length > 0);
    const restored = words.filter((word) => {
      const swapped = [...word].map((letter) => LOOK_ALIKE.get(letter) ?? letter).join("");
      return foldWord(swapped, null) === word;
    });
    // The rest are made of twins alone, and a word by itself cannot say which script it meant.
    assert.ok(restored.length / words.length > 0.96, `${restored.length} of ${words.length}`);
  });
}

const ENGLISH = (
  "work job visa passport embassy apartment room rent subway place money salary driver cook cleaning delivery help needed " +
  "people country homeland border election protest street petition fundraiser oxygen hospital doctor vaccine certificate " +
  "Kyrgyzstan Kyrgyz Chicago Brooklyn California community center member group page share like comment post photo video " +
  "today tomorrow yesterday morning evening because before after through should would could about their there which whose " +
  "Xerox PCR COVID GoFundMe WhatsApp Facebook Telegram Instagram YouTube copy cope pace taxes makes takes teammate"
).split(" ");

test("foldWord restores every English word with one letter exchanged", () => {
  const wrong = ENGLISH.flatMap((word) => withOneSwap(word, BACK).filter((swapped) => foldWord(swapped, null) !== word));
  assert.deepEqual(wrong, []);
});

test("foldWord keeps brand, acronym and Cyrillic ending", () => {
  for (const word of ["KOICAнын", "TIFAнын", "KITAнын", "Airlinesтын", "HTCнын"]) assert.equal(foldWord(word, "Cyrillic"), word);
  assert.equal(foldWord("Facebookке", "Cyrillic"), "Facebookке");
  assert.equal(foldWord("Facebookтaгы", null), "Facebookтагы");
});

test("foldWord takes capitals before capitals for a word, not for a brand", () => {
  assert.equal(foldWord("MOCКВЫ", null), "МОСКВЫ");
  assert.equal(foldWord("PAБOTA", null), "РАБОТА");
});

test("foldWord reads Kyrgyz stand-ins and small capitals inside Cyrillic words alone", () => {
  assert.equal(foldWord("кöчöдө", null), "көчөдө");
  assert.equal(foldWord("жaŋы", null), "жаңы");
  assert.equal(foldWord("түнкɵ", null), "түнкө");
  assert.equal(foldWord("ᴋыргыз", null), "кыргыз");
  assert.equal(foldWord("Köln", "Cyrillic"), "Köln");
  assert.equal(foldWord("gözümün", "Cyrillic"), "gözümün");
});

test("foldWord lets a mixed word of twins alone follow most of its letters, then its context, then Cyrillic", () => {
  assert.equal(foldWord("метрo", "Latin"), "метро");
  assert.equal(foldWord("cоpe", null), "cope");
  assert.equal(foldWord("оx", "Latin"), "ox");
  assert.equal(foldWord("оx", null), "ох");
});

test("foldWord leaves what it cannot decide: plain letters of both scripts, a third script", () => {
  assert.equal(foldWord("Яndex", "Cyrillic"), "Яndex");
  assert.equal(foldWord("pαб", "Cyrillic"), "pαб");
});

test("isAmbiguous is true of exact twins alone, and not of known Latin names", () => {
  assert.deepEqual(["cop", "сор", "COM", "с", "Саха"].map(isAmbiguous), [true, true, true, true, true]);
  assert.deepEqual(["take", "com", "EKB", "работа", "visa"].map(isAmbiguous), [false, false, false, false, false]);
});

test("foldWord turns a mixed word of twins to Cyrillic among Cyrillic words, however many of its letters are Latin", () => {
  assert.equal(foldWord("cтo", "Cyrillic"), "сто");
  assert.equal(foldWord("paмy", "Cyrillic"), "раму");
  assert.equal(foldWord("pocт", "Cyrillic"), "рост");
});

test("foldWord takes a mixed word of twins for Cyrillic where nothing around it speaks, unless it is an English word", () => {
  assert.deepEqual(
    ["cтapт", "aтaкa", "кaкao", "Нyp", "cтo", "paмa"].map((word) => foldWord(word, null)),
    ["старт", "атака", "какао", "Нур", "сто", "рама"],
  );
  assert.deepEqual(["cаt", "tеam", "Hоpe"].map((word) => foldWord(word, null)), ["cat", "team", "Hope"]);
});

test("foldWord sees by a small т к м that a word of twins is Cyrillic, among Latin words too", () => {
  assert.deepEqual(["cтapт", "aтaкa"].map((word) => foldWord(word, "Latin")), ["старт", "атака"]);
  assert.equal(foldWord("taкe", "Latin"), "take");
  assert.equal(foldWord("Pаxco", "Latin"), "Paxco");
});

test("foldWord keeps a brand whose Cyrillic ending is told by its shape alone", () => {
  for (const word of ["KAKAOто", "Twitterто", "Facebookке", "TIKTOKтон"]) {
    for (const context of [null, "Cyrillic", "Latin"] as const) assert.equal(foldWord(word, context), word);
  }
});
