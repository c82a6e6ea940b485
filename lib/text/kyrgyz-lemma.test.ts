import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { nounReadings, takeOff, endings } from "./kyrgyz-endings";
import { realise } from "./kyrgyz-harmony";
import { kyrgyzLemma } from "./kyrgyz-lemma";
import { flatten, stemForms } from "./kyrgyz-stems";

// Paradigms as any grammar of Kyrgyz prints them: the twelve spellings of the plural, then the cases of one
// word a row.
test("realise spells the plural after each vowel and consonant", () => {
  const plurals: Record<string, string> = {
    ата: "лар",
    эже: "лер",
    тоо: "лор",
    төө: "лөр",
    кыз: "дар",
    жер: "лер",
    кол: "дор",
    күн: "дөр",
    аттап: "тар",
    мектеп: "тер",
    топ: "тор",
    көч: "төр",
    уй: "лар",
    үй: "лөр",
  };
  for (const [stem, ending] of Object.entries(plurals)) {
    assert.equal(realise("ЛAр", stem), ending, stem);
  }
});

test("realise spells the cases of шаар, үй, мектеп and бала", () => {
  const templates = ["НYн", "ГA", "НY", "ДA", "ДAн"];
  assert.deepEqual(
    templates.map((ending) => realise(ending, "шаар")),
    ["дын", "га", "ды", "да", "дан"],
  );
  assert.deepEqual(
    templates.map((ending) => realise(ending, "үй")),
    ["дүн", "гө", "дү", "дө", "дөн"],
  );
  assert.deepEqual(
    templates.map((ending) => realise(ending, "мектеп")),
    ["тин", "ке", "ти", "те", "тен"],
  );
  assert.deepEqual(
    templates.map((ending) => realise(ending, "бала")),
    ["нын", "га", "ны", "да", "дан"],
  );
});

test("takeOff undoes what realise adds", () => {
  const stems = fc.constantFrom("ата", "эже", "кол", "күн", "мектеп", "көйнөк", "жумуш", "россия", "үй");
  fc.assert(
    fc.property(stems, fc.constantFrom("ЛAр", "НYн", "ГA", "НY", "ДA", "ДAн", "ДAгY"), (stem, template) => {
      const [ending] = endings(template);
      assert.ok(ending !== undefined && takeOff(stem + realise(template, stem), ending).includes(stem));
    }),
  );
});

test("nounReadings finds plural, possessive and case together", () => {
  const found = nounReadings("мекендештерибизге").find((reading) => reading.stem === "мекендеш");
  assert.deepEqual(found?.endings, ["ЛAр", "YбYз", "ГA"]);
});

const LEMMAS: Record<string, string> = {
  // nouns: number, case, possessor, hardened and driven-out sounds
  балдарга: "бала",
  үйлөрдө: "үй",
  мектебинде: "мектеп",
  китебим: "китеп",
  жумушунан: "жумуш",
  чегарасында: "чегара",
  мекендештер: "мекендеш",
  акчаңызды: "акча",
  орду: "орун",
  шаардагылар: "шаар",
  өлкөбүздүн: "өлкө",
  документтерин: "документ",
  мигранттардын: "мигрант",
  // verbs: tense, person, mood, negation, participle, verbal noun, passive
  барабыз: "бар",
  келдиңиз: "кел",
  иштейт: "иште",
  иштебейт: "иште",
  окуган: "оку",
  жардамдашуу: "жардамдаш",
  ачылды: "ач",
  жабылган: "жап",
  чакырабыз: "чакыр",
  колдойбуз: "колдо",
  келгендерге: "кел",
  коюлду: "кой",
  айтайын: "айт",
  бергилечи: "бер",
  чогулган: "чогул",
  // the same form of a verb and of a noun with its possessor
  бериңиз: "бер",
  жазам: "жаз",
  // questions
  барбы: "бар",
  жокпу: "жок",
  болобу: "бол",
  керекпи: "керек",
  себеби: "себеби",
  китеби: "китеп",
  // "you" of courtesy without ң
  чалыныз: "чал",
  жазыныздар: "жаз",
  // adjectives made of nouns
  мамлекеттик: "мамлекет",
  миграциялык: "миграция",
  // names and loans
  баткенде: "баткен",
  кыргызстандын: "кыргызстан",
  нарындан: "нарын",
  "жалал-абаддан": "жалал-абад",
  "ысык-көлгө": "ысык-көл",
  москвада: "москва",
  ковидден: "ковид",
  личкага: "личка",
  жапаровдун: "жапаров",
  жапаровго: "жапаров",
};

test("kyrgyzLemma takes endings off nouns, verbs, adjectives and names", () => {
  for (const [word, lemma] of Object.entries(LEMMAS)) {
    assert.equal(kyrgyzLemma(word), lemma, word);
  }
});

test("kyrgyzLemma leaves alone what only looks inflected", () => {
  for (const word of [
    "кыргызстан",
    "баткен",
    "нарын",
    "сом",
    "доллар",
    "айып",
    "бала",
    "борбор",
    "алтын",
    "үчүн",
    "дагы",
    "карата",
    "боюнча",
    "гана",
    "талап",
    "кабар",
    "достук",
  ]) {
    assert.equal(kyrgyzLemma(word), word);
  }
});

test("kyrgyzLemma groups what is typed without ө, ү, ң as it groups the proper spelling", () => {
  for (const word of [
    "үйлөрдө",
    "күндөрү",
    "өлкөбүздүн",
    "түшүнгөн",
    "мөөнөтү",
    "сүйлөшүү",
    "көчөдө",
    "жөнүндө",
  ]) {
    assert.equal(kyrgyzLemma(flatten(word)), flatten(kyrgyzLemma(word)), word);
  }
});

test("kyrgyzLemma returns words that are not Kyrgyz letters as they are", () => {
  for (const word of ["", "а", "covid", "12", "tifaнын", "ъъъъ", "-", "а-"]) {
    assert.equal(kyrgyzLemma(word), word);
  }
});

test("kyrgyzLemma never fails and never gives an empty word", () => {
  const letters = fc.string({
    unit: fc.constantFrom(..."абгдежзийклмнңоөпрстуүфхчшыэюя-"),
    minLength: 1,
    maxLength: 45,
  });
  fc.assert(
    fc.property(letters, (word) => {
      const lemma = kyrgyzLemma(word);
      assert.ok(lemma.length > 0 && lemma.length <= word.length + 2);
    }),
    { numRuns: 300 },
  );
});

test("stemForms knows a stem by its spelling without ө, ү, ң", () => {
  assert.deepEqual(stemForms("жонокой"), stemForms("жөнөкөй"));
  assert.deepEqual(stemForms("ббб"), { noun: 0, verb: 0 });
});
