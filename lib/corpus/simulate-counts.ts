import { adminShare } from "./teaching/author-role";
import { type CommunityProfile, loadCommunityProfiles } from "./teaching/community-profile";
import { kindChooser } from "./teaching/kind-chooser";
import { loadPostKinds, type PostKind } from "./teaching/post-kind";
import { dayMoods, dealPostSlots } from "./teaching/post-slot";
import { RandomStream } from "./teaching/random-stream";
import { loadTeachingPlan } from "./teaching/teaching-plan";

/** Which posts a series counts. */
export type CountedPosts = "political" | "covid" | "acts";

/** Posts a day of one community, without their texts. */
export interface SimulatedCommunity {
  readonly id: string;
  readonly platform: CommunityProfile["platform"];
  /** One number a day, from the first day of the window. */
  readonly posts: Uint16Array;
  /** Posts on politics or the border, posts on health, posts that call for or report an act. */
  readonly counted: Readonly<Record<CountedPosts, Uint16Array>>;
  /** Of the posts counted, those that administrators wrote. */
  readonly byAdmin: Readonly<Record<CountedPosts, Uint16Array>>;
}

/** What to simulate, and how well posts are recognised. */
export interface SimulationOptions {
  readonly seed: number;
  /** Size of the three crises, from 0 to 4; 0 deals their posts evenly over all days. All else is as planted. */
  readonly effect: number;
  /** Size of the corpus, above 0; 1 is that of the teaching corpus. */
  readonly scale?: number;
  /** Share of the posts to be counted that a classifier finds; 1 finds all. */
  readonly sensitivity?: number;
  /** Share of the other posts that it leaves out; 1 takes none wrongly. */
  readonly specificity?: number;
  /**
   * Share of the posts to be counted that are gone when the posts are collected, beside those that go anyway. People
   * delete posts on sensitive topics more often than others.
   */
  readonly deleted?: number;
  /**
   * Whether the shocks that are no crisis happen too, as in the null corpus: holidays, votes, a second wave.
   * Default true.
   */
  readonly shocks?: boolean;
}

/** The parts of the generator's data that a simulation needs; read once for many simulations. */
export type Simulator = (options: SimulationOptions) => SimulatedCommunity[];

/**
 * Make a simulator of daily counts: the teaching corpus without a word of text, fast enough for hundreds of corpora.
 *
 * Days, moods, crises, shocks and kinds of post are dealt by the generator's own functions, so that a series has the
 * same shape as one counted in a generated corpus; texts, comments and reactions are left out. What a classifier gets
 * wrong is drawn post by post from its sensitivity and specificity.
 *
 * @returns a function from options to the 37 sampled communities
 */
export function openSimulator(): Simulator {
  const plan = loadTeachingPlan();
  const kinds = loadPostKinds();
  const kindNamed = new Map(kinds.map((kind) => [kind.kind, kind]));
  const sampled = loadCommunityProfiles().filter((community) => community.sampled);
  const { days } = plan.corpus;
  const world = { plan, effect: 1, kinds, kindNamed };
  const counts = new Map(
    kinds.map((kind): [PostKind, Record<CountedPosts, boolean>] => {
      const political = kind.topics.includes("politics") || kind.topics.includes("border");
      return [kind, { political, covid: kind.topics.includes("health"), acts: kind.act !== null }];
    }),
  );

  return ({ seed, effect, scale = 1, sensitivity = 1, specificity = 1, deleted = 0, shocks = true }) => {
    checkShares({ sensitivity, specificity, deleted });
    if (!(effect >= 0 && effect <= 4)) throw new RangeError(`simulate: effect must be from 0 to 4, found ${effect}`);
    if (!(scale > 0)) throw new RangeError(`simulate: scale must be above 0, found ${scale}`);
    const dealt = shocks ? plan : { ...plan, confusers: { shocks: [] } };
    const moods = new Map<string, number[]>();
    return sampled.map((community) => {
      const random = new RandomStream(seed, `counts ${community.id}`);
      let mood = moods.get(community.platform);
      if (mood === undefined) {
        mood = dayMoods(days, new RandomStream(seed, `moods ${community.platform}`));
        moods.set(community.platform, mood);
      }
      const chooseKind = kindChooser(community, world, random);
      const slots = dealPostSlots(community, community.posts * scale, dealt, effect, random, mood);

      const series = () => new Uint16Array(days);
      const posts = series();
      const counted = { political: series(), covid: series(), acts: series() };
      const byAdmin = { political: series(), covid: series(), acts: series() };
      // Administrators' share by kind, found once for each that comes up.
      const administrators = new Map<PostKind, number>();
      const count = (name: CountedPosts, is: boolean, day: number, kind: PostKind): void => {
        if (!random.chance(is ? sensitivity : 1 - specificity)) return;
        counted[name][day]!++;
        let share = administrators.get(kind);
        if (share === undefined) {
          share = adminShare(community, kind, world);
          administrators.set(kind, share);
        }
        if (random.chance(share)) byAdmin[name][day]!++;
      };
      for (const slot of slots) {
        const kind = chooseKind(slot);
        const { political, covid, acts } = counts.get(kind) as Record<CountedPosts, boolean>;
        if ((political || acts) && deleted > 0 && random.chance(deleted)) continue;
        posts[slot.day]!++;
        count("political", political, slot.day, kind);
        count("covid", covid, slot.day, kind);
        count("acts", acts, slot.day, kind);
      }
      return { id: community.id, platform: community.platform, posts, counted, byAdmin };
    });
  };
}

function checkShares(shares: Readonly<Record<string, number>>): void {
  for (const [name, share] of Object.entries(shares)) {
    if (!(share >= 0 && share <= 1)) {
      throw new RangeError(`simulate: ${name} must be a share from 0 to 1, found ${share}`);
    }
  }
}
