import { type Crisis, type CrisisEvent, loadEvents } from "../load/load-events";
import { quietDays } from "./quiet-days";

/** A crisis with its aftermath, or routine time; null outside the study's window. */
export type Period = Crisis | "quiet" | null;

/**
 * Days after the last day of a crisis that still count to it: talk ebbs over weeks, and four weeks are the
 * least that claim S12 asks of a quiet stretch.
 */
export const AFTERMATH_DAYS = 28;

/**
 * Tell for moments in which period they lie: one of the three crises with its aftermath, or routine time.
 *
 * Routine means nothing more than outside these spans; an election and a second wave of COVID fall on it.
 *
 * @param moments         instants; a day is a day of UTC
 * @param aftermathDays   whole number of days to count to a crisis after its end
 * @param events          as `loadEvents` reads them
 */
export function periodOf(
  moments: readonly Date[],
  aftermathDays = AFTERMATH_DAYS,
  events: readonly CrisisEvent[] = loadEvents(),
): Period[] {
  const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
  const crises = quietDays(events).map(({ crisis, from, until }) => {
    return { crisis, from, until: day(Date.parse(until) + aftermathDays * 86_400_000) };
  });
  const study = events.filter(({ crisis }) => crisis === "study");
  const opens = study.find(({ role }) => role === "start")?.from ?? "";
  const closes = study.find(({ role }) => role === "end")?.until ?? "";
  return moments.map((moment) => {
    const today = day(moment.getTime());
    if (today < opens || today > closes) return null;
    return crises.find(({ from, until }) => from <= today && today <= until)?.crisis ?? "quiet";
  });
}
