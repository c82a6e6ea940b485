import { join, relative } from "node:path";

import type { Command } from "commander";

import { commandExamples } from "./command-examples";

/**
 * Add `nb book`, which makes the book anew of the notebooks that were run last.
 *
 * @param root  gives the project's folder once the command line is read
 */
export function addBookCommand(program: Command, root: () => string): void {
  program
    .command("book")
    .summary("make the book of the executed notebooks again")
    .description(
      "Make the book of the executed notebooks in build/notebooks, as npm start does at its end:\n" +
        "build/book/index.html, and the same in one file for archives, build/book/clicks-to-streets.html.",
    )
    .option("--pdf", "print that file to build/book/clicks-to-streets.pdf too, with Chromium")
    .addHelpText(
      "after",
      `${commandExamples([
        ["npx nb book", "the book"],
        ["npx nb book --pdf", "the book and a PDF of it"],
      ])}\n\nExit code: 0 the book is written, 1 not so, 2 wrong usage.`,
    )
    .action(({ pdf = false }: { pdf?: boolean }) => {
      // Loaded here, since no other command needs what the book is made with.
      const { ARCHIVE, buildBook } = require("./book/build-book") as typeof import("./book/build-book");
      const folder = join(root(), "build", "book");
      const files = [buildBook(root()), join(folder, ARCHIVE)];
      if (pdf) {
        const { printPdf } = require("./book/print-pdf") as typeof import("./book/print-pdf");
        files.push(join(folder, ARCHIVE.replace(/\.html$/, ".pdf")));
        printPdf(join(folder, ARCHIVE), files[2] as string);
      }
      for (const file of files) process.stdout.write(`${relative(process.cwd(), file)}\n`);
    });
}
