import { readOneOf, readOrder, readText } from "./read-cell";
import { readTable } from "./read-table";

/** The three themes under which section 5 names frequent words. */
const FIGURE_THEMES = ["work", "documents", "housing"] as const;
export type FigureTheme = (typeof FIGURE_THEMES)[number];

/** One word that section 5 names as frequent in Figures 1 to 3. */
export interface FigureTerm {
  /** Place in which the paper names it, from 1. */
  readonly order: number;
  /** As printed, code point for code point: an о is printed as a Latin o. */
  readonly term: string;
  readonly language: "Russian" | "Kyrgyz" | "English";
  readonly gloss: string;
  readonly theme: FigureTheme;
}

const COLUMNS = ["order", "term", "language", "gloss", "theme"] as const;

/**
 * Read the frequent words in the order in which the paper names them.
 *
 * @throws Error naming file, line and column of the first cell that does not fit
 */
export function loadFigureTerms(path = "data/figure-terms.csv"): readonly FigureTerm[] {
  return readTable(path, COLUMNS, { unique: ["order", "term"] }).map((row, i) => ({
    order: readOrder(row, "order", i),
    term: readText(row, "term"),
    language: readOneOf(row, "language", ["Russian", "Kyrgyz", "English"]),
    gloss: readText(row, "gloss"),
    theme: readOneOf(row, "theme", FIGURE_THEMES),
  }));
}
