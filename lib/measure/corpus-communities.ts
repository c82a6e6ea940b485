import { openStudy, type Study } from "../corpus/study";
import { type Community, loadCommunities } from "../load/load-communities";
import type { CommunityInfo, Platform, Post } from "../load/post";

/** A community of a corpus, with what its exports and Table 1 say of it. */
export interface CorpusCommunity {
  readonly platform: Platform;
  readonly name: string;
  /** The name, with the platform where two platforms have a community of that name. */
  readonly label: string;
  /** "group", "page" or the like, as the export says; null where it does not. */
  readonly type: string | null;
  /** Members as the export or else Table 1 says; null where neither does. */
  readonly members: number | null;
  /** Region of the world of its country, as the study or Table 1 says; null where neither places it. */
  readonly region: string | null;
  /**
   * Whether an organisation is taken to run it: Table 1 says so, or it is a page. Null where the export says
   * no type.
   */
  readonly isOrganisation: boolean | null;
}

/** The communities of a corpus, and to which of them each post belongs. */
export interface CorpusCommunities {
  /** By platform, then by name in code-unit order. */
  readonly rows: readonly CorpusCommunity[];
  /** Number in `rows` of each post's community. */
  readonly of: Int32Array;
}

const ORDER: Readonly<Record<Platform, number>> = { facebook: 0, vkontakte: 1, odnoklassniki: 2 };
const SHORT: Readonly<Record<Platform, string>> = { facebook: "FB", vkontakte: "VK", odnoklassniki: "OK" };

/**
 * List the communities of a corpus and number the posts by them.
 *
 * Two platforms may have communities of one name, so a community is known by both. What the exports leave
 * open is taken from Table 1 where it has a community of that name on that platform; the rest stays null.
 *
 * @param corpus  posts, and what the exports say of their communities
 * @param study   says where communities are; default the corpus's own, or the paper's
 * @param listed  Table 1, as `loadCommunities` reads it
 */
export function corpusCommunities(
  corpus: {
    readonly posts: readonly Post[];
    readonly communities: readonly CommunityInfo[];
    readonly folder?: string;
  },
  study: Study = openStudy(corpus),
  listed: readonly Community[] = loadCommunities(),
): CorpusCommunities {
  const { posts, communities } = corpus;
  const keyOf = (platform: Platform, name: string): string => `${ORDER[platform]}${name}`;
  const printed = new Map(listed.map((row) => [keyOf(row.platform, row.name.normalize("NFC")), row]));
  const infos = new Map<string, CommunityInfo>();
  for (const info of communities) {
    for (const name of [info.id, info.name, `${info.name} (${info.id})`])
      infos.set(keyOf(info.platform, name), info);
  }
  const found = new Map(
    posts.map(({ platform, community }) => [keyOf(platform, community), { platform, community }]),
  );
  const keys = [...found.keys()].sort();
  const bearers = new Map<string, number>();
  for (const { community } of found.values()) bearers.set(community, (bearers.get(community) ?? 0) + 1);

  const rows = keys.map((key): CorpusCommunity => {
    const { platform, community: name } = found.get(key) as { platform: Platform; community: string };
    const [info, row] = [infos.get(key), printed.get(key)];
    const type = info?.type ?? row?.type ?? null;
    const isNamed = row !== undefined && row.runByOrganisation !== "unknown";
    return {
      platform,
      name,
      label: bearers.get(name) === 1 ? name : `${name} (${SHORT[platform]})`,
      type,
      members: info?.members ?? row?.members ?? null,
      region: study.hostOf({ platform, community: name })?.region ?? null,
      isOrganisation: isNamed || type === "page" ? true : type === null ? null : false,
    };
  });
  const numbers = new Map(keys.map((key, number) => [key, number]));
  const of = Int32Array.from(
    posts,
    ({ platform, community }) => numbers.get(keyOf(platform, community)) as number,
  );
  return { rows, of };
}
