import type { CodedSheet, CodedSpan } from "../load/coded-sheet";
import { documentKey } from "../load/document-key";
import type { Post } from "../load/post";
import type { SampleRow } from "../load/read-coding-sheet";
import type { Coding } from "./coding";

/** A classifier's codes of a sample, as one coder more. */
export interface ClassifierCoder extends CodedSheet {
  /** The words that earned a document its codes. */
  readonly spans: readonly CodedSpan[];
}

/**
 * Let a classifier stand beside the people who coded a sample, to compare it with them or to take what it
 * coded to another program.
 *
 * Only for after the people have coded: what a classifier said is no secret then. Evidence that is no part of the
 * text, such as who posted, gives the document its code and no passage.
 *
 * @param coding  of the corpus
 * @param posts   of the corpus, in its order
 * @param sample  drawn from it
 * @param coder   name of the column; default `classifier`
 * @throws RangeError for a document that the corpus does not have
 *
 * @example
 * const coding = { of: () => ["work"], evidence: () => [{ code: "work", term: "работ*", found: "работу", from: 4, to: 10 }] };
 * const posts = [{ platform: "facebook", kind: "post", id: "1", text: "Ищу работу" }];
 * const { codings, spans } = classifierAsCoder(coding, posts, [{ post: "facebook:1", text: "Ищу работу" }]);
 * codings.get("facebook:1"); // ["work"]
 * spans; // [{ document: "facebook:1", code: "work", from: 4, to: 10 }]
 */
export function classifierAsCoder(
  coding: Pick<Coding, "of" | "evidence">,
  posts: readonly Pick<Post, "platform" | "kind" | "id" | "text">[],
  sample: readonly Pick<SampleRow, "post" | "text">[],
  coder = "classifier",
): ClassifierCoder {
  const wanted = new Set(sample.map(({ post }) => post));
  const places = new Map<string, number>();
  for (const [i, post] of posts.entries()) {
    const key = documentKey(post);
    if (wanted.has(key)) places.set(key, i);
  }
  const codings = new Map<string, readonly string[]>();
  const spans: CodedSpan[] = [];
  for (const { post: document, text } of sample) {
    const place = places.get(document);
    if (place === undefined) {
      throw new RangeError(
        `classifierAsCoder: documents must be of this corpus, found ${document}; open the corpus that the ` +
          `sample was drawn from`,
      );
    }
    codings.set(document, coding.of(place));
    // A text that the sheet cut or laid out anew has other places.
    if (posts[place]?.text !== text) continue;
    for (const { code, from, to } of coding.evidence(place)) {
      if (from < to) spans.push({ document, code, from, to });
    }
  }
  return { coder, codings, spans };
}
