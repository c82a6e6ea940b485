import { codeSpilloverActs } from "../classify/spillover-act";
import { codeStances, type Stance } from "../classify/stance";
import { codeTopics } from "../classify/topic";
import type { Corpus } from "../corpus/open-corpus";
import type { Study } from "../corpus/study";
import type { Codebook } from "../load/load-codebook";
import { communitiesBefore } from "./apolitical-communities";
import { checkActsRise } from "./check-acts-rise";
import { checkApolitical } from "./check-apolitical";
import { checkBothStances } from "./check-both-stances";
import { checkHashtags } from "./check-hashtags";
import { checkHostCountries } from "./check-host-countries";
import { checkInitiatives } from "./check-initiatives";
import { checkPlatformBursts } from "./check-platform-bursts";
import { checkPromptBurst } from "./check-prompt-burst";
import { checkRelief } from "./check-relief";
import type { Checked } from "./checked";
import { codeSeries } from "./code-series";
import { communitySeries, wholeSeries } from "./community-series";
import { crisisBursts } from "./crisis-bursts";
import { findMentions } from "./find-mentions";
import { themeLookup } from "./find-themes";
import { hashtagSeries, hashtagSpread } from "./hashtag-spread";
import { placeboDates } from "./placebo-dates";
import { stanceShares } from "./stance-shares";
import { anyCode, stretchPosts } from "./stretch-posts";
import { whoCarried } from "./who-carried";

/** The claims of section 6 that posts can test, in order. */
export const CRISIS_CLAIMS = ["C2", "C3", "C4", "C5", "O1", "O2", "O3", "B1", "B2", "B3"] as const;
export type CrisisClaim = (typeof CRISIS_CLAIMS)[number];

/**
 * Check all claims of section 6 that posts can test, as notebooks 4 to 6 do cell by cell.
 *
 * For tests, and for notebooks that check many corpora.
 *
 * @param study  the three crises in order: the first is checked for C, the second for O, the third for B
 */
export function crisisClaims(
  corpus: Corpus,
  study: Study,
  codebook: Codebook,
  { seed }: { readonly seed: number },
): Record<CrisisClaim, Checked> {
  const topics = codeTopics(corpus, codebook);
  const acts = codeSpilloverActs(corpus, codebook);
  const stances = codeStances(corpus, codebook);
  const actSeries = codeSeries(corpus, study, acts);
  const [first, second, third] = [1, 2, 3].map((number) => {
    const crisis = study.crisis(number);
    const stretch = study.stretchOf(crisis);
    const talk = communitySeries(corpus, study, anyCode(topics, crisis.topics as typeof topics.codes));
    const prompt = () => {
      const [all] = crisisBursts(talk, () => "all", stretch, { seed });
      return checkPromptBurst(all, placeboDates(wholeSeries(talk, study), stretch), crisis.from);
    };
    return {
      crisis,
      stretch,
      talk,
      prompt,
      byAct: crisisBursts(actSeries, ({ code }) => code, stretch, { seed }),
    };
  }) as [CrisisView, CrisisView, CrisisView];

  const relief = stretchPosts(corpus.posts, first.stretch, anyCode(acts, first.crisis.acts));
  const isRelief = new Set(relief);
  const lookup = themeLookup(corpus.index);
  const needs = first.crisis.needs.map(({ name, words }) => {
    return {
      name,
      posts: findMentions(lookup, words, (document) => isRelief.has(document)).documents.length,
    };
  });
  const reliefSeries = communitySeries(corpus, study, anyCode(acts, first.crisis.acts));
  const before = communitiesBefore(second.talk, second.stretch);
  const apolitical = new Set(
    before.filter(({ isApolitical }) => isApolitical === true).map(({ community }) => community),
  );
  const groupOf = ({ community }: { readonly community: string }): string | null =>
    apolitical.has(community) ? "apolitical" : null;
  const naming = stretchPosts(corpus.posts, second.stretch, anyCode(stances, stances.codes), "both");
  const spreads = hashtagSpread(corpus, third.crisis.hashtags, third.stretch);
  const tags = hashtagSeries(corpus, study, third.crisis.hashtags);
  return {
    C2: checkPlatformBursts(
      crisisBursts(first.talk, ({ platform }) => platform, first.stretch, { seed }),
    ),
    C3: checkRelief(first.byAct, "fundraising", needs),
    C4: checkInitiatives(whoCarried(corpus.posts, relief, () => "all", { seed })[0]),
    C5: checkHostCountries(
      crisisBursts(reliefSeries, ({ host }) => host?.country ?? null, first.stretch, { seed }),
      reliefSeries,
    ),
    O1: second.prompt(),
    O2: checkApolitical(before, crisisBursts(second.talk, groupOf, second.stretch, { seed })[0]),
    O3: checkBothStances(
      stanceShares(corpus.posts, naming, (document) => stances.of(document)[0] as Stance, { seed }),
    ),
    B1: third.prompt(),
    B2: checkHashtags(
      spreads,
      crisisBursts(tags, ({ code }) => code, third.stretch, { seed }),
    ),
    B3: checkActsRise(third.byAct, third.crisis.acts),
  };
}

/** What is computed for each crisis alike. */
interface CrisisView {
  readonly crisis: ReturnType<Study["crisis"]>;
  readonly stretch: ReturnType<Study["stretchOf"]>;
  readonly talk: ReturnType<typeof communitySeries>;
  readonly prompt: () => Checked;
  readonly byAct: ReturnType<typeof crisisBursts>;
}
