import type { CodedThing } from "../load/code-labels";
import type { Codebook } from "../load/load-codebook";
import type { CodedCorpus, Coding } from "./coding";
import { codePostTypes } from "./post-type";
import { codeSpilloverActs } from "./spillover-act";
import { codeStances } from "./stance";
import { codeTopics } from "./topic";

/**
 * Find the classifier for what people coded by hand.
 *
 * @returns a function of corpus and codebook, as the classifiers are
 *
 * @example
 * classifierFor("acts").name; // "codeSpilloverActs"
 */
export function classifierFor(of: CodedThing): (corpus: CodedCorpus, codebook: Codebook) => Coding {
  return {
    topics: codeTopics,
    "post-types": codePostTypes,
    acts: codeSpilloverActs,
    stances: codeStances,
  }[of];
}
