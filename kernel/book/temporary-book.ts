import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { type Cell, writeNotebook } from "../notebook-file";
import { notebookOf } from "../temporary-project";
import { buildBook } from "./build-book";

const ROOT = join(__dirname, "..", "..");

/** A book in a folder of its own, for tests. */
export interface TestBook {
  readonly root: string;
  /** Address of a page, such as "index". */
  readonly url: (page: string) => string;
  readonly remove: () => void;
}

/** Make a book of notebooks as if they had just run, with the project's own data unless told not to. */
export function makeTestBook(
  notebooks: Readonly<Record<string, Cell[]>>,
  { withData = true } = {},
): TestBook {
  const book = emptyProject(withData);
  for (const [name, cells] of Object.entries(notebooks)) {
    writeNotebook(join(book.root, "build", "notebooks", `${name}.ipynb`), notebookOf(cells));
  }
  buildBook(book.root);
  return book;
}

/** Make the book of the committed notebooks, or of some of them, with the outputs that they are committed with. */
export function makeCommittedBook(names = /^\d\d-.+\.ipynb$/): TestBook {
  const book = emptyProject(true);
  for (const file of readdirSync(join(ROOT, "notebooks")).filter((name) => names.test(name))) {
    copyFileSync(join(ROOT, "notebooks", file), join(book.root, "build", "notebooks", file));
  }
  buildBook(book.root);
  return book;
}

function emptyProject(withData: boolean): TestBook {
  const root = mkdtempSync(join(tmpdir(), "book-"));
  mkdirSync(join(root, "build", "notebooks"), { recursive: true });
  for (const entry of withData ? ["data", "CITATION.cff"] : [])
    symlinkSync(join(ROOT, entry), join(root, entry));
  writeFileSync(join(root, "build", "run.json"), JSON.stringify({ corpus: "teaching" }));
  return {
    root,
    url: (page) => pathToFileURL(join(root, "build", "book", `${page}.html`)).href,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The pages that a book has, by the names of their files. */
export function pagesOf({ root }: TestBook): string[] {
  const folder = join(root, "build", "book");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".html"))
    .map((name) => name.slice(0, -".html".length));
}
