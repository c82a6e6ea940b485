import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { identifyLanguage, weighLanguages } from "./identify-language";
import { LANGUAGE_MODEL } from "./language-model";
import { makeLanguageModel } from "./make-language-model";

// Sentences written for this test; none comes from a training text.
const SENTENCES: Record<string, readonly string[]> = {
  ru: [
    "Ребята, кто знает, когда откроют границу с Казахстаном?",
    "Ищу работу в Москве, желательно с проживанием",
    "спасибо большое всем кто помог!!!",
    "Не работает сайт, что делать",
    "Продам билет Новосибирск - Ош на завтра",
  ],
  ky: [
    "Мекендештер, Москвада жумуш барбы?",
    "Чек ара качан ачылат экен, билген барбы",
    "Кудай сактасын, жаткан жери жайлуу болсун",
    "Баткендеги туугандарга жардам берели!",
    "Озбекстан менен чек арада эмне болуп жатат", // typed without ө
    "Мен бугун акча которуп койдум, келдиби?", // typed without ү
  ],
  en: [
    "Does anybody know when the border opens?",
    "We are collecting money for the families",
    "Thank you all so much!",
  ],
  kk: ["Қазақстанға қашан бара аламыз, білетіндер бар ма?", "Бүгін ауа райы өте жақсы болды"],
  uz: [
    "Чегара қачон очилади, биладиганлар борми?",
    "Bugun ob-havo juda yaxshi bo'ldi, rahmat",
    "Toshkentga chipta qancha turadi, kim biladi",
  ],
  tr: ["Sınır ne zaman açılacak, bilen var mı?", "Herkese çok teşekkür ederim, görüşürüz"],
};

for (const [language, sentences] of Object.entries(SENTENCES)) {
  test(`identifyLanguage knows everyday sentences in ${language}`, () => {
    for (const sentence of sentences) {
      assert.equal(identifyLanguage(sentence), language, sentence);
    }
  });
}

test("identifyLanguage does not take short Russian and Kyrgyz posts for Uzbek and Kazakh", () => {
  for (const text of ["Хозяин хороший, квартира чистая", "Купил арбуз, несладкий. А у вас как?"]) {
    assert.equal(identifyLanguage(text), "ru", text);
  }
  for (const text of ["Баргың келеби?", "Сүрөтүн салыңыз", "Балдар, так айттың"]) {
    assert.equal(identifyLanguage(text), "ky", text);
  }
});

test("identifyLanguage says und where there is nothing to read", () => {
  for (const text of ["", "   ", "👍👍", "12:30", "@aibek", "https://t.me/kg", "а", "‹phone›", "한국어"]) {
    assert.equal(identifyLanguage(text), "und", text);
  }
});

test("identifyLanguage reads the words and not the links, names and foreign tags around them", () => {
  assert.equal(
    identifyLanguage(
      "Вот сайт https://www.the-independent-news-of-the-world.com @english_name #love #instagood",
    ),
    "ru",
  );
  assert.equal(identifyLanguage("Ушул iPhone Pro Max канча турат?"), "ky");
});

test("identifyLanguage reads tags where there are no words", () => {
  assert.equal(identifyLanguage("#люблюработу #хорошеенастроение"), "ru");
});

test("identifyLanguage does not care for case, numbers and punctuation", () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(SENTENCES).flat()), fc.nat(), (sentence, number) => {
      assert.equal(
        identifyLanguage(`${number} ${sentence.toUpperCase()} !!! ${number}`.toLowerCase()),
        identifyLanguage(sentence),
      );
    }),
  );
});

test("identifyLanguage looks past characters that nobody sees", () => {
  for (const sentence of Object.values(SENTENCES).flat()) {
    const hyphenated = sentence.replace(/(?<=\p{L})(?=\p{L})/gu, "\u00ad");
    assert.deepEqual(weighLanguages(hyphenated), weighLanguages(sentence));
  }
});

test("weighLanguages gives a margin that grows with the text", () => {
  const one = weighLanguages("Чек ара");
  const two = weighLanguages("Чек ара качан ачылат");
  assert.equal(two.language, "ky");
  assert.ok(two.margin > one.margin);
  assert.deepEqual(weighLanguages("🙂"), { language: "und", best: "und", margin: 0 });
});

test("language-model.ts is what its script makes", () => {
  assert.deepEqual(makeLanguageModel(), LANGUAGE_MODEL);
});
