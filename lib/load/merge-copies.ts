import type { Post } from "./post";

/**
 * Make one post of two copies of it, collected at different times or by different tools.
 *
 * Each field is decided by itself and by a rule that does not ask which copy came first, so the result does
 * not depend on the order or the names of files: the larger count, since counts grow between collections; the
 * longer text, since a post deleted later comes back empty; what is known over what is not; the earlier time.
 * Equal claims are settled by code-unit order.
 */
export function mergeCopies(a: Post, b: Post): Post {
  const reactions = larger(a.reactions ?? null, b.reactions ?? null);
  const copyOf = smaller(a.copyOf ?? null, b.copyOf ?? null);
  const { parent, thread } = placeOf(a) >= placeOf(b) ? a : b;
  return {
    id: a.id,
    platform: a.platform,
    community: smaller(a.community || null, b.community || null) ?? "",
    kind: a.kind,
    parent,
    author: smaller(a.author, b.author),
    createdAt: a.createdAt <= b.createdAt ? a.createdAt : b.createdAt,
    text: longer(a.text, b.text),
    likes: larger(a.likes, b.likes),
    shares: larger(a.shares, b.shares),
    comments: larger(a.comments, b.comments),
    byAdmin: a.byAdmin === null ? b.byAdmin : b.byAdmin === null ? a.byAdmin : a.byAdmin || b.byAdmin,
    repost: a.repost || b.repost,
    ...(thread === undefined ? {} : { thread }),
    ...(reactions === null ? {} : { reactions }),
    ...(copyOf === null ? {} : { copyOf }),
    ...(a.deleted || b.deleted ? { deleted: true as const } : {}),
    ...(a.advert || b.advert ? { advert: true as const } : {}),
  };
}

/**
 * Orders places in a discussion: an answered comment says more than the post above it, and that more than
 * nothing.
 */
function placeOf({ parent, thread }: Post): string {
  return thread === undefined ? (parent === null ? "0" : `1 ${parent}`) : `2 ${parent} ${thread}`;
}

function larger(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b);
}

function smaller(a: string | null, b: string | null): string | null {
  return a === null ? b : b === null ? a : a <= b ? a : b;
}

function longer(a: string, b: string): string {
  if (a.length !== b.length) return a.length > b.length ? a : b;
  return a <= b ? a : b;
}
