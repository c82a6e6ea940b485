import type { Command, Option } from "commander";

import { commandExamples } from "./command-examples";
import { makeSlides } from "./slides/make-slides";
import { findOrInstallJupyter } from "./start-lab";

/**
 * Add `nb slides`, which makes reveal.js slides of the notebooks.
 *
 * @param root  gives the project's folder once the command line is read
 * @param only  the option `--only`, as `run` and `verify` have it
 */
export function addSlidesCommand(program: Command, root: () => string, only: Option): void {
  program
    .command("slides")
    .summary("make reveal.js slides of the notebooks")
    .description(
      "Make slides of the notebooks as they are committed, with jupyter nbconvert, in build/slides.\n" +
        "They open in any browser, without a network.",
    )
    .addOption(only)
    .option("--code", "keep the code above what it shows")
    .addHelpText(
      "after",
      `${commandExamples([
        ["npm run slides", "all notebooks"],
        ["npm run slides -- --only 01 --code", "one notebook, with its code"],
      ])}\n\nExit code: 0 all is written, 1 not so, 2 wrong usage. Installs JupyterLab into .venv where there is none.`,
    )
    .action(async ({ only, code = false }: { only: string[]; code?: boolean }) => {
      const written = await makeSlides({ root: root(), jupyter: findOrInstallJupyter(root()), only, code });
      process.stdout.write(`${written.join("\n")}\nOpen one in a browser; S shows the speaker's notes.\n`);
    });
}
