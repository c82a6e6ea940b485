import { PLATFORMS } from "../load/post";
import { type Checked, TOO_FEW } from "./checked";
import { LEAST_WORDS, type ThemeRanks } from "./rank-themes";

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
 * platforms together show.
 */
export function checkThemeRank(ranks: ThemeRanks, theme: string, rank: number): Checked {
  const found = ranks.overall.find((row) => row.theme === theme);
  if (found === undefined) {
    const detail = `No platform has ${LEAST_WORDS} words of the codebook's themes, which are needed to order them.`;
    return { ...TOO_FEW, detail };
  }
  const rows = ranks.byPlatform.filter((row) => row.theme === theme);
  const isSteady = found.steadiness === null || found.steadiness >= STEADY;
  const isPossible = rows.every((row) => row.rank === rank || (row.redrawn[rank - 1] ?? 0) >= POSSIBLE);
  const again =
    found.steadiness === null
      ? ""
      : `, again in ${Math.round(100 * found.steadiness)}% of redraws of communities`;
  const own = rows.map((row) => `${row.rank} on ${row.platform}`).join(", ");
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
    ...(found.steadiness === null
      ? []
      : ranks.small.map(
          (platform) => `${platform} has fewer than five communities; redraws of so few show little.`,
        )),
    ...(found.steadiness === null
      ? ["With one community a platform nothing shows what chance does to the ranks."]
      : []),
  ];
  return {
    holds: found.rank === rank && isSteady && isPossible,
    computed: `rank ${found.rank}`,
    detail: `${found.name} has rank ${found.rank} by the mean over platforms${again}; its rank is ${own}.`,
    remarks,
  };
}
