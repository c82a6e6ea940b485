/** Who posts in a community and who answers, as `profileCommunities` counts it. */
export interface Voices {
  /** Share of posts in the community's own name; null where the export does not say. */
  readonly administratorShare: number | null;
  /** Herfindahl's index of its authors, the community itself as one; null where no author is known. */
  readonly concentration: number | null;
  /** Share of posts that anyone answered; null where comments are not counted. */
  readonly replyShare: number | null;
}

/** From which values on a community counts as run from above, or as run by its members. */
export interface GovernanceThresholds {
  /** Share of posts by administrators from which they set the talk; default 0.5, most posts. */
  readonly administratorShare: number;
  /**
   * Herfindahl's index below which authorship is not concentrated; default 0.1, below which the merger
   * guidelines of the United States of 1992 called a market unconcentrated; those of 2010 drew the line at
   * 0.15.
   */
  readonly concentration: number;
  /** Share of posts with an answer from which posts are usually answered; default 0.5. */
  readonly replyShare: number;
}

/** How a community is governed, and why it is called so. */
export interface Governance {
  readonly kind: "vertical" | "horizontal" | "mixed" | "not said";
  readonly because: string;
}

/** The thresholds where none are given. */
export const GOVERNANCE_THRESHOLDS: GovernanceThresholds = {
  administratorShare: 0.5,
  concentration: 0.1,
  replyShare: 0.5,
};

/**
 * Tell a community that is run from above from one that its members run (section 5).
 *
 * Vertical: administrators write most posts, and most posts stay without an answer. Horizontal: they do not,
 * no few authors dominate, and most posts are answered. Anything between is mixed. A community that could be
 * one or the other, depending on what its export leaves out, is not said.
 *
 * @param voices      shares from 0 to 1; null is not known
 * @param thresholds  what to vary; the others keep their defaults
 * @see U.S. Department of Justice and Federal Trade Commission (1992). Horizontal Merger Guidelines, 1.51.
 *
 * @example
 * governance({ administratorShare: 0.97, concentration: 0.94, replyShare: 0.1 }).kind; // "vertical"
 * governance({ administratorShare: 0.07, concentration: 0.01, replyShare: 0.6 }).kind; // "horizontal"
 * governance({ administratorShare: null, concentration: 0.9, replyShare: 0.1 }).kind; // "not said"
 */
export function governance(voices: Voices, thresholds: Partial<GovernanceThresholds> = {}): Governance {
  const { administratorShare, concentration, replyShare } = voices;
  const limits = { ...GOVERNANCE_THRESHOLDS, ...thresholds };
  if (replyShare === null) return { kind: "not said", because: "the export does not count comments" };
  const isAnswered = replyShare >= limits.replyShare;
  const answered = `${percent(replyShare)} of its posts are answered`;
  if (administratorShare !== null && administratorShare >= limits.administratorShare) {
    const because = `administrators write ${percent(administratorShare)} of its posts, and ${answered}`;
    return { kind: isAnswered ? "mixed" : "vertical", because };
  }
  // Whoever they are, authors among whom nobody dominates are not administrators alone.
  const isSpread = concentration !== null && concentration < limits.concentration;
  if (isSpread && isAnswered) {
    return {
      kind: "horizontal",
      because: `no few authors dominate (index ${concentration.toFixed(2)}), and ${answered}`,
    };
  }
  if (administratorShare === null && !isSpread) {
    return { kind: "not said", because: "the export does not say who administers" };
  }
  if (concentration === null) return { kind: "not said", because: "the export names no authors" };
  return { kind: "mixed", because: `authors reach index ${concentration.toFixed(2)}, and ${answered}` };
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
