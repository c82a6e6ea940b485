import assert from "node:assert/strict";
import test from "node:test";

import { indexPosts } from "../corpus/token-index";
import { loadCities } from "../load/load-cities";
import { cityMentions } from "./city-mentions";
import { themeLookup } from "./find-themes";

function named(...texts: string[]): Record<string, number[]> {
  const index = indexPosts(texts.map((text) => ({ text })));
  const found = cityMentions(themeLookup(index), loadCities()).filter(
    ({ documents }) => documents.length > 0,
  );
  return Object.fromEntries(found.map(({ city, documents }) => [city, [...documents]]));
}

test("cityMentions knows cities in inflected forms of Russian and Kyrgyz", () => {
  assert.deepEqual(
    named(
      "Митинг в Нью-Йорке",
      "Берлинде чогулабыз",
      "Нью-Йоркто, Парижде",
      "едем из Рима",
      "New York, today",
    ),
    { "New York": [0, 2, 4], Paris: [2], Berlin: [1], Rome: [3] },
  );
});

test("cityMentions does not take Римма for Rome or a hamburger for Hamburg, and counts a post once", () => {
  assert.deepEqual(named("Римма ест гамбургер", "Лондон! Лондон! London"), { London: [1] });
});

test("cityMentions reads a name that mixes two scripts", () => {
  // Latin o and p in Cyrillic words.
  assert.deepEqual(named("в Лoндoне", "в Паpиже"), { London: [0], Paris: [1] });
});
