import type { CodeLabel } from "./coded-sheet";
import type { Codebook } from "./load-codebook";

/** What can be coded of a post. */
const CODED_THINGS = ["topics", "post-types", "acts", "stances"] as const;
export type CodedThing = (typeof CODED_THINGS)[number];

/**
 * List the codes that a coder may give, in the codebook's order; stances from support over neither to doubt,
 * which is an order of rank.
 *
 * @throws RangeError if the codebook has no such section
 *
 * @example
 * const themes = [{ id: "work", name: "Work", about: "Paid work", terms: [], exclude: [] }];
 * codeLabels({ themes }, "topics"); // [{ id: "work", name: "Work", about: "Paid work" }]
 * codeLabels({ themes }, "acts"); // throws RangeError
 */
export function codeLabels(codebook: Codebook, of: CodedThing): CodeLabel[] {
  const { themes, topics, postTypes, acts, stances } = codebook;
  const labels = (codes: readonly CodeLabel[]) => codes.map(({ id, name, about }) => ({ id, name, about }));
  if (of === "topics") return labels(topics?.codes ?? themes);
  if (of === "post-types" && postTypes !== undefined) return labels(postTypes.codes);
  if (of === "acts" && acts !== undefined) return labels(acts.codes);
  if (of === "stances" && stances !== undefined) {
    const { names } = stances;
    return (["support", "neither", "doubt"] as const).map((id) => ({ id, name: names[id], about: "" }));
  }
  throw new RangeError(
    `codeLabels: needs a section ${of} in the codebook, found none; see data/codebook.yml`,
  );
}
