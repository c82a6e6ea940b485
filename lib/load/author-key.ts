import { randomBytes } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * The secret with which this machine turns authors into hashes, made on first use.
 *
 * It stays outside the project, readable by its owner alone, so that neither a published corpus nor a
 * published notebook can be traced back to people by hashing a list of known ids. Who deletes it can no
 * longer join a new export to hashes made before. Two programs that ask for the first time at once get the
 * same key.
 *
 * @param folder  where the key lies; by default `clicks-to-streets` in the user's configuration folder
 * @returns 64 hexadecimal digits
 * @throws Error if the file is there and is not such a key
 */
export function authorKey(folder: string = authorKeyFolder()): string {
  const path = join(folder, "author-key");
  const existing = readKey(path);
  if (existing !== null) return existing;

  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  chmodSync(draft, 0o600);
  try {
    // A link appears whole and only if there is none yet, so a second program never reads half a key.
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const key = readKey(path);
  if (key === null) throw new Error(`${path}: needed the author key just written, found no file`);
  return key;
}

/** The folder of the author key: the user's configuration folder by the custom of the operating system. */
export function authorKeyFolder(
  env: NodeJS.ProcessEnv = process.env, platform: string = process.platform,
): string {
  const byCustom =
    platform === "win32"
      ? env.APPDATA || join(homedir(), "AppData", "Roaming")
      : env.XDG_CONFIG_HOME || join(homedir(), ".config");
  return join(byCustom, "clicks-to-streets");
}

function readKey(path: string): string | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new Error(
      `${path}: needed 64 hexadecimal digits, found ${text.length} other characters; delete it to make a new key`
    );
  }
  return text;
}
