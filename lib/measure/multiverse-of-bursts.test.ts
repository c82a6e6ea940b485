import assert from "node:assert/strict";
import test from "node:test";

import type { Coding } from "../classify/coding";
import { listDays } from "../corpus/calendar-day";
import { openStudy } from "../corpus/study";
import type { CodedFrame, ReadCodes } from "./coded-frame";
import { multiverseOfBursts } from "./multiverse-of-bursts";

const study = openStudy();
const days = listDays(study.from, study.until);

/** Five communities in five countries: a post a day without any code, and in July 2020 ten that raise money. */
function frame(): CodedFrame {
  const posts = ["A", "B", "C", "D", "E"].flatMap((_, community) => [
    ...days.map((_, day) => ({ community, day, act: 0 })),
    ...Array.from({ length: 10 }, (_, i) => ({ community, day: days.indexOf("2020-07-01") + i, act: 1 })),
  ]);
  const column = (value: number) => posts.map(() => value);
  const coding = (codes: readonly string[], bits: readonly number[]) => ({ codes, bits: Uint32Array.from(bits) }) as unknown as Coding;
  const reading = {
    topics: coding(["health", "politics", "border"], column(0)),
    acts: coding(["fundraising", "logistics"], posts.map(({ act }) => act)),
  } as unknown as ReadCodes;
  return {
    days,
    communities: ["A", "B", "C", "D", "E"].map((country, i) => {
      return { platform: i === 0 ? "vkontakte" : "facebook", host: { country, region: country } } as const;
    }),
    community: Int32Array.from(posts, (post) => post.community),
    day: Int32Array.from(posts, (post) => post.day),
    isComment: Uint8Array.from(column(0)),
    hasText: Uint8Array.from(column(1)),
    isCopy: Uint8Array.from(column(0)),
    readings: { "as in the codebook": reading, stricter: reading, looser: reading },
  } as unknown as CodedFrame;
}

test("C5 counts the acts that its card counts, and talk as another choice", () => {
  const { C5 } = multiverseOfBursts(frame(), study);
  const found = (counted: string) =>
    C5.specifications.filter(({ path }) => path.texts === "posts" && path["posts at least"] === "5" && path.counted === counted);
  assert.ok(found("acts of the crisis").every(({ value, holds }) => value === 5 && holds === true));
  assert.ok(found("talk of it").every(({ value, holds }) => value === 0 && holds === false));
});

test("C5 says nothing of acts where the study names none", () => {
  const [first, ...others] = study.crises;
  const without = Object.create(study, { crises: { value: [{ ...first, acts: [] }, ...others] } }) as typeof study;
  const { C5 } = multiverseOfBursts(frame(), without);
  const acts = C5.specifications.filter(({ path }) => path.counted === "acts of the crisis");
  assert.ok(acts.length > 0 && acts.every(({ holds }) => holds === null));
});
