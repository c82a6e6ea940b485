import { codeSpilloverActs } from "../classify/spillover-act";
import { codeStances } from "../classify/stance";
import { codeTopics } from "../classify/topic";
import type { Corpus } from "../corpus/open-corpus";
import type { Study } from "../corpus/study";
import type { Codebook } from "../load/load-codebook";
import { checkBeyondLiking } from "./check-beyond-liking";
import { checkCrisisPolitics } from "./check-crisis-politics";
import { checkForms } from "./check-forms";
import { checkSpillover } from "./check-spillover";
import type { Checked } from "./checked";
import { communitySeries, wholeSeries } from "./community-series";
import { corpusCommunities } from "./corpus-communities";
import { crisesRatio } from "./crises-ratio";
import { crisisBursts } from "./crisis-bursts";
import { formsByCrisis } from "./forms-by-crisis";
import { placeboDates } from "./placebo-dates";
import { shareWithin } from "./share-within";
import { anyCode, stretchPosts } from "./stretch-posts";

/** The claims of the conclusions that posts can test, in order. */
export const CONCLUSION_CLAIMS = ["X1", "X2", "X3", "X4"] as const;
export type ConclusionClaim = (typeof CONCLUSION_CLAIMS)[number];

/** Check the claims of the conclusions, as notebook 8 does cell by cell; for tests and for checks of many corpora. */
export function conclusionClaims(
  corpus: Corpus,
  study: Study,
  codebook: Codebook,
  { seed }: { readonly seed: number },
): Record<ConclusionClaim, Checked> {
  const topics = codeTopics(corpus, codebook);
  const acts = codeSpilloverActs(corpus, codebook);
  const stances = codeStances(corpus, codebook);
  const inActs = anyCode(acts, acts.codes);
  const engaged = new Set([...anyCode(topics, ["politics", "border"]), ...inActs]);
  const parts = communitySeries(corpus, study, engaged);
  const actParts = communitySeries(corpus, study, inActs);
  const [whole] = crisesRatio(parts, () => "all", study, { seed });
  const [wholeActs] = crisesRatio(actParts, () => "all", study, { seed });

  const crises = study.crises.map((crisis) => {
    const stretch = study.stretchOf(crisis);
    const [burst] = crisisBursts(actParts, () => crisis.name, stretch, { seed });
    const placebo = burst === undefined ? null : placeboDates(wholeSeries(actParts, study), stretch);
    return { crisis: crisis.name, isExpected: crisis.acts.length > 0, burst, placebo };
  });
  const forms = [
    { name: "relief", documents: anyCode(acts, ["fundraising", "logistics"]) },
    { name: "stance", documents: anyCode(stances, ["support", "doubt"]) },
    { name: "protest", documents: anyCode(acts, ["petition", "call", "report"]) },
  ].map(({ name, documents }) => ({ name, parts: communitySeries(corpus, study, documents) }));

  const onCrisis = study.crises.flatMap((crisis) =>
    stretchPosts(corpus.posts, study.stretchOf(crisis), anyCode(topics, crisis.topics as typeof topics.codes)),
  );
  const isAct = new Set(inActs);
  return {
    X1: checkCrisisPolitics(
      whole,
      crisesRatio(parts, ({ platform }) => platform, study, { seed }),
    ),
    X2: checkSpillover(wholeActs, crises),
    X3: checkForms(
      formsByCrisis(forms, study, { seed }),
      [0, 1, 2],
      study.crises.map(({ name }) => name),
    ),
    X4: checkBeyondLiking(
      shareWithin(onCrisis, (post) => isAct.has(post), corpusCommunities(corpus).of, { seed }),
      wholeActs,
    ),
  };
}
