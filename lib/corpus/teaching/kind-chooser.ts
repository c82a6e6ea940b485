import type { CommunityProfile } from "./community-profile";
import type { PostKind } from "./post-kind";
import type { PostSlot } from "./post-slot";
import type { RandomStream } from "./random-stream";
import { CRISES, scaleEffect } from "./teaching-plan";
import type { World } from "./teaching-world";

/** Topics of the everyday shares, in the order in which the null rotates them. */
const TOPICS = ["work", "documents", "housing", "health", "identity", "politics", "other"] as const;

/** What the choice of a kind hangs on. */
export type KindWorld = Pick<World, "plan" | "effect" | "kinds" | "kindNamed">;

/** Shares of topics and kinds in one community, as a function from what prompted a post to its kind. */
export function kindChooser(
  community: CommunityProfile,
  world: KindWorld,
  random: RandomStream,
): (slot: PostSlot) => PostKind {
  const { plan, effect, kinds } = world;
  const shares = plan.effects["topic-shares"];
  const onPage = community.governance === "vertical";
  const turn = shares.rotation[community.platform]!;
  const adverts = scaleEffect(0, plan.effects["advertising-candidates"].planted.advertisements, Math.min(effect, 1));

  const topicWeights = TOPICS.map((topic, i) => {
    const planted = (onPage ? shares.page : shares.planted)[topic]!;
    const dealt = shares.planted[TOPICS[(i + turn) % TOPICS.length]!]!;
    return scaleEffect(dealt, planted, effect) * random.spread(shares.communitySd);
  });
  const weigh = (kind: PostKind): number =>
    onPage ? scaleEffect(kind.share, kind.pageShare, Math.min(effect, 1)) : kind.share;
  // The quiet news of the border belongs to the everyday politics of home.
  const topicOf = (kind: PostKind): string => (kind.topics[0] === "border" ? "politics" : kind.topics[0]!);
  const within = TOPICS.map((topic) => kinds.filter((kind) => kind.crisis === null && topicOf(kind) === topic));
  const withinWeights = within.map((some) => some.map(weigh));
  const adKinds = kinds.filter((kind) => kind.type === "advertisement");
  const inRussia = community.places.every((place) => place.country === "russia");
  const rarely = plan.effects["border-burst"].planted.demonstrationsInRussia ?? 1;
  const byCrisis = new Map(
    CRISES.map((crisis) => {
      const some = kinds.filter((kind) => kind.crisis === crisis);
      const weights = some.map((kind) => weigh(kind) * (inRussia && kind.act?.includes("demonstr") ? rarely : 1));
      return [crisis, { some, weights }];
    }),
  );
  const { byMonth } = plan.effects["vaccination-joins"].planted;
  const mean = byMonth.reduce((a, b) => a + b, 0) / byMonth.length;

  return ({ day, crisis, shock }) => {
    if (shock !== null) return world.kindNamed.get(shock.says)!;
    if (crisis !== null) {
      const { some, weights } = byCrisis.get(crisis)!;
      return some[random.weighted(weights)]!;
    }
    if (community.governance === "advertising" && random.chance(adverts)) return random.pick(adKinds);
    const topic = random.weighted(topicWeights);
    const weights = withinWeights[topic]!;
    const month = Math.min(byMonth.length - 1, Math.floor((day * byMonth.length) / plan.corpus.days));
    const grown = scaleEffect(1, byMonth[month]! / mean, effect);
    const some = within[topic]!;
    return some[random.weighted(weights.map((w, i) => (some[i]!.comments === "vaccine" ? w * grown : w)))]!;
  };
}
