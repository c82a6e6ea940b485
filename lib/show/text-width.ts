import { LETTER_WIDTHS } from "./letter-widths";

const BY_LETTER = new Map<number, number>(
  LETTER_WIDTHS.flatMap(([first, widths]) => widths.map((width, i) => [first + i, width] as const)),
);

/**
 * Signs that the table lacks: a full square for ideographs and pictures, nothing for marks, else a wide
 * letter.
 */
function otherWidth(sign: string, codePoint: number): number {
  if (/^[\p{Mn}\p{Me}\p{Cf}\ufe0f]$/u.test(sign)) return 0;
  return codePoint >= 0x1100 && !/^[\u1e00-\u2bff]$/u.test(sign) ? 1000 : 700;
}

/**
 * Measure a line of text in the sans serif of the figures, the same on every machine.
 *
 * A browser would measure with the fonts it has; a picture that is compared byte by byte cannot. Kerning is
 * left out: it makes real lines shorter by a percent or so, never longer.
 *
 * @param text      one line
 * @param fontSize  pixels
 * @param bold      bold letters are taken as 8 percent wider
 * @returns pixels
 *
 * @example
 * textWidth("ii", 1000); // 444
 */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let thousandths = 0;
  for (const sign of text) {
    const codePoint = sign.codePointAt(0) ?? 0;
    thousandths += BY_LETTER.get(codePoint) ?? otherWidth(sign, codePoint);
  }
  return (thousandths * fontSize * (bold ? 1.08 : 1)) / 1000;
}

/**
 * Break a text into lines that fit a width in pixels: between words, and inside a word that is longer than a
 * line.
 *
 * @example
 * wrapText("one two three", 10, 50); // ["one two", "three"]
 */
export function wrapText(text: string, fontSize: number, width: number, bold = false): string[] {
  const fits = (line: string) => textWidth(line, fontSize, bold) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const sign of word) {
      if (line !== "" && !fits(line + sign)) {
        lines.push(line);
        line = "";
      }
      line += sign;
    }
  }
  return line === "" ? lines : [...lines, line];
}
