import assert from "node:assert/strict";
import test from "node:test";

import { loadCommunities } from "../load/load-communities";
import { loadSearchKeywords } from "../load/load-search-keywords";
import { keywordRetrieval } from "./keyword-retrieval";

const communities = loadCommunities();

test("keywordRetrieval counts Table 1 keyword by keyword: two of the seven retrieve nothing", () => {
  const keywords = loadSearchKeywords().map(({ keyword }) => keyword);
  // Counted by hand in Table 1. Folding adds the one name that begins with a Latin K.
  assert.deepEqual(keywordRetrieval(communities, keywords, "as printed").map(({ found }) => found.length), [11, 2, 28, 0, 16, 0, 4]);
  assert.deepEqual(keywordRetrieval(communities, keywords, "folded").map(({ found }) => found.length), [11, 2, 29, 0, 17, 0, 4]);
  // The sixth, spelled as it was meant, is in five names.
  assert.equal(keywordRetrieval(communities, ["кыргызстанцы"], "as printed")[0]?.found.length, 5);
  assert.deepEqual(keywordRetrieval([], ["a"], "folded"), [{ keyword: "a", found: [] }]);
});
