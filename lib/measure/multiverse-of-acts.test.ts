import assert from "node:assert/strict";
import test from "node:test";

import type { Coding } from "../classify/coding";
import { listDays } from "../corpus/calendar-day";
import { openStudy } from "../corpus/study";
import type { CodedFrame, ReadCodes } from "./coded-frame";
import { multiverseOfActs } from "./multiverse-of-acts";

const study = openStudy();
const days = listDays(study.from, study.until);

/** One community with a post a day; on these days the post raises money. */
function frameOf(raising: readonly string[]): CodedFrame {
  const column = (value: number) => days.map(() => value);
  const coding = (codes: readonly string[], bits: readonly number[]) => ({ codes, bits: Uint32Array.from(bits) }) as unknown as Coding;
  const acts = coding(["fundraising"], days.map((day) => Number(raising.includes(day))));
  const reading = { topics: coding(["health"], column(0)), acts } as unknown as ReadCodes;
  return {
    days,
    communities: [{ platform: "vkontakte", host: { country: "Russia", region: "Russia" } }],
    community: Int32Array.from(column(0)),
    day: Int32Array.from(days.keys()),
    isComment: Uint8Array.from(column(0)),
    hasText: Uint8Array.from(column(1)),
    isCopy: Uint8Array.from(column(0)),
    byAdmin: Int8Array.from(column(0)),
    stances: coding(["support", "doubt"], column(0)),
    readings: { "as in the codebook": reading, stricter: reading, looser: reading },
  } as unknown as CodedFrame;
}

test("X2 says nothing where fewer than five acts are counted, in crises and on quiet days together", () => {
  const [quiet, ...crisis] = ["2021-02-10", "2020-07-01", "2020-07-02", "2020-07-03", "2020-10-06"] as const;
  const valuesOf = (acts: readonly string[]) =>
    multiverseOfActs(frameOf(acts), study).X2.specifications
      .filter(({ path }) => path.texts === "posts" && path.stretch === "42 days" && path.acts === "all")
      .map(({ value }) => value);
  assert.ok(valuesOf([quiet, ...crisis.slice(1)]).every((value) => value === null));
  const five = valuesOf([quiet, ...crisis]);
  assert.ok(five.length > 0 && five.every((value) => value !== null && value > 1), five.join());
});
