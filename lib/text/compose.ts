/** A text in composed form (NFC), and where each of its positions stood before. */
export interface Composed {
  readonly text: string;
  /**
   * The position in the text before composition from which the code unit at `index` came.
   *
   * @param index  0 to `text.length`; the last gives the length of the text before
   * @throws RangeError if `index` is not such a position
   */
  readonly originalAt: (index: number) => number;
}

/**
 * Compose letters with the marks behind them (NFC), keeping the way back.
 *
 * й typed as и and a breve becomes one letter, as everywhere else in these posts. Positions are counted in UTF-16
 * code units, as JavaScript counts them. A composed letter leads back to its first code unit.
 *
 * @example
 * compose("и\u0306").text; // "й"
 * compose("ми\u0306р").originalAt(2); // 3
 */
export function compose(text: string): Composed {
  const composed = text.normalize("NFC");
  // The table is made when first asked for: most texts are composed already, and most readers never ask.
  let table: Uint32Array | null = null;
  return {
    text: composed,
    originalAt: (index) => {
      if (!Number.isInteger(index) || index < 0 || index > composed.length) {
        throw new RangeError(`originalAt needs a whole number from 0 to ${composed.length}, found ${index}`);
      }
      if (composed === text) return index;
      table ??= positions(text, composed);
      return table[index] ?? 0;
    },
  };
}

/** Where each code unit of `composed`, and its end, stood in `text`. */
function positions(text: string, composed: string): Uint32Array {
  const table = new Uint32Array(composed.length + 1);
  // A letter and what may merge with it: marks, and the Korean vowels and finals that build a syllable.
  const clusters = text.match(/[^\p{M}\u1160-\u11ff][\p{M}\u1160-\u11ff]*|[\p{M}\u1160-\u11ff]+/gu) ?? [];
  let [from, to] = [0, 0];
  for (const cluster of clusters) {
    const now = cluster.normalize("NFC");
    // Where nothing merged, each unit keeps its own place; else all of the cluster leads to its beginning.
    for (let i = 0; i < now.length; i++) table[to + i] = now === cluster ? from + i : from;
    from += cluster.length;
    to += now.length;
  }
  if (to !== composed.length) throw new Error(`compose needs clusters of ${composed.length} code units, found ${to}`);
  table[to] = from;
  return table;
}
