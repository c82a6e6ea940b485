import { accessSync, constants, readdirSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";

import { describeValue } from "./field-error";
import { type Platform, PLATFORMS } from "./post";

/** A file to load. */
export interface ExportFile {
  readonly path: string;
  /** Path inside the corpus folder, with "/" on every system. */
  readonly file: string;
  readonly platform: Platform;
  /** Name of the folder below the platform's, or of the file without its endings. */
  readonly place: string;
}

/** Files of a corpus folder, and what in it is not read, with the reason. */
export interface ExportFolder {
  readonly files: ExportFile[];
  readonly notes: string[];
  readonly problems: { readonly file: string; readonly needed: string; readonly found: string }[];
}

/**
 * List the files of a corpus folder: those under `facebook/`, `vkontakte/` and `odnoklassniki/`, in this
 * order and then by name in code-unit order, whatever order the disk gives.
 *
 * A link is followed only inside the corpus folder, and no folder is read twice.
 *
 * @throws Error if the folder is absent, may not be read, or holds none of the three
 */
export function listExportFiles(folder: string): ExportFolder {
  const root = realFolder(folder);
  if (!isReadable(root)) {
    throw new Error(`${folder}: needed leave to read the folder, found none; change its permissions`);
  }
  const listing: ExportFolder = { files: [], notes: [], problems: [] };
  const entries = namesIn(root);
  const byPlatform = new Map(
    PLATFORMS.map((platform) => [platform, entries.filter((name) => name.toLowerCase() === platform)])
  );
  if ([...byPlatform.values()].every((names) => names.length === 0)) {
    const found = entries.length === 0 ? "an empty folder" : entries.slice(0, 10).join(", ");
    throw new Error(
      `${folder}: needed a folder named ${PLATFORMS.join(", ")} with exports in it, found ${found}`
    );
  }
  for (const name of entries) {
    // `openStudy` reads the one and `openCandidates` the other.
    const isReadElsewhere = name === "study.yml" || name === "candidates";
    if (!isReadElsewhere && !PLATFORMS.some((platform) => platform === name.toLowerCase())) {
      listing.notes.push(
        `${name} is not read: it is not in ${PLATFORMS.map((platform) => `${platform}/`).join(", ")}`
      );
    }
  }
  const visited = new Set<string>();
  for (const [platform, names] of byPlatform) {
    for (const name of names) {
      const before = listing.files.length;
      walk(root, name, platform, visited, listing);
      if (listing.files.length === before) listing.notes.push(`${name}/ holds no files`);
    }
  }
  return listing;
}

function realFolder(folder: string): string {
  try {
    const root = realpathSync(folder);
    if (statSync(root).isDirectory()) return root;
  } catch {
    throw new Error(`${folder}: needed a corpus folder, found nothing there`);
  }
  throw new Error(
    `${folder}: needed a corpus folder, found a file; give the folder above ${PLATFORMS.join("/, ")}/`
  );
}

/**
 * Names in a folder by code unit; hidden files and those an operating system leaves behind are passed over.
 */
function namesIn(path: string): string[] {
  return readdirSync(path)
    .filter((name) => !name.startsWith(".") && !/^(__MACOSX|Thumbs\.db|desktop\.ini)$/i.test(name))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function walk(
  root: string, inside: string, platform: Platform, visited: Set<string>, listing: ExportFolder,
): void {
  const file = inside.split(sep).join("/");
  const path = join(root, inside);
  let real: string;
  try {
    real = realpathSync(path);
  } catch {
    listing.problems.push({ file, needed: "a file", found: "a link that leads nowhere" });
    return;
  }
  const inRoot = relative(root, real);
  // On another drive of Windows the relative path is an absolute one.
  if (inRoot.split(sep)[0] === ".." || isAbsolute(inRoot)) {
    listing.problems.push({
      file, needed: "a file in the corpus folder", found: "a link that leads out of it; it was not followed",
    });
    return;
  }
  if (visited.has(real)) {
    listing.notes.push(`${file} is a link to what is read already`);
    return;
  }
  visited.add(real);
  const stat = statSync(real);
  if (!isReadable(real)) {
    listing.problems.push({ file, needed: "leave to read it", found: "none; change its permissions" });
    return;
  }
  if (stat.isDirectory()) {
    for (const name of namesIn(real)) walk(root, join(inside, name), platform, visited, listing);
  } else if (stat.isFile()) {
    listing.files.push({ path: real, file, platform, place: placeOf(file) });
  } else {
    listing.problems.push({ file, needed: "a file", found: describeValue("a device or a pipe") });
  }
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function placeOf(file: string): string {
  const parts = file.split("/");
  if (parts.length > 2) return parts[1]!;
  return parts.at(-1)!.replace(/(\.(json|ndjson|jsonl|csv|tsv|txt|gz))+$/i, "");
}
