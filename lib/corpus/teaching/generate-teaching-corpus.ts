import { AuthorPool, type NameLists, type TeachingAuthor } from "./author-pool";
import { DAY_MS, dayStart, hourWeights, minutesAhead } from "./calendar";
import { type CommunityProfile, loadCommunityProfiles, type Place } from "./community-profile";
import { loadSynonyms, repeatText } from "./noise";
import { loadPostKinds, type PostKind } from "./post-kind";
import { dayMoods, dealPostSlots, type PostSlot } from "./post-slot";
import { RandomStream } from "./random-stream";
import { drawReactions } from "./reaction";
import { loadTeachingPlan, readRows, scaleEffect, type Stance, type TeachingPlan } from "./teaching-plan";
import type { PlantedLabels, TeachingPost } from "./teaching-post";
import { TextBank } from "./text-bank";
import { LANGUAGES, TextWriter } from "./text-writer";
import { figureIn, stanceOf, writeThread } from "./thread";

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
  if (!Number.isSafeInteger(seed)) throw new RangeError(`generateTeachingCorpus: seed must be a whole number, found ${seed}`);
  if (!(scale > 0 && scale <= 20)) throw new RangeError(`generateTeachingCorpus: scale must be above 0 and at most 20, found ${scale}`);
  if (!(effect >= 0 && effect <= 4)) throw new RangeError(`generateTeachingCorpus: effect must be from 0 to 4, found ${effect}`);

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

/** Everything that the parts of one generation share. */
interface World {
  readonly seed: number;
  readonly scale: number;
  readonly effect: number;
  readonly plan: TeachingPlan;
  readonly kinds: readonly PostKind[];
  readonly kindNamed: ReadonlyMap<string, PostKind>;
  readonly names: NameLists;
  readonly writer: TextWriter;
  readonly start: number;
  readonly end: number;
  /** Authors numbered so far, by platform. */
  readonly authorsSoFar: Map<string, number>;
}

/** A post before its reactions and comments are known. */
interface Draft {
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
  readonly isRepost: boolean;
  readonly hasPicture: boolean;
}

/** What is usual in one community, drawn once. */
interface CommunityLevel {
  readonly likes: number;
  readonly comments: number;
  readonly identity: number;
}

