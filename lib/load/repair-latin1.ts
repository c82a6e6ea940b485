import { isUtf8 } from "node:buffer";

/**
 * Undo one reading of UTF-8 bytes as Latin-1, where that certainly happened.
 *
 * Facebook's "Download your information" writes Cyrillic П as `\u00d0\u009f`. A text is repaired only when
 * every code point is at most 0xFF and the bytes they stand for are valid UTF-8 with something beyond ASCII
 * in it; so "café", whose é is no UTF-8 by itself, stays, and a repaired Cyrillic text cannot be repaired
 * twice.
 *
 * @returns the repaired text, or the text itself
 *
 * @example
 * repairLatin1("\u00d0\u009f\u00d1\u0080\u00d0\u00be"); // "Про"
 * repairLatin1("café"); // "café"
 */
export function repairLatin1(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text) || /[^\u0000-\u00ff]/.test(text)) return text;
  const bytes = Buffer.from(text, "latin1");
  return isUtf8(bytes) ? bytes.toString("utf8") : text;
}
