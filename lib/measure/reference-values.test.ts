import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { indexPosts } from "../corpus/token-index";
import { sharedFile } from "../text/shared-file";
import { characterAgreement } from "./character-agreement";
import { cohenKappa } from "./cohen-kappa";
import { countWords } from "./frequency";
import { keyWords } from "./key-words";
import { keyness, rayson } from "./keyness";
import { findBursts } from "./kleinberg";
import { krippendorffAlpha } from "./krippendorff-alpha";
import { scoreOf } from "./over-performance";

// Every value of the list of published or independently recomputed values. The tests beside each measure hold
// the same values written out; this one holds the list itself, so that none of it is forgotten.
const { path, skip } = sharedFile(
  "reference-values.json",
  "the list of reference values is not part of the project; tests beside each measure hold its values too",
);
// A list read by name; a name that is not there fails the test that asks for it.
const values: any = skip === false ? JSON.parse(readFileSync(path, "utf8")) : {};

function near(actual: number | null | undefined, expected: number, tolerance = 1e-10): void {
  assert.ok(actual != null && Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);
}

test("the list holds these groups of values and no other", { skip }, () => {
  const groups = Object.keys(values).filter((name) => name !== "about");
  assert.deepEqual(groups, [
    "krippendorff", "cohen_kappa_2x2", "nvivo_agreement", "keyness", "log_ratio", "kleinberg_batched",
    "crowdtangle_overperformance", "frequency_ties",
  ]);
});

test("krippendorffAlpha meets the three levels with missing codes", { skip }, () => {
  for (const level of ["nominal", "ordinal", "interval"] as const) {
    near(krippendorffAlpha<number>(values.krippendorff.rows_are_coders, { level }).value, values.krippendorff[level]);
  }
});

test("cohenKappa meets the table of 20, 5, 10 and 15", { skip }, () => {
  const pairs = [...Array(20).fill("yy"), ...Array(5).fill("yn"), ...Array(10).fill("ny"), ...Array(15).fill("nn")];
  const [a, b] = [0, 1].map((coder) => pairs.map((pair: string) => pair.charAt(coder))) as [string[], string[]];
  near(cohenKappa(a, b).value, values.cohen_kappa_2x2.kappa);
});

test("characterAgreement meets NVivo's example of 1,000 characters", { skip }, () => {
  const span = (from: number, to: number) => [{ document: "text", code: "code", from, to }];
  const found = characterAgreement(new Map([["text", "x".repeat(1000)]]), span(0, 125), span(75, 200), "code").together;
  near(found.percent, values.nvivo_agreement.percent);
  near(found.kappa.value, values.nvivo_agreement.kappa);
});

test("keyness meets Rayson's and quanteda's values, and Williams's correction of it", { skip }, () => {
  const { rayson_2cell: two, toy } = values.keyness;
  near(rayson(two.a, two.c, two.b, two.d), two.LL);
  const { g2 } = keyness(2, 9, 7, 10);
  near(g2, toy.G_4cell);
  near(g2 / toy.williams_q, toy.G_williams);
  near(keyness(6, 10_000, 2, 10_000).logRatio, values.log_ratio.value);
});

test("dealing out single words anew comes to Fisher's exact p", { skip }, () => {
  // Nineteen posts of one word each: 2 of 9 against 7 of 10. Fisher's p sums the tables that are no more likely,
  // the permutation those with no smaller G²; here they are the same tables.
  const words = Array.from({ length: 19 }, (_, i) => (i < 2 || (i >= 9 && i < 16) ? "жумуш" : "батир"));
  const index = indexPosts(words.map((text) => ({ text })));
  const numbers = words.map((_, i) => i);
  const rows = keyWords(index, numbers.slice(0, 9), numbers.slice(9), { permutations: 20_000, seed: 1 });
  // Four standard errors of 20,000 draws: 4·√(0.07·0.93/20,000) = 0.0072.
  near(rows.find(({ term }) => term === "жумуш")?.permutationP, values.keyness.toy.fisher_p, 0.0072);
});

test("Pearson's chi-squared and Fisher's odds ratio are the only listed values of a measure not taken", { skip }, () => {
  // Keyness is G² and the log ratio here. The two chi-squared values belong to the same table: n(ad − bc)² over
  // the product of the margins, with and without half of n taken off.
  const [a, b, c, d] = [2, 7, 7, 3];
  const n = a + b + c + d;
  const margins = (a + b) * (c + d) * (a + c) * (b + d);
  near((n * (a * d - b * c) ** 2) / margins, values.keyness.toy.chi2);
  near((n * (Math.abs(a * d - b * c) - n / 2) ** 2) / margins, values.keyness.toy.chi2_yates);
  assert.deepEqual(Object.keys(values.keyness.toy), [
    "G_4cell", "chi2", "chi2_yates", "williams_q", "G_williams", "fisher_or", "fisher_p",
  ]);
});

test("findBursts meets the exact states of the example", { skip }, () => {
  const { relevant, total, p0, p1, states } = values.kleinberg_batched;
  const found = findBursts(relevant, total);
  near(found.p0, p0);
  near(found.p1, p1);
  assert.deepEqual([...found.states], states);
});

test("scoreOf meets CrowdTangle's two examples", { skip }, () => {
  const { actual_100_expected_50: over, actual_100_expected_200: under } = values.crowdtangle_overperformance;
  assert.deepEqual([scoreOf(100, 50), scoreOf(100, 200)], [over, under]);
});

test("equal counts share the lowest rank", { skip }, () => {
  const { counts, ranks } = values.frequency_ties;
  const text = ["а", "б", "в", "г"].map((word, i) => `${word} `.repeat(counts[i])).join("");
  assert.deepEqual(countWords(indexPosts([{ text }])).map(({ rank }) => rank), ranks);
});
