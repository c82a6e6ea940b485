/**
 * Writes letter-widths.ts from a TrueType font; run once, when the letters it covers should change:
 *
 *   node --import tsx lib/show/make-letter-widths.ts /usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf
 *
 * Liberation Sans (SIL Open Font License) has the widths of Arial and Helvetica, and letters for Russian and Kyrgyz.
 */
import { readFileSync, writeFileSync } from "node:fs";

/** First and last code point of the blocks that labels are written in. */
const BLOCKS = [
  [0x20, 0x7e], // Latin
  [0xa0, 0x17f], // Latin with marks: Turkish, German
  [0x400, 0x4ff], // Cyrillic, with Kyrgyz ң ө ү
  [0x2010, 0x2044], // dashes, quotation marks, ellipsis
  [0x20ac, 0x20ac], // euro
  [0x2116, 0x2116], // numero
  [0x2190, 0x2195], // arrows
  [0x2212, 0x2212], // minus
  [0x2260, 0x2265], // comparison
] as const;

const path = process.argv[2];
if (path === undefined) throw new Error("make-letter-widths: needed the path of a .ttf file, found none");
const font = readFileSync(path);

const tables = new Map<string, number>();
for (let i = 0; i < font.readUInt16BE(4); i++) {
  const at = 12 + 16 * i;
  tables.set(font.toString("latin1", at, at + 4), font.readUInt32BE(at + 8));
}
const [head, hhea, hmtx, cmap] = ["head", "hhea", "hmtx", "cmap"].map((name) => {
  const at = tables.get(name);
  if (at === undefined) throw new Error(`${path}: font must have a table "${name}", found none`);
  return at;
}) as [number, number, number, number];

const unitsPerEm = font.readUInt16BE(head + 18);
const metrics = font.readUInt16BE(hhea + 34);
const segments = findSegments();

function findSegments(): number {
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
    if (font.readUInt16BE(at) === 4) return at;
  }
  throw new Error(`${path}: font must have a character map of format 4, found none`);
}

/** The glyph of a code point, by the segments of the character map; 0 when the font has none. */
function glyphOf(codePoint: number): number {
  const count = font.readUInt16BE(segments + 6) / 2;
  const [ends, starts] = [segments + 14, segments + 16 + 2 * count];
  const [deltas, offsets] = [starts + 2 * count, starts + 4 * count];
  for (let i = 0; i < count; i++) {
    if (codePoint > font.readUInt16BE(ends + 2 * i)) continue;
    const start = font.readUInt16BE(starts + 2 * i);
    if (codePoint < start) return 0;
    const delta = font.readUInt16BE(deltas + 2 * i);
    const offset = font.readUInt16BE(offsets + 2 * i);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const glyph = font.readUInt16BE(offsets + 2 * i + offset + 2 * (codePoint - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

/** Advance of a code point in thousandths of the font size; a sign the font lacks is taken for a wide letter. */
function widthOf(codePoint: number): number {
  const glyph = glyphOf(codePoint);
  if (glyph === 0) return 700;
  return Math.round((1000 * font.readUInt16BE(hmtx + 4 * Math.min(glyph, metrics - 1))) / unitsPerEm);
}

const blocks = BLOCKS.map(([first, last]) => {
  const widths = Array.from({ length: last - first + 1 }, (_, i) => widthOf(first + i));
  const lines = Array.from({ length: Math.ceil(widths.length / 20) }, (_, i) => `    ${widths.slice(20 * i, 20 * i + 20).join(", ")},`);
  return [`  [0x${first.toString(16)}, [`, ...lines, "  ]],"].join("\n");
});
writeFileSync("lib/show/letter-widths.ts", `/**
 * Widths of letters in Liberation Sans, which are those of Arial and Helvetica, in thousandths of the font size.
 *
 * Each block gives its first code point and the widths from there on.
 * Written by make-letter-widths.ts.
 */
export const LETTER_WIDTHS: readonly (readonly [first: number, widths: readonly number[]])[] = [
${blocks.join("\n")}
];
`);
