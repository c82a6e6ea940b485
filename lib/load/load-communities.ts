import { loadCountries } from "./load-countries";
import { fail, readOneOf, readOptionalText, readOptionalWholeNumber, readText, readWholeNumber } from "./read-cell";
import { readCountry } from "./read-country";
import { readTable, type TableRow } from "./read-table";

/** The three platforms of the study. */
export const PLATFORMS = ["facebook", "vkontakte", "odnoklassniki"] as const;
export type Platform = (typeof PLATFORMS)[number];

export type CommunityType = "group" | "page" | "community";

/** What each platform calls its communities: section 4, first criterion. */
export const COMMUNITY_TYPES: Readonly<Record<Platform, readonly CommunityType[]>> = {
  facebook: ["group", "page"],
  vkontakte: ["community"],
  odnoklassniki: ["group"],
};

/** When a sampled community can have been created: Facebook opened in 2004, and collection ended in October 2021. */
const YEARS = { first: 2004, last: 2021 } as const;

/**
 * Whether the paper says that a diaspora organisation runs the community: `yes` where its text names the
 * organisation, `implied` where only note 1 leads to it, `unknown` where it does not say. It never says no.
 */
const RUN_BY_ORGANISATION = ["yes", "implied", "unknown"] as const;
export type RunByOrganisation = (typeof RUN_BY_ORGANISATION)[number];

/** One of the 37 communities of Table 1. */
export interface Community {
  /** Our own short name: the paper numbers nothing, and three names stand on two platforms. */
  readonly id: string;
  readonly platform: Platform;
  readonly type: CommunityType;
  /** Name as printed, code point for code point: Latin letters stand inside Cyrillic words. */
  readonly name: string;
  /** English gloss that the paper prints in brackets under the name; null where it prints none. */
  readonly gloss: string | null;
  /** Members as printed, such as "12.5K". */
  readonly membersPrinted: string;
  /** Members as a number; exact to 100 where printed with K. */
  readonly members: number;
  /** Country as printed; null where the paper prints n/a. */
  readonly country: string | null;
  /** Year created; null where the paper prints n/a, as for every Facebook page. */
  readonly yearCreated: number | null;
  readonly runByOrganisation: RunByOrganisation;
  /** Which words of the paper `runByOrganisation` rests on. */
  readonly basis: string;
}

const COLUMNS = [
  "id",
  "platform",
  "type",
  "name",
  "gloss",
  "members_printed",
  "members",
  "country",
  "year_created",
  "run_by_organisation",
  "basis",
] as const;

/**
 * Read Table 1, the communities in the paper's order.
 *
 * The printed and the numeric members must say the same, so neither can be changed alone.
 *
 * @throws Error naming file, line and column of the first cell that does not fit
 */
export function loadCommunities(path = "data/communities.csv"): readonly Community[] {
  const countries = loadCountries();
  return readTable(path, COLUMNS, { unique: ["id"] }).map((row) => {
    const platform = readOneOf(row, "platform", PLATFORMS);
    const membersPrinted = readText(row, "members_printed");
    const members = readWholeNumber(row, "members");
    if (membersFromPrint(membersPrinted) !== members) {
      fail(row, "members", `what members_printed says, "${membersPrinted}"`, "correct the one that is not as printed");
    }
    return {
      id: readText(row, "id"),
      platform,
      type: readOneOf(row, "type", COMMUNITY_TYPES[platform]),
      name: readText(row, "name"),
      gloss: readOptionalText(row, "gloss"),
      membersPrinted,
      members,
      country: row.cells.country === "" ? null : readCountry(row, "country", countries),
      yearCreated: readYear(row),
      runByOrganisation: readOneOf(row, "run_by_organisation", RUN_BY_ORGANISATION),
      basis: readText(row, "basis"),
    };
  });
}

function readYear(row: TableRow<(typeof COLUMNS)[number]>): number | null {
  const year = readOptionalWholeNumber(row, "year_created");
  return year === null || (year >= YEARS.first && year <= YEARS.last)
    ? year
    : fail(row, "year_created", `a year from ${YEARS.first} to ${YEARS.last}`, "write the year that Table 1 prints");
}

/** "12.5K" is 12500 and "878" is 878; null for any other form. */
function membersFromPrint(printed: string): number | null {
  const [, number = "", thousands] = /^(\d+(?:\.\d)?)(K?)$/.exec(printed) ?? [];
  return number === "" ? null : Math.round(Number(number) * (thousands === "K" ? 1000 : 1));
}
