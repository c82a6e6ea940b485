import type { Node, YAMLMap } from "yaml";

import { YamlReader } from "./yaml-reader";

/** Acts that reach beyond the screen, as the codebook names them. */
const STUDY_ACTS = ["fundraising", "petition", "call", "report", "logistics", "voting"] as const;
export type StudyAct = (typeof STUDY_ACTS)[number];

/** Topics by which a post is on a crisis, as the codebook names them. */
export const STUDY_TOPICS = [
  "work",
  "documents",
  "housing",
  "health",
  "identity",
  "politics",
  "border",
] as const;

/** A dated event of a crisis. */
export interface StudyEvent {
  readonly date: string;
  readonly what: string;
  readonly source: string;
}

/** What a crisis asked for, and the words for it. */
export interface StudyNeed {
  readonly name: string;
  /** Words with `*` for any ending. */
  readonly words: readonly string[];
}

/** One crisis of a study. */
export interface StudyCrisis {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly until: string;
  /** Topics of the codebook by which a post is on the crisis. */
  readonly topics: readonly string[];
  readonly acts: readonly StudyAct[];
  /** Without their sign. */
  readonly hashtags: readonly string[];
  readonly needs: readonly StudyNeed[];
  readonly events: readonly StudyEvent[];
}

/** Where a community is. */
export interface StudyCommunity {
  readonly name: string;
  readonly country: string;
  readonly region: string;
}

/** A study as its file says it. */
export interface StudyFile {
  /** The file. */
  readonly path: string;
  readonly name: string;
  readonly from: string;
  readonly until: string;
  /** Days from the start of a crisis in which a burst is looked for. */
  readonly stretch: number;
  /** Days after it that are not quiet. */
  readonly aftermath: number;
  /** One to three, in order of time. */
  readonly crises: readonly StudyCrisis[];
  readonly communities: readonly StudyCommunity[];
}

/** Longest window, about ten years: series have a number a day for each community. */
const LONGEST_DAYS = 3660;
/** Most crises a study may have: one a notebook. */
const MOST_CRISES = 3;

/**
 * Read what is studied: window, crises, what is looked for.
 *
 * Its first lines say what its fields mean. Nothing is guessed: an unknown key stops the reading.
 *
 * @param path  a YAML file such as `data/study.yml`
 * @throws Error naming file, line, column and field of what does not fit
 */
export function loadStudy(path = "data/study.yml"): StudyFile {
  const reader = YamlReader.open(path);
  const root = reader.map(
    reader.root,
    "a study",
    ["name", "window", "crises"],
    ["stretch", "aftermath", "communities"],
  );
  const window = spanOf(
    reader,
    reader.map(reader.at(root, "window") ?? null, "window", ["from", "until"]),
  );
  if (Date.parse(window.until) - Date.parse(window.from) > LONGEST_DAYS * 86_400_000) {
    reader.fail(
      reader.at(root, "window"),
      `window must be ${LONGEST_DAYS} days at most, found ${window.from} to ${window.until}; narrow it to ` +
        "the posts",
    );
  }
  const nodes = reader.list(root, "crises");
  if (nodes.length === 0 || nodes.length > MOST_CRISES) {
    reader.fail(
      reader.at(root, "crises"),
      `crises must be one to ${MOST_CRISES}, one a notebook, found ${nodes.length}`,
    );
  }
  const crises: StudyCrisis[] = [];
  for (const node of nodes) {
    const crisis = crisisOf(reader, node);
    const before = crises.at(-1);
    if (before !== undefined && crisis.from <= before.until) {
      reader.fail(
        node,
        `crises must follow one another in time, found ${crisis.id} from ${crisis.from} and ` +
          `${before.id} until ${before.until}`,
      );
    }
    if (crises.some(({ id }) => id === crisis.id))
      reader.fail(node, `a crisis must have an id of its own, found "${crisis.id}" twice`);
    if (crisis.from < window.from || crisis.until > window.until) {
      reader.fail(
        node,
        `a crisis must lie in the window ${window.from} to ${window.until}, found ${crisis.from} ` +
          `to ${crisis.until}`,
      );
    }
    crises.push(crisis);
  }
  return {
    path,
    name: reader.text(root, "name"),
    ...window,
    stretch: reader.number(root, "stretch", [7, 91], 28),
    aftermath: reader.number(root, "aftermath", [0, 365], 28),
    crises,
    communities: communitiesOf(reader, root),
  };
}

