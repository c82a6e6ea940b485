import assert from "node:assert/strict";
import test from "node:test";

import { makeContact } from "./contact";
import { RandomStream } from "./random-stream";

const many = (what: string, country: string) =>
  Array.from({ length: 300 }, (_, i) => makeContact(what, country, new RandomStream(i, what)));
const digits = (text: string) => text.replace(/\D/g, "");

test("telephone numbers are of ranges that nobody has", () => {
  // 555-0100 to 0199 in North America (NANPA), 07700 900xxx (Ofcom), 0176 04069 0xx (BNetzA), 06 39 98 xx xx (ARCEP).
  for (const phone of many("phone", "usa")) assert.match(digits(phone), /^1?\d{3}55501\d\d$/);
  for (const phone of many("phone", "uk")) assert.match(digits(phone), /^(0|44)7700900\d{3}$/);
  for (const phone of many("phone", "germany")) assert.match(digits(phone), /^(0|49)176040690\d\d$/);
  for (const phone of many("phone", "france")) assert.match(digits(phone), /^(0|33)63998\d{4}$/);
  // Russia's numbering plan gives out no area code that begins with 5.
  for (const phone of many("phone", "russia")) assert.match(digits(phone), /^[78]5\d{9}$/);
  // No national number begins with 0 behind its country's code; the lengths are those of national plans (ITU).
  for (const [country, shape] of [
    ["uae", /^97100\d{7}$/], ["spain", /^3400\d{7}$/], ["switzerland", /^4100\d{7}$/], ["italy", /^39000\d{7}$/],
    ["korea", /^82000\d{7}$/], ["turkey", /^90000\d{7}$/], ["kazakhstan", /^7000\d{7}$/], ["kyrgyzstan", /^99600\d{7}$/],
  ] as const) {
    for (const phone of many("phone", country)) assert.match(digits(phone), shape);
  }
});

test("addresses are under names kept for examples (RFC 2606)", () => {
  for (const what of ["email", "link", "gofund", "petition"]) {
    for (const address of many(what, "usa")) {
      const host = /^(?:https:\/\/|[^@]+@)([^/]+)/.exec(address)![1]!;
      assert.match(host, /(^|\.)example(\.(org|com|net))?$/, address);
    }
  }
});

test("card numbers pass the check digit and are of no bank", () => {
  for (const card of many("card", "russia").map(digits)) {
    assert.match(card, /^40000000\d{8}$/);
    // ISO/IEC 7812: from the right every second digit doubled, digits summed, divisible by 10.
    const sum = [...card].reverse().reduce((total, digit, i) => {
      const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    assert.equal(sum % 10, 0);
  }
});

test("an unknown contact is refused by name", () => {
  assert.throws(() => makeContact("fax", "usa", new RandomStream(1, "x")), /\{!fax\} is not known/);
});
