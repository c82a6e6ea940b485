/**
 * Remembers which posts were seen, in 24 bytes a post, so that millions fit beside everything else.
 *
 * A key is kept as a 64-bit hash and not as text. Two different posts among 5 million share one with a chance
 * below one in a million, and would then be merged.
 */
export class PostLedger {
  /** Posts recorded so far. */
  size = 0;

  private capacity = 1 << 12;
  // Slots of the hash table: two halves of the hash, and the post's number plus 1.
  private high = new Uint32Array(this.capacity);
  private low = new Uint32Array(this.capacity);
  private slots = new Uint32Array(this.capacity);
  // Columns by post number.
  private communities = new Int32Array(1 << 11);
  private prints = new Uint32Array(1 << 11);

  /** Number of the post with this key, in order of recording from 0; -1 if none was recorded. */
  find(key: string): number {
    const slot = this.slotOf(hash(key, HIGH_SEED), hash(key, LOW_SEED));
    return this.slots[slot]! - 1;
  }

  /**
   * Record a post.
   *
   * @param community   any whole number the caller keeps with the post
   * @param fingerprint 32 bits that tell whether a later copy is the same
   * @returns its number
   */
  add(key: string, community: number, fingerprint: number): number {
    if (2 * (this.size + 1) > this.capacity) this.grow();
    const high = hash(key, HIGH_SEED);
    const low = hash(key, LOW_SEED);
    const slot = this.slotOf(high, low);
    this.high[slot] = high;
    this.low[slot] = low;
    this.size += 1;
    this.slots[slot] = this.size;
    if (this.size > this.communities.length) {
      this.communities = widened(this.communities, new Int32Array(2 * this.communities.length));
      this.prints = widened(this.prints, new Uint32Array(2 * this.prints.length));
    }
    this.communities[this.size - 1] = community;
    this.prints[this.size - 1] = fingerprint;
    return this.size - 1;
  }

  communityOf(post: number): number {
    return this.communities[post]!;
  }

  setCommunity(post: number, community: number): void {
    this.communities[post] = community;
  }

  fingerprintOf(post: number): number {
    return this.prints[post]!;
  }

  private slotOf(high: number, low: number): number {
    const mask = this.capacity - 1;
    let slot = low & mask;
    while (
      this.slots[slot] !== 0 && (this.low[slot] !== low || this.high[slot] !== high)
    ) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { high, low, slots } = this;
    this.capacity *= 2;
    this.high = new Uint32Array(this.capacity);
    this.low = new Uint32Array(this.capacity);
    this.slots = new Uint32Array(this.capacity);
    for (let old = 0; old < slots.length; old += 1) {
      if (slots[old] === 0) continue;
      const slot = this.slotOf(high[old]!, low[old]!);
      this.high[slot] = high[old]!;
      this.low[slot] = low[old]!;
      this.slots[slot] = slots[old]!;
    }
  }
}

function widened<T extends Int32Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

const HIGH_SEED = 0x9e3779b9;
const LOW_SEED = 0x85ebca6b;

/**
 * A 32-bit hash of a text: multiply and rotate each code unit, then the finishing steps of MurmurHash3.
 *
 * @returns a whole number from 0 to 2^32 - 1
 */
export function hash(text: string, seed: number): number {
  let h = seed ^ text.length;
  for (let i = 0; i < text.length; i += 1) {
    h = Math.imul(h ^ text.charCodeAt(i), 0xcc9e2d51);
    h = (h << 13) | (h >>> 19);
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
