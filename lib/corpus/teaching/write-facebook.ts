import { thousands } from "../../load/thousands";
import { minutesAhead } from "./calendar";
import { hasCommentTexts } from "./community-profile";
import { csvLine } from "./csv-line";
import { authorId, commentId, communityId, postId } from "./export-id";
import type { TeachingPost } from "./teaching-post";

/**
 * Facebook's files as researchers hold them, by file name.
 *
 * Pages are a CrowdTangle CSV: times of New York with a zone that changes inside the file, thousands with commas, no
 * texts of comments, no author. Groups are CSVs of Meta Content Library: UTF-8 with a BOM, ids beyond 2^53, and one file
 * that two downloads were joined into, so that its header comes twice.
 */
export function facebookFiles(posts: readonly TeachingPost[]): Map<string, string> {
  const pages = posts.filter((post) => !hasCommentTexts(post.community)).sort((a, b) => b.at - a.at || order(a, b));
  const groups = posts.filter((post) => hasCommentTexts(post.community)).sort((a, b) => a.at - b.at || order(a, b));
  const isEarly = (at: number): boolean => at < Date.UTC(2021, 0, 1);

  const postLines = groups.map(groupLine);
  const early = groups.filter((post) => isEarly(post.at)).length;
  const comments = groups.flatMap((post) =>
    post.comments.map((comment) => ({ at: comment.at, line: commentLine(post, comment) })));
  comments.sort((a, b) => a.at - b.at || (a.line < b.line ? -1 : 1));
  const commentFile = (first: boolean): string => {
    const lines = comments.filter(({ at }) => isEarly(at) === first).map(({ line }) => line);
    return [BOM + COMMENT_HEADER, ...lines].join("\n") + "\n";
  };
  const postFile = [BOM + GROUP_HEADER, ...postLines.slice(0, early), GROUP_HEADER, ...postLines.slice(early)];

  return new Map([
    ["crowdtangle-pages.csv", [PAGE_HEADER, ...pages.map(pageLine)].join("\n") + "\n"],
    ["groups-posts.csv", postFile.join("\n") + "\n"],
    ["groups-comments-2020.csv", commentFile(true)],
    ["groups-comments-2021.csv", commentFile(false)],
  ]);
}

const BOM = "\ufeff";

const PAGE_HEADER = csvLine([
  "Page Name", "User Name", "Facebook Id", "Page Category", "Page Admin Top Country", "Page Description", "Page Created",
  "Likes at Posting", "Followers at Posting", "Post Created", "Post Created Date", "Post Created Time", "Type",
  "Total Interactions", "Likes", "Comments", "Shares", "Love", "Wow", "Haha", "Sad", "Angry", "Care", "Video Share Status",
  "Is Video Owner?", "Post Views", "Total Views", "Total Views For All Crossposts", "Video Length", "URL", "Message", "Link",
  "Final Link", "Image Text", "Link Text", "Description", "Sponsor Id", "Sponsor Name", "Sponsor Category",
  "Total Interactions (weighted  —  Likes 1x Shares 1x Comments 1x Love 1x Wow 1x Haha 1x Sad 1x Angry 1x Care 1x )",
  "Overperforming Score",
]);

const GROUP_HEADER = csvLine([
  "id", "creation_time", "text", "lang", "post_owner.type", "post_owner.id", "post_owner.name", "surface.type", "surface.id",
  "surface.name", "statistics.like_count", "statistics.love_count", "statistics.wow_count", "statistics.haha_count",
  "statistics.sad_count", "statistics.angry_count", "statistics.care_count", "statistics.comment_count",
  "statistics.reaction_count", "statistics.share_count", "statistics.views",
]);

const COMMENT_HEADER = csvLine([
  "id", "post_id", "parent_id", "text", "creation_time", "owner.id", "statistics.reaction_count",
]);

