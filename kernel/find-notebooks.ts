import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * List the notebooks of a project, in the order of their numbers.
 *
 * A notebook that belongs to the sequence is named by two digits, a hyphen and a word, such as
 * `01-sampling.ipynb`; any other is scratch and not run.
 *
 * @param root  the project's folder
 * @param only  numbers or beginnings of names, such as "02" or "02-freq"; empty for all
 * @returns names without the ending, such as "01-sampling"; at least one
 * @throws Error when there is no notebook, or none that a word of `only` means
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
    throw new Error(
      `--only ${word}: needed the beginning of a notebook's name, found no such notebook; there are ${names.join(", ")}`,
    );
  }
  return wanted.length === 0 ? names : names.filter((name) => wanted.some((word) => name.startsWith(word)));
}