function communitiesOf(reader: YamlReader, root: YAMLMap): StudyCommunity[] {
  const names = new Set<string>();
  return reader.list(root, "communities").map((node) => {
    const map = reader.map(node, "a community", ["name", "country", "region"]);
    const name = reader.text(map, "name");
    if (names.has(name))
      reader.fail(node, `a community must stand once, found "${name}" again; leave one out`);
    names.add(name);
    return { name, country: reader.text(map, "country"), region: reader.text(map, "region") };
  });
}

function crisisOf(reader: YamlReader, node: Node): StudyCrisis {
  const map = reader.map(
    node,
    "a crisis",
    ["id", "name", "from", "until", "topics"],
    ["acts", "hashtags", "needs", "events"],
  );
  const id = reader.text(map, "id");
  if (!/^[a-z][a-z0-9-]*$/.test(id))
    reader.fail(
      reader.at(map, "id"),
      `id must be lower-case Latin letters, digits and hyphens, found "${id}"`,
    );
  const topics = reader.texts(map, "topics", STUDY_TOPICS);
  if (topics.length === 0)
    reader.fail(
      reader.at(map, "topics"),
      "topics must name at least one topic of the codebook, found none",
    );
  return {
    id,
    name: reader.text(map, "name"),
    ...spanOf(reader, map),
    topics,
    acts: reader.texts(map, "acts", STUDY_ACTS) as StudyAct[],
    hashtags: tagsOf(reader, map),
    needs: reader.list(map, "needs").map((need) => needOf(reader, need)),
    events: reader.list(map, "events").map((event) => {
      const own = reader.map(event, "an event", ["date", "what", "source"]);
      return {
        date: reader.day(own, "date"),
        what: reader.text(own, "what"),
        source: reader.text(own, "source"),
      };
    }),
  };
}

function tagsOf(reader: YamlReader, map: YAMLMap): string[] {
  const tags = reader.texts(map, "hashtags").map((tag) => tag.replace(/^#/u, ""));
  reader.list(map, "hashtags").forEach((node, i) => {
    const tag = tags[i] as string;
    if (!/^[\p{L}\p{M}\p{N}_]+$/u.test(tag))
      reader.fail(node, `a hashtag must be letters, digits and _, found "${tag}"; write it without spaces`);
    if (tags.findIndex((other) => other.toLowerCase() === tag.toLowerCase()) < i)
      reader.fail(node, `a hashtag must stand once, found "${tag}" again; its spellings are joined anyway`);
  });
  return tags;
}

function needOf(reader: YamlReader, node: Node): StudyNeed {
  const map = reader.map(node, "a need", ["name", "words"]);
  const words = reader.texts(map, "words");
  const bare = words.findIndex((word) => !/[\p{L}\p{N}]{2}/u.test(word));
  if (words.length === 0)
    reader.fail(reader.at(map, "words"), "words must name at least one word, found none");
  if (bare >= 0) {
    reader.fail(
      reader.list(map, "words")[bare],
      `a word of a need must have two letters or more, found "${words[bare]}"; any word would fit it`,
    );
  }
  return { name: reader.text(map, "name"), words };
}

function spanOf(reader: YamlReader, map: YAMLMap): { from: string; until: string } {
  const [from, until] = [reader.day(map, "from"), reader.day(map, "until")];
  if (until < from)
    reader.fail(
      reader.at(map, "until"),
      `until must be ${from} or later, found ${until}; put the earlier day in from`,
    );
  return { from, until };
}
