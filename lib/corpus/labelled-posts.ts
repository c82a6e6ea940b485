import { redact } from "../text/redact";
import { indexPosts, type TokenIndex } from "./token-index";
import { generateTeachingCorpus } from "./teaching/generate-teaching-corpus";

/** A post as classifiers read it, with its day. */
export interface LabelledPost {
  readonly text: string;
  readonly kind: "post";
  readonly byAdmin: boolean;
  readonly createdAt: Date;
}

/** Posts whose codes are known because they were planted, apart from the corpus that notebooks read. */
export interface LabelledPosts {
  readonly posts: readonly LabelledPost[];
  /** Document i is post i. */
  readonly index: TokenIndex;
  /** Topics of each post. */
  readonly topics: readonly (readonly string[])[];
  /** Type of each post, "none" where it has nothing to read. */
  readonly types: readonly string[];
}

/**
 * Draw posts with known codes, on which a classifier's errors are measured before it is used.
 *
 * They are a small teaching corpus of a seed of its own, so that no post of the corpus under study helps to
 * correct itself. About 3,000 posts, as many as two people code in a few weeks.
 *
 * @param options.seed   other than that of the corpus under study; default 1001
 * @param options.scale  default 0.1
 */
export function labelledPosts({ seed = 1001, scale = 0.1 } = {}): LabelledPosts {
  const drawn = generateTeachingCorpus({ seed, scale }).posts.filter(({ community }) => community.sampled);
  const posts = drawn.map(({ text, at, labels }): LabelledPost => {
    return {
      text: redact(text.normalize("NFC")).text,
      kind: "post",
      byAdmin: labels.byAdmin,
      createdAt: new Date(at),
    };
  });
  return {
    posts,
    index: indexPosts(posts),
    topics: drawn.map(({ labels }) => labels.topics),
    types: drawn.map(({ labels }) => labels.type),
  };
}
