import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Stop words of the benchmark: the hundred and ten types that its vocabulary puts on top, and what a plain
 * `\p{L}+` makes of an address. Every implementation drops them.
 */
export const STOP_WORDS: readonly string[] = [
  ..."и в не на я что с как это по а но к у из за то все так мы он она они вы ты для от же бы если уже только или еще мне нет да был была были быть есть когда где кто чем при до без под над про через после".split(
    " ",
  ),
  ..."бул менен жана үчүн да эле деп болгон болот экен турат керек бар жок мен сен ал биз силер алар кандай эмне ким кайда качан бир эки өз эми анан бирок же дагы гана абдан ошол".split(
    " ",
  ),
  ..."the of and to in is for you it that on with as are this be at by not or we".split(" "),
]
  .slice(0, 110)
  .concat(["https", "t", "me"]);

const TYPES = 100_000;
const [VOWELS_RU, CONSONANTS] = ["аеиоуыэюяё", "бвгджзйклмнпрстфхцчшщ"];
const [BACK_KY, FRONT_KY, CONSONANTS_KY] = ["аоуы", "эөүи", "бгджзйклмнңпрстчш"];
const EMOJI = ["👍", "🙏", "❤️", "😂", "🔥", "👏🏽", "🇰🇬"];

/**
 * Write posts whose words follow the Zipf-Mandelbrot law, as JSON lines, the same bytes for a seed on every machine.
 *
 * 100,000 Russian- and Kyrgyz-looking types (three in ten Kyrgyz, one in fifty with an inner hyphen) under
 * 110 stop words, 5 to 60 tokens a post (mean about 19), punctuation, tags, addresses, emoji, numbers, `\n`
 * and `\"` escapes, one word in fifty in capitals. Tags and the parts of hyphened words are drawn from rare
 * types, so that a counter that takes every run of letters for a word finds the same hundred words on top.
 *
 * @param path  file to write; left alone when it is there
 */
export function makePosts(path: string, posts: number, seed = 20211031): void {
  if (existsSync(path)) {
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  const random = mulberry32(seed);
  const pick = (from: string | readonly string[]): string => from[Math.floor(random() * from.length)] as string;
  const types = vocabulary(random, pick);
  const drawType = zipfSampler(types.length, 1.02, 2.7, random);

  const file = openSync(`${path}.part`, "w");
  let lines: string[] = [];
  for (let n = 0; n < posts; n++) {
    const size = Math.max(5, Math.min(60, Math.round(Math.exp(2.72 + 0.62 * normal(random)))));
    let text = "";
    for (let i = 0; i < size; i++) {
      let word = types[drawType()] as string;
      const style = random();
      if (i === 0 || style < 0.06) {
        word = (word[0] as string).toUpperCase() + word.slice(1);
      } else if (style < 0.08) {
        word = word.toUpperCase();
      }
      const sign = random();
      text +=
        (i === 0 ? "" : sign < 0.012 ? "\n" : " ") +
        word +
        (sign > 0.9 ? pick([",", ",", ".", "!", "?", " —", "…", ":"]) : "");
      if (sign > 0.5 && sign < 0.506) {
        text += ` "${types[drawType()]}"`;
      }
    }
    const extra = random();
    if (extra < 0.1) {
      text += ` https://t.me/${slug(random)}/${Math.floor(random() * 9999)}`;
    } else if (extra < 0.25) {
      text += ` #${types[5000 + Math.floor(random() * 500)]}`;
    } else if (extra < 0.5) {
      text += ` ${pick(EMOJI)}`;
    }
    if (random() < 0.35) {
      text += ` ${Math.floor(random() * 300) * 100}`;
    }
    const createdAt = new Date(Date.UTC(2020, 4, 1) + Math.floor(random() * 549 * 86_400) * 1000).toISOString();
    lines.push(
      JSON.stringify({
        id: String(n),
        community: `c${Math.floor(random() * 37)}`,
        createdAt,
        text,
        likes: Math.floor(random() * 40),
      }),
    );
    if (lines.length === 10_000 || n === posts - 1) {
      writeSync(file, `${lines.join("\n")}\n`);
      lines = [];
    }
  }
  closeSync(file);
  renameSync(`${path}.part`, path);
}

/** Stop words on top, then made-up words, each once. */
function vocabulary(random: () => number, pick: (from: string) => string): string[] {
  const seen = new Set(STOP_WORDS);
  const types = STOP_WORDS.slice(0, 110);
  const make = (): string => {
    const isKyrgyz = random() < 0.3;
    const vowels = isKyrgyz ? (random() < 0.5 ? BACK_KY : FRONT_KY) : VOWELS_RU;
    const syllables = 1 + Math.floor(random() * 3 + random() * 2);
    let word = random() < 0.25 ? pick(vowels) : "";
    for (let i = 0; i < syllables; i++) {
      word += pick(isKyrgyz ? CONSONANTS_KY : CONSONANTS) + pick(vowels);
    }
    return random() < 0.5 ? word + pick(isKyrgyz ? "рнкшп" : "тлмйхв") : word;
  };
  while (types.length < TYPES) {
    const word = types.length > 3000 && random() < 0.02 ? `${make()}я-${make()}ж` : make();
    if (!seen.has(word) && word.length > 2) {
      seen.add(word);
      types.push(word);
    }
  }
  return types;
}

/** Draws ranks from 0 with weight 1 / (rank + 1 + q)^s. */
function zipfSampler(n: number, s: number, q: number, random: () => number): () => number {
  const sums = new Float64Array(n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += 1 / (i + 1 + q) ** s;
    sums[i] = sum;
  }
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, n - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  };
}

function slug(random: () => number): string {
  let word = "";
  for (let i = 0; i < 7; i++) {
    word += String.fromCharCode(97 + Math.floor(random() * 26));
  }
  return word;
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Seeded generator on 32 bits; `pure-rand` draws too slowly for forty million numbers. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
