import { dateOf, daysBetween, daysSince, listDays, weekdayOf } from "../corpus/calendar-day";
import type { Post } from "../load/post";

/** Counts by day: of how many posts, how many have what is counted. Three lists of one length. */
export interface DailySeries {
  /** Each day of the window once, in order, silent days too. */
  readonly days: readonly string[];
  /** Posts of the day that are counted; 0 on a day without any. */
  readonly hits: ArrayLike<number>;
  /** Posts of the day among which they are counted; 0 on a silent day. */
  readonly of: ArrayLike<number>;
}

/** What is counted in which posts. */
export interface DailySeriesOptions {
  /** First and last day, both included. */
  readonly from: string;
  readonly until: string;
  /** Numbers of the posts that have what is counted; all posts, by default. */
  readonly documents?: Iterable<number>;
  /** Whether a post is counted at all; all are, by default. */
  readonly among?: (post: Post, document: number) => boolean;
}

/**
 * Count posts by day over a window, with a 0 for each silent day.
 *
 * @param posts  in any order; those outside the window are left out
 * @throws RangeError if the window ends before it begins, or a document is not among the posts
 */
export function dailySeries(posts: readonly Post[], options: DailySeriesOptions): DailySeries {
  const { from, until, documents, among = () => true } = options;
  const days = listDays(from, until);
  if (days.length === 0) {
    throw new RangeError(
      `dailySeries: a window must end after it begins, found ${from} to ${until}; turn them round`,
    );
  }
  const [hits, of] = [new Float64Array(days.length), new Float64Array(days.length)];
  const wanted = documents === undefined ? null : maskOf(documents, posts.length);
  const start = dateOf(from);
  posts.forEach((post, document) => {
    const day = daysSince(start, post.createdAt);
    if (day < 0 || day >= days.length || !among(post, document)) return;
    of[day]!++;
    if (wanted === null || wanted[document] === 1) hits[day]!++;
  });
  return { days, hits, of };
}

function maskOf(documents: Iterable<number>, count: number): Uint8Array {
  const mask = new Uint8Array(count);
  for (const document of documents) {
    if (!(document >= 0 && document < count)) {
      throw new RangeError(`dailySeries: a document must be from 0 to ${count - 1}, found ${document}`);
    }
    mask[document] = 1;
  }
  return mask;
}

/**
 * Sum a daily series by weeks that begin on Monday; the days of a week that is not whole are left out.
 *
 * @returns a series of the same kind, whose days are Mondays
 *
 * @example
 * const days = Array.from({ length: 8 }, (_, i) => `2020-10-${String(4 + i).padStart(2, "0")}`);
 * weeklySeries({ days, hits: [9, 1, 1, 1, 1, 1, 1, 1], of: [9, 2, 2, 2, 2, 2, 2, 2] }).hits; // [7]
 */
export function weeklySeries({ days, hits, of }: DailySeries): DailySeries {
  const first = days.findIndex((day) => weekdayOf(day) === 0);
  const count = first < 0 ? 0 : Math.floor((days.length - first) / 7);
  const starts = Array.from({ length: count }, (_, week) => first + 7 * week);
  return {
    days: starts.map((start) => days[start] as string),
    hits: starts.map((start) => sumBetween(hits, start, start + 7)),
    of: starts.map((start) => sumBetween(of, start, start + 7)),
  };
}

/**
 * Add series of one window day by day.
 *
 * @throws RangeError if there is none, or their windows differ
 *
 * @example
 * const days = ["2020-10-04", "2020-10-05"];
 * const series = [{ days, hits: [1, 0], of: [2, 3] }, { days, hits: [0, 4], of: [5, 6] }];
 * [...addSeries(series).hits]; // [1, 4]
 * [...addSeries(series).of]; // [7, 9]
 */
export function addSeries(series: readonly DailySeries[]): DailySeries {
  const [first] = series;
  if (first === undefined) throw new RangeError("addSeries: at least one series is needed, found none");
  const other = series.find(({ days }) => days.length !== first.days.length || days[0] !== first.days[0]);
  if (other !== undefined) {
    throw new RangeError(
      `addSeries: series must have one window, found ${first.days[0]} with ${first.days.length} days ` +
        `and ${other.days[0]} with ${other.days.length}`,
    );
  }
  const sum = (part: "hits" | "of") => {
    const total = new Float64Array(first.days.length);
    for (const each of series)
      for (let i = 0; i < total.length; i++) total[i]! += each[part][i] as number;
    return total;
  };
  return { days: first.days, hits: sum("hits"), of: sum("of") };
}

/**
 * Keep some days of a series and let the others fall out; what is left stands in order of time.
 *
 * @example
 * const series = { days: ["2020-10-04", "2020-10-05"], hits: [1, 2], of: [3, 4] };
 * pickDays(series, (day) => day > "2020-10-04"); // { days: ["2020-10-05"], hits: [2], of: [4] }
 */
export function pickDays(series: DailySeries, isKept: (day: string) => boolean): DailySeries {
  const kept = series.days.flatMap((day, i) => (isKept(day) ? [i] : []));
  return {
    days: kept.map((i) => series.days[i] as string),
    hits: kept.map((i) => series.hits[i] as number),
    of: kept.map((i) => series.of[i] as number),
  };
}

/**
 * Sums over the days of a series, or over a half-open range of their places.
 *
 * @example
 * totalOf({ hits: [1, 0, 2], of: [4, 4, 8] }); // { hits: 3, of: 16 }
 * totalOf({ hits: [1, 0, 2], of: [4, 4, 8] }, 1, 3); // { hits: 2, of: 12 }
 */
export function totalOf(
  { hits, of }: Pick<DailySeries, "hits" | "of">,
  start = 0,
  end = hits.length,
): { hits: number; of: number } {
  return { hits: sumBetween(hits, start, end), of: sumBetween(of, start, end) };
}

/**
 * Places of a series that lie between two days, both included, as a half-open range; empty where none does.
 *
 * @param days  without gaps
 *
 * @example
 * const days = ["2020-10-04", "2020-10-05", "2020-10-06", "2020-10-07"];
 * placesOf(days, "2020-10-05", "2020-10-06"); // [1, 3]
 * placesOf(days, "2020-10-06", "2020-10-31"); // [2, 4]
 */
export function placesOf(
  days: readonly string[],
  from: string,
  until: string,
): [start: number, end: number] {
  const [first] = days;
  if (first === undefined) return [0, 0];
  const start = Math.min(days.length, Math.max(0, daysBetween(first, from)));
  return [start, Math.max(start, Math.min(days.length, daysBetween(first, until) + 1))];
}

function sumBetween(values: ArrayLike<number>, start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += values[i] as number;
  return sum;
}

/**
 * Refuse a series that holds what is no count, such as a correction below 0 in a series of cases: a square root or a
 * comparison would turn it into a finding without a word.
 *
 * @param where  the function that asks, for the message
 * @throws RangeError naming the day
 */
export function checkCounts(where: string, { days, hits, of }: DailySeries): void {
  const wrong = days.findIndex((_, i) => !((hits[i] as number) >= 0) || !((of[i] as number) >= 0));
  if (wrong < 0) return;
  throw new RangeError(
    `${where}: counts must be from 0 up, found ${hits[wrong]} of ${of[wrong]} on ${days[wrong]}; ` +
      "spread a correction over the days that it corrects",
  );
}
