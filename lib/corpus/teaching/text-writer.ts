import type { WritingHabit } from "./author-pool";
import { DAY_MS, minutesAhead } from "./calendar";
import type { Place } from "./community-profile";
import { makeContact } from "./contact";
import { type Era, erasAt } from "./era";
import { addNoise, type NoisyText, type Synonyms } from "./noise";
import type { RandomStream } from "./random-stream";
import type { NoiseRate } from "./teaching-plan";
import type { TextBank, TextContext } from "./text-bank";

export const LANGUAGES = ["russian", "kyrgyz", "english", "mixed"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text, the language it came out in, and what was done to it. */
export interface WrittenText extends NoisyText {
  readonly language: Language;
  /** The text before its author's slips, in which names can be looked up. */
  readonly clean: string;
  /** End of the day that the text announces, in milliseconds from 1970; null where it names none. */
  readonly announced: number | null;
}

/** Where and when a text is written. */
export interface WritingSetting {
  readonly place: Place;
  /** Milliseconds from 1970. */
  readonly at: number;
  readonly occasion?: string | undefined;
  /** Whether it is a post, which may begin with a greeting in the other language. */
  readonly isPost: boolean;
}

/** What is announced lies one to so many days ahead, on the clock of the writer. */
const DAYS_AHEAD = 14;
const MONTHS = Array.from({ length: 12 }, (_, month) => new Map([["month", month]]));

/** Beginnings that keep their capital inside a sentence. */
const NAME_FIRST = new RegExp(
  "^(?:Садыр|Жапаров|Сооронбай|Ж[эе]енбеков|Рахмон|Эмомали|Иманы|Баткен|Кыргыз|Росси|ООН|Алла|Кудай|Варламов" +
  "|[A-ZА-Я]{2}|[^A-Za-zА-я])",
);

/** A text that greets already. */
const GREETS = new RegExp(
  "^(?:салам|ассал|здравств|всем привет|добр|привет|кандай|кутманд|друзья|ребята|девочки|балдар|кыздар|уважаем|урматт" +
  "|дорогие)",
  "i",
);

/** Comments of more than a word or two. */
const TALKATIVE = /^(?:comment\.(?!generic|spam|condolence)|reply\.(?!answer))/;

/** Writes what a symbol of the bank says, as one author would, at one place. */
export class TextWriter {
  constructor(
    private readonly bank: TextBank,
    private readonly synonyms: Synonyms,
    private readonly rates: {
      readonly synonymRate: number;
      readonly noise: Readonly<Record<NoiseRate, number>>;
      /** Share of texts that know no more than their time did. */
      readonly ofTheirTime: number;
    },
    private readonly eras: readonly Era[],
  ) {}

  /**
   * @param says      symbol of the bank, such as `work.offer`
   * @param wanted    language to write in; Russian is taken where the bank does not say it in that language
   * @param setting   place and instant of writing; `occasion` is a key that may stand for a place, such as `nooruz` in
   *   `holiday.name@nooruz`
   */
  write(says: string, wanted: Language, setting: WritingSetting, habit: WritingHabit, random: RandomStream): WrittenText {
    const { place, occasion, at } = setting;
    const { noise, ofTheirTime } = this.rates;
    const isOfItsTime = ofTheirTime >= 1 || (ofTheirTime > 0 && random.chance(ofTheirTime));
    const eras = isOfItsTime ? erasAt(this.eras, at) : [];
    const places = [...(occasion === undefined ? [] : [occasion]), ...eras, place.key, place.country];
    const language = this.bank.has(says, wanted, places) ? wanted : "russian";
    const here = at + minutesAhead(place.offset, place.summer, at) * 60_000;
    // One day a text, so that its {!day} and its {month} belong together.
    const ahead = new Date(here + random.between(1, DAYS_AHEAD) * DAY_MS);
    let namesDay = false;
    const make = (what: string): string => {
      if (what !== "day") return makeContact(what, place.country, random);
      namesDay = true;
      return String(ahead.getUTCDate());
    };
    const context = { random, language, places, make, rows: MONTHS[ahead.getUTCMonth()]! };
    const long = `${says}.long`;
    const isLong = random.chance(noise.longPosts) && this.bank.has(long, language, places);
    let said = this.bank.expand(isLong ? long : says, context);
    if (TALKATIVE.test(says)) said = this.chat(said, context);
    // A greeting in the other language is the commonest way to change language in one post.
    const mayBorrow = setting.isPost && (language === "russian" || language === "kyrgyz");
    if (mayBorrow && random.chance(noise.borrowedSentence) && !GREETS.test(said)) {
      const other = language === "russian" ? "kyrgyz" : "russian";
      said = `${this.bank.expand("greet", { ...context, language: other })} ${said}`;
    }
    const clean = tidy(said);
    const rates = { synonymRate: this.rates.synonymRate, mixedScriptPerWord: noise.mixedScriptPerWord };
    const announced = namesDay ? (Math.floor(ahead.getTime() / DAY_MS) + 1) * DAY_MS : null;
    return { ...addNoise(clean, habit, rates, this.synonyms, random), language, clean, announced };
  }

  /** A word before and after a comment, so that the same sentence seldom comes twice. */
  private chat(said: string, context: TextContext): string {
    const { noise } = this.rates;
    let comment = said;
    if (context.random.chance(noise.commentLead)) {
      const lead = this.bank.expand("lead", context);
      const inOneSentence = !/[!:]$/.test(lead) && !NAME_FIRST.test(comment);
      comment = `${lead} ${inOneSentence ? comment.slice(0, 1).toLowerCase() + comment.slice(1) : comment}`;
    }
    if (context.random.chance(noise.commentTail)) {
      const tail = this.bank.expand("tail", context);
      if (!/^[.,!)]/.test(tail)) comment = `${comment} ${tail}`;
      else if (comment.endsWith("?")) comment += /^[.,] /.test(tail) ? tail.slice(1) : "";
      else comment = comment.replace(/[.!]$/, "") + tail;
    }
    return comment;
  }
}

/** Mend the seams between sentences: double stops and spaces, small letters after a stop. */
export function tidy(text: string): string {
  return text
    .replace(/ {2,}| ?\n ?| (?=[.,!?;:](?: |$))/g, (seam) => (seam.includes("\n") ? "\n" : seam.length > 1 ? " " : ""))
    .replace(/([!?,:])\.(?!\.)/g, "$1")
    .replace(/([^.])\.\.(?!\.)/g, "$1.")
    .replace(SENTENCE_START, (_, before: string, letter: string) => before + letter.toUpperCase())
    .trim()
    .normalize("NFC");
}

const SENTENCE_START = /(^|[.!?…]["»)]? |\n(?:[^A-Za-zА-яЁё\d]{1,3})?)(?!https?:)([a-zа-яёңөү])/g;
