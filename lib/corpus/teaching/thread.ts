import type { AuthorPool, TeachingAuthor } from "./author-pool";
import { DAY_MS } from "./calendar";
import type { CommunityProfile, Place } from "./community-profile";
import type { PostKind } from "./post-kind";
import type { RandomStream } from "./random-stream";
import type { TeachingComment } from "./teaching-post";
import type { NoiseRate, Stance } from "./teaching-plan";
import { type Language, LANGUAGES, type TextWriter } from "./text-writer";

/** What the comments of one post are made from. */
export interface ThreadSetting {
  readonly community: CommunityProfile;
  readonly place: Place;
  readonly pool: AuthorPool;
  readonly kind: PostKind;
  readonly author: TeachingAuthor;
  readonly language: string;
  readonly at: number;
  /** Comments after this instant were not collected. */
  readonly until: number;
  readonly noise: Readonly<Record<NoiseRate, number>>;
  /** Political comments already made on the platform, to be copied word for word within the weeks after. */
  readonly slogans: Slogan[];
  readonly takesStance: boolean;
}

/** A comment that others may copy, and when it was made. */
export interface Slogan {
  readonly text: string;
  readonly at: number;
}

/** A slogan is copied for four weeks, while it is in the air, and never before it was made. */
const IN_THE_AIR = 28 * DAY_MS;

type Choices = readonly (readonly [symbol: string, weight: number])[];

/** What people write under posts of each class. */
const TOP_LEVEL: Readonly<Record<string, Choices>> = {
  work: [["work", 60], ["generic", 25], ["offtopic", 10], ["spam", 5]],
  documents: [["documents", 66], ["generic", 22], ["offtopic", 8], ["spam", 4]],
  housing: [["housing", 62], ["generic", 26], ["offtopic", 8], ["spam", 4]],
  health: [["health", 62], ["generic", 24], ["condolence", 5], ["offtopic", 9]],
  vaccine: [["vaccine", 62], ["health", 8], ["generic", 22], ["offtopic", 8]],
  fundraise: [["fundraise", 66], ["generic", 20], ["condolence", 8], ["offtopic", 6]],
  condolence: [["condolence", 76], ["generic", 16], ["offtopic", 8]],
  identity: [["identity", 76], ["generic", 14], ["offtopic", 8], ["spam", 2]],
  politics: [["politics", 72], ["generic", 14], ["offtopic", 10], ["identity", 4]],
  border: [["border", 60], ["politics", 10], ["condolence", 10], ["fundraise", 6], ["generic", 14]],
  goods: [["goods", 58], ["generic", 26], ["offtopic", 10], ["spam", 6]],
  greeting: [["wish", 40], ["generic", 40], ["offtopic", 20]],
  generic: [["generic", 50], ["offtopic", 38], ["work", 4], ["goods", 4], ["spam", 4]],
};

const REPLY: Readonly<Record<string, Choices>> = {
  politics: [["reply.politics", 40], ["reply.agree", 20], ["reply.disagree", 25], ["politics", 15]],
  border: [["reply.politics", 25], ["reply.agree", 40], ["reply.disagree", 10], ["border", 25]],
  identity: [["reply.identity", 45], ["reply.agree", 20], ["reply.disagree", 20], ["identity", 15]],
  other: [["reply.answer", 62], ["reply.agree", 14], ["reply.disagree", 8], ["generic", 16]],
};

/** Share of comments that answer another one. */
const REPLY_SHARE: Readonly<Record<string, number>> = {
  politics: 0.5, identity: 0.46, border: 0.36, work: 0.3, documents: 0.38,
};
const TOPIC_OF: Readonly<Record<string, string>> = {
  work: "work", documents: "documents", housing: "housing", health: "health", vaccine: "health", identity: "identity",
  politics: "politics", border: "border", "reply.politics": "politics", "reply.identity": "identity",
};

/**
 * Write the comments under one post, in order of time.
 *
 * @param count    how many to write; fewer come out when the window ends before they do
 * @param writer   as the posts are written
 * @param nextNumber  number that the first comment bears in its community
 */
