import { eligibility } from "../classify/eligibility";
import type { EligibilityOptions } from "../classify/eligibility-rules";
import { type Governance, governance } from "../classify/governance";
import type { Study } from "../corpus/study";
import type { CommunityInfo, Post } from "../load/post";
import { EQUIVALENT } from "./check-one-way";
import { type CodedFrame, maskOf, READINGS } from "./coded-frame";
import { corpusCommunities } from "./corpus-communities";
import { crisisMasks } from "./crisis-masks";
import { COPIES, TEXTS } from "./frame-cells";
import { judgeAgain, type JudgedCandidate } from "./judge-candidates";
import { type Multiverse, multiverse } from "./multiverse";
import { postEngagement } from "./post-engagement";
import { profileCommunities } from "./profile-communities";

interface Communities {
  readonly posts: readonly Post[];
  readonly communities: readonly CommunityInfo[];
}

/** Claims about how communities are run, each under every combination of decisions. */
export interface GovernanceMultiverses {
  /** Administrators' share of political posts in groups, routine against crisis. */
  readonly E6: Multiverse;
  /** Share of organisations' pages that are vertical. */
  readonly E7: Multiverse;
  /** Share of groups that are horizontal. */
  readonly E8: Multiverse;
}

const THRESHOLDS = {
  "administrators from": ["30%", "50%", "70%", "90%"],
  "concentrated from": ["0.05", "0.1", "0.18", "0.25"],
  "answered from": ["30%", "50%", "70%"],
  days: ["quiet", "all"],
  "posts at least": ["10", "20", "50"],
} as const;
const FEWEST_COMMUNITIES = 4;

/** Recompute the claims about administrators and members under every combination of decisions. */
export function multiverseOfGovernance(corpus: Communities, frame: CodedFrame, study: Study): GovernanceMultiverses {
  const communities = corpusCommunities(corpus);
  const engagement = postEngagement(corpus.posts, communities);
  const { quiet } = crisisMasks(study, frame.days, 28);
  const onQuietDays = engagement.filter(({ post }) => quiet[frame.day[post] as number] === 1);
  const profiles = {
    quiet: profileCommunities(corpus.posts, communities, onQuietDays),
    all: profileCommunities(corpus.posts, communities, engagement),
  };
  const share = (isOrganisation: boolean, wanted: Governance["kind"]): Multiverse =>
    multiverse(THRESHOLDS, (path) => {
      const percent = (name: "administrators from" | "answered from") => Number.parseInt(path[name]) / 100;
      const thresholds = {
        administratorShare: percent("administrators from"),
        concentration: Number(path["concentrated from"]),
        replyShare: percent("answered from"),
      };
      const placed = profiles[path.days]
        .filter((row) => row.isOrganisation === isOrganisation && row.posts >= Number(path["posts at least"]))
        .map((row) => governance(row, thresholds).kind)
        .filter((kind) => kind !== "not said");
      if (placed.length < FEWEST_COMMUNITIES) return { value: null, holds: null };
      const value = placed.filter((kind) => kind === wanted).length / placed.length;
      return { value, holds: value > 0.5 };
    });

  return {
    E6: multiverse(
      {
        texts: TEXTS,
        reading: READINGS,
        copies: COPIES,
        stretch: ["14 days", "28 days", "42 days"],
        crises: ["all three", "the second and third"],
        politics: ["politics and border", "politics, border and health"],
      },
      (path) => {
        const { stretches, quiet: still } = crisisMasks(study, frame.days, Number.parseInt(path.stretch));
        const crises = path.crises === "all three" ? stretches : stretches.slice(1);
        const coding = frame.readings[path.reading].topics;
        const mask = maskOf(coding, path.politics.split(/, | and /));
        const counts = { routine: [0, 0], crisis: [0, 0] };
        for (let post = 0; post < frame.day.length; post++) {
          const day = frame.day[post] as number;
          if (day < 0 || frame.byAdmin[post] === -1 || ((coding.bits[post] as number) & mask) === 0) continue;
          if (path.texts !== "both" && frame.isComment[post] !== Number(path.texts === "comments")) continue;
          if (path.copies === "left out" && frame.isCopy[post] === 1) continue;
          if (communities.rows[communities.of[post] as number]?.isOrganisation !== false) continue;
          const time = still[day] === 1 ? "routine" : crises.some((stretch) => stretch[day] === 1) ? "crisis" : null;
          if (time === null) continue;
          counts[time][1]!++;
          if (frame.byAdmin[post] === 1) counts[time][0]!++;
        }
        const [quietAdmins, quietAll, crisisAdmins, crisisAll] = [...counts.routine, ...counts.crisis] as [
          number,
          number,
          number,
          number,
        ];
        if (Math.min(quietAll, crisisAll) < 30) return { value: null, holds: null };
        const value = (quietAdmins + 0.5) / quietAll / ((crisisAdmins + 0.5) / crisisAll);
        return { value, holds: value > EQUIVALENT.high };
      },
    ),
    E7: share(true, "vertical"),
    E8: share(false, "horizontal"),
  };
}

/**
 * Recompute claim S13, that mere advertisers were left out, under every combination of decisions.
 *
 * @param sample  judged communities of the corpus
 * @param beside  judged communities beside it; null where there are none
 * @returns the value is how many candidates the rule puts out; the claim holds where it puts out some of them
 *   and none of the sample
 */
export function multiverseOfLeftOut(
  sample: readonly JudgedCandidate[],
  beside: readonly JudgedCandidate[] | null,
  options: EligibilityOptions,
): Multiverse {
  return multiverse(
    {
      "advertisements from": ["40%", "50%", "60%", "70%", "80%", "90%"],
      "discussed below": ["1%", "2%", "5%", "10%", "15%", "20%"],
      "own name from": ["50%", "80%", "90%", "95%", "99%"],
      "posts at least": ["10", "20"],
    },
    (path) => {
      const percent = (name: "advertisements from" | "discussed below" | "own name from") =>
        Number.parseInt(path[name]) / 100;
      const limits = {
        advertisements: percent("advertisements from"),
        discussed: percent("discussed below"),
        administratorShare: percent("own name from"),
      };
      const large = (candidates: readonly JudgedCandidate[]) =>
        candidates.filter(({ posts }) => posts >= Number(path["posts at least"]));
      const putOut = (candidates: readonly JudgedCandidate[]) =>
        large(candidates).filter((candidate) =>
          eligibility(judgeAgain(candidate, limits), options).results.some(
            ({ rule, outcome }) => rule === "not advertisement alone" && outcome === "not met",
          ),
        ).length;
      if (beside === null || large(beside).length === 0) return { value: null, holds: null };
      const out = putOut(beside);
      return { value: out, holds: out > 0 && putOut(sample) === 0 };
    },
  );
}
