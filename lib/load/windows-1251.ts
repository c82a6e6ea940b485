/**
 * Characters of bytes 0x80 to 0xFF in Windows-1251; 0x98 is unassigned. From the Unicode Consortium's
 * CP1251.TXT.
 */
export const UPPER_HALF_1251 =
  "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\ufffd™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї" +
  "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";

/**
 * Decode Windows-1251, which Russian spreadsheets write; it has no ң, ө or ү.
 *
 * The table stands here because a Node built without full ICU cannot decode it.
 *
 * @example
 * decodeWindows1251(Uint8Array.of(0xcf, 0xf0, 0xe8, 0x21)); // "При!"
 */
export function decodeWindows1251(bytes: Uint8Array): string {
  let text = "";
  for (let from = 0; from < bytes.length; from += 8192) {
    const codes: number[] = [];
    for (const byte of bytes.subarray(from, from + 8192)) {
      codes.push(byte < 0x80 ? byte : UPPER_HALF_1251.charCodeAt(byte - 0x80));
    }
    text += String.fromCharCode(...codes);
  }
  return text;
}

/**
 * Whether bytes that are no UTF-8 look like Russian in Windows-1251: of the bytes beyond ASCII, most are А to
 * я.
 */
export function looksLikeWindows1251(bytes: Uint8Array): boolean {
  let upper = 0;
  let letters = 0;
  for (const byte of bytes) {
    if (byte < 0x80) continue;
    upper += 1;
    if (byte >= 0xc0 || byte === 0xa8 || byte === 0xb8) letters += 1;
  }
  return upper > 0 && letters >= 0.7 * upper;
}
