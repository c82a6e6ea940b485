import assert from "node:assert/strict";
import test from "node:test";

import type { WritingHabit } from "./author-pool";
import { addNoise } from "./noise";
import { RandomStream } from "./random-stream";

const CAREFUL: WritingHabit = {
  errorsPerWord: 0, lowerCase: false, noPunctuation: false, capitals: false, emoji: false, mixesScripts: false, plainLetters: false,
  translit: false,
};
const NO_NOISE = { synonymRate: 0, mixedScriptPerWord: 0 };
const typed = (text: string, habit: Partial<WritingHabit>, noise = NO_NOISE, words: [string, string[]][] = []) =>
  addNoise(text, { ...CAREFUL, ...habit }, noise, new Map(words), new RandomStream(1, text));

test("a careful author writes what she means", () => {
  assert.equal(typed("Өзгөндө жумуш бар! #StopRahmon", {}).text, "Өзгөндө жумуш бар! #StopRahmon");
});

test("habits change letters but not addresses, tags or numbers", () => {
  assert.equal(typed("Өзүң көрдүң", { plainLetters: true }).text, "Озун кордун");
  assert.equal(typed("Салам, https://example.org/Aa #Ош 8 (555) 010-20-30", { lowerCase: true }).text, "салам, https://example.org/Aa #Ош 8 (555) 010-20-30");
  assert.equal(typed("Жумуш керек", { translit: true }).text, "Jumush kerek");
});

test("mixed scripts put Latin letters into Cyrillic words and count the words", () => {
  const { text, mixedScriptWords } = typed("хорошо ооба город", { mixesScripts: true }, { synonymRate: 0, mixedScriptPerWord: 1 });
  assert.equal(mixedScriptWords, 3);
  for (const word of text.split(" ")) assert.match(word, /[a-z].*[а-я]|[а-я].*[a-z]|^[o]{2}/);
});

test("another word takes the place of a named one, with its capital", () => {
  const { text, synonyms } = typed("Работа есть", {}, { synonymRate: 1, mixedScriptPerWord: 0 }, [["работа", ["подработка"]]]);
  assert.deepEqual([text, synonyms], ["Подработка есть", 1]);
});
