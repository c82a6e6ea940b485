import type { CommunityInfo, Platform } from "./post";

/** Joins what several exports say of each community. */
export class CommunityRegister {
  private readonly communities = new Map<string, CommunityInfo>();
  private labels: Map<string, string> | null = null;

  /**
   * Take in what one export says.
   *
   * A name may change between exports; code-unit order decides, so that the order of files does not.
   */
  add(info: CommunityInfo): void {
    const key = `${info.platform}:${info.id}`;
    const known = this.communities.get(key);
    this.labels = null;
    this.communities.set(key, known === undefined ? info : {
      ...info,
      name: known.name !== "" && (info.name === "" || known.name < info.name) ? known.name : info.name,
      members: known.members === null ? info.members : Math.max(known.members, info.members ?? 0),
      access: known.access ?? info.access,
      type: known.type ?? info.type,
    });
  }

  /** All communities, by platform and id in code-unit order. */
  list(): CommunityInfo[] {
    return [...this.communities.entries()].sort(
      ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)
    ).map(([, info]) => info);
  }

  /**
   * The name by which a community goes: its own; with the id where two of a platform share it; the id where
   * none is known.
   */
  label(platform: Platform, id: string): string {
    this.labels ??= labelsOf(this.communities.values());
    return this.labels.get(`${platform}:${id}`) ?? id;
  }
}

function labelsOf(communities: Iterable<CommunityInfo>): Map<string, string> {
  const named = [...communities].filter(({ name }) => name !== "");
  const bearers = new Map<string, number>();
  for (const { platform, name } of named) {
    bearers.set(`${platform}:${name}`, (bearers.get(`${platform}:${name}`) ?? 0) + 1);
  }
  return new Map(named.map(({ platform, id, name }) => [
    `${platform}:${id}`,
    bearers.get(`${platform}:${name}`) === 1 ? name : `${name} (${id})`,
  ]));
}
