import cloud from "d3-cloud";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

import { textWidth } from "./text-width";

/** A word and its place in a cloud. */
export interface PlacedWord {
  readonly word: string;
  /** Font size in pixels. */
  readonly size: number;
  /** Middle of the word's baseline, in pixels from the middle of the field. */
  readonly x: number;
  readonly y: number;
  /** Pixels. */
  readonly width: number;
}

/** Smallest letters that are read without effort on a page. */
const SMALLEST = 12;
const LARGEST = 56;
/** Parts of the font size that letters reach above and below the baseline, accents aside. */
const [ASCENT, DESCENT] = [0.8, 0.24];
/** Side of the square of pixels that d3-cloud draws its letters on. */
const BOARD = 2048;

/**
 * Place words in a field so that none touches another, the heaviest in the middle.
 *
 * Letter sizes grow with the square root of the weight. Where a word finds no place, all sizes shrink by a
 * twentieth and the words are placed anew.
 *
 * @param words  in any order; the result has theirs
 * @throws RangeError if a word finds no place even at the smallest size that is read
 */
export function layWords(
  words: readonly { readonly word: string; readonly weight: number }[],
  { width, height, seed }: { readonly width: number; readonly height: number; readonly seed: number },
): PlacedWord[] {
  const most = Math.max(...words.map(({ weight }) => weight));
  for (let largest = LARGEST; largest >= SMALLEST; largest = Math.floor(largest * 0.95)) {
    const sized = words.map(({ word, weight }) => {
      return { text: word, size: Math.max(SMALLEST, Math.round(largest * Math.sqrt(weight / most))) };
    });
    const placed = place(sized, width, height, seed);
    if (placed.size === words.length) return words.map(({ word }) => placed.get(word) as PlacedWord);
  }
  throw new RangeError(
    `layWords: ${words.length} words need more room than ${width} by ${height} pixels; take fewer or a larger field`,
  );
}

function place(
  words: { text: string; size: number }[],
  width: number,
  height: number,
  seed: number,
): Map<string, PlacedWord> {
  const random = xoroshiro128plus(seed);
  const placed = new Map<string, PlacedWord>();
  cloud<cloud.Word & { text: string; size: number }>()
    // The board is cut in words of 32 pixels.
    .size([Math.floor(width / 32) * 32, height])
    .canvas(() => letterBoxes() as never)
    .words(words)
    .font("sans-serif")
    .fontWeight("bold")
    .fontSize(({ size }) => size)
    .rotate(0)
    .padding(2)
    // Words start near the middle, so that the cloud is dense and the heaviest, which come first, stay there.
    .random(() => 0.45 + (0.1 * uniformInt(random, 0, 0xffffff)) / 0x1000000)
    .on("end", (words) => {
      for (const { text, size = 0, x = 0, y = 0 } of words)
        placed.set(text, { word: text, size, x, y, width: textWidth(text, size, true) });
    })
    .start();
  return placed;
}

/** What d3-cloud needs of a canvas, with each word a filled box. */
function letterBoxes(): object {
  const pixels = new Uint8Array(BOARD * BOARD * 4);
  let [originX, originY] = [0, 0];
  const context = {
    font: "",
    lineWidth: 0,
    save: () => undefined,
    restore: () => ([originX, originY] = [0, 0]),
    translate: (x: number, y: number) => ([originX, originY] = [x, y]),
    clearRect: () => pixels.fill(0),
    getImageData: (_: number, __: number, width: number) => ({
      data: width === 1 ? pixels.subarray(0, 4) : pixels,
    }),
    measureText: (text: string) => ({ width: textWidth(text, sizeOf(context.font), true) }),
    fillText: (text: string, x: number) => paint(text, x, 0),
    strokeText: (text: string, x: number) => paint(text, x, context.lineWidth / 2),
  };
  function paint(text: string, x: number, around: number): void {
    const size = sizeOf(context.font);
    const from = Math.max(0, Math.floor(originX + x - around));
    const to = Math.min(BOARD, Math.ceil(originX + x + textWidth(text, size, true) + around));
    const bottom = Math.min(BOARD, Math.ceil(originY + DESCENT * size + around));
    for (let row = Math.max(0, Math.floor(originY - ASCENT * size - around)); row < bottom; row++) {
      pixels.fill(255, 4 * (row * BOARD + from), 4 * (row * BOARD + to));
    }
  }
  return { getContext: () => context, width: 0, height: 0 };
}

function sizeOf(font: string): number {
  return Number(/(\d+)px/.exec(font)?.[1] ?? 0);
}
