import type { AuthorPool, TeachingAuthor } from "./author-pool";
import type { CommunityProfile } from "./community-profile";
import type { PostKind } from "./post-kind";
import type { RandomStream } from "./random-stream";
import { scaleEffect } from "./teaching-plan";
import type { World } from "./teaching-world";

/** How a community is run: what administrators write, and what its posts draw against a usual group. */
export interface Governance {
  readonly adminShare: number;
  readonly likes: number;
  readonly shares: number;
  readonly comments: number;
}

/** Governance of a community at the size of effect that is wanted. */
export function governanceOf(community: CommunityProfile, world: Pick<World, "plan" | "effect">): Governance {
  const { planted, nullSize } = world.plan.effects.governance;
  const kind = planted[community.governance === "vertical" ? "vertical" : "horizontal"];
  const effect = Math.min(world.effect, 1);
  const scaled = (name: keyof Governance): number => scaleEffect(nullSize[name], kind[name], effect);
  return {
    adminShare: scaled("adminShare"),
    likes: scaled("likes"),
    shares: scaled("shares"),
    comments: scaled("comments"),
  };
}

/** Share of the posts of a kind that administrators write. */
export function adminShare(
  community: CommunityProfile,
  kind: PostKind,
  world: Pick<World, "plan" | "effect">,
): number {
  const { effects } = world.plan;
  const effect = Math.min(world.effect, 1);
  const usual = governanceOf(community, world).adminShare;
  if (community.governance === "advertising") {
    return scaleEffect(usual, effects["advertising-candidates"].planted.adminShare, effect);
  }
  if (community.governance === "vertical") return usual;
  if (kind.crisis !== null) {
    const burst = effects[`${kind.crisis}-burst`];
    return scaleEffect(burst.nullSize.adminShare, burst.planted.adminShare, effect);
  }
  if (!kind.topics.includes("politics")) return usual;
  return scaleEffect(usual, effects["political-role"].planted.quiet, effect);
}

/** Which member writes a post of a kind: advertisers advertise, newcomers come in a crisis, anyone may need help. */
export function memberFor(kind: PostKind, pool: AuthorPool, world: World, random: RandomStream): TeachingAuthor {
  if (kind.type === "advertisement") return random.chance(0.7) ? pool.advertiser(random) : pool.usualMember(random);
  const newcomers = world.plan.effects["political-role"].planted.crisisNewcomers * Math.min(world.effect, 1);
  if (kind.crisis !== null && random.chance(newcomers)) return pool.anyMember(random);
  if (kind.type === "help-seeking" && random.chance(0.5)) return pool.anyMember(random);
  return pool.usualMember(random);
}
