import { createHash } from "node:crypto";

import { escapeXml, revealUnseen } from "./escape";
import { layWords, type PlacedWord } from "./lay-words";
import { type MimeBundle, WORDS_MIME, consoleDisplay, jupyterDisplay } from "./mime-bundle";
import { PLOT_WIDTH, type PlotText } from "./plot";
import { COLOURS, FONT_FAMILY, FONT_SIZE, INK, PAPER, SOFT_INK, TITLE_SIZE } from "./plot-template";
import { type Column, readLabels, readNumbers } from "./read-column";
import { textWidth, wrapText } from "./text-width";
import { toCsv } from "./to-csv";

/** What a word cloud shows of its rows. */
export interface CloudOptions<Row> extends PlotText {
  readonly word: Column<Row, string>;
  /** Size of the word; above 0. Its area grows with it, so its letters with the square root. */
  readonly weight: Column<Row, number | null>;
  /** Group by which words are coloured, at most five; the legend stands under the title. */
  readonly group?: Column<Row, string>;
  /** Names of the groups in the order of the colours; default in order of first appearance. */
  readonly groups?: readonly string[];
  /** Pixels of the field of words; default 380. */
  readonly fieldHeight?: number;
  /** Seed of the layout; default 1. */
  readonly seed?: number;
}

/** A word cloud that shows itself in a notebook. */
export interface WordCloud {
  /** Words with their places: the middle of each word's baseline, in pixels from the middle of the field. */
  readonly words: readonly PlacedWord[];
  toCSV(): string;
  toSVG(): string;
  toString(): string;
  [jupyterDisplay](): MimeBundle;
}

const MARGIN = 12;

/**
 * Show words as a cloud, each as large as it is frequent.
 *
 * A cloud shows which words there are and little of how much: long words look larger than they are, and no
 * eye compares areas well. So put ranked bars beside it. The layout is d3-cloud's with a table of letter
 * widths in place of a canvas: the same picture on every machine, and every word fits or the letters shrink
 * until it does.
 *
 * @param rows  one row a word, at most 150
 * @throws RangeError if there is no word or more than 150, if a word is empty or repeats, or if there are
 *   more than five groups
 */
export function wordCloud<Row extends object>(rows: readonly Row[], options: CloudOptions<Row>): WordCloud {
  const { width = PLOT_WIDTH, fieldHeight = 380, seed = 1 } = options;
  const names = readLabels(rows, options.word).map(revealUnseen);
  const weights = readNumbers(rows, options.weight);
  const groupOf = options.group === undefined ? names.map(() => "") : readLabels(rows, options.group);
  const groups = options.groups ?? [...new Set(groupOf)];
  checkWords(names, weights, groupOf, groups);

  const words = layWords(
    names.map((word, i) => ({ word, weight: weights[i] as number })),
    { width: width - 2 * MARGIN, height: fieldHeight, seed },
  );
  const colours = new Map(
    names.map((word, i) => [word, COLOURS[groups.indexOf(groupOf[i] as string)] as string]),
  );
  const used = groups.filter((group) => groupOf.includes(group));
  const title = options.corpus === "teaching" ? `${options.title} (teaching corpus)` : options.title;
  const svg = drawCloud(words, colours, {
    ...options,
    title,
    width,
    fieldHeight,
    legend:
      options.group === undefined
        ? []
        : used.map((group) => ({ group, colour: COLOURS[groups.indexOf(group)] as string })),
  });
  const toString = () => `${revealUnseen(title)}. ${revealUnseen(options.alt)}`;
  return {
    words,
    toCSV: () =>
      toCsv(
        ["word", "weight", "group"],
        names.map((word, i) => [word, weights[i], groupOf[i]]),
      ),
    toSVG: () => svg,
    toString,
    [jupyterDisplay]: () => ({
      "image/svg+xml": svg,
      "text/plain": toString(),
      [WORDS_MIME]: {
        words: names.map((word, i) => ({
          word,
          weight: weights[i],
          ...(options.group === undefined ? {} : { group: groupOf[i] }),
        })),
      },
    }),
    [consoleDisplay]: toString,
  } as WordCloud;
}

