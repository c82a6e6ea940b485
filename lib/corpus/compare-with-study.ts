import type { Post } from "../load/post";
import { dayOf } from "./calendar-day";
import { openStudy } from "./study";

/**
 * Say where a reader's corpus and its study do not meet: posts outside the window, communities of which
 * nobody says where they are, and those that stand only in the file. Each would else look like silence.
 *
 * @param corpus  posts, and the folder that may hold a `study.yml`
 * @returns sentences for the account; none where the study fits
 * @throws Error naming file, line and field of what does not fit in `study.yml`
 */
export function compareWithStudy(corpus: {
  readonly folder: string;
  readonly posts: readonly Post[];
}): string[] {
  const study = openStudy(corpus);
  const isOwn = study.path.startsWith(corpus.folder);
  const places = new Map(corpus.posts.map((post) => [`${post.platform}:${post.community}`, post]));
  const met = [...places].flatMap(([place, { community }]) => [place, community]);
  const outside = corpus.posts.filter(({ createdAt }) => {
    const day = dayOf(createdAt);
    return day < study.from || day > study.until;
  }).length;
  const nowhere = [...places.values()].filter((post) => study.hostOf(post) === null);
  const absent = study.placed.filter((name) => !met.includes(name));
  const notes: string[] = [];
  if (outside > 0) {
    notes.push(
      `outside the study's window, ${study.from} to ${study.until}: ${outside} of ${corpus.posts.length} ` +
        `posts and comments; ${study.path} sets the window` +
        (isOwn ? "" : ", and a study.yml in the corpus folder another"),
    );
  }
  if (nowhere.length > 0) {
    notes.push(
      `country not known: ${nowhere.length} of ${places.size} communities, such as ` +
        `${sayFirst(nowhere.map(({ community }) => community))}; write them into study.yml under communities`,
    );
  }
  if (absent.length > 0)
    notes.push(`in ${study.path} but in no export: ${sayFirst(absent)}; compare the spelling`);
  return notes;
}

function sayFirst(names: readonly string[]): string {
  return names
    .slice(0, 3)
    .map((name) => `"${name}"`)
    .join(", ");
}
