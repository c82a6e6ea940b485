import { thousands } from "./thousands";

/** Something that did not fit, and where. */
export interface LoadProblem {
  /** File, relative to the corpus folder. */
  readonly file: string;
  /** Line from 1; null where the whole file is meant. */
  readonly line: number | null;
  /** Place inside the file, such as "response.items[5]"; null where the line says all. */
  readonly record: string | null;
  /** The field or column; null where the record as a whole is meant. */
  readonly field: string | null;
  readonly needed: string;
  readonly found: string;
}

/** What became of one file. `read` is the sum of the four counts after it. */
export interface FileAccount {
  readonly file: string;
  /** Formats found in it, in order of appearance; empty where none was known. */
  formats: string[];
  encoding: string;
  /** Records met. */
  read: number;
  /** Records that became posts. */
  kept: number;
  /** Records that did not fit and were reported. */
  skipped: number;
  /** Records that were further copies of a post. */
  duplicates: number;
  /** Well-formed records that are no public posts; `notes` says why. */
  leftOut: number;
}

/** What a load read, skipped and merged; shows itself in a notebook. */
export class LoadAccount {
  read = 0;
  kept = 0;
  skipped = 0;
  duplicates = 0;
  leftOut = 0;
  readonly files: FileAccount[] = [];
  /** Problems in order, at most `MOST_PROBLEMS` a file. */
  readonly problems: LoadProblem[] = [];
  /** How things were read that could be read otherwise. */
  readonly notes: string[] = [];

  /** One line, such as `read 98,412, skipped 3, duplicates 57`. */
  summary(): string {
    const counts = [
      `read ${thousands(this.read)}`, `skipped ${thousands(this.skipped)}`,
      `duplicates ${thousands(this.duplicates)}`,
    ];
    if (this.leftOut > 0) counts.push(`left out ${thousands(this.leftOut)}`);
    return counts.join(", ");
  }

  /** The summary, then a line for each file, note and problem. */
  toString(): string {
    const lines = [
      `${this.summary()}: ${thousands(this.kept)} posts and comments from ${thousands(this.files.length)} files`,
    ];
    for (const file of this.files.slice(0, FILES_SHOWN)) {
      const how = [
        file.formats.join(" + ") || "nothing readable", file.encoding,
      ].filter((part) => part !== "").join(", ");
      lines.push(`  ${file.file}: ${thousands(file.kept)} kept of ${thousands(file.read)} (${how})`);
    }
    if (this.files.length > FILES_SHOWN)
      lines.push(`  and ${thousands(this.files.length - FILES_SHOWN)} more files in .files`);
    if (this.notes.length > 0) lines.push("Notes", ...this.notes.map((note) => `  ${note}`));
    if (this.problems.length > 0) {
      lines.push("Problems", ...this.problems.slice(0, 20).map((problem) => `  ${describeProblem(problem)}`));
      if (this.problems.length > 20) lines.push(
        `  and ${thousands(this.problems.length - 20)} more in .problems`
      );
    }
    return lines.join("\n");
  }

  /** What a notebook shows for an account. */
  [Symbol.for("Jupyter.display")](): { "text/plain": string } {
    return { "text/plain": this.toString() };
  }
}

/** Files that the account names; a corpus has many, and a reader wants the sum and what went wrong. */
const FILES_SHOWN = 8;

/** Problems of one file that are kept in full; further ones are only counted. */
export const MOST_PROBLEMS = 100;

/**
 * One line for a problem: where, what was needed, what was found.
 *
 * @example
 * describeProblem({ file: "a", line: 3, record: null, field: "id", needed: "b", found: "c" }); // "a:3: id: needed b, found c"
 */
export function describeProblem({ file, line, record, field, needed, found }: LoadProblem): string {
  const place = line === null ? file : `${file}:${line}`;
  return [
    place, record, field, `needed ${needed}, found ${found}`,
  ].filter((part) => part !== null && part !== "").join(": ");
}
