/**
 * Declare what the running Node has and tslab's TypeScript 5.0 does not know yet.
 *
 * A cell may use what is there and gets a type error for what is not, on every version of Node.
 *
 * @returns the text of a declaration file
 */
export function runtimeTypes(): string {
  return FEATURES.flatMap(({ isThere, types }) => (isThere ? [types] : [])).join("\n");
}

const TYPED_ARRAYS = [
  ...[
    "Int8Array",
    "Uint8Array",
    "Uint8ClampedArray",
    "Int16Array",
    "Uint16Array",
    "Int32Array",
    "Uint32Array",
  ],
  ...["Float32Array", "Float64Array"],
].map((name) => ({ name, item: "number" }));
const BIG_ARRAYS = ["BigInt64Array", "BigUint64Array"].map((name) => ({ name, item: "bigint" }));

const FEATURES: readonly { readonly isThere: boolean; readonly types: string }[] = [
  {
    isThere: "toSorted" in Array.prototype,
    types: [
      ...["Array", "ReadonlyArray"].map(
        (name) => `interface ${name}<T> {
  toReversed(): T[];
  toSorted(compareFn?: (a: T, b: T) => number): T[];
  toSpliced(start: number, deleteCount: number, ...items: T[]): T[];
  toSpliced(start: number, deleteCount?: number): T[];
  with(index: number, value: T): T[];
}`,
      ),
      ...[...TYPED_ARRAYS, ...BIG_ARRAYS].map(
        ({ name, item }) => `interface ${name} {
  toReversed(): ${name};
  toSorted(compareFn?: (a: ${item}, b: ${item}) => number): ${name};
  with(index: number, value: ${item}): ${name};
}`,
      ),
    ].join("\n"),
  },
  {
    isThere: "isWellFormed" in String.prototype,
    types: "interface String { isWellFormed(): boolean; toWellFormed(): string; }",
  },
  {
    isThere: "groupBy" in Object,
    types: `interface ObjectConstructor {
  groupBy<K extends PropertyKey, T>(items: Iterable<T>, keySelector: (item: T, index: number) => K): Partial<Record<K, T[]>>;
}
interface MapConstructor {
  groupBy<K, T>(items: Iterable<T>, keySelector: (item: T, index: number) => K): Map<K, T[]>;
}`,
  },
  {
    isThere: "withResolvers" in Promise,
    types: `interface PromiseConstructor {
  withResolvers<T>(): { promise: Promise<T>; resolve: (value: T | PromiseLike<T>) => void; reject: (reason?: any) => void };
}`,
  },
  {
    isThere: "union" in Set.prototype,
    types: `interface Set<T> {
  union<U>(other: ReadonlySet<U>): Set<T | U>;
  intersection<U>(other: ReadonlySet<U>): Set<T & U>;
  difference<U>(other: ReadonlySet<U>): Set<T>;
  symmetricDifference<U>(other: ReadonlySet<U>): Set<T | U>;
  isSubsetOf(other: ReadonlySet<unknown>): boolean;
  isSupersetOf(other: ReadonlySet<unknown>): boolean;
  isDisjointFrom(other: ReadonlySet<unknown>): boolean;
}`,
  },
  {
    isThere: "fromAsync" in Array,
    types: `interface ArrayConstructor {
  fromAsync<T>(items: AsyncIterable<T> | Iterable<T | PromiseLike<T>> | ArrayLike<T | PromiseLike<T>>): Promise<T[]>;
}`,
  },
];
