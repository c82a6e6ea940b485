import type { WritingHabit } from "./author-pool";
import type { Place } from "./community-profile";
import { makeContact } from "./contact";
import { addNoise, type NoisyText, type Synonyms } from "./noise";
import type { RandomStream } from "./random-stream";
import type { TextBank } from "./text-bank";

export const LANGUAGES = ["russian", "kyrgyz", "english", "mixed"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text, the language it came out in, and what was done to it. */
export interface WrittenText extends NoisyText {
  readonly language: Language;
  /** The text before its author's slips, in which names can be looked up. */
  readonly clean: string;
}

/** Writes what a symbol of the bank says, as one author would, at one place. */
export class TextWriter {
  constructor(
    private readonly bank: TextBank,
    private readonly synonyms: Synonyms,
    private readonly rates: { readonly synonymRate: number; readonly mixedScriptPerWord: number; readonly borrowedSentence: number },
  ) {}

  /**
   * @param says      symbol of the bank, such as `work.offer`
   * @param wanted    language to write in; Russian is taken where the bank does not say it in that language
   * @param occasion  key that may stand for a place, such as `nooruz` in `holiday.name@nooruz`
   */
  write(says: string, wanted: Language, place: Place, habit: WritingHabit, random: RandomStream, occasion?: string): WrittenText {
    const places = [...(occasion === undefined ? [] : [occasion]), place.key, place.country];
    const language = this.bank.has(says, wanted, places) ? wanted : "russian";
    const make = (what: string): string => makeContact(what, place.country, random);
    let said = this.bank.expand(says, { random, language, places, make });
    // A greeting in the other language is the commonest way to change language in one post.
    if ((language === "russian" || language === "kyrgyz") && says[0] !== "c" && random.chance(this.rates.borrowedSentence)) {
      const other = language === "russian" ? "kyrgyz" : "russian";
      said = `${this.bank.expand("greet", { random, language: other, places, make })} ${said}`;
    }
    const clean = tidy(said);
    return { ...addNoise(clean, habit, this.rates, this.synonyms, random), language, clean };
  }
}

/** Mend the seams between sentences: double stops and spaces, small letters after a stop. */
export function tidy(text: string): string {
  return text
    .replace(/ {2,}/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/ ([.,!?;:])(?= |$)/g, "$1")
    .replace(/([!?,:])\.(?!\.)/g, "$1")
    .replace(/([^.])\.\.(?!\.)/g, "$1.")
    .replace(/,,/g, ",")
    .replace(/(^|[.!?…]["»)]? |\n(?:[^A-Za-zА-яЁё\d]{1,3})?)([a-zа-яёңөү])/g, (_, before: string, letter: string) => before + letter.toUpperCase())
    .trim()
    .normalize("NFC");
}
