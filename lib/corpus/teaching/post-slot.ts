import { crisisByDay, DAY_MS, dayStart, weekdayShare } from "./calendar";
import type { CommunityProfile } from "./community-profile";
import type { RandomStream } from "./random-stream";
import { CRISES, type Crisis, type Shock, type TeachingPlan } from "./teaching-plan";

/** A post yet to be written: its day and what made somebody write. */
export interface PostSlot {
  /** Number of the day within the window, from 0. */
  readonly day: number;
  readonly crisis: Crisis | null;
  readonly shock: Shock | null;
}

/**
 * Deal the posts of one community over the days.
 *
 * Everyday posts follow the weekday, a mood of the day and a mood of the week (gamma), so that daily counts are wider than
 * Poisson and hang together; crises and shocks come on top. The everyday rate is set so that the expected total is the
 * same with and without effects.
 *
 * @param posts   expected number of posts in all
 * @param moods   what is common to the communities of the platform on each day, around 1
 * @param effect  0 deals the posts of a crisis evenly over all days; from 0 to 1 a part of them; above 1 none,
 *   and there are more of them
 */
export function dealPostSlots(
  community: CommunityProfile,
  posts: number,
  plan: TeachingPlan,
  effect: number,
  random: RandomStream,
  moods: readonly number[],
): PostSlot[] {
  const { from, days } = plan.corpus;
  const start = dayStart(from);
  const placed = Math.min(1, effect);

  const extra = CRISES.map((crisis) => {
    const { planted, curve } = plan.effects[`${crisis}-burst`];
    const silent = random.chance(planted.silentCommunities);
    const share = random.spread(planted.communitySd);
    const height = silent || community.governance === "advertising" ? 0 : planted.peak * Math.max(1, effect) * share;
    const strength = crisisByDay(curve, from, days);
    const even = sum(strength) / days;
    return { crisis, byDay: strength.map((value) => height * (placed * value + (1 - placed) * even)) };
  });
  const shocks = community.governance === "advertising" ? [] : plan.confusers.shocks;
  const shockShare = shocks.map((shock) => shock.size * random.spread(0.4));
  const shockDay = shocks.map((shock) => (dayStart(shock.from) - start) / DAY_MS);

  const inCrises = sum(extra.map(({ byDay }) => sum(byDay)));
  const inShocks = sum(shocks.map((shock, i) => shock.days * shockShare[i]!));
  const perDay = posts / (days + inCrises + inShocks);

  const slots: PostSlot[] = [];
  const add = (mean: number, day: number, crisis: Crisis | null, shock: Shock | null): void => {
    for (let n = random.poisson(mean); n > 0; n--) slots.push({ day, crisis, shock });
  };
  let week = 1;
  for (let day = 0; day < days; day++) {
    const ms = start + day * DAY_MS;
    if (day % 7 === 0) week = random.gamma(9);
    const mood = (0.5 * random.gamma(3) + 0.5 * week) * moods[day]!;
    add(perDay * weekdayShare(ms) * mood, day, null, null);
    for (const { crisis, byDay } of extra) {
      if (byDay[day]! > 0) add(perDay * byDay[day]! * (0.4 + 0.6 * random.gamma(3)), day, crisis, null);
    }
    shocks.forEach((shock, i) => {
      const since = day - shockDay[i]!;
      if (since >= 0 && since < shock.days) add(perDay * shockShare[i]! * random.gamma(4), day, null, shock);
    });
  }
  return slots;
}

/** Moods of a whole platform by day: news of the day and of the week that no crisis explains. */
export function dayMoods(days: number, random: RandomStream): number[] {
  let week = 1;
  return Array.from({ length: days }, (_, day) => {
    if (day % 7 === 0) week = random.gamma(60);
    return week * random.gamma(24);
  });
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
