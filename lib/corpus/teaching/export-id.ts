import type { TeachingAuthor } from "./author-pool";
import type { CommunityProfile } from "./community-profile";
import type { TeachingComment, TeachingPost } from "./teaching-post";

// Ids lie above those the platforms gave out, so that none is a real person's, group's or post's. Facebook's exceed 2^53,
// as the real ones do: they are built as text.
const FACEBOOK = "9";
const VKONTAKTE_BASE = 9_000_000_000;
const ODNOKLASSNIKI_BASE = 990_000_000_000_000;

/** Id of a community in the exports; VKontakte's without its minus. */
export function communityId(community: CommunityProfile): string {
  if (community.platform === "facebook") return `${FACEBOOK}00000000${pad(community.index + 1, 8)}`;
  const base = community.platform === "vkontakte" ? VKONTAKTE_BASE : ODNOKLASSNIKI_BASE;
  return String(base + 500_000_000 + community.index + 1);
}

/** Id of an author in the exports. */
export function authorId(community: CommunityProfile, author: TeachingAuthor): string {
  if (community.platform === "facebook") return `${FACEBOOK}10000000${pad(author.number * 37, 8)}`;
  return String((community.platform === "vkontakte" ? VKONTAKTE_BASE : ODNOKLASSNIKI_BASE) + author.number);
}

/** Id of a post in the exports: unique in its wall on VKontakte, everywhere else on its platform. */
export function postId(post: TeachingPost): string {
  return localId(post.community, post.number);
}

/** Id of a post as a loader keys it: with its wall's owner where the platform's own id is unique in a wall only. */
export function postKey(post: TeachingPost): string {
  const { community } = post;
  if (community.platform === "vkontakte") return `-${communityId(community)}_${postId(post)}`;
  // CrowdTangle gives a page's post by its address, Meta Content Library a group's by its own id.
  const isPage = community.platform === "facebook" && community.type === "page";
  return isPage ? `${communityId(community)}_${postId(post)}` : postId(post);
}

/** Id of a comment in the exports. */
export function commentId(post: TeachingPost, comment: TeachingComment): string {
  if (post.community.platform !== "odnoklassniki") return localId(post.community, comment.number);
  // Odnoklassniki's is base64 of instant, author, instant, topic and a type.
  const parts = [comment.at, -(comment.author.number % 30000) - 1, comment.at, postId(post), 1];
  return Buffer.from(parts.join(":"), "latin1").toString("base64");
}

/** Id of a comment as a loader keys it. */
export function commentKey(post: TeachingPost, comment: TeachingComment): string {
  const id = commentId(post, comment);
  return post.community.platform === "vkontakte" ? `-${communityId(post.community)}_${id}` : id;
}

function localId(community: CommunityProfile, number: number): string {
  if (community.platform === "vkontakte") return String(number);
  if (community.platform === "facebook") return `${FACEBOOK}2${pad(community.index + 1, 4)}0000${pad(number, 7)}`;
  return String(ODNOKLASSNIKI_BASE + (community.index + 1) * 10_000_000 + number);
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, "0");
}
