/**
 * Shorten a name to fit a figure, at the end of a word where one is near.
 *
 * @param longest  characters, the ellipsis not counted
 *
 * @example
 * shortenName("Kyrgyz Diaspora in South Korea", 20); // "Kyrgyz Diaspora in…"
 * shortenName("Kyrgyz club UK", 20); // "Kyrgyz club UK"
 */
export function shortenName(name: string, longest: number): string {
  const letters = [...name];
  if (letters.length <= longest) return name;
  const cut = letters.slice(0, longest).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space >= longest / 2 ? cut.slice(0, space) : cut).replace(/[\s.,/|-]+$/u, "")}…`;
}
