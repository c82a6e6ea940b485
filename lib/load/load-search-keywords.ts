import { readOptionalText, readOrder, readText } from "./read-cell";
import { readTable } from "./read-table";

/** One of the seven keywords that section 4 says communities were searched with. */
export interface SearchKeyword {
  /** Place in the paper's list, from 1. */
  readonly order: number;
  /** As printed, misprint and Latin letters included. */
  readonly keyword: string;
  readonly language: string;
  readonly meaning: string;
  /** What the author seems to have typed, where the print cannot be it; null where the print stands. */
  readonly probablyMeant: string | null;
  readonly note: string | null;
}

const COLUMNS = ["order", "keyword", "language", "meaning", "probably_meant", "note"] as const;

/**
 * Read the search keywords in the paper's order.
 *
 * @throws Error naming file, line and column of the first cell that does not fit
 */
export function loadSearchKeywords(path = "data/search-keywords.csv"): readonly SearchKeyword[] {
  return readTable(path, COLUMNS, { unique: ["order", "keyword"] }).map((row, i) => ({
    order: readOrder(row, "order", i),
    keyword: readText(row, "keyword"),
    language: readText(row, "language"),
    meaning: readText(row, "meaning"),
    probablyMeant: readOptionalText(row, "probably_meant"),
    note: readOptionalText(row, "note"),
  }));
}
