import assert from "node:assert/strict";
import test from "node:test";

import type { Post } from "../load/post";
import { temporaryCorpus } from "../load/temporary-corpus";
import { compareWithStudy } from "./compare-with-study";

const STUDY = `name: Another diaspora
window: { from: 2022-01-01, until: 2022-12-31 }
crises:
  - { id: flood, name: Flood, from: 2022-05-01, until: 2022-05-10, topics: [health] }
communities:
  - { name: Узбеки Берлина, country: Germany, region: EU }
  - { name: Узбеки Парижа, country: France, region: EU }
`;

function post(community: string, day: string): Post {
  return { platform: "vkontakte", community, createdAt: new Date(`${day}T23:59:59Z`) } as Post;
}

test("compareWithStudy names posts outside the window, places that nobody knows, and names not met", (t) => {
  const folder = temporaryCorpus(t, { "study.yml": STUDY });
  const posts = [
    post("Узбеки Берлина", "2022-01-01"),
    post("Узбеки Берлина", "2022-12-31"),
    post("Биз", "2023-01-01"),
  ];
  assert.deepEqual(compareWithStudy({ folder, posts }), [
    "outside the study's window, 2022-01-01 to 2022-12-31: 1 of 3 posts and comments; " +
      `${folder}/study.yml sets the window`,
    'country not known: 1 of 2 communities, such as "Биз"; write them into study.yml under communities',
    `in ${folder}/study.yml but in no export: "Узбеки Парижа"; compare the spelling`,
  ]);
});

test("compareWithStudy says which study was taken where the folder has none", (t) => {
  const folder = temporaryCorpus(t, {});
  assert.match(
    compareWithStudy({ folder, posts: [post("Биз", "2024-11-01")] })[0] ?? "",
    /^outside .* 1 of 1 .*; data\/study\.yml sets the window, and a study\.yml in the corpus folder another$/,
  );
  assert.deepEqual(compareWithStudy({ folder, posts: [] }), []);
});

test("compareWithStudy stops at a study.yml that does not fit, with its place", (t) => {
  const folder = temporaryCorpus(t, { "study.yml": STUDY.replace("2022-05-10", "2023-05-10") });
  assert.throws(
    () => compareWithStudy({ folder, posts: [] }),
    /study\.yml:4:5: a crisis must lie in the window/,
  );
});
