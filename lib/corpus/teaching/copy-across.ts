import { type Draft, isOver } from "./draft-post";
import { repeatText } from "./noise";
import { RandomStream } from "./random-stream";
import type { World } from "./teaching-world";

/** The same spam, cargo or ticket advert in several communities of a platform, a few hours apart. */
export function copyAcross(drafts: readonly Draft[], world: World): void {
  const random = new RandomStream(world.seed, "copies");
  const latest = new Map<string, Draft[]>();
  const inTime = [...drafts].sort((a, b) => a.at - b.at || a.community.index - b.community.index || a.number - b.number);
  for (const draft of inTime) {
    if (!COPIED.has(draft.labels.kind) || draft.repeats !== null) continue;
    const key = `${draft.community.platform} ${draft.labels.kind}`;
    const seen = (latest.get(key) ?? []).filter((other) => !isOver(other, draft.at));
    const source = seen.length > 0 && random.chance(world.plan.noise.adsCopiedAcross) ? random.pick(seen) : undefined;
    if (source !== undefined && source.community !== draft.community) {
      draft.text = random.chance(0.6) ? source.text : repeatText(source.text, random);
      draft.announced = source.announced;
      draft.copies = { community: source.community.id, number: source.number };
      draft.labels = { ...source.labels, byAdmin: draft.labels.byAdmin };
    }
    latest.set(key, [...seen.slice(-7), draft]);
  }
}

const COPIED: ReadonlySet<string> = new Set([
  "other.spam", "other.cargo", "other.tickets", "work.team", "documents.service", "other.goods",
]);
