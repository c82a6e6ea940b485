import type { Codebook } from "../load/load-codebook";
import { codeByPoints } from "./code-by-points";
import type { CodedCorpus, Coding } from "./coding";

/** What a post is for, as the codebook names it. */
export type PostType = "advertisement" | "help-seeking" | "information" | "discussion" | "announcement";

/**
 * Say what each post is for: one type a post, none where it has no words.
 *
 * @param codebook  with a section `post-types`
 * @throws RangeError if it has none
 */
export function codePostTypes(corpus: CodedCorpus, codebook: Codebook): Coding<PostType> {
  if (codebook.postTypes === undefined) {
    throw new RangeError(
      "codePostTypes: needs a section post-types in the codebook, found none; see data/codebook.yml",
    );
  }
  return codeByPoints(corpus, codebook, codebook.postTypes);
}
