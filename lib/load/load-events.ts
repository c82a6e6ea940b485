import { fail, readDay, readOneOf, readOptionalText, readText } from "./read-cell";
import { readTable, type TableRow } from "./read-table";

/** The three crises of section 6, and `study` for the window of collection itself. */
export const CRISES = ["covid", "october", "border"] as const;
export type Crisis = (typeof CRISES)[number];

/** One dated event. */
export interface CrisisEvent {
  readonly id: string;
  readonly crisis: Crisis | "study";
  /** `start` and `end` bound the crisis, each once; the others stand before, within or after it. */
  readonly role: "before" | "start" | "within" | "end" | "after";
  /** First day, such as "2020-10-04". */
  readonly from: string;
  /** Last day, inclusive; the same as `from` for an event of one day. */
  readonly until: string;
  /** `day` or `month`: what the source gives; `between` where only bounds are known. */
  readonly precision: "day" | "month" | "between";
  readonly place: string | null;
  readonly what: string;
  readonly source: string;
  /** Whether the source was read while this table was made, in a stored copy where it is a page of the web. */
  readonly isChecked: boolean;
}

const COLUMNS = ["id", "crisis", "role", "from", "until", "precision", "place", "what", "source", "checked"] as const;

/**
 * Read the dated events of the three crises, by first day.
 *
 * @throws Error naming file, line and column of the first cell that does not fit, or the crisis without start or end
 */
export function loadEvents(path = "data/events.csv"): readonly CrisisEvent[] {
  const events = readTable(path, COLUMNS, { unique: ["id"] }).map((row): CrisisEvent => {
    const from = readNearDay(row, "from");
    const until = readNearDay(row, "until");
    if (until < from) fail(row, "until", `${from} or later`, "put the earlier day in from");
    return {
      id: readText(row, "id"),
      crisis: readOneOf(row, "crisis", ["study", ...CRISES]),
      role: readOneOf(row, "role", ["before", "start", "within", "end", "after"]),
      from,
      until,
      precision: readOneOf(row, "precision", ["day", "month", "between"]),
      place: readOptionalText(row, "place"),
      what: readText(row, "what"),
      source: readText(row, "source"),
      isChecked: readOneOf(row, "checked", ["yes", "no"]) === "yes",
    };
  });
  for (const crisis of ["study", ...CRISES]) {
    for (const role of ["start", "end"]) {
      const found = events.filter((event) => event.crisis === crisis && event.role === role).length;
      if (found !== 1) {
        throw new Error(`${path}: ${crisis} must have one event with role ${role}, found ${found}; mark exactly one`);
      }
    }
    const [start, end] = ["start", "end"].map((role) => {
      return events.find((event) => event.crisis === crisis && event.role === role)!;
    });
    if (end!.until < start!.from) {
      throw new Error(
        `${path}: ${crisis} must end on ${start!.from} or later, found ${end!.until}; correct its start or its end`,
      );
    }
  }
  return events;
}

/** A day near enough to the study to explain something in it. */
function readNearDay(row: TableRow<(typeof COLUMNS)[number]>, column: "from" | "until"): string {
  const day = readDay(row, column);
  return day >= "2010" && day < "2023"
    ? day
    : fail(row, column, "a day from 2010 to 2022, the years around the study", "correct the year");
}
