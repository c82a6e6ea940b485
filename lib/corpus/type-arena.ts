/**
 * Distinct token forms in the order in which they first occur, as bytes, so that threads and files can hold
 * them as they are.
 */
export interface TypeList {
  /** UTF-8 of the forms one after another: lower-case NFC; a url as written. */
  readonly keys: Uint8Array;
  /** Where each form ends in `keys`. */
  readonly keyEnds: Uint32Array;
  /** UTF-8 of the spelling first met, of no length where it is the form itself. */
  readonly written: Uint8Array;
  readonly writtenEnds: Uint32Array;
  /** Kind of each form, by its place in {@link TOKEN_KINDS}. */
  readonly kinds: Uint8Array;
}

/** Takes distinct forms as they are found and numbers them from 0; their bytes lie in buffers that grow. */
export class TypeArena {
  private count = 0;
  private keys: Buffer = Buffer.alloc(1 << 16);
  private keyEnds: Uint32Array = new Uint32Array(1 << 12);
  private written: Buffer = Buffer.alloc(1 << 16);
  private writtenEnds: Uint32Array = new Uint32Array(1 << 12);
  private kinds: Uint8Array = new Uint8Array(1 << 12);

  /** Number of forms taken. */
  get size(): number {
    return this.count;
  }

  /** Take a form that is not here yet, and the spelling in which it was met; returns its number. */
  add(kind: number, key: string, written: string): number {
    const id = this.count++;
    if (id === this.keyEnds.length) {
      this.keyEnds = doubled(this.keyEnds);
      this.writtenEnds = doubled(this.writtenEnds);
      const kinds = new Uint8Array(id * 2);
      kinds.set(this.kinds);
      this.kinds = kinds;
    }
    const keyStart = id === 0 ? 0 : (this.keyEnds[id - 1] as number);
    this.keys = withRoom(this.keys, keyStart, key.length * 3);
    this.keyEnds[id] = keyStart + this.keys.write(key, keyStart, "utf8");
    let writtenEnd = id === 0 ? 0 : (this.writtenEnds[id - 1] as number);
    if (written !== key) {
      this.written = withRoom(this.written, writtenEnd, written.length * 3);
      writtenEnd += this.written.write(written, writtenEnd, "utf8");
    }
    this.writtenEnds[id] = writtenEnd;
    this.kinds[id] = kind;
    return id;
  }

  /** The forms so far, as copies. */
  list(): TypeList {
    const last = this.count - 1;
    return {
      keys: Uint8Array.from(this.keys.subarray(0, this.keyEnds[last] ?? 0)),
      keyEnds: this.keyEnds.slice(0, this.count),
      written: Uint8Array.from(this.written.subarray(0, this.writtenEnds[last] ?? 0)),
      writtenEnds: this.writtenEnds.slice(0, this.count),
      kinds: this.kinds.slice(0, this.count),
    };
  }
}

function doubled(array: Uint32Array): Uint32Array {
  const longer = new Uint32Array(array.length * 2);
  longer.set(array);
  return longer;
}

/** The buffer, or a longer copy of it, with room for `size` bytes from `used` on. */
export function withRoom(buffer: Buffer, used: number, size: number): Buffer {
  if (used + size <= buffer.length) {
    return buffer;
  }
  const longer = Buffer.alloc(Math.max(buffer.length * 2, used + size));
  longer.set(buffer);
  return longer;
}
