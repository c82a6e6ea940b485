import type { Post } from "./post";

/**
 * Name a post or comment in files: platform, kind where it is a comment, and its id.
 *
 * @example
 * documentKey({ platform: "vkontakte", kind: "post", id: "-1_2" }); // "vkontakte:-1_2"
 * documentKey({ platform: "facebook", kind: "comment", id: "7" }); // "facebook:comment:7"
 */
export function documentKey({ platform, kind, id }: Pick<Post, "platform" | "kind" | "id">): string {
  return kind === "comment" ? `${platform}:comment:${id}` : `${platform}:${id}`;
}
