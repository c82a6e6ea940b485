import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import type { CodedSheet, CodeLabel } from "./coded-sheet";
import { readCodingKey, readCodingSheet, type SampleRow } from "./read-coding-sheet";
import { readSpreadsheet } from "./read-spreadsheet";

/** A drawn sample with the sheets that coders filled in. */
export interface CodingFolder {
  readonly codes: readonly CodeLabel[];
  readonly sample: readonly SampleRow[];
  /** In the order of the coders' names; none before anybody gave a sheet back. */
  readonly sheets: readonly CodedSheet[];
  /** When each coder's sheet was saved, ISO 8601 in UTC. */
  readonly savedAt: ReadonlyMap<string, string>;
  /** What stands between the cells of this folder's tables. */
  readonly separator: "," | ";";
}

/** Names of the files in a coding folder. */
export const KEY_FILE = "key.csv";
export const CODES_FILE = "codes.csv";
export const CODES_COLUMNS = ["code", "name", "about"] as const;

/**
 * Read a folder that `nb code draw` made: the key, the codes and all sheets named `sheet-NAME.csv`.
 *
 * @throws Error naming file, line and column of what does not fit; or if there is no key
 */
export function readCodingFolder(folder: string): CodingFolder {
  const path = join(folder, KEY_FILE);
  if (!existsSync(path)) {
    throw new Error(`${path}: needed the key of a drawn sample, found none; draw one with npx nb code draw`);
  }
  const sample = readCodingKey(path);
  const codes = readLabels(join(folder, CODES_FILE));
  const coders = readdirSync(folder)
    .flatMap((name) => /^sheet-(.+)\.csv$/.exec(name)?.[1] ?? [])
    .sort();
  const fileOf = (coder: string): string => join(folder, `sheet-${coder}.csv`);
  return {
    codes,
    sample,
    sheets: coders.map((coder) => readCodingSheet(fileOf(coder), sample, codes, coder)),
    savedAt: new Map(coders.map((coder) => [coder, timeOf(fileOf(coder))])),
    separator: /^\ufeff?row,/.test(readFileSync(path, "utf8")) ? "," : ";",
  };
}

function readLabels(path: string): CodeLabel[] {
  const codes = readSpreadsheet(path, CODES_COLUMNS).rows.map(({ line, cells: { code, name, about } }) => {
    if (code.trim() === "" || name.trim() === "") {
      throw new Error(
        `${path}:${line}: code and name must be filled in, found "${code}", "${name}"; restore the row`,
      );
    }
    return { id: code.trim(), name: name.trim(), about };
  });
  if (codes.length === 0)
    throw new Error(`${path}:2: code: needed at least one, found none; restore the file`);
  return codes;
}

function timeOf(path: string): string {
  return new Date(Math.floor(statSync(path).mtimeMs / 1000) * 1000).toISOString().replace(".000", "");
}
