/** What a check of a claim found, for its card. */
export interface Checked {
  readonly holds: boolean | "too little data";
  readonly computed: string;
  /** One plain sentence. */
  readonly detail: string;
  /** What a reader must know beside it. */
  readonly remarks: readonly string[];
}

/** What a card says where there is too little to compute. */
export const TOO_FEW = { holds: "too little data", computed: "too few words", remarks: [] } as const;
/** The same where posts are counted. */
export const TOO_FEW_POSTS = { holds: "too little data", computed: "too few posts", remarks: [] } as const;
