/**
 * Writes letter-widths.ts from TrueType fonts; run once, when the letters it covers should change:
 *
 *   node --import tsx lib/show/make-letter-widths.ts LiberationSans-Regular.ttf DejaVuSans.ttf
 *
 * Liberation Sans (SIL Open Font License) has the widths of Arial and Helvetica. It lacks the Kyrgyz letters
 * ң ө ү; a page then takes them from another font, so their widths come from DejaVu Sans, which is wide.
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

/** A font's own file, and where its tables begin. */
interface Font {
  readonly bytes: Buffer;
  readonly tables: ReadonlyMap<string, number>;
}

const fonts = process.argv.slice(2).map((path): Font => {
  const bytes = readFileSync(path);
  const tables = new Map<string, number>();
  for (let i = 0; i < bytes.readUInt16BE(4); i++) {
    const at = 12 + 16 * i;
    tables.set(bytes.toString("latin1", at, at + 4), bytes.readUInt32BE(at + 8));
  }
  return { bytes, tables };
});
if (fonts.length === 0) throw new Error("make-letter-widths: needed the path of a .ttf file, found none");

function tableOf({ tables }: Font, name: string): number {
  const at = tables.get(name);
  if (at === undefined) throw new Error(`make-letter-widths: font must have a table "${name}", found none`);
  return at;
}

/** The glyph of a code point, by the character map of format 4; 0 when the font has none. */
function glyphOf(font: Font, codePoint: number): number {
  const { bytes } = font;
  const cmap = tableOf(font, "cmap");
  for (let i = 0; i < bytes.readUInt16BE(cmap + 2); i++) {
    const map = cmap + bytes.readUInt32BE(cmap + 4 + 8 * i + 4);
    if (bytes.readUInt16BE(map) === 4) return glyphIn(bytes, map, codePoint);
  }
  throw new Error("make-letter-widths: font must have a character map of format 4, found none");
}

function glyphIn(bytes: Buffer, map: number, codePoint: number): number {
  const count = bytes.readUInt16BE(map + 6) / 2;
  const [ends, starts] = [map + 14, map + 16 + 2 * count];
  const [deltas, offsets] = [starts + 2 * count, starts + 4 * count];
  for (let i = 0; i < count; i++) {
    if (codePoint > bytes.readUInt16BE(ends + 2 * i)) continue;
    const start = bytes.readUInt16BE(starts + 2 * i);
    if (codePoint < start) return 0;
    const delta = bytes.readUInt16BE(deltas + 2 * i);
    const offset = bytes.readUInt16BE(offsets + 2 * i);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const glyph = bytes.readUInt16BE(offsets + 2 * i + offset + 2 * (codePoint - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

/**
 * Advance of a code point in thousandths of the font size, from the first font that has it; else a wide
 * letter.
 */
function widthOf(codePoint: number): number {
  for (const font of fonts) {
    const glyph = glyphOf(font, codePoint);
    if (glyph === 0) continue;
    const unitsPerEm = font.bytes.readUInt16BE(tableOf(font, "head") + 18);
    const metrics = font.bytes.readUInt16BE(tableOf(font, "hhea") + 34);
    const advance = font.bytes.readUInt16BE(tableOf(font, "hmtx") + 4 * Math.min(glyph, metrics - 1));
    return Math.round((1000 * advance) / unitsPerEm);
  }
  return 700;
}

const blocks = BLOCKS.map(([first, last]) => {
  const widths = Array.from({ length: last - first + 1 }, (_, i) => widthOf(first + i));
  const lines = Array.from(
    { length: Math.ceil(widths.length / 20) },
    (_, i) => `    ${widths.slice(20 * i, 20 * i + 20).join(", ")},`,
  );
  return [`  [0x${first.toString(16)}, [`, ...lines, "  ]],"].join("\n");
});
writeFileSync(
  "lib/show/letter-widths.ts",
  `/**
 * Widths of letters in Liberation Sans, which are those of Arial and Helvetica, in thousandths of the font
 * size; letters that it lacks, as Kyrgyz ң ө ү, in DejaVu Sans.
 *
 * Each block gives its first code point and the widths from there on.
 * Written by make-letter-widths.ts.
 */
export const LETTER_WIDTHS: readonly (readonly [first: number, widths: readonly number[]])[] = [
${blocks.join("\n")}
];
`,
);
