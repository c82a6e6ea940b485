/**
 * Put items into groups, each in the order of the items.
 *
 * @param keyOf  an item's group; null leaves it out
 * @returns groups in order of first appearance
 *
 * @example
 * [...groupBy([3, 2, 1, 0], (n) => (n === 0 ? null : n % 2))]; // [[1, [3, 1]], [0, [2]]]
 */
export function groupBy<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key | null,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
