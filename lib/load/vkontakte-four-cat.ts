import type { Intake, TableFormat } from "./export-record";
import { describeValue, FieldError } from "./field-error";
import { parseUnixSeconds } from "./parse-time";
import { type Fields, fieldOf, readCount, readId, readOptionalId, readText } from "./read-field";
import { stripVkontakteMarkup } from "./strip-vkontakte-markup";
import { vkontakteKey } from "./vkontakte-api";

/**
 * 4CAT's CSV of VKontakte.
 *
 * The wall stands only in `link`; `timestamp` is in the server's zone, so `unix_timestamp` is read. Reposts
 * are not marked, and their number is not given.
 */
export const vkontakteFourCat: TableFormat = {
  name: "4CAT CSV of VKontakte",
  recognises: (columns) => ["unix_timestamp", "item_type", "body"].every((column) => columns.has(column)),
  needed: ["id", "unix_timestamp", "link", "item_type", "body"],
  read: readRow,
};

function readRow(row: Fields, intake: Intake): void {
  const type = readText(row, "item_type");
  if (type !== "post" && type !== "comment") throw new FieldError(
    "item_type", '"post" or "comment"', describeValue(type),
  );
  const link = readText(row, "link");
  const owner = /wall(-?\d+)_\d+/.exec(link)?.[1];
  if (owner === undefined) throw new FieldError(
    "link", "an address with the wall in it, such as wall-1_2", describeValue(link),
  );

  const author = readOptionalId(row, "author_id");
  const thread = readOptionalId(row, "thread_id");
  const above = readOptionalId(row, "in_reply_to_comment_id");
  const post = type === "comment" && thread !== null ? vkontakteKey(owner, thread) : null;
  intake.post({
    platform: "vkontakte",
    kind: type,
    id: vkontakteKey(owner, readId(row, "id")),
    communityId: owner,
    communityName: author === owner ? readText(row, "author_name") : null,
    parent: type === "comment" && above !== null ? vkontakteKey(owner, above) : post,
    thread: post,
    authorId: author,
    createdAt: parseUnixSeconds(fieldOf(row, "unix_timestamp"), "unix_timestamp"),
    text: stripVkontakteMarkup(readText(row, "body")),
    likes: readCount(row, "likes"),
    shares: null,
    comments: type === "post" ? readCount(row, "post_comments") : null,
    byAdmin: author === null ? null : author === owner,
    repost: false,
  });
}
