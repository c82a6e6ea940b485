import type { HashtagSpread } from "../measure/hashtag-spread";
import { type Table, table } from "./table";

/** Spellings that a row shows. */
const SHOWN = 8;

/**
 * Show how far tags went, with their spellings.
 *
 * @returns the table; a sentence where there is no tag
 */
export function tagTable(spreads: readonly HashtagSpread[], caption: string): Table | string {
  if (spreads.length === 0) return `${caption}: the study names no hashtag.`;
  const rows = spreads.map(({ tag, documents, first, communities, platforms, authors, variants }) => ({
    tag,
    documents: documents.length,
    // An unbreakable hyphen keeps the day on one line.
    first: first?.replace(/-/g, "\u2011") ?? null,
    communities,
    platforms,
    authors,
    variants: variants.slice(0, SHOWN).map(({ form, documents: own }) => `${form} ${own}`),
  }));
  return table(rows, {
    caption,
    columns: {
      tag: "Tag",
      documents: "Posts and comments",
      first: "First day",
      communities: "Communities",
      platforms: "Platforms",
      authors: "Authors",
      variants: "Spellings",
    },
  });
}
