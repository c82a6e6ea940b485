import { type Checked } from "./checked";
import type { CommunitySeries } from "./community-series";
import type { CrisisBurst } from "./crisis-bursts";
import { sayCount, sayThousands } from "./say-burst";

/** Countries that "many" asks for: as many as the paper names for the relief of 2020. */
export const MANY = 5;

/**
 * Check that migrants in many countries took part, across platforms (claim C5).
 *
 * They did where at least five host countries have a burst each, by the permutation test for all
 * countries together, on at least two platforms.
 *
 * @param bursts  one row a host country
 * @param parts   the communities that were counted
 */
export function checkHostCountries(
  bursts: readonly CrisisBurst[],
  parts: readonly Pick<CommunitySeries, "platform" | "host">[],
): Checked {
  const found = bursts.filter(({ outcome }) => outcome === "burst");
  const platformsOf = (rows: readonly CrisisBurst[]): string[] => {
    const names = new Set(rows.map(({ name }) => name));
    return [
      ...new Set(parts.filter(({ host }) => names.has(host?.country ?? "")).map(({ platform }) => platform)),
    ];
  };
  const platforms = platformsOf(found);
  const thin = bursts.filter(({ outcome }) => outcome === "too little data");
  const names = found.map(({ name }) => name).join(", ");
  const detail =
    bursts.length < MANY
      ? `The communities are in ${sayCount(bursts.length, "known country", "known countries")}; ` +
        `${MANY} are needed. A study.yml may say where communities are.`
      : `${found.length} of ${bursts.length} host countries have a ` +
        `burst${names === "" ? "" : ` (${names})`}, on ` +
        `${sayCount(platforms.length, "platform", "platforms")}.`;
  const isShort = found.length < MANY || platforms.length < 2;
  // More posts may still bring countries; a second platform only where there is one.
  const mayHold =
    found.length + thin.length >= MANY &&
    (platformsOf(bursts).length < 2 || platformsOf([...found, ...thin]).length >= 2);
  return {
    holds: !isShort
      ? true
      : bursts.length < MANY || mayHold
        ? "too little data"
        : false,
    computed: `${found.length} of ${bursts.length} countries`,
    detail,
    remarks: thin.length === 0 ? [] : [`Too little to say from ${thin.map(sayThin).join(", ")}.`],
  };
}

function sayThin({ name, of, needed }: CrisisBurst): string {
  return `${name} (${of} posts of ${sayThousands(needed ?? 0)} needed)`;
}
