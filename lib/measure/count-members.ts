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
 * @throws RangeError if nobody is a member of any, where shares are undefined, or a count of members is not a finite
 *   number from 0 up
 *
 * @example
 * const groups = countMembers([{ members: 30, year: 2015 }, { members: 10, year: null }], ({ year }) => year);
 * groups[0]; // { key: 2015, communities: 1, members: 30, share: 0.75 }
 * groups[1].key; // null
 */
export function countMembers<Item extends { readonly members: number }, Key>(
  communities: readonly Item[],
  keyOf: (community: Item) => Key,
): MemberCount<Key>[] {
  communities.forEach(({ members }, i) => {
    if (Number.isFinite(members) && members >= 0) return;
    throw new RangeError(
      `countMembers: members in row ${i + 1} must be a number from 0 up, found ${members}; ` +
        "correct it, or leave the community out",
    );
  });
  const total = communities.reduce((sum, { members }) => sum + members, 0);
  if (total === 0) {
    throw new RangeError(`countMembers needs at least one member, found ${communities.length} communities with none`);
  }
  const groups = new Map<Key, Item[]>();
  for (const community of communities) {
    const key = keyOf(community);
    groups.set(key, [...(groups.get(key) ?? []), community]);
  }
  return [...groups]
    .map(([key, group]) => {
      const members = group.reduce((sum, community) => sum + community.members, 0);
      return { key, communities: group.length, members, share: members / total };
    })
    .sort((a, b) => b.members - a.members);
}
