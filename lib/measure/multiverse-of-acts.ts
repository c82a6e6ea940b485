import type { SpilloverAct } from "../classify/spillover-act";
import type { Study } from "../corpus/study";
import { EQUIVALENT } from "./check-one-way";
import { type CodedFrame, maskOf, READINGS, type Reading } from "./coded-frame";
import { crisisMasks } from "./crisis-masks";
import {
  addParts,
  COPIES,
  countCells,
  remember,
  type Cells,
  type Copies,
  FEWEST,
  FEWEST_HITS,
  type Part,
  shareOver,
  sumCells,
  TEXTS,
  type Texts,
  WEIGHTS,
} from "./frame-cells";
import { ratioOf } from "./multiverse-of-bursts";
import { type Multiverse, multiverse } from "./multiverse";

/** Claims about acts, each under every combination of decisions. */
export interface ActMultiverses {
  /** Fundraising against the act that comes next to it, first crisis. */
  readonly C3: Multiverse;
  /** Share of the initiatives that members wrote, first crisis. */
  readonly C4: Multiverse;
  /** Lowest ratio among the acts that the study expects, third crisis. */
  readonly B3: Multiverse;
  /** Ratio of acts in all crises to those on quiet days. */
  readonly X2: Multiverse;
  /**
   * By how many percent of the texts relief is ahead in the first crisis, stance in the second and protest in
   * the third; the smallest of the three.
   */
  readonly X3: Multiverse;
}

const STRETCH = ["14 days", "28 days", "42 days"] as const;
const QUIET = ["before and after", "before"] as const;
const RELIEF = ["fundraising", "logistics"] as const;
const PROTEST = ["petition", "call", "report"] as const;

interface Counted {
  readonly texts: Texts;
  readonly copies: Copies;
  readonly reading: Reading;
}

