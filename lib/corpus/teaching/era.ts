import { dayStart } from "./calendar";
import { readRows } from "./teaching-plan";

/** A time before something happened, of which its texts know nothing. */
export interface Era {
  /** Key of the lists of the bank that belong to it, as in `hero.text@before-everest`. */
  readonly key: string;
  /** Milliseconds from 1970 at which the day of what happened begins in UTC; the era ends there. */
  readonly until: number;
}

/** Read `data/teaching/eras.csv`, those that end first in front. */
export function loadEras(path = "data/teaching/eras.csv"): Era[] {
  return readRows(path)
    .map((row) => ({ key: row.key!, until: dayStart(row.until!) }))
    .sort((a, b) => a.until - b.until || (a.key < b.key ? -1 : 1));
}

/**
 * Keys of the eras that last at an instant, the one that ends first in front: its list leaves out most.
 *
 * @example
 * erasAt([{ key: "before-b", until: 20 }, { key: "before-c", until: 30 }], 25); // ["before-c"]
 */
export function erasAt(eras: readonly Era[], at: number): string[] {
  return eras.filter(({ until }) => at < until).map(({ key }) => key);
}
