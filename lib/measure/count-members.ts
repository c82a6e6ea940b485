/** Communities and members that share a property. */
export interface MemberCount<Key> {
  readonly key: Key;
  readonly communities: number;
  readonly members: number;
  /** Members of these over members of all, from 0 to 1. */
  readonly share: number;
}

/**
 * Count communities and members by platform, country, year or any other property.
 *
 * A person who belongs to two communities is counted twice: the tables do not say who the members are.
 *
 * @param communities  with their members
 * @param keyOf        the property; null ("not printed") is a group of its own
 * @returns groups with most members first; among equals the one met first
 * @throws RangeError if nobody is a member of any, where shares are undefined
 *
 * @example
 * countMembers([{ members: 30, year: 2015 }, { members: 10, year: null }], ({ year }) => year); // [{ key: 2015, communities: 1, members: 30, share: 0.75 }, { key: null, communities: 1, members: 10, share: 0.25 }]
 */
export function countMembers<Item extends { readonly members: number }, Key>(
  communities: readonly Item[],
  keyOf: (community: Item) => Key,
): MemberCount<Key>[] {
  const total = communities.reduce((sum, { members }) => sum + members, 0);
  if (total === 0) throw new RangeError(`countMembers needs at least one member, found ${communities.length} communities with none`);
  const groups = new Map<Key, Item[]>();
  for (const community of communities) {
    const key = keyOf(community);
    groups.set(key, [...(groups.get(key) ?? []), community]);
  }
  return [...groups]
    .map(([key, group]) => ({ key, communities: group.length, members: group.reduce((sum, { members }) => sum + members, 0) }))
    .map((group) => ({ ...group, share: group.members / total }))
    .sort((a, b) => b.members - a.members);
}
