import { createHash } from "node:crypto";

/** The namespace of URLs, RFC 9562 section 6.6. */
const NAMESPACE = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");

/**
 * Make an identifier that is the same for the same thing on every machine (UUID version 5, RFC 9562).
 *
 * @param parts  what the thing is, from the general to the special: `["code", "work"]`
 *
 * @example
 * refiGuid("code", "work") === refiGuid("code", "work"); // true
 * refiGuid("code", "work").length; // 36
 */
export function refiGuid(...parts: readonly string[]): string {
  return uuid5(NAMESPACE, `https://clicks-to-streets.invalid/${parts.map(encodeURIComponent).join("/")}`);
}

/**
 * Take a version 5 UUID of a name in a namespace.
 *
 * @param namespace  its 16 bytes
 */
export function uuid5(namespace: Uint8Array, name: string): string {
  const bytes = createHash("sha1").update(namespace).update(name, "utf8").digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
