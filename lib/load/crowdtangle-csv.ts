import type { Intake, TableFormat } from "./export-record";
import { FieldError } from "./field-error";
import { parseClock } from "./parse-time";
import { type Fields, fieldOf, readCount, readOptionalId, readText, sumCounts } from "./read-field";

const REACTIONS = ["likes", "love", "wow", "haha", "sad", "angry", "care"];

/**
 * CrowdTangle's CSV of posts, for pages and for groups.
 *
 * Each row names its own zone, which changes with daylight saving inside one file. A row has no post id,
 * which is taken from its address. A page publishes its posts itself; who wrote in a group is not told.
 */
export const crowdtangleCsv: TableFormat = {
  name: "CrowdTangle CSV",
  recognises: (columns) =>
    (columns.has("page name") || columns.has("group name")) &&
    [
      "post created", "total interactions", "facebook id", "overperforming score",
    ].some((column) => columns.has(column)),
  needed: ["post created", "url", "message"],
  renamed: new Map([["created", "post created"]]),
  read: readRow,
};

function readRow(row: Fields, intake: Intake): void {
  const isPage = fieldOf(row, "page name") !== undefined;
  const name = readText(row, isPage ? "page name" : "group name").trim();
  const communityId = readOptionalId(row, "facebook id");
  if (communityId === null && name === "") {
    throw new FieldError(isPage ? "Page Name" : "Group Name", "a name or a Facebook Id", "an empty cell");
  }
  const url = readText(row, "url").trim();
  if (url === "") throw new FieldError(
    "URL", "the post's address, which tells it from others", "an empty cell",
  );
  const postId = postOfAddress(url);
  const createdAt = parseClock(fieldOf(row, "post created"), "Post Created", null);
  if (communityId !== null) {
    intake.community({
      platform: "facebook", id: communityId, name, members: null, access: null, type: isPage ? "page" : "group",
    });
  }

  intake.post({
    platform: "facebook",
    kind: "post",
    id: postId === null ? url : postId.includes("_") || communityId === null ? postId : `${communityId}_${postId}`,
    communityId,
    communityName: name,
    parent: null,
    authorId: isPage ? (communityId ?? name) : null,
    createdAt,
    text: readText(row, "message"),
    likes: readCount(row, "likes", "Likes"),
    shares: readCount(row, "shares", "Shares"),
    comments: readCount(row, "comments", "Comments"),
    reactions: sumCounts(REACTIONS.map((column) => readCount(row, column))),
    byAdmin: isPage ? true : null,
    repost: false,
    advert: readText(row, "sponsor id").trim() !== "",
  });
}

/**
 * The post's id in a Facebook address, or null where there is none.
 *
 * @example
 * postOfAddress("https://www.facebook.com/groups/12/permalink/345/"); // "345"
 * postOfAddress("https://www.facebook.com/permalink.php?story_fbid=345&id=12"); // "345"
 * postOfAddress("https://www.facebook.com/12_345"); // "12_345"
 */
export function postOfAddress(url: string): string | null {
  const match =
    /[?&](?:story_fbid|fbid|v|multi_permalinks)=(pfbid\w+|\d+)/.exec(url) ??
    /\/(?:posts|permalink|videos|reel|photos(?:\/[^/?]+)?)\/(?:[^/?]*\/)?(pfbid\w+|\d+)\/?(?:[?#]|$)/.exec(url) ??
    /facebook\.com\/(\d+_\d+)\/?(?:[?#]|$)/.exec(url);
  return match?.[1] ?? null;
}
