import type { TeachingAuthor } from "./author-pool";
import type { CommunityProfile } from "./community-profile";
import { authorId, communityId } from "./export-id";
import type { TeachingComment, TeachingPost } from "./teaching-post";

/** Replies that the API lists below a comment unasked; further ones come by a call of their own. */
const PREVIEW = 10;

/**
 * VKontakte's API responses, by file name: a wall and its comments for each community, and what the API says of the
 * communities. The newest post comes first, but a pinned one stands before it.
 */
export function vkontakteFiles(posts: readonly TeachingPost[]): Map<string, string> {
  const files = new Map<string, string>();
  const communities = [...new Set(posts.map((post) => post.community))];
  if (communities.length > 0) files.set("groups.json", toJson({ response: communities.map(groupOf) }));
  for (const community of communities) {
    const own = posts.filter((post) => post.community === community);
    const newestFirst = [...own].sort((a, b) => b.at - a.at || b.number - a.number);
    const pinned = own[own.length >> 1];
    const wall = pinned === undefined ? newestFirst : [pinned, ...newestFirst.filter((post) => post !== pinned)];
    files.set(`${screenName(community)}-wall.json`, toJson({
      response: {
        count: own.length,
        items: wall.map((post) => wallItem(post, post === pinned)),
        profiles: profilesOf(own.filter((post) => !post.labels.byAdmin).map((post) => post.author)),
        groups: [groupOf(community)],
      },
    }));
    const items = own.flatMap(commentItems);
    files.set(`${screenName(community)}-comments.json`, toJson({
      response: {
        count: items.length,
        items,
        profiles: profilesOf(own.flatMap((post) => post.comments.map(({ author }) => author))),
        groups: [],
      },
    }));
  }
  return files;
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

function screenName(community: CommunityProfile): string {
  return community.id.replaceAll("-", "_");
}

function groupOf(community: CommunityProfile): object {
  return {
    id: Number(communityId(community)),
    name: community.name,
    screen_name: screenName(community),
    is_closed: 0,
    type: community.type === "page" ? "page" : "group",
    members_count: community.members,
  };
}

function ownerId(community: CommunityProfile): number {
  return -Number(communityId(community));
}

function writerId(community: CommunityProfile, author: TeachingAuthor, asCommunity: boolean): number {
  return asCommunity ? ownerId(community) : Number(authorId(community, author));
}

function profilesOf(authors: readonly TeachingAuthor[]): object[] {
  const once = new Map(authors.map((author) => [author.number, author]));
  return [...once.values()].sort((a, b) => a.number - b.number).map(({ number, firstName, lastName }) => ({
    id: 9_000_000_000 + number, first_name: firstName, last_name: lastName,
  }));
}

function wallItem(post: TeachingPost, isPinned: boolean): object {
  const owner = ownerId(post.community);
  // A repost has the text in the post it passes on; its own is empty, or a word or two.
  const passedOn = post.isRepost && post.text !== "";
  return {
    id: post.number,
    owner_id: owner,
    from_id: writerId(post.community, post.author, post.labels.byAdmin),
    date: post.at / 1000,
    text: passedOn ? (post.number % 3 === 0 ? "👇" : "") : lineEnds(post.text),
    post_type: "post",
    marked_as_ads: 0,
    ...(isPinned ? { is_pinned: 1 } : {}),
    ...(passedOn ? {
      copy_history: [{
        id: post.number + 100_000, owner_id: -9_700_000_001 - (post.number % 40), from_id: -9_700_000_001 - (post.number % 40),
        date: post.at / 1000 - 3600 * (1 + (post.number % 30)), text: lineEnds(post.text), post_type: "post",
      }],
    } : {}),
    ...(post.hasPicture ? { attachments: [photoOf(post)] } : {}),
    comments: { count: post.commentCount },
    likes: { count: post.likes },
    reposts: { count: post.shares },
    views: { count: post.views },
  };
}

function photoOf(post: TeachingPost): object {
  return { type: "photo", photo: { id: 457_000_000 + post.number, owner_id: ownerId(post.community), text: "" } };
}

/** VKontakte writes a space before each line's end. */
function lineEnds(text: string): string {
  return text.replaceAll("\n", " \n");
}

/** Top-level comments with a preview of their replies, then the replies that the preview had no room for. */
function commentItems(post: TeachingPost): object[] {
  const top = post.comments.map((_, i) => topOf(post.comments, i));
  const items: object[] = [];
  post.comments.forEach((comment, i) => {
    if (comment.answers !== null) return;
    const replies = post.comments.filter((_, j) => j !== i && top[j] === i);
    const written = replies.map((reply) => commentItem(post, reply, [comment.number]));
    items.push({ ...commentItem(post, comment, []), thread: { count: replies.length, items: written.slice(0, PREVIEW) } });
    // A call for the whole thread gives the previewed replies again.
    if (replies.length > PREVIEW) items.push(...written);
  });
  return items;
}

function topOf(comments: readonly TeachingComment[], i: number): number {
  let at = i;
  for (let above = comments[at]!.answers; above !== null; above = comments[at]!.answers) at = above;
  return at;
}

function commentItem(post: TeachingPost, comment: TeachingComment, parents: readonly number[]): object {
  const answered = comment.answers === null ? undefined : post.comments[comment.answers]!;
  const base = {
    id: comment.number,
    from_id: writerId(post.community, comment.author, comment.author.isAdmin),
    date: comment.at / 1000,
    post_id: post.number,
    owner_id: ownerId(post.community),
    parents_stack: parents,
  };
  if (comment.deleted) return { ...base, text: "", deleted: true };
  if (answered === undefined) return { ...base, text: lineEnds(comment.text), likes: { count: comment.likes } };
  const answeredId = writerId(post.community, answered.author, answered.author.isAdmin);
  const address = answeredId < 0
    ? `[club${-answeredId}|${post.community.name}]`
    : `[id${answeredId}|${answered.author.firstName}]`;
  return {
    ...base,
    // The application puts the name of whom one answers before one's words; many delete it.
    text: comment.number % 3 === 0 ? lineEnds(comment.text) : `${address}, ${lineEnds(comment.text)}`,
    likes: { count: comment.likes },
    reply_to_user: answeredId,
    reply_to_comment: answered.number,
  };
}
