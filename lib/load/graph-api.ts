import type { Intake, JsonFormat } from "./export-record";
import { parseClock } from "./parse-time";
import {
  type Fields, fieldOf, hasField, readCount, readId, readListIn, readOptionalId, readText,
} from "./read-field";

/**
 * Facebook's Graph API, `/{group}/feed`: posts with `comments.data` where they were asked for.
 *
 * An absent `shares` means 0 here. Only the sum of reactions is given, and stands as `likes`. A `story` ("Anna
 * updated the group photo.") is Facebook's sentence and names a person; it is not read as text.
 */
export const graphApi: JsonFormat = {
  name: "Graph API JSON",
  recognises: (record) => hasField(record, "created_time") && ["id", "message", "from"].some(
    (field) => hasField(record, field)
  ),
  read: readPost,
};

function readPost(record: Fields, intake: Intake): void {
  const id = readId(record, "id");
  const communityId = /^(\d+)_/.exec(id)?.[1] ?? null;
  const from = fieldOf(record, "from");
  const author = readOptionalId(from, "id", "from.id");
  const isOwn = author !== null && author === communityId;
  const comments = fieldOf(record, "comments");
  intake.post({
    platform: "facebook",
    kind: "post",
    id,
    communityId,
    communityName: isOwn ? readText(from, "name", "from.name") : null,
    parent: null,
    authorId: author,
    createdAt: parseClock(fieldOf(record, "created_time"), "created_time", null),
    text: readText(record, "message"),
    likes: totalOf(fieldOf(record, "reactions"), "reactions") ?? totalOf(fieldOf(record, "likes"), "likes"),
    shares: hasField(record, "shares") ? readCount(fieldOf(record, "shares"), "count", "shares.count") : 0,
    comments: totalOf(comments, "comments"),
    byAdmin: isOwn ? true : null,
    repost: false,
  });
  readComments(comments, "comments.data", intake, { communityId, post: id, answered: id });
}

interface Surroundings {
  readonly communityId: string | null;
  readonly post: string;
  readonly answered: string;
}

function readComments(list: unknown, where: string, intake: Intake, around: Surroundings): void {
  readListIn(list, "data").forEach((comment, i) => {
    intake.attempt(`${where}[${i}]`, () => {
      const id = readId(comment, "id");
      const author = readOptionalId(fieldOf(comment, "from"), "id", "from.id");
      intake.post({
        platform: "facebook",
        kind: "comment",
        id,
        communityId: around.communityId,
        parent: around.answered,
        thread: around.post,
        authorId: author,
        createdAt: parseClock(fieldOf(comment, "created_time"), "created_time", null),
        text: readText(comment, "message"),
        likes: totalOf(fieldOf(comment, "reactions"), "reactions") ?? readCount(comment, "like_count"),
        shares: null,
        comments: readCount(comment, "comment_count"),
        byAdmin: author !== null && author === around.communityId ? true : null,
        repost: false,
      });
      readComments(fieldOf(comment, "comments"), "comments.data", intake, { ...around, answered: id });
    });
  });
}

function totalOf(edge: unknown, field: string): number | null {
  return readCount(fieldOf(edge, "summary"), "total_count", `${field}.summary.total_count`);
}
