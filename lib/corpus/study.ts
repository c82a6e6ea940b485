import { existsSync } from "node:fs";
import { join } from "node:path";

import { loadCommunities } from "../load/load-communities";
import { loadCountries } from "../load/load-countries";
import { loadEvents } from "../load/load-events";
import { loadStudy, type StudyCrisis, type StudyEvent, type StudyFile } from "../load/load-study";
import type { Post } from "../load/post";
import { addDays } from "./calendar-day";

/** A stretch of days that may hold a burst, and the days it is held against. */
export interface StudyStretch {
  readonly from: string;
  readonly until: string;
  readonly isQuiet: (day: string) => boolean;
}

/** Where a community is. */
export interface Host {
  readonly country: string;
  readonly region: string;
}

/** The paper's study. */
const PAPER = "data/study.yml";

/** What is studied: the paper's window and crises, or those of a reader's `study.yml`. */
export class Study {
  private readonly hosts: ReadonlyMap<string, Host>;

  /**
   * @param file   what the study's file says
   * @param spare  crises that stand where the file has fewer than three
   */
  constructor(
    private readonly file: StudyFile,
    private readonly spare: readonly StudyCrisis[],
  ) {
    const regions = new Map(loadCountries().map(({ country, region }) => [country, region]));
    const listed = loadCommunities().flatMap(({ platform, name, country }): [string, Host][] => {
      return country === null
        ? []
        : [
            [
              `${platform}:${name.normalize("NFC")}`,
              { country, region: regions.get(country) ?? country },
            ],
          ];
    });
    this.hosts = new Map([
      ...listed,
      ...file.communities.map(({ name, ...host }): [string, Host] => [name, host]),
    ]);
  }

  get name(): string {
    return this.file.name;
  }

  /** The file that was read. */
  get path(): string {
    return this.file.path;
  }

  /** First and last day, both included. */
  get from(): string {
    return this.file.from;
  }

  get until(): string {
    return this.file.until;
  }

  /** Days after a crisis that are not quiet yet. */
  get aftermath(): number {
    return this.file.aftermath;
  }

  /** Names of the communities that the file itself places. */
  get placed(): readonly string[] {
    return this.file.communities.map(({ name }) => name);
  }

  get crises(): readonly StudyCrisis[] {
    return this.file.crises;
  }

  /**
   * The first, second or third crisis. A study with fewer has the paper's in its place, which then finds
   * too little data wherever the corpus does not reach it.
   *
   * @throws RangeError for another number
   */
  crisis(number: number): StudyCrisis {
    const found = this.file.crises[number - 1];
    if (found !== undefined) return found;
    const spare = this.spare[number - 1];
    if (spare !== undefined) return { ...spare, name: `${spare.name} (of the paper, not of this study)` };
    throw new RangeError(
      `Study: crisis must be 1, 2 or 3, found ${number}; the notebooks take them in order`,
    );
  }

  /**
   * Days in which a burst of a crisis is looked for: as many from its start for every crisis, so that
   * they can be laid side by side.
   */
  stretchOf({ from }: StudyCrisis): StudyStretch {
    return { from, until: addDays(from, this.file.stretch - 1), isQuiet: (day) => this.isQuiet(day) };
  }

  /** Whether a day lies in the window and in no crisis, stretch or aftermath. */
  isQuiet(day: string): boolean {
    if (day < this.from || day > this.until) return false;
    return this.file.crises.every((crisis) => {
      const until = this.stretchOf(crisis).until;
      return (
        day < crisis.from ||
        day > addDays(crisis.until > until ? crisis.until : until, this.aftermath)
      );
    });
  }

  /** Where a post's community is; null where neither the study nor Table 1 says. */
  hostOf({ platform, community }: Pick<Post, "platform" | "community">): Host | null {
    return this.hosts.get(community) ?? this.hosts.get(`${platform}:${community}`) ?? null;
  }
}

/**
 * Open the study of a corpus: `study.yml` in its folder, or the paper's.
 *
 * @param corpus  a corpus with its folder; default the paper's study
 * @throws Error naming file, line and field of what does not fit
 */
export function openStudy(corpus: { readonly folder?: string | null } = {}): Study {
  const paper = withEvents(loadStudy(PAPER));
  const own =
    corpus.folder === undefined || corpus.folder === null ? null : join(corpus.folder, "study.yml");
  return new Study(own !== null && existsSync(own) ? loadStudy(own) : paper, paper.crises);
}

/** The paper's crises with the events of data/events.csv. */
function withEvents(file: StudyFile): StudyFile {
  const events = loadEvents();
  const crises = file.crises.map((crisis) => ({
    ...crisis,
    events: events.flatMap(({ crisis: id, from, what, source }): StudyEvent[] =>
      id === crisis.id ? [{ date: from, what, source }] : [],
    ),
  }));
  return { ...file, crises };
}
