/**
 * Contrast of two colours: 21 for black on white, 1 for a colour on itself. Text needs 4.5, signs and bars 3.
 *
 * @param a  "#rrggbb"
 * @param b  "#rrggbb"; the order does not matter
 * @throws RangeError if a colour is not written so
 * @see W3C (2018). Web Content Accessibility Guidelines 2.1, section 1.4.3.
 *
 * @example
 * contrast("#000000", "#ffffff"); // 21
 */
export function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  if (!/^#[0-9a-f]{6}$/i.test(colour))
    throw new RangeError(`contrast: colour must be #rrggbb, found "${colour}"`);
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
