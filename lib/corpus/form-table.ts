/**
 * Finds the number of a token form by its bytes: open addressing over the forms' own bytes, with no string for each.
 *
 * The table does not hold the forms; it reads them from the arena that it is given with each call.
 */
export class FormTable {
  /** Slots of 2: hash of the form, its number + 1. */
  private slots: Int32Array;
  private used = 0;

  constructor(expected = 1024) {
    this.slots = new Int32Array(2 * 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2))));
  }

  /**
   * @param bytes   holds the wanted form from `start` to `end`
   * @param forms   holds the known forms, each ending at its place in `ends`
   * @returns number of the form, or -1
   */
  find(bytes: Uint8Array, start: number, end: number, forms: Uint8Array, ends: ArrayLike<number>): number {
    const { slots } = this;
    const hash = hashOf(bytes, start, end);
    const mask = slots.length - 1;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const id = (slots[slot + 1] as number) - 1;
      if (id < 0) {
        return -1;
      }
      if (slots[slot] !== hash) {
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
    const id = this.used++;
    place(this.slots, hashOf(bytes, start, end), id + 1);
    if (this.used * 4 > this.slots.length) {
      const old = this.slots;
      this.slots = new Int32Array(old.length * 2);
      for (let slot = 0; slot < old.length; slot += 2) {
        if (old[slot + 1] !== 0) {
          place(this.slots, old[slot] as number, old[slot + 1] as number);
        }
      }
    }
    return id;
  }
}

function place(slots: Int32Array, hash: number, value: number): void {
  const mask = slots.length - 1;
  let slot = (hash << 1) & mask;
  while (slots[slot + 1] !== 0) {
    slot = (slot + 2) & mask;
  }
  slots[slot] = hash;
  slots[slot + 1] = value;
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
