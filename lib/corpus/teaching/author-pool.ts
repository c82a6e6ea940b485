import type { CommunityProfile } from "./community-profile";
import type { RandomStream } from "./random-stream";
import type { NoiseRate, Stance } from "./teaching-plan";

/** Habits of writing that an author keeps to. */
export interface WritingHabit {
  readonly errorsPerWord: number;
  readonly lowerCase: boolean;
  readonly noPunctuation: boolean;
  readonly capitals: boolean;
  readonly emoji: boolean;
  readonly mixesScripts: boolean;
  readonly plainLetters: boolean;
  readonly translit: boolean;
}

/** Someone who writes in a community. */
export interface TeachingAuthor {
  /** Number within the platform, from 1: exported ids are made from it. */
  readonly number: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly isAdmin: boolean;
  readonly isAdvertiser: boolean;
  readonly leaning: Stance;
  readonly habit: WritingHabit;
  /** Adverts already published, to be repeated. */
  readonly adverts: number[];
}

/** Names of people, made of common first names and surnames that point at nobody. */
export interface NameLists {
  readonly male: readonly Name[];
  readonly female: readonly Name[];
  readonly surname: readonly Name[];
}
export interface Name {
  readonly latin: string;
  readonly cyrillic: string;
}

/**
 * The authors of one community, few of whom write most.
 *
 * Weights fall as 1 / (rank + 4), so that the first tenth writes about half; the first two are administrators.
 */
export class AuthorPool {
  readonly authors: readonly TeachingAuthor[];
  private readonly cumulative: readonly number[];

  constructor(
    community: CommunityProfile,
    size: number,
    firstNumber: number,
    random: RandomStream,
    names: NameLists,
    noise: Readonly<Record<NoiseRate, number>>,
    leanings: Readonly<Record<Stance, number>>,
  ) {
    const stances: readonly Stance[] = ["support", "doubt", "neither"];
    this.authors = Array.from({ length: size }, (_, rank): TeachingAuthor => {
      const female = random.chance(0.45);
      const first = random.pick(female ? names.female : names.male);
      const last = random.pick(names.surname);
      const script = community.platform !== "facebook" && random.chance(0.7) ? "cyrillic" : "latin";
      const isAdvertiser = rank >= 2 && random.chance(rank < size / 8 ? 0.35 : 0.05);
      return {
        number: firstNumber + rank,
        firstName: first[script],
        lastName: last[script] + (female ? (script === "cyrillic" ? "а" : "a") : ""),
        isAdmin: rank < 2,
        isAdvertiser,
        leaning: stances[random.weighted(stances.map((stance) => leanings[stance]))]!,
        habit: {
          errorsPerWord: random.chance(noise.carelessAuthors) ? noise.carelessErrorsPerWord : noise.typingErrorsPerWord,
          lowerCase: random.chance(noise.lowerCaseAuthors),
          noPunctuation: random.chance(noise.noPunctuationAuthors),
          capitals: random.chance(noise.capitalsAuthors),
          emoji: random.chance(noise.emojiAuthors),
          mixesScripts: random.chance(isAdvertiser ? noise.mixedScriptAdvertisers : noise.mixedScriptAuthors),
          plainLetters: random.chance(noise.plainLettersAuthors),
          translit: random.chance(noise.translitAuthors),
        },
        adverts: [],
      };
    });
    let sum = 0;
    this.cumulative = this.authors.map((_, rank) => (sum += 1 / (rank + 4)));
  }

  /** An author as often as she usually writes. */
  usual(random: RandomStream): TeachingAuthor {
    const wanted = random.unit() * this.cumulative[this.cumulative.length - 1]!;
    let low = 0;
    let high = this.cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.cumulative[middle]! <= wanted) low = middle + 1;
      else high = middle;
    }
    return this.authors[low]!;
  }

  /** An ordinary member, all alike. */
  anyMember(random: RandomStream): TeachingAuthor {
    return this.authors[random.between(2, this.authors.length - 1)]!;
  }

  /** An ordinary member as often as she usually writes. */
  usualMember(random: RandomStream): TeachingAuthor {
    for (;;) {
      const author = this.usual(random);
      if (!author.isAdmin) return author;
    }
  }

  /** An advertiser, if the community has one. */
  advertiser(random: RandomStream): TeachingAuthor {
    for (let i = 0; i < 40; i++) {
      const author = this.usual(random);
      if (author.isAdvertiser) return author;
    }
    return this.usualMember(random);
  }

  admin(random: RandomStream): TeachingAuthor {
    return this.authors[random.below(2)]!;
  }
}
