import { FormTable } from "./form-table";
import type { TypeList } from "./type-arena";

/** Brings the type numbers of several threads to one numbering, by first occurrence in the input. */
export class TypeMerger {
  /** New numbers of each thread's types. */
  private readonly maps: Uint32Array[];
  /** How many types of each thread have theirs. */
  private readonly done: number[];
  /** Finds the merged types by their form. */
  readonly table: FormTable;
  private readonly merged: TypeList;
  private count = 0;

  constructor(private readonly lists: readonly TypeList[]) {
    const total = (size: (list: TypeList) => number): number => lists.reduce((sum, list) => sum + size(list), 0);
    this.maps = lists.map(({ kinds }) => new Uint32Array(kinds.length));
    this.done = lists.map(() => 0);
    this.table = new FormTable(Math.max(0, ...lists.map(({ kinds }) => kinds.length)));
    this.merged = {
      keys: new Uint8Array(total(({ keys }) => keys.length)),
      keyEnds: new Uint32Array(total(({ kinds }) => kinds.length)),
      written: new Uint8Array(total(({ written }) => written.length)),
      writtenEnds: new Uint32Array(total(({ kinds }) => kinds.length)),
      kinds: new Uint8Array(total(({ kinds }) => kinds.length)),
    };
  }

  /**
   * Number the forms that are new in the next piece of a thread; pieces come in the order of the input.
   *
   * @returns the merged number of each of the thread's types so far
   */
  takePiece(thread: number, typesSoFar: number): Uint32Array {
    const map = this.maps[thread] as Uint32Array;
    const list = this.lists[thread] as TypeList;
    for (let type = this.done[thread] as number; type < typesSoFar; type++) {
      map[type] = this.numberOf(list, type);
    }
    this.done[thread] = typesSoFar;
    return map;
  }

  types(): TypeList {
    const { keys, keyEnds, written, writtenEnds, kinds } = this.merged;
    const last = this.count - 1;
    return {
      keys: keys.slice(0, keyEnds[last] ?? 0),
      keyEnds: keyEnds.slice(0, this.count),
      written: written.slice(0, writtenEnds[last] ?? 0),
      writtenEnds: writtenEnds.slice(0, this.count),
      kinds: kinds.slice(0, this.count),
    };
  }

  private numberOf(list: TypeList, type: number): number {
    const { merged, table } = this;
    const start = startOf(list.keyEnds, type);
    const end = list.keyEnds[type] as number;
    const known = table.find(list.keys, start, end, merged.keys, merged.keyEnds);
    if (known >= 0) {
      return known;
    }
    const number = this.count++;
    append(merged.keys, merged.keyEnds, number, list.keys, start, end);
    append(
      merged.written,
      merged.writtenEnds,
      number,
      list.written,
      startOf(list.writtenEnds, type),
      list.writtenEnds[type] as number,
    );
    merged.kinds[number] = list.kinds[type] as number;
    return table.add(list.keys, start, end);
  }
}

/** Where form number `i` begins. */
export function startOf(ends: Uint32Array, i: number): number {
  return i === 0 ? 0 : (ends[i - 1] as number);
}

/** Write the bytes behind the forms before number `i`. */
function append(arena: Uint8Array, ends: Uint32Array, i: number, from: Uint8Array, start: number, end: number): void {
  let at = startOf(ends, i);
  for (let byte = start; byte < end; byte++) {
    arena[at++] = from[byte] as number;
  }
  ends[i] = at;
}