function openWorld(seed: number, scale: number, effect: number): World {
  const plan = loadTeachingPlan();
  const kinds = loadPostKinds();
  const names = readRows("data/teaching/names.csv");
  const list = (kind: string) => names.filter((row) => row.kind === kind).map((row) => ({ latin: row.latin!, cyrillic: row.cyrillic! }));
  const words = plan.effects["named-words"];
  const writer = new TextWriter(TextBank.load("data/teaching"), loadSynonyms(), {
    synonymRate: scaleEffect(words.nullSize.synonymRate, words.planted.synonymRate, Math.min(effect, 1)),
    noise: plan.noise,
  });
  const start = dayStart(plan.corpus.from);
  return {
    seed,
    scale,
    effect,
    plan,
    kinds,
    kindNamed: new Map(kinds.map((kind) => [kind.kind, kind])),
    names: { male: list("male"), female: list("female"), surname: list("surname") },
    writer,
    start,
    end: start + plan.corpus.days * DAY_MS,
    authorsSoFar: new Map(),
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

function momentOf(slot: PostSlot, community: CommunityProfile, world: World, random: RandomStream): { at: number; place: Place } {
  const place = community.places[random.weighted(community.placeWeights)]!;
  const local = world.start + slot.day * DAY_MS + random.weighted(hourWeights()) * 3_600_000 + random.below(3600) * 1000;
  const at = local - minutesAhead(place.offset, place.summer, local) * 60_000;
  // A day of the window is a day in UTC: what falls outside it is moved to the same hour inside.
  const into = (((at - world.start) % DAY_MS) + DAY_MS) % DAY_MS;
  return { at: world.start + slot.day * DAY_MS + into, place };
}

/** Topics of the everyday shares, in the order in which the null rotates them. */
const TOPICS = ["work", "documents", "housing", "health", "identity", "politics", "other"] as const;

/** Shares of topics and kinds in one community, as a function from what prompted a post to its kind. */
function kindChooser(community: CommunityProfile, world: World, random: RandomStream): (slot: PostSlot) => PostKind {
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
  const weigh = (kind: PostKind): number => (onPage ? scaleEffect(kind.share, kind.pageShare, Math.min(effect, 1)) : kind.share);
  // The quiet news of the border belongs to the everyday politics of home.
  const topicOf = (kind: PostKind): string => (kind.topics[0] === "border" ? "politics" : kind.topics[0]!);
  const within = TOPICS.map((topic) => kinds.filter((kind) => kind.crisis === null && topicOf(kind) === topic));
  const withinWeights = within.map((some) => some.map(weigh));
  const adKinds = kinds.filter((kind) => kind.type === "advertisement");
  const inRussia = community.places.every((place) => place.country === "russia");
  const rarely = plan.effects["border-burst"].planted.demonstrationsInRussia ?? 1;
  const byCrisis = new Map(
    (["covid", "october", "border"] as const).map((crisis) => {
      const some = kinds.filter((kind) => kind.crisis === crisis);
      return [crisis, { some, weights: some.map((kind) => weigh(kind) * (inRussia && kind.act?.includes("demonstr") ? rarely : 1)) }];
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
    return within[topic]![random.weighted(weights.map((w, i) => (within[topic]![i]!.comments === "vaccine" ? w * grown : w)))]!;
  };
}

interface Writing {
  readonly community: CommunityProfile;
  readonly pool: AuthorPool;
  readonly level: CommunityLevel;
  readonly place: Place;
  readonly at: number;
  readonly slot: PostSlot;
  readonly kind: PostKind;
}

function draftPost(writing: Writing, before: readonly Draft[], world: World, random: RandomStream): Draft {
  const { community, pool, place, at, slot, kind } = writing;
  const { plan } = world;
  const byAdmin = random.chance(adminShare(community, kind, world));
  const author = byAdmin ? pool.admin(random) : memberFor(kind, pool, world, random);

  const repeated = kind.type === "advertisement" && author.adverts.length > 0 && random.chance(plan.noise.advertsRepeated)
    ? before[random.pick(author.adverts)]!
    : null;
  const hasPicture = random.chance(0.35);
  const pictureOnly = repeated === null && kind.act === null && kind.type !== "advertisement" && random.chance(plan.noise.pictureOnly * 1.8);

  const stance = kind.says.endsWith(".opinion") ? stanceOf(author, random) : null;
  const says = stance === null ? kind.says : `${kind.says}.${takesStance(world) ? stance : "neither"}`;
  const wanted = LANGUAGES[random.weighted(community.languages)]!;
  const written = world.writer.write(says, wanted, { place, at, occasion: slot.shock?.name, isPost: true }, author.habit, random);
  const text = pictureOnly ? "" : repeated === null ? written.text : repeatText(repeated.text, random);

  const number = before.length + 1;
  if (kind.type === "advertisement") author.adverts.push(number - 1);
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
    isRepost: !pictureOnly && kind.type !== "advertisement" && kind.act === null && random.chance(plan.noise.reposts),
    hasPicture: hasPicture || pictureOnly,
  };
}

function takesStance(world: World): boolean {
  return world.effect > 0;
}

function governanceOf(community: CommunityProfile, world: World): { adminShare: number; likes: number; shares: number; comments: number } {
  const { planted, nullSize } = world.plan.effects.governance;
  const kind = planted[community.governance === "vertical" ? "vertical" : "horizontal"];
  const scaled = (name: keyof typeof nullSize): number => scaleEffect(nullSize[name], kind[name], Math.min(world.effect, 1));
  return { adminShare: scaled("adminShare"), likes: scaled("likes"), shares: scaled("shares"), comments: scaled("comments") };
}

function adminShare(community: CommunityProfile, kind: PostKind, world: World): number {
  const { effects } = world.plan;
  const effect = Math.min(world.effect, 1);
  const usual = governanceOf(community, world).adminShare;
  if (community.governance === "advertising") return scaleEffect(usual, effects["advertising-candidates"].planted.adminShare, effect);
  if (community.governance === "vertical") return usual;
  if (kind.crisis !== null) {
    const burst = effects[`${kind.crisis}-burst`];
    return scaleEffect(burst.nullSize.adminShare, burst.planted.adminShare, effect);
  }
  return kind.topics.includes("politics") ? scaleEffect(usual, effects["political-role"].planted.quiet, effect) : usual;
}

function memberFor(kind: PostKind, pool: AuthorPool, world: World, random: RandomStream): TeachingAuthor {
  if (kind.type === "advertisement") return random.chance(0.7) ? pool.advertiser(random) : pool.usualMember(random);
  const newcomers = world.plan.effects["political-role"].planted.crisisNewcomers * Math.min(world.effect, 1);
  if (kind.crisis !== null && random.chance(newcomers)) return pool.anyMember(random);
  if (kind.type === "help-seeking" && random.chance(0.5)) return pool.anyMember(random);
  return pool.usualMember(random);
}

/** The same spam, cargo or ticket advert in several communities of a platform, a few hours apart. */
function copyAcross(drafts: readonly Draft[], world: World): void {
  const random = new RandomStream(world.seed, "copies");
  const latest = new Map<string, Draft[]>();
  for (const draft of [...drafts].sort((a, b) => a.at - b.at || a.community.index - b.community.index || a.number - b.number)) {
    if (!COPIED.has(draft.labels.kind) || draft.repeats !== null) continue;
    const key = `${draft.community.platform} ${draft.labels.kind}`;
    const seen = latest.get(key) ?? [];
    const source = seen.length > 0 && random.chance(world.plan.noise.adsCopiedAcross) ? random.pick(seen) : undefined;
    if (source !== undefined && source.community !== draft.community) {
      draft.text = random.chance(0.6) ? source.text : repeatText(source.text, random);
      draft.copies = { community: source.community.id, number: source.number };
      draft.labels = { ...source.labels, byAdmin: draft.labels.byAdmin };
    }
    latest.set(key, [...seen.slice(-7), draft]);
  }
}
const COPIED: ReadonlySet<string> = new Set(["other.spam", "other.cargo", "other.tickets", "work.team", "documents.service", "other.goods"]);

/** Add reactions and comments. Comments are dealt so that the sampled communities have the planned number together. */
function finish(drafts: readonly Draft[], world: World): TeachingPost[] {
  const { plan, seed, scale } = world;
  const pulls = drafts.map((draft) => commentPull(draft, world));
  let total = 0;
  drafts.forEach((draft, i) => {
    if (draft.community.sampled && hasCommentTexts(draft.community)) total += pulls[i]!;
  });
  const perPull = (plan.corpus.comments * scale) / total;

  const slogans = new Map<string, string[]>();
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

/** CrowdTangle gives the number of comments on a page's post, not their texts. */
export function hasCommentTexts(community: CommunityProfile): boolean {
  return !(community.platform === "facebook" && community.type === "page");
}

const IDENTITY = "identity";

function likePull(draft: Draft, world: World): { likes: number; shares: number } {
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

function commentPull(draft: Draft, world: World): number {
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
