/**
 * Write data/kyrgyz-stems.csv: Kyrgyz stems, with how many of twelve forms of a noun and of a verb are found
 * for each.
 *
 * Made from the list of words inside Tesseract's Kyrgyz model (Apache-2.0), which Google took from the web.
 * The list is noisy; a stem that shows six forms of its own paradigm is a word.
 *
 * Run: `npx tsx lib/text/make-kyrgyz-stems.ts kir.traineddata`, with the file that Debian's package
 * tesseract-ocr-kir 1:4.1.0-2 puts in /usr/share/tesseract-ocr/5/tessdata.
 */
import { readFileSync, writeFileSync } from "node:fs";

import { isVowel, lastVowel, realise } from "./kyrgyz-harmony";

/** Parts of a model file, by number: its letters, and its words as a graph. */
const [WORDS, LETTERS] = [19, 21];
const LEAST_NOUN_FORMS = 6;
const LEAST_VERB_FORMS = 5;

/**
 * Words in the graph of a Tesseract model; the format is that of its classes TessdataManager and
 * SquishedDawg.
 */
function readWords(model: Buffer): string[] {
  const starts = Array.from({ length: model.readInt32LE(0) }, (_, i) =>
    Number(model.readBigInt64LE(4 + 8 * i)),
  );
  const part = (number: number) => {
    const start = starts[number] ?? -1;
    const end = Math.min(...starts.filter((other) => other > start), model.length);
    return model.subarray(start, end);
  };
  const letters = part(LETTERS)
    .toString("utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.split(" ")[0] ?? "");
  const graph = part(WORDS);
  const letterBits = BigInt(Math.ceil(Math.log2(graph.readInt32LE(2) + 1)));
  const found: string[] = [];
  const follow = (from: number, prefix: string) => {
    for (let at = from; ; at++) {
      const edge = graph.readBigUInt64LE(10 + 8 * at);
      const word = prefix + letters[Number(edge & ((1n << letterBits) - 1n))];
      const flags = Number((edge >> letterBits) & 7n);
      const next = Number(edge >> (letterBits + 3n));
      if ((flags & 4) !== 0) {
        found.push(word);
      }
      if (next > 0) {
        follow(next, word);
      }
      if ((flags & 1) !== 0) {
        return;
      }
    }
  };
  follow(0, "");
  return found;
}

/** The stem as it sounds before a vowel: мектеп, мектеби. */
function softened(stem: string): string {
  return stem.endsWith("к") ? `${stem.slice(0, -1)}г` : stem.endsWith("п") ? `${stem.slice(0, -1)}б` : stem;
}

function put(stem: string, ...templates: string[]): string {
  return templates.reduce((word, template) => word + realise(template, word), stem);
}

/** Twelve forms that a noun has and hardly anything else. */
function nounForms(stem: string): string[] {
  const endsInVowel = isVowel(stem.charAt(stem.length - 1));
  const his = endsInVowel ? put(stem, "сY") : put(softened(stem), "Y");
  const plain = ["ЛAр", "НYн", "ГA", "НY", "ДA", "ДAн"].map((ending) => put(stem, ending));
  const owned = ["", "н", "нA", "нYн", "ндA"].map((ending) => put(his, ending));
  return [...plain, ...owned, endsInVowel ? `${stem}м` : put(softened(stem), "Yм")];
}

/** Twelve forms that a verb has and hardly anything else. */
function verbForms(stem: string): string[] {
  const last = stem.charAt(stem.length - 1);
  const endsInVowel = isVowel(last);
  const soft = softened(stem);
  const long = { а: "оо", о: "оо", е: "өө", ө: "өө", ы: "уу", у: "уу", и: "үү", ү: "үү" }[last];
  const noun = endsInVowel
    ? stem.slice(0, -1) + long
    : soft + ("еиэөү".includes(lastVowel(stem)) ? "үү" : "уу");
  const linked = endsInVowel
    ? ["йт", "п", "р"].map((ending) => stem + ending)
    : ["Aт", "Yп", "Aр"].map((ending) => put(soft, ending));
  const plain = ["ДY", "ГAн", "сA", "БAй", "БAГAн", "сYн", "БAдY"].map((ending) => put(stem, ending));
  return [...plain, ...linked, noun, put(noun, "ГA")];
}

const [, script, modelPath] = process.argv;
if (script?.endsWith("make-kyrgyz-stems.ts")) {
  if (modelPath === undefined) {
    throw new Error("make-kyrgyz-stems: needs the path of kir.traineddata, found none");
  }
  const words = new Set<string>();
  for (const word of readWords(readFileSync(modelPath))) {
    if (/^[А-ЯЁӨҮҢа-яёөүң][а-яёөүң]+$/.test(word)) {
      words.add(word.toLowerCase());
    }
  }
  const candidates = new Set<string>();
  for (const word of words) {
    for (let end = 2; end <= word.length; end++) {
      const stem = word.slice(0, end);
      candidates.add(stem);
      candidates.add(stem.replace(/г$/, "к").replace(/б$/, "п"));
    }
  }
  const count = (forms: readonly string[]) => forms.filter((form) => words.has(form)).length;
  const stems = new Map<string, readonly [noun: number, verb: number]>();
  for (const stem of candidates) {
    if (lastVowel(stem) !== "") {
      const [noun, verb] = [count(nounForms(stem)), count(verbForms(stem))];
      if (noun >= LEAST_NOUN_FORMS || verb >= LEAST_VERB_FORMS) {
        stems.set(stem, [noun, verb]);
      }
    }
  }
  // A plural has a paradigm of its own, and so has what is left of a stem before a vowel (мектеб); neither is
  // a stem.
  const nounOf = (stem: string) => stems.get(stem)?.[0] ?? 0;
  const isPlural = (stem: string) => {
    const single = stem.slice(0, -3);
    return nounOf(single) >= LEAST_NOUN_FORMS && put(single, "ЛAр") === stem;
  };
  const isSoftened = (stem: string) => {
    const hard = stem.replace(/г$/, "к").replace(/б$/, "п");
    return hard !== stem && nounOf(hard) > nounOf(stem);
  };
  const rows = [...stems]
    .filter(([stem]) => !isPlural(stem) && !isSoftened(stem))
    .map(([stem, [noun, verb]]) => `${stem},${noun},${verb}`);
  writeFileSync("data/kyrgyz-stems.csv", `stem,noun,verb\n${rows.sort().join("\n")}\n`);
}
