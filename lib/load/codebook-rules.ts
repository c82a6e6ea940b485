/** A word, a pattern or a phrase of them. */
export interface CodebookPattern {
  /** As written in the codebook: `рабоч*`. */
  readonly term: string;
  /** Its words; more than one is a phrase. */
  readonly words: readonly string[];
  readonly gloss: string;
  /** Line of the codebook, from 1, so that a result can point at it. */
  readonly line: number;
}

/** Languages of a codebook's words; `xx` where the spelling is shared. */
export const TERM_LANGUAGES = ["ru", "ky", "en", "xx"] as const;
export type TermLanguage = (typeof TERM_LANGUAGES)[number];

/** Words of one meaning and one weight. */
export interface TermGroup {
  readonly language: TermLanguage;
  readonly gloss: string;
  /** What each of them counts; below zero it speaks against the code. */
  readonly points: number;
  readonly terms: readonly CodebookPattern[];
  /** For words of an act: the cues of which one must be met, in place of the act's. */
  readonly cues?: readonly string[];
}

/** What can be seen of a post beside its words. */
export const SIGNS = ["question", "admin", "comment"] as const;
export type Sign = (typeof SIGNS)[number];

/** A code and the words and signs that count for it. */
export interface PointedCode {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** Themes of the codebook whose terms count for it too, and what each counts. */
  readonly themes: readonly string[];
  readonly themePoints: number;
  readonly groups: readonly TermGroup[];
  readonly signs: readonly { readonly sign: Sign; readonly points: number }[];
}

/** How codes are given by points. */
export interface PointRules {
  /** Points from which a code is given. */
  readonly least: number;
  /** Share of the strongest code's points from which another is given beside it; 1 gives one code alone. */
  readonly beside: number;
  /** The code of a text with words that no code reaches. */
  readonly otherwise: string;
  readonly codes: readonly PointedCode[];
}

/** Something that must stand near an act's word, such as a link or a sum of money. */
export interface Cue {
  readonly id: string;
  readonly about: string;
  readonly groups: readonly TermGroup[];
}

/** An act that reaches beyond the screen. */
export interface ActRule {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** Most tokens from the act's word to the cue; 1 is side by side. */
  readonly reach: number;
  readonly words: readonly TermGroup[];
  /** Ids of the cues of which one must be met. */
  readonly cues: readonly string[];
  /** Words anywhere in the text that take the act back. */
  readonly unless: readonly TermGroup[];
}

/** The acts and the cues that they share. */
export interface ActRules {
  readonly cues: readonly Cue[];
  readonly codes: readonly ActRule[];
}

/** A person towards whom a stance is taken. */
export interface Figure {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly TermGroup[];
}

/** How a stance towards a named figure is told. */
export interface StanceRules {
  /** Most tokens from the figure's name to a word of stance. */
  readonly reach: number;
  /** Words that turn a word of stance round, if they stand at most so many tokens before or after it. */
  readonly negation: {
    readonly before: number;
    readonly after: number;
    readonly leading: readonly TermGroup[];
    readonly trailing: readonly TermGroup[];
  };
  readonly figures: readonly Figure[];
  readonly support: readonly TermGroup[];
  readonly doubt: readonly TermGroup[];
  /** Names of the three codes as shown. */
  readonly names: { readonly support: string; readonly doubt: string; readonly neither: string };
}
