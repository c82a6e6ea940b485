import { readFileSync } from "node:fs";

/** One word of a treebank. */
export interface TreebankWord {
  readonly form: string;
  readonly lemma: string;
  /** Universal part of speech, such as NOUN. */
  readonly pos: string;
}

/** One sentence of a treebank. */
export interface TreebankSentence {
  readonly text: string;
  /** As the file says in `# genre =`, else "". */
  readonly genre: string;
  readonly words: readonly TreebankWord[];
  /** The tokens as written: a word that is analysed as several stands here once. */
  readonly surface: readonly string[];
}

/**
 * Read a treebank of Universal Dependencies.
 *
 * @param path  a .conllu file
 * @returns sentences in file order; empty nodes are left out
 * @throws Error naming the file and line of a row that has not ten columns
 * @see https://universaldependencies.org/format.html
 */
export function readConllu(path: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  let text = "";
  let genre = "";
  let words: TreebankWord[] = [];
  let surface: string[] = [];
  let covered = 0;
  const lines = readFileSync(path, "utf8").split(/\r?\n/);
  for (const [i, line] of lines.entries()) {
    if (line === "") {
      if (words.length > 0) {
        sentences.push({ text, genre, words, surface });
      }
      [text, genre, words, surface, covered] = ["", "", [], [], 0];
    } else if (line.startsWith("#")) {
      text = /^# text = (.*)$/.exec(line)?.[1] ?? text;
      genre = /^# genre = (.*)$/.exec(line)?.[1] ?? genre;
    } else {
      const cells = line.split("\t");
      if (cells.length !== 10) {
        throw new Error(`${path}:${i + 1}: needed 10 columns, found ${cells.length}`);
      }
      const [id = "", form = "", lemma = "", pos = ""] = cells;
      const range = /^(\d+)-(\d+)$/.exec(id);
      if (range !== null) {
        surface.push(form);
        covered = Number(range[2]);
      } else if (!id.includes(".")) {
        words.push({ form, lemma, pos });
        if (Number(id) > covered) {
          surface.push(form);
        }
      }
    }
  }
  return sentences;
}
