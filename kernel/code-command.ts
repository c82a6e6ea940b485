import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { type Command, InvalidArgumentError } from "commander";

import { commandExamples } from "./command-examples";
import { UsageError } from "./usage-error";
import { writeAtomically } from "./write-atomically";

/** What a step of lib/show/coding-folder.ts gives. */
interface Step {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly report: string;
}

interface DrawFlags {
  readonly coders: string[];
  readonly posts: number;
  readonly by: string[];
  readonly kind: "post" | "comment" | "both";
  readonly allocation: "equal" | "proportional";
  readonly seed: number;
  readonly separator: "," | ";";
  readonly corpus?: string;
}

const FOLDER = "build/coding";
const CODEBOOK = "data/codebook.yml";

/**
 * Add `nb code`, by which people code posts by hand, compare, decide, and exchange with other programs.
 *
 * The library is loaded when a command runs, so that no other command waits for it.
 *
 * @param root  gives the project's folder once the command line is read
 */
export function addCodeCommand(program: Command, root: () => string): void {
  const code = program
    .command("code")
    .summary("code posts by hand: draw sheets, compare coders, decide, exchange")
    .description("Code posts by hand. docs/manual-coding.md tells how two people do it from end to end.");
  /**
   * What is not given lies in the project, what is given is the caller's: npm changes into the project's
   * folder.
   */
  const placeOf = (path: string): string => {
    return resolve(
      path === FOLDER || path === CODEBOOK ? root() : (process.env["INIT_CWD"] ?? process.cwd()),
      path,
    );
  };
  const codes = (path: string) => {
    const { loadCodebook } =
      require("../lib/load/load-codebook") as typeof import("../lib/load/load-codebook");
    return loadCodebook(placeOf(path)).themes;
  };
  const steps = () => require("../lib/show/coding-folder") as typeof import("../lib/show/coding-folder");

  code
    .command("draw")
    .summary("draw a sample as coding sheets, one for each coder")
    .argument("[folder]", "where the sheets go", FOLDER)
    .requiredOption("--coders <names>", "names with commas between", listOf)
    .option("--posts <n>", "how many documents", wholeNumber(1, 100_000), 100)
    .option("--by <parts>", "strata: platform, language, community, month, kind; or all", listOf, [
      "platform",
      "language",
    ])
    .option("--kind <kind>", "post, comment or both", oneOf("post", "comment", "both"), "post")
    .option(
      "--allocation <how>",
      "equal, or proportional to the strata",
      oneOf("equal", "proportional"),
      "equal",
    )
    .option("--seed <n>", "whole number that the draw starts from", wholeNumber(0, 2 ** 31 - 1), 1)
    .option("--separator <sign>", "; for Excel with a decimal comma, else ,", oneOf(";", ","), ";")
    .option("--corpus <dir>", "folder of your own exports; else the teaching corpus")
    .option("--codebook <file>", "the codes", CODEBOOK)
    .addHelpText(
      "after",
      commandExamples([
        ["npx nb code draw --coders anna,bek --posts 60", "of the teaching corpus"],
        ["npx nb code draw --coders anna,bek --corpus ~/exports", "of your own exports"],
      ]),
    )
    .action(async (folder: string, flags: DrawFlags & { codebook: string }) => {
      const { drawCodingFolder } = steps();
      const { STRATA } = require("../lib/show/coding-sheets") as typeof import("../lib/show/coding-sheets");
      const by = flags.by.filter((part) => part !== "all");
      const unknown = by.find((part) => !(STRATA as readonly string[]).includes(part));
      if (unknown !== undefined)
        throw new UsageError(`--by ${unknown}: needed all or some of ${STRATA.join(", ")}`);
      const { openCorpus } =
        require("../lib/corpus/open-corpus") as typeof import("../lib/corpus/open-corpus");
      const [path, place] = [
        flags.corpus === undefined ? {} : { path: placeOf(flags.corpus) },
        placeOf(folder),
      ];
      const labels = codes(flags.codebook);
      // The library's own paths are relative to the project.
      process.chdir(root());
      const corpus = await openCorpus(path);
      const step = drawCodingFolder(corpus, labels, flags.coders, {
        size: flags.posts,
        seed: flags.seed,
        by: by as (typeof STRATA)[number][],
        kinds: flags.kind === "both" ? ["post", "comment"] : [flags.kind],
        allocation: flags.allocation,
        separator: flags.separator,
      });
      write(step, place, { mayReplace: false });
    });

  code
    .command("agree")
    .summary("compare the coders of a folder, or of a REFI-QDA project (.qdpx)")
    .argument("[folder]", "folder of sheets, or a .qdpx file", FOLDER)
    .option("--seed <n>", "start of the draws behind intervals", wholeNumber(0, 2 ** 31 - 1), 1)
    .option("--codebook <file>", "the codes", CODEBOOK)
    .addHelpText(
      "after",
      commandExamples([
        ["npx nb code agree", "the sheets"],
        ["npx nb code agree team.qdpx", "by character, as NVivo does"],
      ]),
    )
    .action((folder: string, { seed, codebook }: { seed: number; codebook: string }) => {
      const { compareCodingFolder, compareProject } = steps();
      const isProject = /\.qdpx$/i.test(folder);
      const place = placeOf(folder);
      write(
        isProject ? compareProject(place, seed) : compareCodingFolder(place, codes(codebook), seed),
        place,
      );
    });

  code
    .command("adjudicate")
    .summary("make one set of codes of the sheets and the decisions on disagreements.csv")
    .argument("[folder]", "folder of sheets", FOLDER)
    .option("--codebook <file>", "the codes", CODEBOOK)
    .action((folder: string, { codebook }: { codebook: string }) => {
      const { adjudicateCodingFolder } = steps();
      write(adjudicateCodingFolder(placeOf(folder), codes(codebook)), placeOf(folder));
    });

  code
    .command("export")
    .summary("write project.qdpx and codebook.qdc for NVivo, MAXQDA, ATLAS.ti, QualCoder")
    .argument("[folder]", "folder of sheets", FOLDER)
    .option("--codebook <file>", "the codes", CODEBOOK)
    .action((folder: string, { codebook }: { codebook: string }) => {
      const { exportCodingFolder } = steps();
      write(exportCodingFolder(placeOf(folder), codes(codebook), "Themes"), placeOf(folder));
    });

  code
    .command("import")
    .summary("read a coded project back into sheets, one for each of its users")
    .argument("<project>", "the .qdpx file that the other program exported")
    .argument("[folder]", "folder with the key that the project was made from", FOLDER)
    .option("--codebook <file>", "the codes", CODEBOOK)
    .action((project: string, folder: string, { codebook }: { codebook: string }) => {
      const { importProject } = steps();
      write(importProject(placeOf(project), placeOf(folder), codes(codebook)), placeOf(folder), {
        mayReplace: false,
      });
    });
}

