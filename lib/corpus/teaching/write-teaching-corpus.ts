import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { generateTeachingCorpus, type TeachingCorpus, type TeachingOptions } from "./generate-teaching-corpus";
import type { TeachingPost } from "./teaching-post";
import { facebookFiles } from "./write-facebook";
import { labelFiles } from "./write-labels";
import { odnoklassnikiFiles } from "./write-odnoklassniki";
import { vkontakteFiles } from "./write-vkontakte";

/**
 * Generate the teaching corpus and write it to a folder.
 *
 * ```
 * facebook/ vkontakte/ odnoklassniki/   the 37 communities, as their platforms export them
 * labels/                               what was planted in them
 * candidates/                           a corpus folder of its own: six communities outside the 37
 *   vkontakte/ odnoklassniki/ labels/
 * ```
 *
 * So the folder itself is a corpus of the sample alone, and whoever wants the candidates opens the folder inside it.
 *
 * @param folder  made if it is not there; files of the same names are overwritten
 * @returns the corpus that was written
 */
export function writeTeachingCorpus(folder: string, options: TeachingOptions = {}): TeachingCorpus {
  const corpus = generateTeachingCorpus(options);
  for (const [path, text] of teachingFiles(corpus)) {
    const file = join(folder, ...path.split("/"));
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, text);
  }
  return corpus;
}

/** Every file of a corpus as its path inside the folder and its text, one after the other, in a fixed order. */
export function* teachingFiles(corpus: TeachingCorpus): Generator<readonly [path: string, text: string]> {
  for (const [folder, sampled] of [["", true], ["candidates/", false]] as const) {
    const posts = corpus.posts.filter((post) => post.community.sampled === sampled);
    const on = (platform: string): TeachingPost[] => posts.filter((post) => post.community.platform === platform);
    for (const { name, files } of [
      { name: "facebook", files: () => (sampled ? facebookFiles(on("facebook")) : []) },
      { name: "vkontakte", files: () => vkontakteFiles(on("vkontakte")) },
      { name: "odnoklassniki", files: () => odnoklassnikiFiles(on("odnoklassniki")) },
      { name: "labels", files: () => labelFiles(corpus, posts) },
    ]) {
      for (const [file, text] of files()) yield [`${folder}${name}/${file}`, text];
    }
  }
}
