import assert from "node:assert/strict";
import test from "node:test";

import { russianLemma } from "./russian-lemma";

// Dictionary forms as any dictionary of Russian gives them.
const LEMMAS: Record<string, string> = {
  мигрантов: "мигрант",
  границу: "граница",
  открыли: "открыть",
  работаем: "работать",
  работающих: "работать",
  вернувшихся: "вернуться",
  билеты: "билет",
  российскому: "российский",
  новая: "новый",
  людям: "человек",
  детей: "ребенок",
  лет: "год",
  деньгах: "деньги",
  шел: "идти",
  ждут: "ждать",
  закрыт: "закрыть",
  море: "море",
  хорошей: "хороший",
  молодой: "молодой",
  лежал: "лежать",
};

test("russianLemma gives dictionary forms", () => {
  for (const [word, lemma] of Object.entries(LEMMAS)) {
    assert.equal(russianLemma(word), lemma, word);
  }
});

test("russianLemma knows the traps of az: names read as verbs, ordinal numbers, abbreviations", () => {
  for (const [word, lemma] of Object.entries({
    крым: "крым",
    крыму: "крым",
    сочи: "сочи",
    коля: "коля",
    зимой: "зима",
    первый: "первый",
    первых: "первый",
    третьего: "третий",
    оше: "ош",
    оша: "ош",
    баткене: "баткен",
    сомов: "сом",
    тенге: "тенге",
    данных: "данные",
    синоптики: "синоптик",
  })) {
    assert.equal(russianLemma(word), lemma, word);
  }
});

test("russianLemma puts an adjective's plural with the adjective, not with a noun made of its neuter", () => {
  for (const form of ["новое", "новые", "новых", "новая"]) assert.equal(russianLemma(form), "новый", form);
  assert.deepEqual(["прошлого", "будущего"].map(russianLemma), ["прошлое", "будущее"]);
  for (const form of ["животное", "животных", "животные"]) assert.equal(russianLemma(form), "животное", form);
});

test("russianLemma keeps the left part of a word with a hyphen", () => {
  assert.equal(russianLemma("онлайн-трансляцию"), "онлайн-трансляция");
  assert.equal(russianLemma("снежно-пальмового"), "снежно-пальмовый");
  assert.equal(russianLemma("иссык-куле"), "иссык-куль");
});

test("russianLemma guesses words that no dictionary has", () => {
  assert.equal(russianLemma("лайкнул"), "лайкнуть");
  assert.equal(russianLemma("бишкекского"), "бишкекский");
});

test("russianLemma does not tell ё from е", () => {
  assert.equal(russianLemma("самолёты"), russianLemma("самолеты"));
  assert.equal(russianLemma("идём"), russianLemma("идем"));
  assert.ok(!russianLemma("ёлками").includes("ё"));
});

test("russianLemma returns what is not a Russian word as it is", () => {
  for (const word of ["", "covid", "өлкө", "12", "-", "а-", "ааааааааааааааааааааааааааааааааааааааааааа"]) {
    assert.equal(russianLemma(word), word);
  }
});
