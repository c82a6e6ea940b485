import type { Name, NameLists } from "./author-pool";
import { DAY_MS, dayStart } from "./calendar";
import { loadEras } from "./era";
import { loadSynonyms } from "./noise";
import { loadPostKinds, type PostKind } from "./post-kind";
import { loadTeachingPlan, readRows, scaleEffect, type TeachingPlan } from "./teaching-plan";
import { TextBank } from "./text-bank";
import { TextWriter } from "./text-writer";

/** Everything that the parts of one generation share. */
export interface World {
  readonly seed: number;
  readonly scale: number;
  readonly effect: number;
  readonly plan: TeachingPlan;
  readonly kinds: readonly PostKind[];
  readonly kindNamed: ReadonlyMap<string, PostKind>;
  readonly names: NameLists;
  readonly writer: TextWriter;
  readonly start: number;
  readonly end: number;
  /** Authors numbered so far, by platform. */
  readonly authorsSoFar: Map<string, number>;
}

/** Read the plan, the kinds, the names and the text bank, for one seed, size and effect. */
export function openWorld(seed: number, scale: number, effect: number): World {
  const plan = loadTeachingPlan();
  const kinds = loadPostKinds();
  const names = readRows("data/teaching/names.csv");
  const list = (kind: string): Name[] =>
    names.filter((row) => row.kind === kind).map((row) => ({ latin: row.latin!, cyrillic: row.cyrillic! }));
  const words = plan.effects["named-words"];
  const eras = plan.effects["of-their-time"];
  const rates = {
    synonymRate: scaleEffect(words.nullSize.synonymRate, words.planted.synonymRate, Math.min(effect, 1)),
    noise: plan.noise,
    ofTheirTime: scaleEffect(eras.nullSize.share, eras.planted.share, Math.min(effect, 1)),
  };
  const writer = new TextWriter(TextBank.load("data/teaching"), loadSynonyms(), rates, loadEras());
  const start = dayStart(plan.corpus.from);
  return {
    seed,
    scale,
    effect,
    plan,
    kinds,
    kindNamed: new Map(kinds.map((kind) => [kind.kind, kind])),
    names: { male: list("male"), female: list("female"), surname: list("surname") },
    writer,
    start,
    end: start + plan.corpus.days * DAY_MS,
    authorsSoFar: new Map(),
  };
}

/** Whether authors support or doubt; in the null corpus nobody does. */
export function takesStance(world: World): boolean {
  return world.effect > 0;
}
