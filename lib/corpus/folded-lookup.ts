import { flatKey } from "../text/flat-key";
import { groupTypes } from "./group-types";
import { TermLookup } from "./term-lookup";
import type { TokenIndex } from "./token-index";

const made = new WeakMap<TokenIndex, TermLookup>();

/**
 * Make a lookup in which the terms of a codebook meet the words of a corpus: folded, without case, ё as е,
 * ө ү ң as о у н.
 *
 * Tags are met without their sign. It is made once for an index and kept as long as that.
 */
export function foldedLookup(index: TokenIndex): TermLookup {
  const known = made.get(index);
  if (known !== undefined) return known;
  const groups = groupTypes(index, (_, __, written) => flatKey(written).replace(/^[#＃]/u, ""), [
    "word",
    "tag",
  ]);
  const lookup = new TermLookup(index, groups, flatKey);
  made.set(index, lookup);
  return lookup;
}
