import type { CommunityProfile } from "./community-profile";
import { portablePower } from "./portable-math";
import type { RandomStream } from "./random-stream";

/** What multiplies the reactions to one post. */
export interface Pull {
  readonly likes: number;
  readonly shares: number;
}

/**
 * Likes, shares and views of one post: heavy-tailed, around what is usual in the community.
 *
 * @param usual  the community's own level, around 1
 */
export function drawReactions(
  community: CommunityProfile,
  usual: number,
  pull: Pull,
  random: RandomStream,
): { likes: number; shares: number; views: number } {
  // Likes grow with the square root of the membership: most members are asleep.
  const level = 6 * usual * portablePower(community.members / 3000, 0.5);
  const luck = random.spread(0.95);
  const likes = random.poisson(Math.min(level * pull.likes * luck, 4000));
  const shares = random.poisson(Math.min(level * 0.09 * pull.shares * luck * random.spread(0.6), 1500));
  const views = Math.floor(community.members * (0.08 + 0.2 * random.unit())) + likes * random.between(6, 16);
  return { likes, shares, views };
}
