/**
 * Finds the number of a token form by its bytes: open addressing over the forms' own bytes, with no string for each.
 *
 * The table does not hold the forms; it reads them from the arena that it is given with each call.
 */
export class FormTable {
  private slots: Int32Array;
  private used = 0;
  private readonly hashes: number[] = [];

  constructor(expected = 1024) {
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, expected * 2))));
  }

  /**
   * @param bytes   holds the wanted form from `start` to `end`
   * @param forms   holds the known forms, each ending at its place in `ends`
   * @returns number of the form, or -1
   */
  find(bytes: Uint8Array, start: number, end: number, forms: Uint8Array, ends: ArrayLike<number>): number {
    const { slots, hashes } = this;
    const hash = hashOf(bytes, start, end);
    for (let slot = hash & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
      const id = (slots[slot] as number) - 1;
      if (id < 0) {
        return -1;
      }
      if (hashes[id] !== hash) {
        continue;
      }
      let at = id === 0 ? 0 : (ends[id - 1] as number);
      if ((ends[id] as number) - at !== end - start) {
        continue;
      }
      let i = start;
      while (i < end && bytes[i] === forms[at]) {
        i++;
        at++;
      }
      if (i === end) {
        return id;
      }
    }
  }

  /** Give the next number, from 0 up, to a form that `find` does not find. */
  add(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end);
    this.hashes.push(hash);
    const id = this.used++;
    this.place(hash, id);
    if (this.used * 2 > this.slots.length) {
      this.slots = new Int32Array(this.slots.length * 2);
      this.hashes.forEach((known, i) => this.place(known, i));
    }
    return id;
  }

  private place(hash: number, id: number): void {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    while (this.slots[slot] !== 0) {
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = id + 1;
  }
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
