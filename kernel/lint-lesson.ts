import { joinText } from "./join-text";
import type { Finding } from "./lint-notebook";
import type { Notebook } from "./notebook-file";

/** Verbs that no exercise can ask for: whether somebody understands is not seen, whether they explain is. */
const VAGUE = [
  "understand",
  "know",
  "learn",
  "see",
  "appreciate",
  "grasp",
  "realise",
  "be",
  "become",
  "explore",
  "discover",
];

/**
 * Check that a notebook says at its head what a lesson must say: what students can do afterwards, in verbs that can be
 * observed, what they need before, and how many minutes it takes.
 *
 * @param path  the notebook's path, for the report
 * @returns findings about its first cell; empty when all is said
 */
export function lintLesson(path: string, { cells }: Notebook): Finding[] {
  const head = joinText(cells[0]?.source ?? "");
  const where = `${path} cell ${cells[0]?.id ?? 1}`;
  const findings: Finding[] = [];
  const add = (message: string): void => void findings.push({ where, rule: "lesson", message });

  const [, stated] = /\*\*After this notebook you can\*\* ([^.]+)\./.exec(head) ?? [];
  if (stated === undefined)
    add('a notebook must say "**After this notebook you can** …" in its first cell, found no such');
  for (const objective of stated?.split(/;\s*/) ?? []) {
    const [verb = ""] = objective.trim().replace(/^and /, "").split(/\s/);
    if (VAGUE.includes(verb))
      add(`an objective must begin with what can be observed, found "${verb}" in "${objective}"`);
  }
  if (!/\*\*You need\*\* \S/.test(head)) add('a notebook must say "**You need** …" in its first cell, found no such');
  if (!/\bminutes? to read\b/.test(head))
    add('a notebook must say "… minutes to read" in its first cell, found no such');
  return findings;
}
