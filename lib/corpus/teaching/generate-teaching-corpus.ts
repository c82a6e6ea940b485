import { AuthorPool } from "./author-pool";
import { DAY_MS, hourWeights, minutesAhead } from "./calendar";
import { type CommunityProfile, hasCommentTexts, loadCommunityProfiles, type Place } from "./community-profile";
import { copyAcross } from "./copy-across";
import { type CommunityLevel, type Draft, draftPost } from "./draft-post";
import { commentPull, likePull } from "./engagement-pull";
import { kindChooser } from "./kind-chooser";
import { dayMoods, dealPostSlots, type PostSlot } from "./post-slot";
import { RandomStream } from "./random-stream";
import { drawReactions } from "./reaction";
import { scaleEffect, type Stance } from "./teaching-plan";
import type { TeachingPost } from "./teaching-post";
import { openWorld, takesStance, type World } from "./teaching-world";
import { type Slogan, writeThread } from "./thread";

/** What to generate. */
export interface TeachingOptions {
  /** Any whole number; the same seed gives the same bytes on every machine. */
  readonly seed?: number;
  /** False gives the null corpus: as much of everything, and no effect. Same as effect 0. */
  readonly planted?: boolean;
  /** Size of the corpus; 1 is about 30,000 posts and 90,000 comments. */
  readonly scale?: number;
  /** Size of every planted effect, as a multiple of what `data/teaching-corpus.json` states; from 0 up. */
  readonly effect?: number;
}

/** A generated corpus: the 37 communities, the candidates beside them, and every post with its labels. */
export interface TeachingCorpus {
  readonly options: Required<TeachingOptions>;
  readonly communities: readonly CommunityProfile[];
  /** By community, then in order of time. */
  readonly posts: readonly TeachingPost[];
}

/**
 * Write the teaching corpus: posts and comments that nobody wrote, with effects of known size planted in them.
 *
 * @returns posts with their labels, which no export may hold; see `writeTeachingCorpus` for the files
 * @throws RangeError for a scale or an effect outside its range
 */
export function generateTeachingCorpus(options: TeachingOptions = {}): TeachingCorpus {
  const { seed = 1, planted = true, scale = 1, effect = 1 } = options;
  const refuse = (needed: string, found: number): never => {
    throw new RangeError(`generateTeachingCorpus: ${needed}, found ${found}`);
  };
  if (!Number.isSafeInteger(seed)) refuse("seed must be a whole number", seed);
  if (!(scale > 0 && scale <= 20)) refuse("scale must be above 0 and at most 20", scale);
  if (!(effect >= 0 && effect <= 4)) refuse("effect must be from 0 to 4", effect);

  const size = planted ? effect : 0;
  const world = openWorld(seed, scale, size);
  const communities = loadCommunityProfiles();
  const drafts = communities.flatMap((community) => draftCommunity(community, world));
  copyAcross(drafts, world);
  return {
    options: { seed, planted: planted && effect > 0, scale, effect: size },
    communities,
    posts: finish(drafts, world),
  };
}

function draftCommunity(community: CommunityProfile, world: World): Draft[] {
  const { plan, seed, scale, effect } = world;
  const random = new RandomStream(seed, `community ${community.id}`);
  const wanted = community.posts * scale;
  const poolSize = Math.max(12, Math.floor(30 + wanted * 0.5));
  const first = (world.authorsSoFar.get(community.platform) ?? 0) + 1;
  world.authorsSoFar.set(community.platform, first + poolSize - 1);

  const stance = plan.effects.stance;
  const share = (name: Stance): number => scaleEffect(stance.nullSize[name], stance.planted[name], Math.min(effect, 1));
  const leanings = { support: share("support"), doubt: share("doubt"), neither: share("neither") };
  const pool = new AuthorPool(community, poolSize, first, random, world.names, plan.noise, leanings);

  const identitySd = plan.effects["identity-engagement"].planted.communitySd;
  const level: CommunityLevel = {
    likes: random.spread(0.35),
    comments: random.spread(0.3),
    identity: random.spread(identitySd * Math.min(effect, 1)),
  };
  const chooseKind = kindChooser(community, world, random);
  const moods = dayMoods(plan.corpus.days, new RandomStream(seed, `moods ${community.platform}`));
  const slots = dealPostSlots(community, wanted, plan, effect, random, moods);
  const timed = slots
    .map((slot) => ({ slot, ...momentOf(slot, community, world, random) }))
    .sort((a, b) => a.at - b.at);

  const drafts: Draft[] = [];
  for (const { slot, at, place } of timed) {
    drafts.push(draftPost({ community, pool, level, place, at, slot, kind: chooseKind(slot) }, drafts, world, random));
  }
  return drafts;
}

function momentOf(
  slot: PostSlot,
  community: CommunityProfile,
  world: World,
  random: RandomStream,
): { at: number; place: Place } {
  const place = community.places[random.weighted(community.placeWeights)]!;
  const local = world.start + slot.day * DAY_MS + random.weighted(hourWeights()) * 3_600_000 + random.below(3600) * 1000;
  const at = local - minutesAhead(place.offset, place.summer, local) * 60_000;
  // A day of the window is a day in UTC: what falls outside it is moved to the same hour inside.
  const into = (((at - world.start) % DAY_MS) + DAY_MS) % DAY_MS;
  return { at: world.start + slot.day * DAY_MS + into, place };
}

/** Add reactions and comments. Comments are dealt so that the sampled communities have the planned number together. */
function finish(drafts: readonly Draft[], world: World): TeachingPost[] {
  const { plan, seed, scale } = world;
  const pulls = drafts.map((draft) => commentPull(draft, world));
  let total = 0;
  drafts.forEach((draft, i) => {
    if (draft.community.sampled && hasCommentTexts(draft.community)) total += pulls[i]!;
  });
  const perPull = (plan.corpus.comments * scale) / total;

  const slogans = new Map<string, Slogan[]>();
  const nextNumber = new Map<string, number>();
  for (const draft of drafts) nextNumber.set(draft.community.id, draft.number + 1);

  return drafts.map((draft, i): TeachingPost => {
    const { community, pool, level, kind, labels } = draft;
    const random = new RandomStream(seed, `thread ${community.id} ${draft.number}`);
    const pull = likePull(draft, world);
    const reactions = drawReactions(community, level.likes, pull, random);
    const wanted = random.poisson(perPull * pulls[i]!);
    const next = nextNumber.get(community.id)!;
    const platformSlogans = slogans.get(community.platform) ?? [];
    slogans.set(community.platform, platformSlogans);
    const comments = !hasCommentTexts(community) ? [] : writeThread(
      {
        community, place: draft.place, pool, kind, author: draft.author, language: labels.language, at: draft.at,
        until: world.end, noise: plan.noise, slogans: platformSlogans, takesStance: takesStance(world),
      },
      wanted, world.writer, next, random,
    );
    nextNumber.set(community.id, next + comments.length);
    return {
      community,
      number: draft.number,
      author: draft.author,
      place: draft.place,
      at: draft.at,
      text: draft.text,
      labels,
      repeats: draft.repeats,
      copies: draft.copies,
      isRepost: draft.isRepost,
      hasPicture: draft.hasPicture,
      ...reactions,
      commentCount: hasCommentTexts(community) ? comments.length : wanted,
      comments,
    };
  });
}
