/**
 * Answers for short byte strings already asked about; emptied when full, so that memory does not grow with
 * the posts.
 */
export class WindowMemo {
  private static readonly LONGEST = 64;
  private static readonly MOST = 1 << 15;
  /** Slots of 4: hash, place in the arena, length of the key and of the token in it (16 bits each), type + 2. */
  private readonly slots = new Int32Array(WindowMemo.MOST * 2 * 4);
  private arena: Uint8Array = new Uint8Array(1 << 16);
  private arenaUsed = 0;
  private used = 0;
  private hash = 0;
  private slot = 0;
  /** Answer of the last `find`. */
  type = -1;
  length = 0;

  find(bytes: Uint8Array, start: number, end: number): boolean {
    const size = end - start;
    if (size > WindowMemo.LONGEST) {
      return false;
    }
    let hash = size;
    for (let i = start; i < end; i++) {
      hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
    }
    hash ^= hash >>> 15;
    this.hash = hash;
    const { slots, arena } = this;
    const mask = slots.length - 1;
    let slot = (hash << 2) & mask;
    for (; slots[slot + 3] !== 0; slot = (slot + 4) & mask) {
      const lengths = slots[slot + 2] as number;
      if (slots[slot] !== hash || lengths >>> 16 !== size) {
        continue;
      }
      const at = slots[slot + 1] as number;
      let i = 0;
      while (i < size && arena[at + i] === bytes[start + i]) {
        i++;
      }
      if (i === size) {
        this.type = (slots[slot + 3] as number) - 2;
        this.length = lengths & 0xffff;
        return true;
      }
    }
    this.slot = slot;
    return false;
  }

  /** Remember the answer for what the last `find` did not find. */
  add(bytes: Uint8Array, start: number, end: number, type: number, length: number): void {
    const size = end - start;
    if (size > WindowMemo.LONGEST) {
      return;
    }
    if (this.used === WindowMemo.MOST) {
      this.slots.fill(0);
      this.used = 0;
      this.arenaUsed = 0;
      this.slot = (this.hash << 2) & (this.slots.length - 1);
    }
    if (this.arenaUsed + size > this.arena.length) {
      const longer = new Uint8Array(this.arena.length * 2);
      longer.set(this.arena);
      this.arena = longer;
    }
    const { arena, arenaUsed, slots, slot } = this;
    for (let i = 0; i < size; i++) {
      arena[arenaUsed + i] = bytes[start + i] as number;
    }
    slots[slot] = this.hash;
    slots[slot + 1] = arenaUsed;
    slots[slot + 2] = (size << 16) | length;
    slots[slot + 3] = type + 2;
    this.arenaUsed += size;
    this.used++;
  }
}
