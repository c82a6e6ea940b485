import { adminShare, memberFor } from "./author-role";
import type { AuthorPool, TeachingAuthor } from "./author-pool";
import type { CommunityProfile, Place } from "./community-profile";
import { repeatText } from "./noise";
import type { PostKind } from "./post-kind";
import type { PostSlot } from "./post-slot";
import type { RandomStream } from "./random-stream";
import type { PlantedLabels, TeachingPost } from "./teaching-post";
import { takesStance, type World } from "./teaching-world";
import { LANGUAGES } from "./text-writer";
import { figureIn, stanceOf } from "./thread";

/** A post before its reactions and comments are known. */
export interface Draft {
  readonly community: CommunityProfile;
  readonly pool: AuthorPool;
  readonly level: CommunityLevel;
  readonly number: number;
  readonly author: TeachingAuthor;
  readonly place: Place;
  readonly kind: PostKind;
  readonly at: number;
  text: string;
  labels: PlantedLabels;
  readonly repeats: number | null;
  copies: TeachingPost["copies"];
  /** End of the day that the post announces; nobody repeats or copies it after. */
  announced: number | null;
  readonly isRepost: boolean;
  readonly hasPicture: boolean;
}

/** What is usual in one community, drawn once. */
export interface CommunityLevel {
  readonly likes: number;
  readonly comments: number;
  readonly identity: number;
}

/** Everything that is settled before a post is worded. */
export interface Writing {
  readonly community: CommunityProfile;
  readonly pool: AuthorPool;
  readonly level: CommunityLevel;
  readonly place: Place;
  readonly at: number;
  readonly slot: PostSlot;
  readonly kind: PostKind;
}

/**
 * Word one post: who writes it, in which language, what, and with which slips; or an old advert again, or a picture alone.
 *
 * @param before  drafts of the same community so far, among which adverts are found to repeat
 */
export function draftPost(writing: Writing, before: readonly Draft[], world: World, random: RandomStream): Draft {
  const { community, pool, place, at, slot, kind } = writing;
  const { plan } = world;
  const byAdmin = random.chance(adminShare(community, kind, world));
  const author = byAdmin ? pool.admin(random) : memberFor(kind, pool, world, random);

  const isAdvert = kind.type === "advertisement";
  const valid = isAdvert ? author.adverts.filter((advert) => !isOver(before[advert]!, at)) : [];
  const repeated = valid.length > 0 && random.chance(plan.noise.advertsRepeated) ? before[random.pick(valid)]! : null;
  const hasPicture = random.chance(0.35);
  // Adverts and acts need their words, so the pictures fall on the rest, which is a little over half.
  const pictureOnly = !isAdvert && kind.act === null && random.chance(plan.noise.pictureOnly * 1.8);

  const stance = kind.says.endsWith(".opinion") ? stanceOf(author, random) : null;
  const says = stance === null ? kind.says : `${kind.says}.${takesStance(world) ? stance : "neither"}`;
  const wanted = LANGUAGES[random.weighted(community.languages)]!;
  const setting = { place, at, occasion: slot.shock?.name, isPost: true };
  const written = world.writer.write(says, wanted, setting, author.habit, random);
  const text = pictureOnly ? "" : repeated === null ? written.text : repeatText(repeated.text, random);

  const number = before.length + 1;
  if (isAdvert) author.adverts.push(number - 1);
  return {
    ...writing,
    number,
    author,
    kind: repeated?.kind ?? kind,
    at,
    text,
    labels: repeated !== null ? { ...repeated.labels, byAdmin } : {
      kind: kind.kind,
      topics: pictureOnly ? ["other"] : kind.topics,
      type: pictureOnly ? "none" : kind.type,
      act: pictureOnly ? null : kind.act,
      crisis: kind.crisis,
      stance: pictureOnly || stance === null ? null : takesStance(world) ? stance : "neither",
      figure: pictureOnly || stance === null ? null : figureIn(written.clean),
      language: pictureOnly ? "none" : written.language,
      byAdmin,
      spam: kind.kind === "other.spam",
      shock: slot.shock?.name ?? null,
      mixedScriptWords: pictureOnly ? 0 : written.mixedScriptWords,
      typingErrors: pictureOnly ? 0 : written.typingErrors,
      synonyms: pictureOnly ? 0 : written.synonyms,
      translit: !pictureOnly && written.translit,
    },
    repeats: repeated?.number ?? null,
    copies: null,
    announced: pictureOnly ? null : repeated === null ? written.announced : repeated.announced,
    isRepost: !pictureOnly && kind.type !== "advertisement" && kind.act === null && random.chance(plan.noise.reposts),
    hasPicture: hasPicture || pictureOnly,
  };
}

/** Whether the day that a post announces is over. */
export function isOver({ announced }: Pick<Draft, "announced">, at: number): boolean {
  return announced !== null && at >= announced;
}
