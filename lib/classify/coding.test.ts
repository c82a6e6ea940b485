import assert from "node:assert/strict";
import test from "node:test";

import fc from "fast-check";

import { indexPosts } from "../corpus/token-index";
import { loadCodebook } from "../load/load-codebook";
import type { CodedCorpus, Coding } from "./coding";
import { codePostTypes } from "./post-type";
import { codeSpilloverActs } from "./spillover-act";
import { codeStances } from "./stance";
import { codeTopics } from "./topic";

const codebook = loadCodebook("data/codebook.yml");
const CLASSIFIERS = { codeTopics, codePostTypes, codeSpilloverActs, codeStances };

/** Words of which the properties make texts: some of the codebook, some not, in three languages. */
const WORDS = (
  "требуется работу паспорт комнату больница выборы границе митинг завтра Жапаров поддерживаю не сомневаюсь сбор " +
  "жумуш керек батир ижарага элчилик кычкылтек чогултуп ишенем жок үй өзү ‹phone› ‹card› 500 сом 18:00 https://example.org " +
  "#StopRahmon room rent petition sign the passport where ? ! , 👍"
).split(" ");
const texts = fc.array(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 25 }).map((words) => words.join(" ")),
  { maxLength: 6 },
);

function corpusOf(list: readonly string[]): CodedCorpus {
  const posts = list.map((text) => ({ text, kind: "post" as const, byAdmin: null }));
  return { posts, index: indexPosts(posts) };
}

for (const [name, classify] of Object.entries(CLASSIFIERS)) {
  const code = (list: readonly string[]): Coding => classify(corpusOf(list), codebook);
  const codesOf = (list: readonly string[]): string[][] => {
    const coding = code(list);
    return list.map((_, post) => coding.of(post));
  };

  test(`${name} shows evidence that stands in the text, for codes that the post has`, () => {
    fc.assert(
      fc.property(texts, (list) => {
        const coding = code(list);
        for (const [post, text] of list.entries()) {
          for (const { code: given, found, from, to } of coding.evidence(post)) {
            assert.equal(text.slice(from, to), found);
            assert.ok(coding.of(post).includes(given));
          }
        }
      }),
    );
  });

  test(`${name} says has, of, documents and bits alike`, () => {
    fc.assert(
      fc.property(texts, (list) => {
        const coding = code(list);
        for (const [i, each] of coding.codes.entries()) {
          const documents = list.flatMap((_, post) => (coding.has(post, each) ? [post] : []));
          assert.deepEqual(coding.documents(each), documents);
          assert.deepEqual(
            documents,
            list.flatMap((_, post) => (((coding.bits[post] ?? 0) >>> i) & 1 ? [post] : [])),
          );
        }
      }),
    );
  });

  test(`${name} codes alike in capitals, composed or not, with ё for е, and with Latin twins within words`, () => {
    fc.assert(
      fc.property(texts, (list) => {
        const plain = codesOf(list);
        assert.deepEqual(codesOf(list.map((text) => text.normalize("NFD"))), plain);
        assert.deepEqual(
          codesOf(list.map((text) => text.replace(/[а-яөүң]+/g, (word) => word.toUpperCase()))),
          plain,
        );
        // A Latin o, within words of four letters or more that hold letters without a twin.
        const twins = list.map((text) => text.replace(/(?<=\p{L}{2})о(?=\p{L}{2})/gu, "o"));
        assert.deepEqual(codesOf(twins), plain);
      }),
    );
  });

  test(`${name} codes a post the same whatever stands around it`, () => {
    fc.assert(
      fc.property(texts, (list) => {
        assert.deepEqual(
          codesOf(list),
          list.map((text) => codesOf([text])[0]),
        );
      }),
      { numRuns: 30 },
    );
  });
}
