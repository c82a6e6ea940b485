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

test("russianLemma keeps a surname together, known to the dictionary or not, and apart from plurals", () => {
  const forms = "жапаров жапарова жапарову жапаровым атамбаева отунбаевой каримов токтосунов жээнбековым";
  assert.deepEqual(
    forms.split(" ").map(russianLemma),
    "жапаров жапаров жапаров жапаров атамбаев отунбаев каримов токтосунов жээнбеков".split(" "),
  );
  assert.deepEqual("админов ковидов дирхамов".split(" ").map(russianLemma), ["админ", "ковид", "дирхам"]);
});

test("russianLemma takes the past for commoner than an imperative, and -ье for commoner than -ие", () => {
  assert.deepEqual("пошли пришли нашли".split(" ").map(russianLemma), ["пойти", "прийти", "найти"]);
  assert.deepEqual("пиши пишите дай".split(" ").map(russianLemma), ["писать", "писать", "дать"]);
  assert.deepEqual("счастья спокойствия".split(" ").map(russianLemma), ["счастье", "спокойствие"]);
});

test("russianLemma declines words of chats that the dictionary lacks or reads as others", () => {
  for (const [word, lemma] of Object.entries({
    личку: "личка",
    тел: "телефон",
    прививок: "прививка",
    матери: "мать",
    короче: "короче",
    выборы: "выборы",
  })) {
    assert.equal(russianLemma(word), lemma, word);
  }
});

test("russianLemma leaves a patronymic its own word", () => {
  assert.deepEqual("алмазбековича шариповна шариповны".split(" ").map(russianLemma), [
    "алмазбекович",
    "шариповна",
    "шариповна",
  ]);
});

test("russianLemma puts an adjective's plural with the adjective, not with a noun made of its neuter", () => {
  for (const form of ["новое", "новые", "новых", "новая"]) assert.equal(russianLemma(form), "новый", form);
  for (const form of ["маленькая", "маленькой"]) assert.equal(russianLemma(form), "маленький", form);
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
