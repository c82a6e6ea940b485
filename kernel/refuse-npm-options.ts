import { UsageError } from "./usage-error";

/** Options that npm keeps for itself when `--` is forgotten; names that npm or node-gyp know too are left out. */
const OPTIONS = ["only", "corpus", "zone", "seed", "tolerance", "course"] as const;

/**
 * Refuse options that npm kept for itself because `--` was forgotten, as in `npm start --seed 5`.
 *
 * npm hands such an option on as `npm_config_seed` in the environment, with the value in it (`--seed=5`) or with
 * "true" in it and the value among the arguments (`--seed 5`). Without this check everything would run, and the
 * option would be without effect. npm 7 and newer leave no trace of `--only 00`, which is an option of their own.
 *
 * @param env   such as `process.env`
 * @param args  what follows the command's name
 * @throws UsageError saying how to write it
 */
export function refuseNpmOptions(env: Readonly<Record<string, string | undefined>>, args: readonly string[]): void {
  const script = env["npm_lifecycle_event"];
  if (script === undefined) return;
  const kept = OPTIONS.filter((option) => isKept(option, env[`npm_config_${option}`]));
  if (kept.length === 0) return;
  const command = script === "start" || script === "test" ? `npm ${script}` : `npm run ${script}`;
  const loose = kept.length === 1 && args.length === 1 ? args[0] : undefined;
  const written = kept.map((option) => {
    const value = env[`npm_config_${option}`];
    return `--${option} ${value === "true" ? (loose ?? "…") : value}`;
  });
  const found = kept.map((option) => `--${option}`).join(" and ");
  throw new UsageError(
    `${command} needs "--" before its options, found ${found} without it; write: ${command} -- ${written.join(" ")}`,
  );
}

function isKept(option: string, value: string | undefined): boolean {
  if (value === undefined || value === "") return false;
  // A person's .npmrc may hold only=prod, which means npm's own option.
  return !(option === "only" && /^prod(uction)?$/.test(value));
}
