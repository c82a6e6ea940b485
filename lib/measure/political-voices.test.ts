import assert from "node:assert/strict";
import test from "node:test";

import { corpusCommunities } from "./corpus-communities";
import { politicalVoices } from "./political-voices";
import { postOfTest } from "./post-of-test";

test("politicalVoices counts by signature and time, and compares only where persons write too", () => {
  const signed = [true, false, true, false, null, true];
  const posts = signed.map((byAdmin, i) =>
    postOfTest(i, { byAdmin, author: byAdmin === null ? null : `a${i}` }),
  );
  const periods = ["quiet", "quiet", "crisis", "crisis", "quiet", null] as const;
  const communities = corpusCommunities({ posts, communities: [] });
  const voices = politicalVoices(posts, communities, [0, 1, 2, 3, 4, 5], periods);
  assert.deepEqual(
    voices.counts.map(({ routine, crisis }) => [routine, crisis]),
    [
      [0, 0],
      [1, 1],
      [1, 1],
    ],
  );
  // All but the person on a routine day, of four that are signed and dated.
  assert.deepEqual([voices.covered.hits, voices.covered.of, voices.unsigned], [3, 4, 1]);
  // Half the routine posts and half the crisis posts are by administrators.
  assert.equal(voices.shift.ratio, 1);
});
