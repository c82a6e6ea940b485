/** The part of the package `az` that is used; it ships no types. */
declare module "az" {
  export interface Parse {
    /** Which parser read the word: "Dictionary" or one that guesses. */
    readonly parser: string;
    readonly score: number;
    readonly tag: { readonly [grammeme: string]: unknown };
    /** The dictionary form, as a parse or, where the paradigm has none, as something without a word. */
    normalize(keepPartOfSpeech?: boolean): Parse | false;
    toString(): string;
  }
  interface Morph {
    (word: string, config?: { ignoreCase?: boolean }): Parse[];
    init(path: string, done: (error: Error | null) => void): void;
  }
  const Az: {
    Morph: Morph;
    load: (
      path: string,
      type: "json" | "arraybuffer",
      done: (error: Error | null, data?: unknown) => void,
    ) => void;
  };
  export default Az;
}
