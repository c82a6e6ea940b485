import type { TokenIndex } from "../corpus/token-index";
import type { Study } from "../corpus/study";
import type { Post } from "../load/post";
import type { CodedFrame } from "./coded-frame";
import { FEWEST_POSTS } from "./crisis-bursts";
import { crisisMasks } from "./crisis-masks";
import { COPIES, TEXTS } from "./frame-cells";
import { hashtagSpread } from "./hashtag-spread";
import { type Multiverse, multiverse } from "./multiverse";

/**
 * Recompute claim B2, that hashtags spread with the third crisis, under every combination of decisions.
 *
 * @returns the value is the number of communities that the less widespread tag reached; the claim holds where
 *   every tag reached enough communities, platforms and authors; nothing is computed from fewer than
 *   `FEWEST_POSTS` in the stretch
 */
export function multiverseOfTags(
  corpus: { readonly posts: readonly Post[]; readonly index: TokenIndex },
  frame: CodedFrame,
  study: Study,
): Multiverse {
  const tags = study.crises[2]?.hashtags ?? [];
  const spreads = tags.length === 0 ? [] : hashtagSpread(corpus, tags);
  const counts = new Map<string, number>();
  return multiverse(
    {
      texts: TEXTS,
      copies: COPIES,
      spellings: ["joined", "as the study has it"],
      stretch: ["14 days", "28 days"],
      communities: ["3", "5", "10"],
      platforms: ["1", "2", "3"],
      authors: ["5", "10"],
    },
    (path) => {
      const stretch = crisisMasks(study, frame.days, Number.parseInt(path.stretch)).stretches[2];
      if (stretch === undefined || spreads.length === 0) return { value: null, holds: null };
      const isCounted = (post: number): boolean =>
        stretch[frame.day[post] as number] === 1 &&
        (path.texts === "both" || frame.isComment[post] === Number(path.texts === "comments")) &&
        (path.copies === "kept" || frame.isCopy[post] !== 1);
      const kind = `${path.texts}, ${path.copies}, ${path.stretch}`;
      if (!counts.has(kind)) counts.set(kind, corpus.posts.filter((_, post) => isCounted(post)).length);
      if ((counts.get(kind) ?? 0) < FEWEST_POSTS) return { value: null, holds: null };
      const reach = spreads.map(({ tag, documents }) => {
        const exact = new Set(typesOf(corpus.index, tag));
        const kept = documents.filter((post) => {
          if (!isCounted(post)) return false;
          return path.spellings === "joined" || corpus.index.document(post).some((type) => exact.has(type));
        });
        return {
          communities: new Set(kept.map((post) => frame.community[post])).size,
          platforms: new Set(kept.map((post) => corpus.posts[post]?.platform)).size,
          authors: new Set(kept.flatMap((post) => corpus.posts[post]?.author ?? [])).size,
        };
      });
      return {
        value: Math.min(...reach.map(({ communities }) => communities)),
        holds: reach.every(
          ({ communities, platforms, authors }) =>
            communities >= Number(path.communities) &&
            platforms >= Number(path.platforms) &&
            authors >= Number(path.authors),
        ),
      };
    },
  );
}

/** Types that are a tag letter for letter, case aside. */
function typesOf(index: TokenIndex, tag: string): number[] {
  const type = index.typeOf(tag.toLowerCase());
  return type < 0 ? [] : [type];
}
