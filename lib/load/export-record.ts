import type { CommunityInfo, Platform } from "./post";
import type { Fields } from "./read-field";

/**
 * A post or comment as a format's reader finds it: author and text not yet made safe, community not yet
 * joined.
 */
export interface Draft {
  readonly platform: Platform;
  readonly kind: "post" | "comment";
  readonly id: string;
  /** File or folder within which `id`, `parent` and `thread` are unique; absent for ids of the platform. */
  readonly scope?: string;
  /** The community's id; null when only its name is known, or when a comment's post tells it. */
  readonly communityId: string | null;
  readonly communityName?: string | null;
  readonly parent: string | null;
  /** The post under which a comment stands. */
  readonly thread?: string | null;
  /** The platform's id of the author, or a name where there is no id. */
  readonly authorId: string | null;
  readonly createdAt: Date;
  readonly text: string;
  readonly likes: number | null;
  readonly shares: number | null;
  readonly comments: number | null;
  readonly reactions?: number | null;
  readonly byAdmin: boolean | null;
  readonly repost: boolean;
  readonly copyOf?: string | null;
  readonly deleted?: boolean;
  readonly advert?: boolean;
}

/** Where a reader puts what it finds, and what it may ask. */
export interface Intake {
  /** Platform of the folder, for formats that name none. */
  readonly platform: Platform;
  /** Name of the sub-folder or file, for ids and communities that an export leaves out. */
  readonly place: string;
  post(draft: Draft): void;
  community(info: CommunityInfo): void;
  /** Count a record that is well-formed and is no public post, with the reason. */
  leaveOut(reason: string): void;
  /** Read a record inside a record, so that its fault does not cost the outer one. */
  attempt(where: string, read: () => void): void;
  /** Read a written time without a zone by the reader's `zone` option; the account will say so. */
  localTime(value: unknown, field: string): Date;
  /** A keyed hash of a text, for an id where an export gives none. */
  hash(text: string): string;
  /** Say once in the account how something was read. */
  note(text: string): void;
}

/** A kind of JSON record: how to know it by its fields, and how to read it. */
export interface JsonFormat {
  /** As the account names it. */
  readonly name: string;
  recognises(record: Fields): boolean;
  read(record: Fields, intake: Intake): void;
}

/** A kind of table: how to know it by its columns, and how to read a row. */
export interface TableFormat {
  readonly name: string;
  /** @param columns  lower-case column names */
  recognises(columns: ReadonlySet<string>): boolean;
  /** Columns without which no row can be read, in lower case. */
  readonly needed: readonly string[];
  /** Names that columns had before, with those they have now; in lower case. */
  readonly renamed?: ReadonlyMap<string, string>;
  /** @param row  cells by lower-case column name */
  read(row: Fields, intake: Intake): void;
}
