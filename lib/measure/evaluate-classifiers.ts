import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "csv-parse/sync";

import type { CodedCorpus, Coding } from "../classify/coding";
import { codePostTypes } from "../classify/post-type";
import { codeSpilloverActs } from "../classify/spillover-act";
import { codeStances } from "../classify/stance";
import { codeTopics } from "../classify/topic";
import { type Corpus, openCorpus } from "../corpus/open-corpus";
import { type PlantedCodes, readPlantedCodes } from "../corpus/teaching/read-labels";
import { indexPosts } from "../corpus/token-index";
import { type Codebook, loadCodebook } from "../load/load-codebook";
import { loadNewsTopicsMap } from "../load/load-news-topics-map";
import { confusion } from "./confusion";
import { type CorrectedShare, correctPrevalence, correctShares } from "./correct-prevalence";
import { type CodeScore, macroF1, type Score, scoreCoding } from "./score-coding";

/** Seed of the teaching corpus whose posts were read while the codebook was written. */
export const DEVELOPED_ON = 7;
/** Seeds that are measured: the corpus of the notebooks, and another. */
const HELD_OUT = [1, 2] as const;
/** Languages of the labels, in the order of the tables. */
const LANGUAGES = ["russian", "kyrgyz", "english", "mixed"] as const;
/** Where the news lie under the folder of real data. */
const NEWS = "kyrgyz-news-topics/qad-train_1000.csv";

/** A classifier with the truth that it is measured by, on some documents. */
interface Trial {
  readonly title: string;
  readonly coding: Coding;
  readonly truth: (document: number) => readonly string[];
  readonly documents: readonly number[];
  readonly languageOf: (document: number) => string;
}

/**
 * Measure the four classifiers against what was planted in teaching corpora, and the topics against
 * labelled news.
 *
 * @param data folder of real data, as its README describes it; without the news, their table is left out
 *   by name
 * @returns tables in Markdown, the same at every run
 */
export async function evaluateClassifiers(data: string): Promise<string> {
  const codebook = loadCodebook();
  const measured: { seed: number; trials: Trial[] }[] = [];
  for (const seed of [...HELD_OUT, DEVELOPED_ON]) {
    const corpus = await openCorpus({ seed, planted: true });
    measured.push({ seed, trials: trialsOf(corpus, codebook) });
  }
  const [first] = measured as [(typeof measured)[number]];
  const developed = measured.at(-1) as (typeof measured)[number];
  return [
    "### Seeds compared",
    "",
    "Mean of the F1 of all codes, each weighing the same.",
    "",
    ...table(
      [
        "classifier",
        ...measured.map(({ seed }) => `seed ${seed}${seed === DEVELOPED_ON ? ", developed on" : ""}`),
      ],
      first.trials.map(({ title }, i) => [
        title,
        ...measured.map(({ trials }) => number(macroF1(scoresOf(trials[i] as Trial)))),
      ]),
    ),
    ...first.trials.flatMap(describeTrial),
    ...describePrevalence(first.trials, developed.trials),
    ...describeNews(join(data, NEWS), codebook),
  ].join("\n");
}

function trialsOf(corpus: Corpus, codebook: Codebook): Trial[] {
  const planted = readPlantedCodes(corpus);
  const of = (document: number): PlantedCodes => planted[document] as PlantedCodes;
  const readable = corpus.posts.flatMap(({ text }, i) => (text !== "" && planted[i] !== null ? [i] : []));
  const posts = readable.filter((i) => corpus.posts[i]?.kind === "post");
  const comments = readable.filter((i) => corpus.posts[i]?.kind === "comment");
  const languageOf = (document: number): string => of(document).language;
  const topics = codeTopics(corpus, codebook);
  const stances = codeStances(corpus, codebook);
  const figure = codebook.stances?.figures[0]?.id;
  const one = (code: string | null): string[] => (code === null ? [] : [code]);
  const trial = (
    title: string,
    coding: Coding,
    truth: Trial["truth"],
    documents: readonly number[],
  ): Trial => {
    return { title, coding, truth, documents, languageOf };
  };
  return [
    trial("Topics of posts", topics, (i) => of(i).topics, posts),
    trial("Topics of comments", topics, (i) => of(i).topics, comments),
    trial("Types of posts", codePostTypes(corpus, codebook), (i) => one(of(i).type), posts),
    trial("Acts of posts", codeSpilloverActs(corpus, codebook), (i) => one(of(i).act), posts),
    trial(
      "Stances of posts and comments that name the figure",
      stances,
      (i) => [of(i).stance ?? "neither"],
      readable.filter((i) => of(i).figure === figure && stances.of(i).length > 0),
    ),
  ];
}

function scoresOf({ coding, truth, documents }: Trial): CodeScore[] {
  return scoreCoding(coding, truth, documents);
}

