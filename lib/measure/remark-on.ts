import { sayList } from "./say-list";

/**
 * One remark on all that are named, or none where there is nothing to remark: a remark moves a verdict.
 *
 * @param names  what the remark is about, in the order wanted
 * @param say    the sentence, given the names as a list
 *
 * @example
 * remarkOn(["548", "561"], (list) => `Two have ${list}.`); // ["Two have 548 and 561."]
 * remarkOn([], (list) => `Two have ${list}.`); // []
 */
export function remarkOn(names: readonly string[], say: (list: string) => string): readonly string[] {
  return names.length === 0 ? [] : [say(sayList(names))];
}
