import type { Post } from "../load/post";

/** A post for a test: what the test does not name is a plain post of one person. */
export function postOfTest(number: number, change: Partial<Post> = {}): Post {
  return {
    id: String(number),
    platform: "vkontakte",
    community: "Биз",
    kind: "post",
    parent: null,
    author: `a${number}`,
    createdAt: new Date(Date.UTC(2021, 0, 1 + number)),
    text: "Ищу работу",
    likes: null,
    shares: null,
    comments: null,
    byAdmin: null,
    repost: false,
    ...change,
  };
}
