import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { findCard, hasCheckDigit } from "./phone-numbers";
import { ORDINARY_GROUPS, plant, PRIVATE_GROUPS, type Pick } from "./planted-numbers";
import { redact } from "./redact";
import { tokenise } from "./tokenise";

const CASES: readonly (readonly [string, string])[] = [
  ["Пишите: aziz@mail.ru, +996 555 12-34-56", "Пишите: ‹email›, ‹phone›"],
  ["«почта:ivan.p@mail.ruпишите»", "«почта:‹email›пишите»"],
  ["ivan (at) mail.ru, ivan @ mail.ru", "‹email›, ‹email›"],
  ["Иван@мвд.рф", "‹email›"],
  ["@aibek_kg рахмат! (@Aibek.Kg).", "‹handle› рахмат! (‹handle›)."],
  ["[id123456|Айбек], салам", "‹handle›, салам"],
  ["[club1|Группа] келиңиздер", "[club1|Группа] келиңиздер"],
  ["0555123456, 0700 12 34 56 или 8(916)1234567", "‹phone›, ‹phone› или ‹phone›"],
  ["0555123456 0700123456", "‹phone› ‹phone›"],
  ["https://wa.me/996555123456?text=a", "https://wa.me/‹phone›?text=a"],
  ["Карта 4532 0151 1283 0366 Азиз", "Карта ‹card› Азиз"],
  ["тел. 66-25-14", "тел. ‹phone›"],
  ["+82 10-1234-5678", "‹phone›"],
  ["+82 010 1234 5678, +9965551234567", "‹phone›, ‹phone›"],
  ["8 965-4 44-55-66", "‹phone›"],
  ["mbank 555123456; 700 123 456 MBank", "mbank ‹phone›; ‹phone› MBank"],
  ["aziz@mail .ru, почта aziz.kg @mail.ru, aziz собака mail.ru", "‹email›, почта ‹email›, ‹email›"],
  [".@aziz: рахмат", ".‹handle›: рахмат"],
];

test("redact replaces addresses, numbers to call, cards and handles", () => {
  for (const [text, expected] of CASES) {
    assert.equal(redact(text).text, expected);
  }
});

test("redact sees a handle through a messenger's mark-up, and not in an address cut short", () => {
  assert.equal(redact("Новости - ____@dubaimap__, _@anna").text, "Новости - ____‹handle›, _‹handle›");
  assert.equal(redact("a_@b").text, "a_@b");
});

test("redact leaves prices, dates, years, sums, members, times, scores and addresses", () => {
  for (const text of [
    "5 341 руб., до 15.06.2021, с 09.00 до 18.00",
    "12 345 участников, 1 000 000 000 сом, 10 000 000 000",
    "800-900-1000",
    "2010-2015 2016-2020",
    "2012 2013 2014 2015",
    "0-0 1-1 2-2 3:1",
    "9 161 234 567 сом",
    "https://vk.com/wall-123456789_987654321",
    "31.08.2021 14:05:33",
    "8 марта, 0,5%, №12345",
    "#тег@kg",
    "a@b",
    "ул. Чуй 123, кв 45",
    // Numbers of firms and persons at the tax office, of banks and of pensions: ten digits from 9 look like a mobile's.
    "ИНН 9909012345",
    "номер ИНН: 9161234567, ОГРН 1027700132195",
    "ИНН организации __9161234567__, БИК 044525225",
    "ИНН/КПП 9161234567/770701001",
    "инн 20101199012345",
    // A sum that went to a payment service, land at the Russian register, hexadecimal words, prices with hyphens.
    "mbank 512 345 678 сом, это деньги 512 345 678",
    "кадастровый номер 77:01:0001001:1234",
    "хэш 7f9161234567ab, 0x1234567890",
    "7 900-8 200-900",
  ]) {
    assert.equal(redact(text).text, text);
  }
});

test("redact takes a number with a plus whole, also where it has a digit more or less than its country gives", () => {
  for (const number of ["+34 000 123 45 67", "+34 612 345 67 890", "+996 555 12 34 5", "+7 (912) 345-67-890"])
    assert.equal(redact(`Звоните ${number}, Азамат`).text, "Звоните ‹phone›, Азамат", number);
  for (const sum of ["+1 500 000 000", "+1 512 345 678 сом", "+15 000 000", "+120 участников"]) assert.equal(redact(sum).text, sum);
});

test("redact still finds a number to call behind one of the tax office", () => {
  assert.equal(redact("ИНН 9909012345, тел. 9161234567").text, "ИНН 9909012345, тел. ‹phone›");
  assert.equal(redact("ИНН есть, звоните 0555123456").text, "ИНН есть, звоните ‹phone›");
});

test("redact keeps places: each redaction says where it stood and where it stands", () => {
  const text = "а ivan@mail.ru б @aibek в";
  const { text: found, redactions, originalAt } = redact(text);
  assert.equal(found, "а ‹email› б ‹handle› в");
  assert.deepEqual(redactions, [
    { kind: "email", start: 2, end: 14, at: 2 },
    { kind: "handle", start: 17, end: 23, at: 12 },
  ]);
  assert.equal(originalAt(0), 0);
  assert.equal(originalAt(5), 2);
  assert.equal(text[originalAt(found.indexOf("в"))], "в");
  assert.equal(originalAt(found.length), text.length);
  assert.throws(() => originalAt(found.length + 1), /needs a whole number from 0 to 22, found 23/);
});

test("redact twice is redact once, and its placeholders are tokens of their own kind", () => {
  fc.assert(
    fc.property(fc.constantFrom(...PRIVATE_GROUPS), fc.infiniteStream(fc.nat()), (group, numbers) => {
      const once = redact(plant(group, picker(numbers)).text).text;
      assert.equal(redact(once).text, once);
      assert.ok(
        tokenise(once).some((token) => token.kind === "placeholder"),
        once,
      );
    }),
  );
});

// The goal is a recall of 99 in 100 for each kind; 300 planted pieces a group keep the test quick.
for (const group of PRIVATE_GROUPS) {
  test(`redact finds planted ${group}`, () => {
    const missed = plantMany(group, 300).filter(
      ({ text, kind }) => !redact(text).redactions.some((redaction) => redaction.kind === kind),
    );
    assert.ok(missed.length <= 3, missed.map(({ text }) => text).join(" | "));
  });
}

for (const group of ORDINARY_GROUPS) {
  test(`redact leaves planted ${group}`, () => {
    const hurt = plantMany(group, 300).filter(({ text }) => redact(text).text !== text);
    assert.ok(hurt.length <= 3, hurt.map(({ text }) => text).join(" | "));
  });
}

test("hasCheckDigit follows Luhn's formula", () => {
  // The example of ISO/IEC 7812-1: 4992 7398 71 and its check digit 6.
  assert.ok(hasCheckDigit("49927398716"));
  assert.ok(!hasCheckDigit("49927398717"));
});

test("findCard does not take four years for a card", () => {
  const run = ["2012", "2013", "2014", "2015"].map((digits, i) => ({
    digits,
    start: 5 * i,
    end: 5 * i + 4,
    gap: i === 0 ? "" : " ",
  }));
  assert.equal(findCard(run, 0), 0);
});

function picker(numbers: Iterator<number>): Pick {
  return (below) => (numbers.next().value as number) % below;
}

function plantMany(group: string, count: number) {
  // A linear congruential generator with the constants of Numerical Recipes: the same pieces on every machine.
  let state = 2021;
  const pick: Pick = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () => plant(group, pick));
}
