import assert from "node:assert/strict";
import test from "node:test";

import { englishLemma } from "./english-lemma";

// Dictionary forms as any dictionary of English gives them.
const LEMMAS: Record<string, string> = {
  countries: "country",
  migrants: "migrant",
  classes: "class",
  boxes: "box",
  houses: "house",
  churches: "church",
  prices: "price",
  responses: "response",
  working: "work",
  stopped: "stop",
  planned: "plan",
  moved: "move",
  living: "live",
  organized: "organize",
  closed: "close",
  opened: "open",
  visited: "visit",
  needed: "need",
  announced: "announce",
  received: "receive",
  charged: "charge",
  changed: "change",
  called: "call",
  missed: "miss",
  died: "die",
  studied: "study",
  posted: "post",
  commented: "comment",
  shared: "share",
  argued: "argue",
  hoping: "hope",
  hopping: "hop",
  happened: "happen",
  added: "add",
  determined: "determine",
  required: "require",
  compared: "compare",
  listening: "listen",
  written: "write",
  people: "person",
  children: "child",
  better: "good",
  lives: "life",
};

test("englishLemma takes off number, tense and -ing", () => {
  for (const [word, lemma] of Object.entries(LEMMAS)) {
    assert.equal(englishLemma(word), lemma, word);
  }
});

test("englishLemma leaves derived words apart and short words alone", () => {
  for (const word of [
    "organization",
    "organ",
    "university",
    "universe",
    "news",
    "this",
    "gas",
    "red",
    "thing",
    "during",
    "virus",
    "bus",
    "us",
    "a",
    "",
  ]) {
    assert.equal(englishLemma(word), word);
  }
});

test("englishLemma takes off the possessive with either apostrophe", () => {
  assert.equal(englishLemma("bishkek's"), "bishkek");
  assert.equal(englishLemma("bishkek’s"), "bishkek");
  assert.equal(englishLemma("migrants'"), "migrant");
});
