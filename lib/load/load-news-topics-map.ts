import { readText } from "./read-cell";
import { readTable } from "./read-table";

/** Which topic of the codebook comes nearest to a label of the Kyrgyz news. */
export interface NewsTopic {
  /** As 24.kg's articles are labelled. */
  readonly label: string;
  /** Id of a topic of the codebook. */
  readonly topic: string;
  /** How well they fit; empty where there is nothing to say. */
  readonly note: string;
}

/**
 * Read the map from labels of the Kyrgyz news to topics of the codebook.
 *
 * @throws Error naming file, line and column of the first cell that does not fit
 *
 * @example
 * loadNewsTopicsMap()[0]?.topic; // "politics"
 */
export function loadNewsTopicsMap(path = "data/news-topics-map.csv"): readonly NewsTopic[] {
  return readTable(path, ["label", "topic", "note"], { unique: ["label", "topic"] }).map((row) => ({
    label: readText(row, "label"),
    topic: readText(row, "topic"),
    note: row.cells.note,
  }));
}
