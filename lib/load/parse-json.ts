/**
 * Parse JSON with whole numbers of 16 and more digits kept as text.
 *
 * Facebook's ids exceed 2^53, where JSON.parse would round them to another person's. Numbers inside strings
 * are left.
 *
 * @returns the value, or undefined where the text is not JSON (undefined is no JSON value)
 *
 * @example
 * parseJson('{"id": 10158123456789012345, "n": 3}'); // { id: "10158123456789012345", n: 3 }
 * parseJson('{"id": '); // undefined
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(/\d{16}/.test(text) ? quoteLongIntegers(text) : text);
  } catch {
    return undefined;
  }
}

/** Put quotes around each whole number of 16 and more digits that stands outside a string. */
function quoteLongIntegers(text: string): string {
  let quoted = "";
  let copied = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      at = stringEnd(text, at + 1);
      if (at < 0) break;
    } else if (code >= 0x30 && code <= 0x39) {
      let end = at + 1;
      while (isNumberPart(text.charCodeAt(end))) end += 1;
      const from = text.charCodeAt(at - 1) === 0x2d ? at - 1 : at;
      const number = text.slice(from, end);
      if (end - at >= 16 && /^-?\d+$/.test(number)) {
        quoted += `${text.slice(copied, from)}"${number}"`;
        copied = end;
      }
      at = end - 1;
    }
  }
  return quoted + text.slice(copied);
}

/** Digits, and the signs that make a number a fraction or a power: . e E + - */
function isNumberPart(code: number): boolean {
  return (
    code >= 0x30 && code <= 0x39
  ) || code === 0x2e || code === 0x65 || code === 0x45 || code === 0x2b || code === 0x2d;
}

/** Index of the quote that ends the string whose content starts at `from`; -1 if none does. */
function stringEnd(text: string, from: number): number {
  for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slash = quote - 1;
    while (slash >= from && text.charCodeAt(slash) === 0x5c) slash -= 1;
    if ((quote - slash) % 2 === 1) return quote;
  }
  return -1;
}
