/** The three platforms of the paper, spelled as their folders are. */
export type Platform = "facebook" | "vkontakte" | "odnoklassniki";

/** The platforms in the order in which a corpus folder is read. */
export const PLATFORMS: readonly Platform[] = ["facebook", "vkontakte", "odnoklassniki"];

/** One public post or comment, as every loader returns it and every measure reads it. */
export interface Post {
  /** Platform identifier, kept as text: it is longer than a safe integer. Unique within platform and kind. */
  readonly id: string;
  readonly platform: Platform;
  /** Name of the community, or its id where no export names it. */
  readonly community: string;
  readonly kind: "post" | "comment";
  /** Id of the post or comment that a comment answers; null for a post. */
  readonly parent: string | null;
  /** Keyed hash of the author, 16 hexadecimal digits; null where the export does not say. */
  readonly author: string | null;
  /** Moment of publication, an instant in UTC. */
  readonly createdAt: Date;
  /** Text in NFC with contacts replaced; empty when the post was only a picture. */
  readonly text: string;
  /**
   * Likes on the day of collection; all reactions where the export gives only their sum; null when it gives
   * neither.
   */
  readonly likes: number | null;
  readonly shares: number | null;
  readonly comments: number | null;
  /** Whether it was published in the community's own name; null where the export does not say. */
  readonly byAdmin: boolean | null;
  /**
   * Whether it passes on another post. Its text is then its own words, or the copied ones where it has none.
   */
  readonly repost: boolean;
  /** Id of the post under which a comment stands, when `parent` is another comment. */
  readonly thread?: string;
  /** Reactions of every kind together, where the export tells them from likes. */
  readonly reactions?: number;
  /** Id of the post that a repost passes on. */
  readonly copyOf?: string;
  /** Marked as deleted by the platform. */
  readonly deleted?: true;
  /** Marked as an advertisement by the platform. */
  readonly advert?: true;
}

/** What an export says of a community itself. */
export interface CommunityInfo {
  readonly platform: Platform;
  readonly id: string;
  readonly name: string;
  /** Members or followers on the day of collection. */
  readonly members: number | null;
  /** Who may read it, as the platform says; null where the export does not say. */
  readonly access: "open" | "closed" | "private" | null;
  /** Its kind in the platform's word, such as "group", "page", "event". */
  readonly type: string | null;
}