export function writeThread(
  setting: ThreadSetting,
  count: number,
  writer: TextWriter,
  nextNumber: number,
  random: RandomStream,
): TeachingComment[] {
  const { kind, community, noise } = setting;
  const lags = Array.from({ length: count }, () => {
    const slow = random.gamma(1);
    return 40 + Math.floor(9000 * slow * slow + 900 * random.gamma(1));
  }).sort((a, b) => a - b);

  const comments: TeachingComment[] = [];
  for (const lag of lags) {
    const at = setting.at + lag * 1000;
    if (at >= setting.until) break;
    const answers = comments.length > 0 && random.chance(REPLY_SHARE[kind.comments] ?? 0.25)
      ? random.below(comments.length)
      : null;
    const author = commenter(setting, answers !== null, random);
    const says = chooseSymbol(kind.comments, answers !== null, author, setting, random);
    const language = random.chance(0.5) && setting.language !== "english"
      ? (setting.language as Language)
      : LANGUAGES[random.weighted(community.languages)]!;

    const heard = says.stance === null || !random.chance(noise.politicalCommentsCopied)
      ? []
      : setting.slogans.filter((slogan) => slogan.at < at && slogan.at >= at - IN_THE_AIR);
    const copied = heard.length > 0;
    const written = writer.write(says.symbol, language, { place: setting.place, at, isPost: false }, author.habit, random);
    const text = copied ? random.pick(heard).text : written.text;
    if (says.stance !== null && !copied) setting.slogans.push({ text, at });

    comments.push({
      number: nextNumber + comments.length,
      answers,
      author,
      at,
      text,
      labels: {
        kind: says.symbol,
        topics: topicsOf(says.class, kind),
        type: says.class === "spam" ? "advertisement" : "discussion",
        act: null,
        crisis: kind.crisis,
        stance: copied ? null : says.stance,
        figure: copied || says.stance === null ? null : figureIn(written.clean),
        language: written.language,
        byAdmin: author.isAdmin,
        spam: says.class === "spam",
        shock: null,
        mixedScriptWords: copied ? 0 : written.mixedScriptWords,
        typingErrors: copied ? 0 : written.typingErrors,
        synonyms: copied ? 0 : written.synonyms,
        translit: !copied && written.translit,
      },
      likes: random.poisson(0.7 * random.spread(1.1)),
      deleted: random.chance(noise.deletedComments),
    });
  }
  return comments;
}

/** The post's author answers under her own post; else whoever usually writes. */
function commenter(setting: ThreadSetting, isReply: boolean, random: RandomStream): TeachingAuthor {
  if (random.chance(isReply ? 0.3 : 0.05)) return setting.author;
  if (setting.kind.crisis !== null && random.chance(0.5)) return setting.pool.anyMember(random);
  return setting.pool.usual(random);
}

function chooseSymbol(
  group: string,
  isReply: boolean,
  author: TeachingAuthor,
  setting: ThreadSetting,
  random: RandomStream,
): { symbol: string; class: string; stance: Stance | null } {
  const choices = isReply ? (REPLY[group] ?? REPLY.other!) : (TOP_LEVEL[group] ?? TOP_LEVEL.generic!);
  const chosen = choices[random.weighted(choices.map(([, weight]) => weight))]![0];
  if (chosen === "politics") {
    const stance = setting.takesStance ? stanceOf(author, random) : "neither";
    return { symbol: `comment.politics.${stance}`, class: chosen, stance };
  }
  if (chosen === "wish" || chosen.startsWith("reply.")) return { symbol: chosen, class: chosen, stance: null };
  return { symbol: `comment.${chosen}`, class: chosen, stance: null };
}

/** An author keeps to a leaning nine times in ten. */
export function stanceOf(author: TeachingAuthor, random: RandomStream): Stance {
  return random.chance(0.9) ? author.leaning : random.pick(["support", "doubt", "neither"]);
}

/** Whom a text names. */
export function figureIn(clean: string): string | null {
  if (/рахмон|rahmon/i.test(clean)) return "rahmon";
  if (/жапаров|садыр|japarov|zhaparov|sadyr/i.test(clean)) return "japarov";
  return /ж[еэ]енбеков|жээнбеков|сооронбай|сокең|jeenbekov/i.test(clean) ? "jeenbekov" : null;
}

function topicsOf(group: string, kind: PostKind): readonly string[] {
  if (group === "fundraise") return kind.topics;
  return [TOPIC_OF[group] ?? "other"];
}
