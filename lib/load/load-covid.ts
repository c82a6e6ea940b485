import { fail, readDay, readText, readWholeNumber } from "./read-cell";
import { readTable } from "./read-table";

/** New cases and deaths of one day in Kyrgyzstan, as reported. */
export interface CovidDay {
  /** Such as "2020-07-18". */
  readonly date: string;
  readonly confirmed: number;
  readonly deaths: number;
}

/** New cases of a month, summed. Deaths are left out: a later correction makes those of August 2020 negative. */
export interface CovidMonth {
  /** Such as "2020-07". */
  readonly month: string;
  readonly confirmed: number;
}

/**
 * Read the daily figures of July 2020.
 *
 * @returns 31 days in order of date
 * @throws Error naming file, line and column of the first cell that does not fit
 */
export function loadCovidDays(path = "data/covid-july-2020.csv"): readonly CovidDay[] {
  return readTable(path, ["date", "confirmed", "deaths"], { unique: ["date"] }).map((row) => {
    const date = readDay(row, "date");
    if (!date.startsWith("2020-07-")) fail(row, "date", "a day of July 2020", "correct year and month");
    return { date, confirmed: readWholeNumber(row, "confirmed"), deaths: readWholeNumber(row, "deaths") };
  });
}

/**
 * Read the monthly sums over the paper's window, May 2020 to October 2021.
 *
 * @returns 18 months in order
 * @throws Error naming file, line and column of the first cell that does not fit
 */
export function loadCovidMonths(path = "data/covid-months.csv"): readonly CovidMonth[] {
  return readTable(path, ["month", "confirmed"], { unique: ["month"] }).map((row) => {
    const month = readText(row, "month");
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
      fail(row, "month", "a month such as 2020-07", "write year and month in digits");
    }
    return { month, confirmed: readWholeNumber(row, "confirmed") };
  });
}
