import type { Community } from "../load/load-communities";
import type { Destination } from "../load/load-destinations";
import { sayList } from "./say-list";

/** How well the sample reaches one destination. */
export interface Coverage {
  /** As Table 2 prints it. */
  readonly country: string;
  /** Registered migrants, 2018. */
  readonly migrants: number;
  /** Communities of Table 1 in that country. */
  readonly communities: number;
  /** Their members; one person may be a member of several. */
  readonly members: number;
  readonly membersPer100Migrants: number;
  /** Migrants over those of all destinations of Table 2, from 0 to 1. */
  readonly shareOfMigrants: number;
  /** Members over those of all communities in a destination of Table 2, from 0 to 1. */
  readonly shareOfSample: number;
  /** `shareOfSample / shareOfMigrants`: 1 in proportion, above 1 over-reached, 0 not reached. */
  readonly reach: number;
}

/**
 * Hold the sample against the destinations: members in Table 1 over registered migrants in Table 2.
 *
 * Both shares are taken within the countries of Table 2, so communities elsewhere or without a country count
 * in neither. Members are no migrants: citizens of the host country, people back home and idle accounts join
 * too, and many migrants are not registered. The ratio shows where the sample leans, not whom it reached.
 *
 * @returns a row a destination, in the order of Table 2
 * @throws RangeError if no community is in any destination, where shares are undefined
 */
export function sampleCoverage(
  communities: readonly Pick<Community, "country" | "members">[],
  destinations: readonly Pick<Destination, "country" | "countryInTable1" | "migrants">[],
): Coverage[] {
  const rows = destinations.map(({ country, countryInTable1, migrants }) => {
    const there = communities.filter((community) => community.country === countryInTable1);
    return {
      country,
      migrants,
      communities: there.length,
      members: there.reduce((sum, { members }) => sum + members, 0),
    };
  });
  const allMigrants = rows.reduce((sum, { migrants }) => sum + migrants, 0);
  const allMembers = rows.reduce((sum, { members }) => sum + members, 0);
  if (allMembers === 0 || allMigrants === 0) {
    throw new RangeError(`sampleCoverage needs members and migrants, found ${allMembers} and ${allMigrants}`);
  }
  return rows.map((row) => {
    const shareOfMigrants = row.migrants / allMigrants;
    const shareOfSample = row.members / allMembers;
    return {
      ...row,
      membersPer100Migrants: (100 * row.members) / row.migrants,
      shareOfMigrants,
      shareOfSample,
      reach: shareOfSample / shareOfMigrants,
    };
  });
}

/**
 * Say of every destination whether the sample has fewer members there than there are migrants, more, or none.
 *
 * @returns one sentence; each destination stands in it once, and what holds of none is left out
 *
 * @example
 * sayMembersAgainstMigrants([
 *   { country: "Russia", members: 60, migrants: 640 },
 *   { country: "Italy", members: 0, migrants: 5 },
 *   { country: "UAE", members: 16, migrants: 3 },
 * ]); // "Members against migrants: fewer in Russia; more in UAE; none in Italy."
 */
export function sayMembersAgainstMigrants(
  rows: readonly Pick<Coverage, "country" | "members" | "migrants">[],
): string {
  const parts = [
    ["fewer", rows.filter(({ members, migrants }) => members > 0 && members < migrants)],
    ["as many", rows.filter(({ members, migrants }) => members > 0 && members === migrants)],
    ["more", rows.filter(({ members, migrants }) => members > migrants)],
    ["none", rows.filter(({ members }) => members === 0)],
  ] as const;
  const said = parts
    .filter(([, own]) => own.length > 0)
    .map(([how, own]) => `${how} in ${sayList(own.map(({ country }) => country))}`);
  return `Members against migrants: ${said.join("; ")}.`;
}
