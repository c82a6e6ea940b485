import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { UsageError } from "./usage-error";

/**
 * List the notebooks of a project, in the order of their numbers.
 *
 * A notebook that belongs to the sequence is named by two digits, a hyphen and a word, such as
 * `01-sampling.ipynb`; any other is scratch and not run.
 *
 * @param root  the project's folder
 * @param only  numbers or beginnings of names, such as "02" or "02-freq"; empty for all
 * @returns names without the ending, such as "01-sampling"; at least one
 * @throws Error when there is no notebook
 * @throws UsageError when a word of `only` means none; it names what there is, and what may have been meant
 */
export function findNotebooks(root: string, only: readonly string[] = []): string[] {
  const folder = join(root, "notebooks");
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const names = files
    .filter((file) => /^\d\d-.+\.ipynb$/.test(file))
    .map((file) => file.slice(0, -".ipynb".length))
    .sort();
  if (names.length === 0)
    throw new Error(`${folder}: needed a notebook named like 01-sampling.ipynb, found none`);

  const wanted = only.map((word) => word.replace(/^.*[\\/]/, "").replace(/\.ipynb$/, ""));
  for (const word of wanted) {
    if (word !== "" && names.some((name) => name.startsWith(word))) continue;
    const near = nearest(word, names);
    throw new UsageError(
      `--only: no notebook begins with "${word}": there are ${names.join(", ")}` +
        (near === undefined ? "" : `; did you mean ${near}?`),
    );
  }
  return wanted.length === 0 ? names : names.filter((name) => wanted.some((word) => name.startsWith(word)));
}

/**
 * Part notebooks that read what the others found from those others, which must run before them.
 *
 * Such a notebook says so in its metadata: `"clicks-to-streets": { "reads": "claims" }`.
 */
export function partByReading(root: string, names: readonly string[]): { first: string[]; last: string[] } {
  const readsClaims = (name: string): boolean => {
    try {
      const { metadata } = JSON.parse(readFileSync(join(root, "notebooks", `${name}.ipynb`), "utf8"));
      return metadata?.["clicks-to-streets"]?.reads === "claims";
    } catch {
      return false; // What is wrong with the file is said when it is run.
    }
  };
  const last = names.filter(readsClaims);
  return { first: names.filter((name) => !last.includes(name)), last };
}

/** What may have been meant: the notebook of that number ("1" is "01"), else the first with that word in its name. */
function nearest(word: string, names: readonly string[]): string | undefined {
  if (/^\d+$/.test(word)) {
    const number = word.replace(/^0+(?=\d)/, "").padStart(2, "0");
    return names.some((name) => name.startsWith(number)) ? number : undefined;
  }
  return word === "" ? undefined : names.find((name) => name.includes(word.toLowerCase()));
}
