import type { Study } from "../corpus/study";
import { RARE } from "./check-quiet-politics";
import { EQUIVALENT } from "./check-one-way";
import { type CodedFrame, maskOf, READINGS, type Reading } from "./coded-frame";
import { crisisMasks } from "./crisis-masks";
import {
  COPIES, countCells, remember, type Cells, type Copies, shareOver, sumCells, TEXTS, type Texts, type Weight, WEIGHTS,
} from "./frame-cells";
import { type Multiverse, multiverse } from "./multiverse";

/** Claims about shares of texts, each under every combination of decisions. */
export interface ShareMultiverses {
  /** Share of work, documents and housing on quiet days. */
  readonly E1: Multiverse;
  /** Texts on identity for each everyday one. */
  readonly E4: Multiverse;
  /** Political share on quiet days. */
  readonly E5: Multiverse;
  /** Lowest ratio of the political share in a crisis to that on quiet days. */
  readonly X1: Multiverse;
  /** Share of the texts on a crisis, in its stretch, that are part of an act. */
  readonly X4: Multiverse;
  /** The smaller of the shares of support and of doubt among texts that name the figure. */
  readonly O3: Multiverse;
}

const EVERYDAY = ["work", "documents", "housing"];
const POLITICS = { "politics and border": ["politics", "border"], "politics alone": ["politics"] } as const;

interface Counted {
  readonly texts: Texts;
  readonly copies: Copies;
  readonly reading: Reading;
}

/** Recompute the claims about shares of texts under every combination of decisions. */
export function multiverseOfShares(frame: CodedFrame, study: Study): ShareMultiverses {
  const kept = remember<Cells>();
  const topicCells = ({ texts, copies, reading }: Counted, topics: readonly string[], isCoded = false): Cells =>
    kept(`${texts} ${copies} ${reading} ${topics.join()} ${isCoded}`, () => {
      const coding = frame.readings[reading].topics;
      const [mask, other] = [maskOf(coding, topics), maskOf(coding, ["other"])];
      const isHit = (post: number) => ((coding.bits[post] as number) & mask) !== 0;
      if (!isCoded) return countCells(frame, { texts, copies }, isHit);
      return countCells(frame, { texts, copies }, isHit, (post) => ((coding.bits[post] as number) & ~other) !== 0);
    });
  const days = new Map([14, 28, 42].map((length) => [length, crisisMasks(study, frame.days, length)]));
  const daysOf = (length: number) => days.get(length) ?? crisisMasks(study, frame.days, length);
  const quiet = daysOf(28).quiet;
  const all = new Uint8Array(frame.days.length).fill(1);
  const share = (cells: Cells, mask: Uint8Array, weight: Weight) =>
    shareOver(frame, sumCells(frame, cells, mask), weight);
  const basic = { texts: TEXTS, reading: READINGS, copies: COPIES, weight: WEIGHTS } as const;

  return {
    E1: multiverse(
      { ...basic, days: ["quiet", "all"], "share of": ["texts", "texts with a topic"] },
      (path) => {
        const cells = topicCells(path, EVERYDAY, path["share of"] === "texts with a topic");
        const value = share(cells, path.days === "quiet" ? quiet : all, path.weight);
        return { value, holds: value === null ? null : value > 0.5 };
      },
    ),
    E4: multiverse({ ...basic, days: ["quiet", "all"], "far rarer": ["than 1 in 3", "than 1 in 5"] }, (path) => {
      const mask = path.days === "quiet" ? quiet : all;
      const [rare, common] = [["identity"], EVERYDAY].map((topics) =>
        share(topicCells(path, topics), mask, path.weight),
      );
      if (rare == null || common == null || common === 0) return { value: null, holds: null };
      return { value: rare / common, holds: rare / common < 1 / Number(path["far rarer"].at(-1)) };
    }),
    E5: multiverse(
      { ...basic, politics: ["politics and border", "politics alone"], rare: ["below 5%", "below 10%"] },
      (path) => {
        const value = share(topicCells(path, POLITICS[path.politics]), quiet, path.weight);
        return { value, holds: value === null ? null : value < (path.rare === "below 5%" ? RARE / 2 : RARE) };
      },
    ),
    X1: multiverse(
      { ...basic, stretch: ["14 days", "28 days", "42 days"], counted: ["politics and border", "the crisis's topics"] },
      (path) => {
        const { stretches, quiet: still } = daysOf(Number.parseInt(path.stretch));
        const ratios = study.crises.map(({ topics }, i) => {
          const cells = topicCells(path, path.counted === "politics and border" ? POLITICS[path.counted] : topics);
          const [during, before] = [stretches[i] as Uint8Array, still].map((mask) => share(cells, mask, path.weight));
          return during == null || before == null || before === 0 ? null : during / before;
        });
        // A pandemic is no politics, so there the first crisis is left out.
        const counted = path.counted === "politics and border" ? ratios.slice(1) : ratios;
        if (counted.length === 0 || counted.some((ratio) => ratio === null)) return { value: null, holds: null };
        const least = Math.min(...(counted as number[]));
        return { value: least, holds: least > EQUIVALENT.high };
      },
    ),
    X4: multiverse(
      { ...basic, stretch: ["14 days", "28 days", "42 days"], "more than": ["5%", "10%"] },
      (path) => {
        const { stretches } = daysOf(Number.parseInt(path.stretch));
        const shares = study.crises.map(({ topics }, i) => {
          const cells = actCells(frame, kept, path, topics);
          return share(cells, stretches[i] as Uint8Array, path.weight);
        });
        const known = shares.filter((value): value is number => value !== null);
        if (known.length === 0) return { value: null, holds: null };
        const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
        return { value: mean, holds: mean > Number.parseInt(path["more than"]) / 100 };
      },
    ),
    O3: multiverse(
      {
        texts: TEXTS,
        copies: COPIES,
        weight: WEIGHTS,
        days: ["the stretch", "the whole window"],
        "share of": ["texts that name the figure", "texts with a stance"],
        "more than": ["5%", "10%", "20%"],
      },
      (path) => {
        const mask = path.days === "the stretch" ? (daysOf(28).stretches[1] ?? all) : all;
        const [support, doubt] = ["support", "doubt"].map((stance) => {
          const coding = frame.stances;
          const [own, base] = [
            maskOf(coding, [stance]),
            maskOf(coding, path["share of"] === "texts with a stance" ? ["support", "doubt"] : coding.codes),
          ];
          const cells = kept(`${path.texts} ${path.copies} ${stance} ${base}`, () =>
            countCells(
              frame,
              path,
              (post) => ((coding.bits[post] as number) & own) !== 0,
              (post) => ((coding.bits[post] as number) & base) !== 0,
            ),
          );
          return share(cells, mask, path.weight);
        });
        if (support == null || doubt == null) return { value: null, holds: null };
        const least = Math.min(support, doubt);
        return { value: least, holds: least > Number.parseInt(path["more than"]) / 100 };
      },
    ),
  };
}

/** Texts with an act among those on a crisis. */
function actCells(
  frame: CodedFrame,
  kept: (name: string, compute: () => Cells) => Cells,
  { texts, copies, reading }: Counted,
  topics: readonly string[],
): Cells {
  return kept(`${texts} ${copies} ${reading} acts in ${topics.join()}`, () => {
    const { topics: coding, acts } = frame.readings[reading];
    const mask = maskOf(coding, topics);
    return countCells(
      frame,
      { texts, copies },
      (post) => acts.bits[post] !== 0,
      (post) => ((coding.bits[post] as number) & mask) !== 0,
    );
  });
}
