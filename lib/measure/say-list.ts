/**
 * Names as a sentence lists them, so that a card says what was found and not what was once found.
 *
 * @param names  in the order wanted
 * @param none   what stands where there is no name
 *
 * @example
 * sayList(["Italy", "Korea", "Spain"]); // "Italy, Korea and Spain"
 * sayList(["Italy"]); // "Italy"
 * sayList([]); // "none"
 */
export function sayList(names: readonly string[], none = "none"): string {
  const last = names.at(-1);
  if (last === undefined) return none;
  const before = names.slice(0, -1);
  return before.length === 0 ? last : `${before.join(", ")} and ${last}`;
}
