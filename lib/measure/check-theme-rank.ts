import { PLATFORMS } from "../load/post";
import { type Checked, TOO_FEW } from "./checked";
import { LEAST_COMMUNITIES, LEAST_WORDS, type ThemeRanks } from "./rank-themes";

/** Share of the redraws in which a rank must come out again. */
const STEADY = 0.9;
/** Share of a platform's own redraws from which a rank is among those that the platform may have. */
const POSSIBLE = 0.05;

/**
 * Check that a theme has the rank that the paper gives it (claims F1 to F3).
 *
 * It has the rank where the mean over the platforms gives it that rank, and gives it again in nine of ten
 * redraws of communities; and where no platform speaks against it: the rank comes out in at least one of
 * twenty redraws there. Two themes that are level on one platform do not overturn an order that all
 * platforms together show. One platform can speak against a claim about all of them and not for it; and where
 * none has `LEAST_COMMUNITIES`, nothing shows what chance does to the ranks.
 */
export function checkThemeRank(ranks: ThemeRanks, theme: string, rank: number): Checked {
  const found = ranks.overall.find((row) => row.theme === theme);
  if (found === undefined) {
    const detail = `No platform has ${LEAST_WORDS} words of the codebook's themes, which are needed to order them.`;
    return { ...TOO_FEW, detail };
  }
  if (ranks.small.length === ranks.platforms.length) {
    const detail =
      `No platform has ${LEAST_COMMUNITIES} communities with posts, which are needed to see what chance does to the ` +
      `ranks; ${found.name} has rank ${found.rank} as it is.`;
    return { ...TOO_FEW, computed: "too few communities", detail };
  }
  const rows = ranks.byPlatform.filter((row) => row.theme === theme);
  const steadiness = found.steadiness ?? 0;
  const isPossible = rows.every((row) => row.rank === rank || (row.redrawn[rank - 1] ?? 0) >= POSSIBLE);
  const holds = found.rank === rank && steadiness >= STEADY && isPossible;
  const own = rows.map((row) => `${row.rank} on ${row.platform}`).join(", ");
  const isAlone = holds && rows.length < 2;
  const remarks = [
    ...rows
      .filter((row) => row.rank !== rank && row.redrawn.length > 0)
      .map((row) => {
        return (
          `On ${row.platform} rank ${rank} comes out in ` +
          `${Math.round(100 * (row.redrawn[rank - 1] ?? 0))}% of redraws.`
        );
      }),
    ...ranks.thin.map((platform) => `${platform} has too few words of the themes to be counted.`),
    ...PLATFORMS.filter((name) => !ranks.platforms.includes(name) && !ranks.thin.includes(name)).map(
      (name) => `There is nothing from ${name}.`,
    ),
    ...ranks.small.map(
      (platform) =>
        `${platform} has fewer than ${LEAST_COMMUNITIES} communities; redraws of so few show little.`,
    ),
  ];
  return {
    holds: isAlone ? "too little data" : holds,
    computed: `rank ${found.rank}`,
    detail:
      `${found.name} has rank ${found.rank} by the mean over platforms, again in ` +
      `${Math.round(100 * steadiness)}% of redraws of communities; its rank is ${own}.` +
      (isAlone ? " The claim is about every platform: 2 are needed for it, and 1 has enough words." : ""),
    remarks,
  };
}
