import type { Codebook } from "../load/load-codebook";
import { codeByPoints } from "./code-by-points";
import type { CodedCorpus, Coding } from "./coding";

/** What a post is about, as the codebook names it. */
export type Topic =
  "work" | "documents" | "housing" | "health" | "identity" | "politics" | "border" | "other";

/**
 * Say what each post is about; it may be about several things.
 *
 * A stricter reading than `findThemes`, which counts every post that holds one word of a theme: here common
 * words such as место (place) count half, and a topic far weaker than the post's strongest is left out.
 *
 * @param codebook  with a section `topics`
 * @throws RangeError if it has none
 */
export function codeTopics(corpus: CodedCorpus, codebook: Codebook): Coding<Topic> {
  if (codebook.topics === undefined) {
    throw new RangeError(
      "codeTopics: needs a section topics in the codebook, found none; see data/codebook.yml",
    );
  }
  return codeByPoints(corpus, codebook, codebook.topics);
}
