import type { Study } from "../corpus/study";
import { PLATFORMS } from "../load/post";
import { MANY } from "./check-host-countries";
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
  seriesOf,
  sumCells,
  TEXTS,
  type Texts,
} from "./frame-cells";
import { findBursts } from "./kleinberg";
import { type Multiverse, multiverse, type Outcome } from "./multiverse";
import { robustZ, UNUSUAL } from "./robust-z";

/** Claims about bursts, each under every combination of decisions. */
export interface BurstMultiverses {
  /** Lowest ratio of a platform to its quiet days, first crisis. */
  readonly C2: Multiverse;
  /** Host countries with a ratio above the limit, first crisis: of its acts, as the claim has it, or of talk of it. */
  readonly C5: Multiverse;
  /** Ratio of all communities together, second and third crisis. */
  readonly O1: Multiverse;
  readonly B1: Multiverse;
  /** Share of the communities apolitical before that went over the limit, second crisis. */
  readonly O2: Multiverse;
}

const BURST = {
  texts: TEXTS,
  reading: READINGS,
  copies: COPIES,
  stretch: ["14 days", "28 days", "42 days"],
  "quiet days": ["before and after", "before"],
  "judged by": ["the ratio", "the automaton", "unusual days"],
} as const;
/** Unusual days from which a stretch is called a burst. */
const FEW_DAYS = 3;

interface Counted {
  readonly texts: Texts;
  readonly copies: Copies;
  readonly reading: Reading;
}