function checkWords(
  words: readonly string[],
  weights: readonly (number | null)[],
  groupOf: readonly string[],
  groups: readonly string[],
): void {
  if (words.length === 0 || words.length > 150) {
    throw new RangeError(
      `wordCloud: rows must be from 1 to 150 words, found ${words.length}; take the most frequent`,
    );
  }
  words.forEach((word, i) => {
    if (word.trim() === "")
      throw new RangeError(`wordCloud: word ${i + 1} must have letters, found none; leave it out`);
    if (words.indexOf(word) < i)
      throw new RangeError(`wordCloud: a word must stand once, found "${word}" twice; sum the rows first`);
    const weight = weights[i] ?? Number.NaN;
    if (!(weight > 0))
      throw new RangeError(`wordCloud: "${word}" must weigh more than 0, found ${weights[i]}; leave it out`);
    if (!groups.includes(groupOf[i] as string))
      throw new RangeError(`wordCloud: group must be one of ${groups.join(", ")}, found "${groupOf[i]}"`);
  });
  if (groups.length > COLOURS.length) {
    throw new RangeError(
      `wordCloud: groups must be at most ${COLOURS.length}, found ${groups.length}; join small ones as "other"`,
    );
  }
}

interface Drawing {
  readonly title: string;
  readonly subtitle?: string;
  readonly alt: string;
  readonly width: number;
  readonly fieldHeight: number;
  readonly legend: readonly { readonly group: string; readonly colour: string }[];
}

function drawCloud(
  words: readonly PlacedWord[],
  colours: ReadonlyMap<string, string>,
  { title, subtitle = "", alt, width, fieldHeight, legend }: Drawing,
): string {
  const inside = width - 2 * MARGIN;
  const parts: string[] = [];
  let y = MARGIN;
  for (const line of wrapText(revealUnseen(title), TITLE_SIZE, inside, true)) {
    y += 1.3 * TITLE_SIZE;
    parts.push(text(line, { x: MARGIN, y: y - 0.3 * TITLE_SIZE, size: TITLE_SIZE, colour: INK, bold: true }));
  }
  for (const line of wrapText(revealUnseen(subtitle), FONT_SIZE, inside)) {
    y += 1.3 * FONT_SIZE;
    parts.push(text(line, { x: MARGIN, y: y - 0.3 * FONT_SIZE, size: FONT_SIZE, colour: SOFT_INK }));
  }
  let x = MARGIN;
  if (legend.length > 0) y += 1.5 * FONT_SIZE;
  for (const { group, colour } of legend) {
    const wide = 24 + textWidth(group, FONT_SIZE) + 14;
    if (x > MARGIN && x + wide > width - MARGIN) {
      x = MARGIN;
      y += 1.4 * FONT_SIZE;
    }
    parts.push(`<rect x="${round(x)}" y="${round(y - 11)}" width="12" height="12" fill="${colour}"/>`);
    parts.push(text(group, { x: x + 18, y, size: FONT_SIZE, colour: INK }));
    x += wide;
  }
  const [middle, centre] = [width / 2, y + MARGIN + fieldHeight / 2];
  for (const { word, size, x: right, y: down, width: long } of words) {
    parts.push(
      text(word, {
        x: middle + right,
        y: centre + down,
        size,
        colour: colours.get(word) as string,
        bold: true,
        anchor: "middle",
        long,
      }),
    );
  }
  const height = Math.ceil(y + 2 * MARGIN + fieldHeight);
  const body = `<rect width="${width}" height="${height}" fill="${PAPER}"/>${parts.join("")}`;
  const id = `c${createHash("sha256").update(body).update(alt).digest("hex").slice(0, 8)}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `style="font-family:${FONT_FAMILY};max-width:100%;height:auto" role="img" aria-labelledby="${id}-t ${id}-d">` +
    `<title id="${id}-t">${escapeXml(title)}</title><desc id="${id}-d">${escapeXml(alt)}</desc>${body}</svg>`
  );
}

function text(
  content: string,
  {
    x,
    y,
    size,
    colour,
    bold = false,
    anchor = "start",
    long = textWidth(content, size, bold),
  }: { x: number; y: number; size: number; colour: string; bold?: boolean; anchor?: string; long?: number },
): string {
  // Text keeps its width in a reader's fonts too, or it could run into its neighbour or out of the picture.
  const fit = ` text-anchor="${anchor}" textLength="${round(long)}" lengthAdjust="spacingAndGlyphs"`;
  const weight = bold ? ' font-weight="bold"' : "";
  return (
    `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${weight} ` +
    `fill="${colour}"${fit}>${escapeXml(content)}</text>`
  );
}

function round(pixels: number): string {
  return String(Math.round(pixels * 100) / 100);
}
