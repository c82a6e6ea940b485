import type { Coding } from "../classify/coding";
import { codeSpilloverActs, type SpilloverAct } from "../classify/spillover-act";
import { codeStances, type Stance } from "../classify/stance";
import { codeTopics, type Topic } from "../classify/topic";
import { dateOf, daysSince, listDays } from "../corpus/calendar-day";
import type { Corpus } from "../corpus/open-corpus";
import type { Host, Study } from "../corpus/study";
import type { Codebook } from "../load/load-codebook";
import { PLATFORMS, type Platform } from "../load/post";
import { findCopies } from "./find-copies";
import { signedBy } from "./signed-by";

/** How freely a classifier gives its codes. */
export const READINGS = ["as in the codebook", "stricter", "looser"] as const;
export type Reading = (typeof READINGS)[number];

/** Codes of every post under one reading of the codebook. */
export interface ReadCodes {
  readonly topics: Coding<Topic>;
  readonly acts: Coding<SpilloverAct>;
}

/** A corpus as columns of numbers, one a post or comment: what hundreds of specifications add up. */
export interface CodedFrame {
  /** Days of the study, in order. */
  readonly days: readonly string[];
  readonly communities: readonly { readonly platform: Platform; readonly host: Host | null }[];
  /** Place of each post's day in `days`; -1 outside the study. */
  readonly day: Int32Array;
  /** Number of each post's community. */
  readonly community: Int32Array;
  readonly isComment: Uint8Array;
  /** 1 where the post has a word; classifiers say nothing of the others. */
  readonly hasText: Uint8Array;
  /** 1 for what `findCopies` takes for a copy. */
  readonly isCopy: Uint8Array;
  /** 1 in the community's own name, 0 in a person's, -1 where the export does not say. */
  readonly byAdmin: Int8Array;
  /** Counts; NaN where the export does not say. */
  readonly likes: Float64Array;
  readonly shares: Float64Array;
  readonly comments: Float64Array;
  readonly readings: Readonly<Record<Reading, ReadCodes>>;
  readonly stances: Coding<Stance>;
}

/**
 * Lay out a corpus as columns, coded under three readings of the codebook.
 *
 * The stricter reading asks for half as many points again for a topic, and for word and cue of an act within half
 * the reach; the looser one for half the points, and twice the reach.
 *
 * @param codebook  with topics, acts and stances
 */
export function codedFrame(corpus: Pick<Corpus, "posts" | "index">, study: Study, codebook: Codebook): CodedFrame {
  const { posts, index } = corpus;
  const days = listDays(study.from, study.until);
  const start = dateOf(study.from);
  const numbers = new Map<string, number>();
  const communities: { platform: Platform; host: Host | null }[] = [];
  const community = Int32Array.from(posts, (post) => {
    const key = `${PLATFORMS.indexOf(post.platform)} ${post.community}`;
    let number = numbers.get(key);
    if (number === undefined) {
      number = communities.length;
      numbers.set(key, number);
      communities.push({ platform: post.platform, host: study.hostOf(post) });
    }
    return number;
  });
  const signatures = signedBy(posts);
  const count = (key: "likes" | "shares" | "comments") => Float64Array.from(posts, (post) => post[key] ?? Number.NaN);
  return {
    days,
    communities,
    community,
    day: Int32Array.from(posts, ({ createdAt }) => {
      const day = daysSince(start, createdAt);
      return day >= 0 && day < days.length ? day : -1;
    }),
    isComment: Uint8Array.from(posts, ({ kind }) => Number(kind === "comment")),
    hasText: Uint8Array.from(posts, (_, i) => Number(index.document(i).length > 0)),
    isCopy: findCopies(corpus).isCopy,
    byAdmin: Int8Array.from(signatures, (signature) => (signature === null ? -1 : Number(signature === "community"))),
    likes: count("likes"),
    shares: count("shares"),
    comments: count("comments"),
    readings: {
      "as in the codebook": readCodes(corpus, codebook, 1, 1),
      stricter: readCodes(corpus, codebook, 1.5, 0.5),
      looser: readCodes(corpus, codebook, 0.5, 2),
    },
    stances: codeStances(corpus, codebook),
  };
}

function readCodes(
  corpus: Pick<Corpus, "posts" | "index">,
  codebook: Codebook,
  points: number,
  reach: number,
): ReadCodes {
  const { topics, acts } = codebook;
  const varied = {
    ...codebook,
    ...(topics === undefined ? {} : { topics: { ...topics, least: topics.least * points } }),
    ...(acts === undefined
      ? {}
      : { acts: { ...acts, codes: acts.codes.map((act) => ({ ...act, reach: act.reach * reach })) } }),
  };
  return { topics: codeTopics(corpus, varied), acts: codeSpilloverActs(corpus, varied) };
}

/**
 * Bits of some codes of a coding, joined; codes that the codebook does not have count for nothing.
 *
 * @example
 * maskOf({ codes: ["work", "housing", "health"] }, ["work", "health", "border"]); // 5
 */
export function maskOf(coding: Pick<Coding, "codes">, wanted: readonly string[]): number {
  return coding.codes.reduce((mask, code, i) => (wanted.includes(code) ? mask + 2 ** i : mask), 0);
}
