/** Signs that stand on the one before them, or are not drawn. */
const NO_WIDTH = /^[\p{Mn}\p{Me}\u200b-\u200d\u2060\ufe0e\ufe0f]$/u;

/** East Asian wide and full-width blocks of Unicode 15, and pictures. */
const TWO_WIDE = new RegExp(
  "^[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\ua960-\\ua97c\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff01-\\uff60" +
    "\\uffe0-\\uffe6\\u{16fe0}-\\u{18aff}\\u{1b000}-\\u{1b2ff}\\u{20000}-\\u{3fffd}]$",
  "u",
);
const PICTURE = /^\p{Emoji_Presentation}$/u;

/**
 * Count the columns a text takes in a terminal, so that a column of names lines up.
 *
 * Cyrillic letters take one, combining accents none, Chinese signs and emoji two. Signs joined by a
 * zero-width joiner, skin tones and flags count as one picture, as most terminals of today draw them.
 *
 * @example
 * terminalWidth("Өзгөн"); // 5
 * terminalWidth("й"); // 1
 * terminalWidth("韓国"); // 4
 */
export function terminalWidth(text: string): number {
  let width = 0;
  let joined = false;
  let halfFlag = false;
  for (const sign of text) {
    if (sign === "\u200d") {
      joined = true;
      continue;
    }
    const isFlag = /^[\u{1f1e6}-\u{1f1ff}]$/u.test(sign);
    const adds = (): number => {
      if (NO_WIDTH.test(sign) || /^[\u{1f3fb}-\u{1f3ff}]$/u.test(sign) || (isFlag && halfFlag)) return 0;
      if (PICTURE.test(sign) || TWO_WIDE.test(sign) || isFlag) return joined ? 0 : 2;
      return 1;
    };
    width += adds();
    halfFlag = isFlag && !halfFlag;
    joined = false;
  }
  return width;
}

/**
 * Break a text into lines of at most `width` columns, between words where there are words.
 *
 * @returns at least one line; no line begins or ends with a space
 *
 * @example
 * wrapColumns("one two three", 7); // ["one two", "three"]
 */
export function wrapColumns(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (terminalWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const sign of word) {
      if (line !== "" && terminalWidth(line + sign) > width) {
        lines.push(line);
        line = "";
      }
      line += sign;
    }
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
}
