import { type Crisis, readRows } from "./teaching-plan";

/** A kind of post: what it says and how it is labelled. */
export interface PostKind {
  readonly kind: string;
  /** Symbol of the text bank. */
  readonly says: string;
  readonly topics: readonly string[];
  readonly type: string;
  readonly act: string | null;
  /** The crisis it belongs to; null for everyday kinds. */
  readonly crisis: Crisis | null;
  /** Weight within its topic, or within its crisis; in groups and on pages of organisations. */
  readonly share: number;
  readonly pageShare: number;
  /** Which comments it draws. */
  readonly comments: string;
}

/** Read `data/teaching/kinds.csv`. */
export function loadPostKinds(): PostKind[] {
  return readRows("data/teaching/kinds.csv").map((row) => ({
    kind: row.kind!,
    says: row.says!,
    topics: row.topics!.split(";"),
    type: row.type!,
    act: row.act === "" ? null : row.act!,
    crisis: row.crisis === "" ? null : (row.crisis as Crisis),
    share: Number(row.share),
    pageShare: Number(row.page),
    comments: row.comments!,
  }));
}