/** Recompute the claims about bursts under every combination of decisions. */
export function multiverseOfBursts(frame: CodedFrame, study: Study): BurstMultiverses {
  const kept = remember<Cells>();
  const cellsOf = (crisis: number, { texts, copies, reading }: Counted, counted: "topics" | "acts" = "topics"): Cells =>
    kept(`${crisis} ${texts} ${copies} ${reading} ${counted}`, () => {
      const coding = frame.readings[reading][counted];
      const mask = maskOf(coding, study.crises[crisis]?.[counted] ?? []);
      return countCells(frame, { texts, copies }, (post) => ((coding.bits[post] as number) & mask) !== 0);
    });
  const days = remember<ReturnType<typeof crisisMasks>>();
  const daysOf = (stretch: string) => days(stretch, () => crisisMasks(study, frame.days, Number.parseInt(stretch)));

  type Path = { readonly [Name in keyof typeof BURST]: (typeof BURST)[Name][number] };
  const burst = (crisis: number, path: Path, isKept: (community: number) => boolean): Outcome => {
    const { stretches, ranges, quiet, quietBefore } = daysOf(path.stretch);
    const [stretch, range] = [stretches[crisis], ranges[crisis]];
    const still = path["quiet days"] === "before" ? quietBefore[crisis] : quiet;
    if (stretch === undefined || range === undefined || still === undefined) return { value: null, holds: null };
    const cells = cellsOf(crisis, path);
    const [during, before] = [stretch, still].map((mask) =>
      addParts(sumCells(frame, cells, mask).filter((_, community) => isKept(community))),
    ) as [Part, Part];
    const value = ratioOf(during, before);
    if (value === null) return { value: null, holds: null };
    if (path["judged by"] === "the ratio") return { value, holds: value > EQUIVALENT.high };
    const series = seriesOf(frame, cells, isKept);
    if (path["judged by"] === "the automaton") {
      const { bursts } = findBursts(series.hits, series.of);
      return { value, holds: bursts.some(({ start, end }) => start < range[1] && end >= range[0]) };
    }
    const z = robustZ(series, (day) => still[day] === 1).slice(...range);
    return { value, holds: z.filter((each) => (each ?? 0) >= UNUSUAL).length >= FEW_DAYS };
  };
  const together = (crisis: number): Multiverse => multiverse(BURST, (path) => burst(crisis, path, () => true));

  return {
    C2: multiverse(BURST, (path) => {
      const platforms = PLATFORMS.filter((platform) => frame.communities.some((one) => one.platform === platform));
      const found = platforms.map((platform) => burst(0, path, (i) => frame.communities[i]?.platform === platform));
      if (found.length === 0 || found.some(({ value }) => value === null)) return { value: null, holds: null };
      return {
        value: Math.min(...found.map(({ value }) => value as number)),
        holds: found.every(({ holds }) => holds),
      };
    }),
    O1: together(1),
    B1: together(2),
    C5: multiverse(
      {
        texts: TEXTS,
        reading: READINGS,
        copies: COPIES,
        stretch: BURST.stretch,
        counted: ["acts of the crisis", "talk of it"],
        "times as many": ["1.25", "2"],
        "posts at least": ["5", "20"],
      },
      (path) => {
        const { stretches, quiet } = daysOf(path.stretch);
        const countries = new Map<string, { communities: number[]; platforms: Set<string> }>();
        frame.communities.forEach(({ platform, host }, i) => {
          if (host === null) return;
          const own = countries.get(host.country) ?? { communities: [], platforms: new Set<string>() };
          countries.set(host.country, own);
          own.communities.push(i);
          own.platforms.add(platform);
        });
        if (countries.size < MANY || stretches[0] === undefined) return { value: null, holds: null };
        const counted = path.counted === "talk of it" ? "topics" : "acts";
        if (study.crises[0]?.[counted].length === 0) return { value: null, holds: null };
        const cells = cellsOf(0, path, counted);
        const [during, before] = [stretches[0], quiet].map((mask) => sumCells(frame, cells, mask)) as [Part[], Part[]];
        const found = [...countries.values()].filter(({ communities }) => {
          const [own, still] = [during, before].map((parts) =>
            addParts(communities.map((i) => parts[i] as Part)),
          ) as [Part, Part];
          const ratio = own.of === 0 || still.hits === 0 ? null : own.hits / own.of / (still.hits / still.of);
          return (
            own.hits >= Number(path["posts at least"]) &&
            (ratio === null || ratio > Number(path["times as many"]))
          );
        });
        const platforms = new Set(found.flatMap((country) => [...country.platforms]));
        return { value: found.length, holds: found.length >= MANY && platforms.size >= 2 };
      },
    ),
    O2: multiverse(
      {
        texts: TEXTS,
        reading: READINGS,
        copies: COPIES,
        stretch: BURST.stretch,
        "apolitical below": ["2%", "5%", "10%"],
        "of them": ["most", "one in three"],
      },
      (path) => {
        const { stretches, quietBefore } = daysOf(path.stretch);
        const [stretch, before] = [stretches[1], quietBefore[1]];
        if (stretch === undefined || before === undefined) return { value: null, holds: null };
        const limit = Number.parseInt(path["apolitical below"]) / 100;
        const cells = cellsOf(1, path);
        const [during, earlier] = [stretch, before].map((mask) => sumCells(frame, cells, mask)) as [Part[], Part[]];
        const apolitical = earlier.flatMap(({ hits, of }, i) => {
          const now = during[i] as Part;
          return of >= FEWEST && now.of > 0 && hits / of < limit ? [now.hits / now.of] : [];
        });
        if (apolitical.length < 5) return { value: null, holds: null };
        const value = apolitical.filter((share) => share >= limit).length / apolitical.length;
        return { value, holds: value > (path["of them"] === "most" ? 1 / 2 : 1 / 3) };
      },
    ),
  };
}

/** Share in one part as a multiple of that in another; null where either is too small. */
export function ratioOf(during: Part, quiet: Part): number | null {
  if (during.of < FEWEST || quiet.of < FEWEST || during.hits + quiet.hits < FEWEST_HITS) return null;
  // Half a post more on both sides where one has none, so that a ratio exists (Haldane and Anscombe).
  const more = during.hits === 0 || quiet.hits === 0 ? 0.5 : 0;
  return (during.hits + more) / during.of / ((quiet.hits + more) / quiet.of);
}
