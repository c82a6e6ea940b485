import { csvLine } from "./csv-line";
import { commentKey, postKey } from "./export-id";
import type { TeachingCorpus } from "./generate-teaching-corpus";
import type { PlantedLabels, TeachingPost } from "./teaching-post";

const LABELS = [
  "topics", "type", "act", "crisis", "stance", "figure", "language", "by_admin", "spam", "shock", "mixed_script_words",
  "typing_errors", "synonyms", "translit", "says",
] as const;
const POST_HEADER = ["platform", "community", "id", ...LABELS, "repeats", "copies", "repost", "picture", "region", "country"];
const COMMENT_HEADER = ["platform", "community", "id", ...LABELS, "post", "deleted"];

/**
 * What was planted, by file name, to be kept apart from the exports.
 *
 * `posts.csv` and `comments.csv` have one row a post or comment, in the order of generation; `id` is the id under which a
 * loader knows it, `community` the id of `data/communities.csv`. Several topics are apart by ";"; a cell is empty where
 * a label does not apply. Acts are labelled on posts alone.
 */
export function labelFiles(corpus: TeachingCorpus, posts: readonly TeachingPost[]): Map<string, string> {
  const postLines = posts.map((post) => csvLine([
    post.community.platform, post.community.id, postKey(post), ...labelCells(post.labels),
    post.repeats === null ? "" : post.repeats,
    post.copies === null ? "" : `${post.copies.community}:${post.copies.number}`,
    flag(post.isRepost), flag(post.hasPicture), post.place.region, post.place.country,
  ]));
  const commentLines = posts.flatMap((post) => {
    const key = postKey(post);
    return post.comments.map((comment) => csvLine([
      post.community.platform, post.community.id, commentKey(post, comment), ...labelCells(comment.labels), key,
      flag(comment.deleted),
    ]));
  });
  const sizes = {
    ...corpus.options,
    posts: posts.length,
    comments: commentLines.length,
    communities: new Set(posts.map((post) => post.community.id)).size,
  };
  return new Map([
    ["posts.csv", [csvLine(POST_HEADER), ...postLines].join("\n") + "\n"],
    ["comments.csv", [csvLine(COMMENT_HEADER), ...commentLines].join("\n") + "\n"],
    ["corpus.json", `${JSON.stringify(sizes, null, 2)}\n`],
  ]);
}

function labelCells(labels: PlantedLabels): (string | number)[] {
  return [
    labels.topics.join(";"), labels.type, labels.act ?? "", labels.crisis ?? "", labels.stance ?? "", labels.figure ?? "",
    labels.language, flag(labels.byAdmin), flag(labels.spam), labels.shock ?? "", labels.mixedScriptWords,
    labels.typingErrors, labels.synonyms, flag(labels.translit), labels.kind,
  ];
}

function flag(value: boolean): string {
  return value ? "yes" : "no";
}
