import { postOfAddress } from "./crowdtangle-csv";
import type { Intake, JsonFormat } from "./export-record";
import { namesZone, parseClock, parseUnixSeconds } from "./parse-time";
import {
  type Fields, fieldOf, hasField, readCount, readId, readList, readOptionalId, readText, sumCounts,
} from "./read-field";

/**
 * JSON of the tool facebook-scraper: a post with its comments and their replies.
 *
 * `timestamp` is UTC. Where it is null only `time` remains, in the zone of the machine that scraped, which
 * the reader gives as the option `zone`.
 */
export const facebookScraper: JsonFormat = {
  name: "facebook-scraper JSON",
  recognises: (record) =>
    fieldOf(record, "from_id") === undefined && fieldOf(record, "date") === undefined &&
    ["post_id", "time", "text", "post_text", "comments_full", "reactions", "user_id", "post_url"].filter(
      (field) => fieldOf(record, field) !== undefined,
    ).length >= 3,
  read: readPost,
};

function readPost(record: Fields, intake: Intake): void {
  const address = readText(record, "post_url");
  const communityId =
    readOptionalId(record, "group_id") ?? readOptionalId(record, "page_id") ??
    /\/groups\/(\d+)/.exec(address)?.[1] ?? null;
  const local = readOptionalId(record, "post_id") ?? postOfAddress(address) ?? readId(record, "post_id");
  const id = communityId === null || local.includes("_") ? local : `${communityId}_${local}`;
  const author = readOptionalId(record, "user_id");
  const reactions = fieldOf(record, "reactions");
  const kinds = typeof reactions === "object" && reactions !== null ? Object.keys(reactions) : [];
  intake.post({
    platform: "facebook",
    kind: "post",
    id,
    communityId,
    parent: null,
    authorId: author,
    createdAt: readTime(record, "timestamp", "time", intake),
    text: readText(record, "text") || readText(record, "post_text"),
    likes: readCount(record, "likes"),
    shares: readCount(record, "shares"),
    comments: readCount(record, "comments"),
    reactions: sumCounts(kinds.map((kind) => readCount(reactions, kind, `reactions.${kind}`))),
    byAdmin: author !== null && author === communityId ? true : null,
    repost: hasField(record, "shared_post_id"),
    copyOf: readOptionalId(record, "shared_post_id"),
  });
  readComments(record, "comments_full", intake, { communityId, post: id, answered: id });
}

interface Surroundings {
  readonly communityId: string | null;
  readonly post: string;
  readonly answered: string;
}

function readComments(record: Fields, field: string, intake: Intake, around: Surroundings): void {
  readList(record, field).forEach((comment, i) => {
    intake.attempt(`${field}[${i}]`, () => {
      const id = readId(comment, "comment_id");
      intake.post({
        platform: "facebook",
        kind: "comment",
        id,
        communityId: around.communityId,
        parent: around.answered,
        thread: around.post,
        authorId: readOptionalId(comment, "commenter_id"),
        createdAt: readTime(comment, "comment_timestamp", "comment_time", intake),
        text: readText(comment, "comment_text"),
        likes: readCount(comment, "comment_reaction_count"),
        shares: null,
        comments: null,
        byAdmin: null,
        repost: false,
      });
      readComments(comment, "replies", intake, { ...around, answered: id });
    });
  });
}

function readTime(record: Fields, unix: string, clock: string, intake: Intake): Date {
  if (hasField(record, unix)) return parseUnixSeconds(fieldOf(record, unix), unix);
  const value = fieldOf(record, clock);
  return namesZone(value) ? parseClock(value, clock, null) : intake.localTime(value, clock);
}