/** Recompute the claims about acts under every combination of decisions. */
export function multiverseOfActs(frame: CodedFrame, study: Study): ActMultiverses {
  const kept = remember<Cells>();
  const cellsOf = ({ texts, copies, reading }: Counted, acts: readonly string[]): Cells =>
    kept(`${texts} ${copies} ${reading} ${acts.join()}`, () => {
      const coding = frame.readings[reading].acts;
      const mask = maskOf(coding, acts);
      return countCells(frame, { texts, copies }, (post) => ((coding.bits[post] as number) & mask) !== 0);
    });
  const days = remember<ReturnType<typeof crisisMasks>>();
  const daysOf = (stretch: string) => days(stretch, () => crisisMasks(study, frame.days, Number.parseInt(stretch)));
  const every: readonly SpilloverAct[] = frame.readings[READINGS[0]].acts.codes;
  const parts = (cells: Cells, mask: Uint8Array): Part => addParts(sumCells(frame, cells, mask));
  const basic = { texts: TEXTS, reading: READINGS, copies: COPIES, stretch: STRETCH } as const;

  return {
    C3: multiverse({ ...basic, "quiet days": QUIET, compared: ["posts above quiet days", "all posts"] }, (path) => {
      const { stretches, quiet, quietBefore } = daysOf(path.stretch);
      const [stretch, still] = [stretches[0], path["quiet days"] === "before" ? quietBefore[0] : quiet];
      if (stretch === undefined || still === undefined) return { value: null, holds: null };
      let rose = false;
      const excess = every.map((act) => {
        const cells = cellsOf(path, [act]);
        const [during, before] = [parts(cells, stretch), parts(cells, still)];
        if (act === "fundraising") rose = (ratioOf(during, before) ?? 0) > EQUIVALENT.high;
        if (path.compared === "all posts" || before.of === 0) return during.hits;
        return during.hits - (before.hits / before.of) * during.of;
      });
      const own = excess[every.indexOf("fundraising")] ?? 0;
      const next = Math.max(...excess.filter((_, i) => every[i] !== "fundraising"));
      if (own + next < FEWEST_HITS) return { value: null, holds: null };
      return { value: own / Math.max(1, next), holds: rose && own > next };
    }),
    C4: multiverse(
      {
        reading: READINGS,
        copies: COPIES,
        stretch: STRETCH,
        acts: ["fundraising", "fundraising and logistics", "all"],
        weight: WEIGHTS,
        "not said who signs": ["a member", "left out"],
      },
      (path) => {
        const stretch = daysOf(path.stretch).stretches[0];
        if (stretch === undefined) return { value: null, holds: null };
        const coding = frame.readings[path.reading].acts;
        const mask = maskOf(coding, path.acts === "all" ? every : path.acts.split(" and "));
        const cells = kept(`${path.reading} ${path.copies} ${path.acts} ${path["not said who signs"]}`, () =>
          countCells(
            frame,
            { texts: "posts", copies: path.copies },
            (post) => frame.byAdmin[post] !== 1,
            (post) =>
              ((coding.bits[post] as number) & mask) !== 0 &&
              (path["not said who signs"] === "a member" || frame.byAdmin[post] !== -1),
          ),
        );
        const value = shareOver(frame, sumCells(frame, cells, stretch), path.weight);
        return { value, holds: value === null ? null : value > 0.5 };
      },
    ),
    B3: multiverse({ ...basic, "quiet days": QUIET, "times as many": ["1.25", "2"] }, (path) => {
      const { stretches, quiet, quietBefore } = daysOf(path.stretch);
      const [stretch, still] = [stretches[2], path["quiet days"] === "before" ? quietBefore[2] : quiet];
      const acts = study.crises[2]?.acts ?? [];
      if (stretch === undefined || still === undefined || acts.length === 0) return { value: null, holds: null };
      const ratios = acts.map((act) => {
        const cells = cellsOf(path, [act]);
        return ratioOf(parts(cells, stretch), parts(cells, still));
      });
      if (ratios.some((ratio) => ratio === null)) return { value: null, holds: null };
      const least = Math.min(...(ratios as number[]));
      return { value: least, holds: least > Number(path["times as many"]) };
    }),
    X2: multiverse({ ...basic, weight: WEIGHTS, acts: ["all", "without voting"] }, (path) => {
      const { any, quiet } = daysOf(path.stretch);
      const cells = cellsOf(path, path.acts === "all" ? every : every.filter((act) => act !== "voting"));
      const sums = [any, quiet].map((mask) => sumCells(frame, cells, mask));
      const [during, before] = sums.map((sum) => shareOver(frame, sum, path.weight));
      const isThin = addParts(sums.flat()).hits < FEWEST_HITS;
      if (isThin || during == null || before == null || before === 0) return { value: null, holds: null };
      return { value: during / before, holds: during / before > EQUIVALENT.high };
    }),
    X3: multiverse(
      {
        ...basic,
        relief: ["with logistics", "fundraising alone"],
        counted: ["share above quiet days", "share"],
        protest: ["with reports", "petitions and calls"],
      },
      (path) => {
        const { stretches, quiet } = daysOf(path.stretch);
        if (stretches.length < 3) return { value: null, holds: null };
        const shares = (cells: Cells) => {
          const still = parts(cells, quiet);
          return stretches.map((stretch) => {
            const { hits, of } = parts(cells, stretch);
            const share = of < FEWEST ? Number.NaN : hits / of;
            return path.counted === "share" || still.of === 0 ? share : share - still.hits / still.of;
          });
        };
        const stance = kept(`${path.texts} ${path.copies} stance`, () => {
          const mask = maskOf(frame.stances, ["support", "doubt"]);
          return countCells(frame, path, (post) => ((frame.stances.bits[post] as number) & mask) !== 0);
        });
        const forms = [
          shares(cellsOf(path, path.relief === "with logistics" ? RELIEF : RELIEF.slice(0, 1))),
          shares(stance),
          shares(cellsOf(path, path.protest === "with reports" ? PROTEST : PROTEST.slice(0, 2))),
        ];
        // Relief should be highest in the first crisis, stance in the second, protest in the third.
        const margins = forms.map((byCrisis, crisis) => {
          const others = byCrisis.filter((_, i) => i !== crisis);
          return 100 * ((byCrisis[crisis] as number) - Math.max(...others));
        });
        if (margins.some(Number.isNaN)) return { value: null, holds: null };
        const least = Math.min(...margins);
        return { value: least, holds: least > 0 };
      },
    ),
  };
}
