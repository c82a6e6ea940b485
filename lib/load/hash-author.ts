import { createHmac } from "node:crypto";

import type { Platform } from "./post";

/** Turns a platform's author id into the hash that a corpus holds. */
export type AuthorHasher = (platform: Platform, id: string) => string;

/**
 * Make the function that replaces authors by keyed hashes: HMAC-SHA-256, the first 64 bits.
 *
 * The same author gets the same hash in every file loaded with one key, and nobody without the key can test
 * whether a known id is among the hashes. Among 100,000 authors two share a hash with a chance below one in a
 * billion.
 *
 * @param key  secret text, as `authorKey` returns it
 * @returns hasher; its hashes are 16 hexadecimal digits
 *
 * @example
 * hashAuthors("Jefe")("facebook", "1").length; // 16
 */
export function hashAuthors(key: string): AuthorHasher {
  const known = new Map<string, string>();
  return (platform, id) => {
    const author = `${platform}:${id}`;
    let hash = known.get(author);
    if (hash === undefined) {
      hash = createHmac("sha256", key).update(author).digest("hex").slice(0, 16);
      // A bounded memory of recent authors: hashing again is slow, not wrong.
      if (known.size >= 100_000) known.clear();
      known.set(author, hash);
    }
    return hash;
  };
}