function pageLine(post: TeachingPost): string {
  const { community } = post;
  const ahead = minutesAhead(-300, "us", post.at);
  const local = new Date(post.at + ahead * 60_000).toISOString();
  const [date, time] = [local.slice(0, 10), local.slice(11, 19)];
  const { like, love, wow, haha, sad, angry, care } = splitReactions(post);
  const total = post.likes + post.commentCount + post.shares;
  const id = communityId(community);
  return csvLine([
    community.name, community.id.replace("fb-page-", "kg.").replaceAll("-", "."), id, "NON_PROFIT", "", "", "",
    community.members, community.members, `${date} ${time} ${ahead === -240 ? "EDT" : "EST"}`, date, time,
    post.hasPicture ? "Photo" : post.text.includes("https://") ? "Link" : "Status", thousands(total), like, post.commentCount,
    post.shares, love, wow, haha, sad, angry, care, "", "", 0, 0, 0, "", `https://www.facebook.com/${id}/posts/${postId(post)}`,
    post.text, "", "", "", "", "", "", "", "", thousands(total), overperformance(total, community.members),
  ]);
}

function groupLine(post: TeachingPost): string {
  const { community } = post;
  const { like, love, wow, haha, sad, angry, care } = splitReactions(post);
  const id = communityId(community);
  // An administrator who posts in the group's own name; who is one otherwise, the library does not say.
  const owner = post.labels.byAdmin ? ["group", id, community.name] : ["user", authorId(community, post.author), ""];
  return csvLine([
    postId(post), isoSeconds(post.at), post.text, LANG[post.labels.language] ?? "", ...owner, "group", id, community.name,
    like, love, wow, haha, sad, angry, care, post.commentCount, post.likes, post.shares, post.views,
  ]);
}

function commentLine(post: TeachingPost, comment: TeachingPost["comments"][number]): string {
  const parent = comment.answers === null ? "" : commentId(post, post.comments[comment.answers]!);
  return csvLine([
    commentId(post, comment), postId(post), parent, comment.text, isoSeconds(comment.at),
    comment.author.isAdmin ? communityId(post.community) : authorId(post.community, comment.author), comment.likes,
  ]);
}

/** The library guesses Russian for most Kyrgyz, as its users know. */
const LANG: Readonly<Record<string, string>> = { russian: "ru", kyrgyz: "ru", english: "en", mixed: "ru" };

function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}+00:00`;
}

/** CrowdTangle's score: interactions over what is expected, or minus the inverse, to two decimals. */
function overperformance(total: number, members: number): string {
  const expected = 2 + Math.floor(members / 400);
  const hundredths = total >= expected
    ? Math.floor((total * 100) / expected)
    : -Math.floor((expected * 100) / Math.max(1, total));
  const whole = Math.abs(hundredths);
  return `${hundredths < 0 ? "-" : ""}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, "0")}`;
}

type Reaction = "like" | "love" | "wow" | "haha" | "sad" | "angry" | "care";

/** Reactions of a post by kind: mostly likes, love for pride, tears and anger in crises. */
function splitReactions(post: TeachingPost): Readonly<Record<Reaction, number>> {
  const mood = post.labels.topics.includes("identity") ? [20, 3, 1, 0, 0, 2]
    : post.labels.kind.endsWith("grief") || post.labels.kind === "other.repatriation" ? [2, 0, 0, 30, 1, 12]
    : post.labels.crisis !== null ? [5, 2, 0, 12, 8, 6] : [6, 1, 2, 1, 1, 1];
  // What does not make a whole reaction is rounded up for some posts and down for others.
  const part = (i: number): number => Math.floor((post.likes * mood[i]! + ((post.number * (i + 3)) % 50)) / 100);
  const [love, wow, haha, sad, angry, care] = [part(0), part(1), part(2), part(3), part(4), part(5)];
  const like = Math.max(0, post.likes - love - wow - haha - sad - angry - care);
  return { like, love, wow, haha, sad, angry, care };
}

function order(a: TeachingPost, b: TeachingPost): number {
  return a.community.index - b.community.index || a.number - b.number;
}
