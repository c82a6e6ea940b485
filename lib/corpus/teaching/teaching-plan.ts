import { readFileSync } from "node:fs";

import { parse } from "csv-parse/sync";

import { portablePower } from "./portable-math";

/** Rise, decay and later pulses of a crisis, as shares of its peak. */
export interface Curve {
  readonly onset: string;
  readonly rise: readonly number[];
  readonly decay: number;
  readonly pulses: readonly { readonly day: string; readonly height: number }[];
}

export const CRISES = ["covid", "october", "border"] as const;
export type Crisis = (typeof CRISES)[number];

interface Burst {
  readonly planted: {
    readonly peak: number;
    readonly adminShare: number;
    readonly answers: number;
    readonly communitySd: number;
    readonly silentCommunities: number;
    readonly demonstrationsInRussia?: number;
  };
  readonly nullSize: { readonly adminShare: number };
  readonly curve: Curve;
}

export interface Shock {
  readonly name: string;
  readonly from: string;
  readonly days: number;
  readonly says: string;
  readonly size: number;
}

interface Governance {
  readonly adminShare: number;
  readonly likes: number;
  readonly shares: number;
  readonly comments: number;
}

/** Everything that `data/teaching-corpus.json` states and the generator reads. */
export interface TeachingPlan {
  readonly corpus: { readonly from: string; readonly days: number; readonly comments: number };
  readonly effects: {
    readonly "topic-shares": {
      readonly planted: Readonly<Record<string, number>>;
      readonly page: Readonly<Record<string, number>>;
      readonly communitySd: number;
      readonly rotation: Readonly<Record<string, number>>;
    };
    readonly "named-words": { readonly planted: { synonymRate: number }; readonly nullSize: { synonymRate: number } };
    readonly "of-their-time": { readonly planted: { share: number }; readonly nullSize: { share: number } };
    readonly "vaccination-joins": { readonly planted: { readonly byMonth: readonly number[] } };
    readonly "one-way": {
      readonly planted: {
        readonly answers: Readonly<Record<string, number>>;
        readonly silent: Readonly<Record<string, number>>;
      };
      readonly nullSilent: number;
    };
    readonly "identity-engagement": {
      readonly planted: { likes: number; shares: number; comments: number; communitySd: number };
    };
    readonly "political-role": { readonly planted: { quiet: number; crisis: number; crisisNewcomers: number } };
    readonly governance: {
      readonly planted: { readonly vertical: Governance; readonly horizontal: Governance };
      readonly nullSize: Governance;
    };
    readonly "advertising-candidates": { readonly planted: { advertisements: number; adminShare: number; comments: number } };
    readonly "covid-burst": Burst;
    readonly "october-burst": Burst;
    readonly "border-burst": Burst;
    readonly stance: {
      readonly planted: Readonly<Record<Stance, number>>;
      readonly nullSize: Readonly<Record<Stance, number>>;
    };
  };
  readonly confusers: { readonly shocks: readonly Shock[] };
  readonly noise: Readonly<Record<NoiseRate, number>>;
}

export type Stance = "support" | "doubt" | "neither";

export type NoiseRate =
  | "typingErrorsPerWord" | "carelessAuthors" | "carelessErrorsPerWord" | "lowerCaseAuthors" | "noPunctuationAuthors"
  | "capitalsAuthors" | "emojiAuthors" | "mixedScriptAuthors" | "mixedScriptAdvertisers" | "mixedScriptPerWord"
  | "plainLettersAuthors" | "translitAuthors" | "borrowedSentence" | "longPosts" | "commentLead" | "commentTail"
  | "advertsRepeated" | "adsCopiedAcross"
  | "politicalCommentsCopied" | "reposts" | "pictureOnly" | "deletedComments";

/** Read the plan. */
export function loadTeachingPlan(path = "data/teaching-corpus.json"): TeachingPlan {
  return JSON.parse(readFileSync(path, "utf8")) as TeachingPlan;
}

/** Read a small table with a header line as one record a line. */
export function readRows(path: string): Readonly<Record<string, string>>[] {
  return parse(readFileSync(path, "utf8"), { columns: true, bom: true });
}

/**
 * A size between the null and what is planted.
 *
 * Effect 0 gives the null, 1 the planted size, and in between the way is straight; above 1 the same ratio is taken again, so
 * that a share never falls below 0.
 *
 * @example
 * scaleEffect(1, 2.25, 0); // 1
 * scaleEffect(0.4, 0.1, 0.5); // 0.25
 */
export function scaleEffect(none: number, planted: number, effect: number): number {
  if (effect <= 1) return none + (planted - none) * effect;
  if (none === 0 || planted === 0) return planted;
  return planted * portablePower(planted / none, effect - 1);
}
