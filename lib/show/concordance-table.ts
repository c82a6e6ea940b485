import type { Corpus } from "../corpus/open-corpus";
import { type Concordance, quoteLine } from "../measure/concordance";
import { type Table, table } from "./table";
import { PLATFORM_NAMES } from "./word-figure";

/**
 * Show the hits of a search in their context, a line each.
 *
 * What people wrote in a reader's corpus can be found again by a search engine, and its writers with it, so
 * it is quoted only when the reader says so. The teaching corpus has no writers.
 *
 * @param options.quote  show the words around a hit; default only on the teaching corpus
 * @param options.lines  lines wanted, spread evenly over the hits; default 12
 */
export function concordanceTable(
  corpus: Pick<Corpus, "kind" | "title" | "posts">,
  query: string,
  found: Concordance,
  options: { readonly quote?: boolean; readonly lines?: number } = {},
): Table {
  const { quote = corpus.kind === "teaching", lines = 12 } = options;
  const step = Math.max(1, Math.floor(found.lines.length / lines));
  const rows = found.lines
    .filter((_, i) => i % step === 0)
    .slice(0, lines)
    .flatMap((line) => {
      const post = corpus.posts[line.document];
      if (post === undefined) return [];
      const { left, hit, right } = quoteLine(post.text, line);
      const flat = (text: string): string => text.replace(/\s+/gu, " ").trim();
      const context = quote
        ? { left: flat(left), hit: flat(hit), right: flat(right) }
        : { left: "…", hit: ends(line.hit), right: "…" };
      return [
        {
          ...context,
          where: PLATFORM_NAMES[post.platform],
          month: post.createdAt.toISOString().slice(0, 7).replace("-", "\u2011"),
        },
      ];
    });
  const kept = quote
    ? []
    : ["The words around a hit are not shown: pass quote: true once you have thought of who wrote them."];
  return table(rows, {
    caption:
      `${query}: ${found.hits} hits in ${found.documents} posts and comments; ${rows.length} of ` +
      `them (${corpus.title})`,
    columns: { left: "Before", hit: "Hit", right: "After", where: "Platform", month: "Month" },
    align: { left: "right" },
    notes: [
      ...found.expansions
        .filter(({ pattern, terms }) => /[*?]/.test(pattern) || terms.length === 0)
        .map(({ pattern, terms }) => `${pattern}: ${expansion(terms)}`),
      ...kept,
    ],
  });
}

/** A hit of NEAR holds what stands between its words, which is a quotation too. */
function ends(hit: readonly string[]): string {
  return hit.length > 2 ? `${hit[0]} … ${hit.at(-1)}` : hit.join(" ");
}

function expansion(terms: Concordance["expansions"][number]["terms"]): string {
  const shown = terms
    .slice(0, 8)
    .map(({ term, count }) => `${term} ${count}`)
    .join(", ");
  return terms.length === 0
    ? "no such word"
    : terms.length > 8
      ? `${shown} and ${terms.length - 8} more forms`
      : shown;
}
