import { governanceOf } from "./author-role";
import type { Draft } from "./draft-post";
import { RandomStream } from "./random-stream";
import type { Pull } from "./reaction";
import { scaleEffect } from "./teaching-plan";
import type { World } from "./teaching-world";

const IDENTITY = "identity";

/** What multiplies likes and shares of a post: how its community is run, pride, urgency. */
export function likePull(draft: Draft, world: World): Pull {
  const governance = governanceOf(draft.community, world);
  const { planted } = world.plan.effects["identity-engagement"];
  const pride = draft.labels.topics.includes(IDENTITY) ? draft.level.identity : null;
  const by = (size: number): number => (pride === null ? 1 : scaleEffect(1, size, world.effect) * pride);
  const urgent = draft.kind.crisis !== null ? 1.25 : 1;
  const advert = draft.labels.type === "advertisement" ? 0.7 : 1;
  return {
    likes: governance.likes * by(planted.likes) * urgent * advert,
    shares: governance.shares * by(planted.shares) * urgent * (draft.labels.act === null ? 1 : 1.5),
  };
}

/** How strongly a post asks for comments, against others; 0 for the many that draw none. */
export function commentPull(draft: Draft, world: World): number {
  const { plan, effect, seed } = world;
  const { community, level, labels, kind } = draft;
  const random = new RandomStream(seed, `pull ${community.id} ${draft.number}`);
  const oneWay = plan.effects["one-way"];
  const silent = scaleEffect(oneWay.nullSilent, oneWay.planted.silent[labels.type]!, Math.min(effect, 1));
  const luck = random.gamma(2) * random.spread(0.5);
  if (random.chance(silent)) return 0;

  let pull = luck * community.answers * level.comments * governanceOf(community, world).comments;
  pull *= scaleEffect(1, oneWay.planted.answers[labels.type]!, effect);
  if (labels.topics.includes(IDENTITY)) {
    pull *= scaleEffect(1, plan.effects["identity-engagement"].planted.comments, effect) * level.identity;
  }
  if (kind.crisis !== null) pull *= scaleEffect(1, plan.effects[`${kind.crisis}-burst`].planted.answers, effect);
  if (draft.labels.shock === "viral") pull *= 4;
  if (community.governance === "advertising") {
    pull *= scaleEffect(1, plan.effects["advertising-candidates"].planted.comments, Math.min(effect, 1));
  }
  return pull;
}