function describeTrial(trial: Trial): string[] {
  const { title, coding, truth, documents, languageOf } = trial;
  const byLanguage = LANGUAGES.map((language) =>
    scoreCoding(
      coding,
      truth,
      documents.filter((document) => languageOf(document) === language),
    ),
  );
  const { codes, counts } = confusion(coding, truth, documents);
  const taken = counts.map((row, i) => ({ row, i })).filter(({ row }) => sum(row) > 0);
  return [
    "",
    `### ${title}`,
    "",
    `${documents.length} documents of the teaching corpus, seed ${HELD_OUT[0]}.`,
    "",
    ...table(
      ["code", "have it", "precision", "recall", "F1"],
      scoresOf(trial).map(({ code, support, precision, recall, f1 }) => [
        code,
        String(support),
        score(precision),
        score(recall),
        score(f1),
      ]),
    ),
    "",
    "F1 by language of the text, and how many have the code:",
    "",
    ...table(
      ["code", ...LANGUAGES],
      coding.codes.map((code, i) => [
        code,
        ...byLanguage.map((scores) => {
          const { f1, support } = scores[i] as CodeScore;
          return support === 0 ? "–" : `${score(f1)} of ${support}`;
        }),
      ]),
    ),
    "",
    "Of 100 documents that have the code of the row, so many were given that of the column:",
    "",
    ...table(
      ["", ...codes],
      taken.map(({ row, i }) => [codes[i] as string, ...row.map((count) => percent(count / sum(row)))]),
    ),
  ];
}

/**
 * Shares in the corpus as counted, as corrected by the errors on the corpus that was developed on, and as
 * they are.
 */
function describePrevalence(trials: readonly Trial[], known: readonly Trial[]): string[] {
  const [topics, , types] = trials as [Trial, Trial, Trial];
  const [topicsKnown, , typesKnown] = known as [Trial, Trial, Trial];
  const errors = scoresOf(topicsKnown);
  const ofTopics = scoresOf(topics).map((row, i): [string, CorrectedShare, number] => {
    const { support, truePositives, falsePositives, trueNegatives } = errors[i] as CodeScore;
    const of = topics.documents.length;
    const corrected = correctPrevalence(row.truePositives + row.falsePositives, of, {
      positives: support,
      truePositives,
      negatives: falsePositives + trueNegatives,
      trueNegatives,
    });
    return [row.code, corrected, row.support / of];
  });
  const typed = types.documents.filter(
    (document) => types.truth(document).length > 0 && types.coding.of(document).length > 0,
  );
  const typedKnown = typesKnown.documents.filter(
    (document) => typesKnown.truth(document).length > 0 && typesKnown.coding.of(document).length > 0,
  );
  const size = types.coding.codes.length;
  const counts = confusion(typesKnown.coding, typesKnown.truth, typedKnown).counts;
  const now = scoreCoding(types.coding, types.truth, typed);
  const shares = correctShares(
    now.map(({ truePositives, falsePositives }) => truePositives + falsePositives),
    counts.slice(0, size).map((row) => row.slice(0, size)),
    { seed: 1, draws: 200 },
  );
  const ofTypes = now.map((row, i): [string, CorrectedShare, number] => [
    row.code,
    shares[i] as CorrectedShare,
    row.support / typed.length,
  ]);
  const rows = (list: readonly [string, CorrectedShare, number][]): string[] =>
    table(
      ["code", "counted", "corrected", "95% interval", "planted"],
      list.map(([code, { counted, corrected, interval }, planted]) => [
        code,
        share(counted),
        corrected === null ? "cannot be" : share(corrected),
        interval === null ? "–" : `${share(interval[0])} to ${share(interval[1])}`,
        share(planted),
      ]),
    );
  return [
    "",
    "### Shares as counted and as corrected",
    "",
    `Posts of seed ${HELD_OUT[0]}, corrected by the errors made on seed ${DEVELOPED_ON}. Topics one by one ` +
      "(Rogan and Gladen):",
    "",
    ...rows(ofTopics),
    "",
    "Types together, of posts that have a type and were given one (matrix of confusions):",
    "",
    ...rows(ofTypes),
  ];
}

function describeNews(path: string, codebook: Codebook): string[] {
  const title = ["", "### Topics of real news", ""];
  if (!existsSync(path)) return [...title, `Not measured: there is no ${path}.`];
  const map = loadNewsTopicsMap();
  const rows: Record<string, string>[] = parse(readFileSync(path, "utf8"), {
    columns: true,
    relax_quotes: true,
  });
  const posts = rows.map((row) => ({
    text: (row["text"] ?? "").normalize("NFC"),
    kind: "post" as const,
    byAdmin: null,
  }));
  const labels = rows.map((row) => (row["labels_set"] ?? "").split(",").map((label) => label.trim()));
  const corpus: CodedCorpus = { posts, index: indexPosts(posts) };
  const topics = codeTopics(corpus, codebook);
  const truth = (i: number): string[] => {
    return map.flatMap(({ label, topic }) => ((labels[i] as string[]).includes(label) ? [topic] : []));
  };
  const scores = scoreCoding(
    topics,
    truth,
    posts.map((_, i) => i),
  );
  return [
    ...title,
    `${posts.length} Kyrgyz articles of 24.kg, with the labels of data/news-topics-map.csv. No word of the ` +
      "codebook was chosen by them.",
    "",
    ...table(
      ["label of the news", "topic", "have it", "precision", "recall", "F1"],
      map.map(({ label, topic }) => {
        const { support, precision, recall, f1 } = scores.find(({ code }) => code === topic) as CodeScore;
        return [label, topic, String(support), score(precision), score(recall), score(f1)];
      }),
    ),
  ];
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}

function score(value: Score | null): string {
  return value === null ? "–" : `${number(value.value)} (${number(value.low)} to ${number(value.high)})`;
}

function number(value: number | null): string {
  return value === null ? "–" : value.toFixed(2).replace(/^0\./, ".");
}

function share(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

function percent(value: number): string {
  return (100 * value).toFixed(0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
