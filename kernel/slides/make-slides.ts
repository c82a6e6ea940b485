import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import { findNotebooks } from "../find-notebooks";
import { readNotebook, writeNotebook } from "../notebook-file";
import { slideNotebook } from "./slide-notebook";

export interface SlidesOptions {
  /** The project's folder. */
  readonly root: string;
  /** Numbers or beginnings of names; empty for all. */
  readonly only: readonly string[];
  /** Whether code stands above what it shows. */
  readonly code: boolean;
  /** The command `jupyter`, with nbconvert. */
  readonly jupyter: string;
}

/**
 * Make reveal.js slides of the notebooks, as they are committed, in `build/slides`; they open without a network.
 *
 * `jupyter nbconvert --to slides` does it, with a template that takes reveal.js from the folder and not from the web.
 *
 * @returns the files that were written, such as `build/slides/01-sampling.slides.html`
 * @throws Error with what nbconvert printed when it fails
 */
export async function makeSlides({ root, only, code, jupyter }: SlidesOptions): Promise<string[]> {
  const names = findNotebooks(root, only);
  const folder = join(root, "build", "slides");
  mkdirSync(folder, { recursive: true });
  copyReveal(folder);
  const draft = mkdtempSync(join(folder, "draft-"));
  try {
    for (const name of names) {
      const notebook = readNotebook(join(root, "notebooks", `${name}.ipynb`));
      writeNotebook(join(draft, `${name}.ipynb`), slideNotebook(notebook));
    }
    await convert(jupyter, [
      ...["nbconvert", "--to", "slides", "--output-dir", folder],
      ...[`--TemplateExporter.extra_template_basedirs=${__dirname}`, "--template=template"],
      ...[
        "--SlidesExporter.reveal_url_prefix=reveal.js",
        "--SlidesExporter.reveal_theme=white",
        ...(code ? [] : ["--no-input"]),
      ],
      ...names.map((name) => join(draft, `${name}.ipynb`)),
    ]);
  } finally {
    rmSync(draft, { recursive: true });
  }
  return names.map((name) => `build/slides/${name}.slides.html`);
}

/** What the slides need of reveal.js, its licence included. */
function copyReveal(folder: string): void {
  const from = dirname(require.resolve("reveal.js/package.json"));
  const parts = ["reveal.js", "reveal.css", "theme/white.css", "theme/fonts/source-sans-pro"].map(
    (part) => `dist/${part}`,
  );
  for (const part of [...parts, "plugin/notes", "LICENSE"])
    cpSync(join(from, part), join(folder, "reveal.js", part), { recursive: true });
}

async function convert(jupyter: string, args: readonly string[]): Promise<void> {
  try {
    await promisify(execFile)(jupyter, args);
  } catch (error) {
    const printed = (error as { stderr?: string }).stderr?.trim().split("\n").slice(-5).join("\n") ?? "";
    throw new Error(`nb slides: jupyter nbconvert failed; it printed:\n${printed}`, { cause: error });
  }
}
