import type { Coding } from "../classify/coding";
import type { Corpus } from "../corpus/open-corpus";
import { namesOf } from "../measure/post-rows";
import { type Table, table } from "./table";
import { shortenName } from "./shorten-name";

/** Longest text that a table shows. */
const LONGEST = 110;

/**
 * Show posts with their codes, and the words that earned them.
 *
 * What people wrote in a reader's corpus can be found again by a search engine, and its writers with it, so
 * the text is shown only when the reader says so; the words that the codebook names are shown always.
 *
 * @param posts          numbers of the posts
 * @param options.quote  show the text; default only on the teaching corpus
 */
export function evidenceTable(
  corpus: Pick<Corpus, "kind" | "title" | "posts">,
  coding: Coding,
  posts: readonly number[],
  { quote = corpus.kind === "teaching" }: { readonly quote?: boolean } = {},
): Table {
  const rows = posts.map((post) => {
    const text = (corpus.posts[post]?.text ?? "").replace(/\s+/gu, " ").trim();
    const names = namesOf(coding, post);
    const words = coding.evidence(post).map(({ found, term }) => (found === "" ? term : found));
    return {
      ...(quote ? { text: shortenName(text, LONGEST) } : {}),
      codes: names.length === 0 ? "none" : names.join(", "),
      earned: words.length === 0 ? "nothing that the codebook names" : [...new Set(words)].join(", "),
    };
  });
  const kept = ["The texts are not shown: pass quote: true once you have thought of who wrote them."];
  return table<{ text?: string; codes: string; earned: string }>(rows, {
    caption: `What posts were coded, and what earned it (${corpus.title})`,
    columns: { ...(quote ? { text: "Text" } : {}), codes: "Codes", earned: "Words that earned them" },
    ...(quote ? {} : { notes: kept }),
  });
}