/** Write the files of a step and say so. Sheets hold people's work: they are not written over. */
function write({ files, report }: Step, folder: string, { mayReplace = true } = {}): void {
  if (!mayReplace) {
    for (const [name, content] of files) {
      const path = join(folder, name);
      if (existsSync(path) && readFileSync(path, "utf8") !== content) {
        throw new Error(
          `${path}: needed a place for a new file, found another one; move it away or choose another folder`,
        );
      }
    }
  }
  for (const [name, content] of files) {
    const path = join(folder, name);
    if (typeof content === "string") writeAtomically(path, content);
    else writeFileSync(path, content);
  }
  const written = [...files.keys()].map((name) => join(folder, name));
  process.stdout.write(
    [report, ...(written.length > 0 ? [`Written: ${written.join(", ")}`] : [])].join("\n") + "\n",
  );
}

function listOf(text: string): string[] {
  const words = text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  if (words.length > 0) return words;
  throw new InvalidArgumentError("Needed words with commas between; found nothing.");
}

function oneOf<Word extends string>(...words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const word = words.find((known) => known === text);
    if (word !== undefined) return word;
    throw new InvalidArgumentError(`Needed one of ${words.join(" ")}`);
  };
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const n = Number(text);
    if (/^\d+$/.test(text) && n >= least && n <= most) return n;
    throw new InvalidArgumentError(`Needed a whole number from ${least} to ${most}.`);
  };
}
