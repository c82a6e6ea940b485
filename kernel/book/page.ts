import type { Addresses } from "./addresses";
import type { Html } from "./html";

/** A part of a page that the contents list and the search finds. */
export interface Section {
  readonly anchor: string;
  readonly title: string;
  /** Plain words, for searching only. */
  readonly text: string;
}

/** A page of the book. */
export interface Page {
  /** Its file's name without ending. */
  readonly name: string;
  readonly title: string;
  readonly sections: readonly Section[];
  /** What stands between the page's head and its foot. */
  render(addresses: Addresses): Html;
}
