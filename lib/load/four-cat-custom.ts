import type { Intake, TableFormat } from "./export-record";
import { namesZone, parseClock, parseUnixSeconds } from "./parse-time";
import { type Fields, fieldOf, readId, readOptionalId, readText } from "./read-field";

/**
 * 4CAT's custom CSV, the form into which any other collection can be brought.
 *
 * A row whose `thread_id` is its own id, or empty, opens a thread and is a post; any other is a comment on
 * it. The form names neither platform nor community: the platform is its folder's, the community its
 * sub-folder's or the file's name. Ids are often numbers of rows or of a channel's messages, and count within
 * that community only.
 */
export const fourCatCustom: TableFormat = {
  name: "4CAT custom CSV",
  recognises: (columns) => ["body", "timestamp"].every(
    (column) => columns.has(column)
  ) && !columns.has("unix_timestamp"),
  needed: ["id", "thread_id", "author", "body", "timestamp"],
  read: readRow,
};

function readRow(row: Fields, intake: Intake): void {
  const id = readId(row, "id");
  const thread = readOptionalId(row, "thread_id");
  const isComment = thread !== null && thread !== id;
  intake.post({
    platform: intake.platform,
    kind: isComment ? "comment" : "post",
    id,
    scope: intake.place,
    communityId: null,
    communityName: intake.place,
    parent: isComment ? thread : null,
    authorId: readText(row, "author").trim() || null,
    createdAt: readTime(fieldOf(row, "timestamp"), intake),
    text: readText(row, "body"),
    likes: null,
    shares: null,
    comments: null,
    byAdmin: null,
    repost: false,
  });
}

function readTime(value: unknown, intake: Intake): Date {
  if (
    typeof value === "string" && /^\s*\d{9,}(\.0+)?\s*$/.test(value)
  ) return parseUnixSeconds(value, "timestamp");
  return namesZone(value) ? parseClock(value, "timestamp", null) : intake.localTime(value, "timestamp");
}
