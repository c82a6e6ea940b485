import { readRows } from "./teaching-plan";

/** A place where members live, with its clock. */
export interface Place {
  readonly key: string;
  readonly country: string;
  readonly region: string;
  readonly offset: number;
  readonly summer: string;
}

/** How one community of the teaching corpus is made up. */
export interface CommunityProfile {
  readonly id: string;
  readonly platform: "facebook" | "vkontakte" | "odnoklassniki";
  readonly type: string;
  readonly name: string;
  readonly members: number;
  /** Whether it is one of the 37 of Table 1. */
  readonly sampled: boolean;
  readonly governance: "vertical" | "horizontal" | "advertising";
  readonly posts: number;
  /** Comments a post, as a multiple of the usual. */
  readonly answers: number;
  /** Weights of russian, kyrgyz, english and mixed. */
  readonly languages: readonly number[];
  readonly places: readonly Place[];
  readonly placeWeights: readonly number[];
  /** Place of its number among all, from 0: exported ids are made from it. */
  readonly index: number;
}

/** Read the 37 communities of Table 1 and the candidates outside it, in the order of `data/teaching/communities.csv`. */
export function loadCommunityProfiles(): CommunityProfile[] {
  const places = new Map(readRows("data/teaching/places.csv").map((row) => [row.place!, placeOf(row)]));
  const printed = [...readRows("data/communities.csv"), ...readRows("data/teaching/candidates.csv")];
  const published = new Map(printed.map((row) => [row.id!, row]));

  return readRows("data/teaching/communities.csv").map((row, index) => {
    const known = published.get(row.id!);
    if (known === undefined) throw new Error(`data/teaching/communities.csv: ${row.id} is in no table of communities`);
    const living = row.places!.split(" ").map((entry) => entry.split("*") as [string, string?]);
    return {
      id: row.id!,
      platform: known.platform as CommunityProfile["platform"],
      type: known.type!,
      name: known.name!,
      members: Number(known.members),
      sampled: row.sampled === "yes",
      governance: row.governance as CommunityProfile["governance"],
      posts: Number(row.posts),
      answers: Number(row.answers),
      languages: [row.russian, row.kyrgyz, row.english, row.mixed].map(Number),
      places: living.map(([key]) => {
        const place = places.get(key);
        if (place !== undefined) return place;
        throw new Error(`data/teaching/communities.csv: ${row.id} needs a known place, found "${key}"`);
      }),
      placeWeights: living.map(([, weight]) => Number(weight ?? 1)),
      index,
    };
  });
}

function placeOf(row: Readonly<Record<string, string>>): Place {
  return {
    key: row.place!,
    country: row.country!,
    region: row.region!,
    offset: Number(row.offset),
    summer: row.summer!,
  };
}

/** CrowdTangle gives the number of comments on a page's post, not their texts. */
export function hasCommentTexts(community: CommunityProfile): boolean {
  return !(community.platform === "facebook" && community.type === "page");
}
