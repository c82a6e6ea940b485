/**
 * Write a moment as plotly reads it: without a zone, which plotly takes for UTC, and without a time at
 * midnight.
 *
 * @example
 * plotlyDate(new Date("2020-10-05T00:00:00Z")); // "2020-10-05"
 */
export function plotlyDate(date: Date): string {
  return date.toISOString().slice(0, 19).replace("T00:00:00", "").replace("T", " ");
}
