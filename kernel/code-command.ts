import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { type Command, InvalidArgumentError, Option } from "commander";

import type { Corpus } from "../lib/corpus/open-corpus";
import type { Codebook } from "../lib/load/load-codebook";
import { commandExamples } from "./command-examples";
import { UsageError } from "./usage-error";
import { wholeNumber } from "./whole-number";
import { writeAtomically } from "./write-atomically";

/** What a step of lib/show/coding-folder.ts gives. */
interface Step {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly report: string;
}

interface DrawFlags {
  readonly coders: string[];
  readonly of: Thing;
  readonly codebook: string;
  readonly posts: number;
  readonly by: string[];
  readonly kind: "post" | "comment" | "both";
  readonly allocation: "equal" | "proportional";
  readonly seed: number;
  readonly separator: "," | ";";
  readonly corpus?: string;
}

interface AgreeFlags extends ClassifierFlags {
  readonly seed: number;
  readonly level?: "nominal" | "ordinal" | "interval";
}

/** What a classifier's flags say. */
interface ClassifierFlags {
  readonly classifier?: Thing;
  readonly corpus?: string;
  readonly codebook: string;
}

const THINGS = ["topics", "post-types", "acts", "stances"] as const;
type Thing = (typeof THINGS)[number];

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
    .description("Code posts by hand. docs/manual-coding.md tells how two people do it from end to end.")
    .addHelpText(
      "after",
      commandExamples([
        ["npx nb code draw --coders anna,bek --posts 60", "draw sheets for two coders"],
        ["npx nb code agree", "compare them when they are filled in"],
        ["npx nb code adjudicate", "make one set of codes after the decisions"],
      ]),
    );
  /**
   * What is not given lies in the project, what is given is the caller's: npm changes into the project's
   * folder.
   */
  const placeOf = (path: string): string => {
    return resolve(path === FOLDER || path === CODEBOOK ? root() : callersFolder(), path);
  };
  const steps = () => require("../lib/show/coding-folder") as typeof import("../lib/show/coding-folder");
  const openCorpus = (folder: string | undefined): Promise<Corpus> => {
    const { openCorpus } = require("../lib/corpus/open-corpus") as typeof import("../lib/corpus/open-corpus");
    const own = folder === undefined ? {} : { path: placeOf(folder) };
    // The library's own paths are relative to the project.
    process.chdir(root());
    return openCorpus(own);
  };
  const codebookAt = (path: string): Codebook => {
    const { loadCodebook } =
      require("../lib/load/load-codebook") as typeof import("../lib/load/load-codebook");
    return loadCodebook(placeOf(path));
  };
  /** The classifier that was asked for, run over its corpus; nothing where none was. */
  const classified = async ({ classifier, corpus: folder, codebook: path }: ClassifierFlags) => {
    if (classifier === undefined) return undefined;
    const { classifierFor } =
      require("../lib/classify/classifier-for") as typeof import("../lib/classify/classifier-for");
    const codebook = codebookAt(path);
    const corpus = await openCorpus(folder);
    return { posts: corpus.posts, coding: asUsage(() => classifierFor(classifier)(corpus, codebook)) };
  };

  code
    .command("draw")
    .summary("draw a sample as coding sheets, one for each coder")
    .argument("[folder]", "where the sheets go", FOLDER)
    .requiredOption("--coders <names>", "names with commas between", listOf)
    .addOption(new Option("--of <thing>", "what is coded").choices(THINGS).default("topics"))
    .option("--posts <n>", "how many documents", wholeNumber(1, 100_000), 100)
    .option(
      "--by <parts>",
      "strata: some of platform,language,community,month,kind, or all for none",
      listOf,
      ["platform", "language"],
    )
    .addOption(
      new Option("--kind <kind>", "what is drawn").choices(["post", "comment", "both"]).default("post"),
    )
    .addOption(
      new Option("--allocation <how>", "what each stratum gives")
        .choices(["equal", "proportional"])
        .default("equal"),
    )
    .option("--seed <n>", "whole number that the draw starts from", wholeNumber(0, 2 ** 31 - 1), 1)
    .addOption(
      new Option("--separator <sign>", "; for Excel with a decimal comma").choices([";", ","]).default(";"),
    )
    .option("--corpus <dir>", "folder of your own exports; else the teaching corpus")
    .option("--codebook <file>", "the codes", CODEBOOK)
    .addHelpText(
      "after",
      commandExamples([
        ["npx nb code draw --coders anna,bek --posts 60", "of the teaching corpus"],
        ["npx nb code draw --coders anna,bek --corpus ~/exports", "of your own exports"],
      ]),
    )
    .action(async (folder: string, flags: DrawFlags) => {
      const { codeLabels } = require("../lib/load/code-labels") as typeof import("../lib/load/code-labels");
      const { STRATA } = require("../lib/show/coding-sheets") as typeof import("../lib/show/coding-sheets");
      const by = flags.by.filter((part) => part !== "all");
      const unknown = by.find((part) => !(STRATA as readonly string[]).includes(part));
      if (unknown !== undefined) {
        throw new UsageError(`--by ${unknown}: needed all, or some of ${STRATA.join(", ")}`);
      }
      const [place, codebook] = [placeOf(folder), codebookAt(flags.codebook)];
      const corpus = await openCorpus(flags.corpus);
      const step = asUsage(() =>
        steps().drawCodingFolder(corpus, codeLabels(codebook, flags.of), flags.coders, {
          size: flags.posts,
          seed: flags.seed,
          by: by as (typeof STRATA)[number][],
          kinds: flags.kind === "both" ? ["post", "comment"] : [flags.kind],
          allocation: flags.allocation,
          separator: flags.separator,
        }),
      );
      write(step, place, { mayReplace: false });
    });

  code
    .command("agree")
    .summary("compare the coders of a folder, or of a REFI-QDA project (.qdpx)")
    .argument("[folder]", "folder of sheets, or a .qdpx file", FOLDER)
    .addOption(
      new Option(
        "--level <level>",
        "where a document has one code: what the difference of two codes means",
      ).choices(["nominal", "ordinal", "interval"]),
    )
    .option("--seed <n>", "start of the draws behind intervals", wholeNumber(0, 2 ** 31 - 1), 1)
    .addOption(classifierOption())
    .option("--corpus <dir>", "the exports that the sample was drawn from; else the teaching corpus")
    .option("--codebook <file>", "the classifier's rules", CODEBOOK)
    .addHelpText(
      "after",
      commandExamples([
        ["npx nb code agree", "the sheets"],
        ["npx nb code agree --level ordinal", "stances, from support to doubt"],
        ["npx nb code agree --classifier topics", "the classifier beside the people"],
        ["npx nb code agree team.qdpx", "by character too, as NVivo does"],
      ]),
    )
    .action(async (folder: string, flags: AgreeFlags) => {
      const { seed, level } = flags;
      const how = { seed, ...(level !== undefined && { level }) };
      const place = placeOf(folder);
      if (/\.qdpx$/i.test(folder))
        return write(
          asUsage(() => steps().compareProject(place, how)),
          place,
        );
      const classifier = await classified(flags);
      const more = classifier === undefined ? how : { ...how, classifier };
      write(
        asUsage(() => steps().compareCodingFolder(place, more)),
        place,
      );
    });

  code
    .command("adjudicate")
    .summary("make one set of codes of the sheets and the decisions in disagreements.csv")
    .argument("[folder]", "folder of sheets", FOLDER)
    .addHelpText("after", commandExamples([["npx nb code adjudicate", "writes adjudicated.csv"]]))
    .action((folder: string) => write(steps().adjudicateCodingFolder(placeOf(folder)), placeOf(folder)));

  code
    .command("export")
    .summary("write project.qdpx and codebook.qdc for NVivo, MAXQDA, ATLAS.ti, QualCoder")
    .argument("[folder]", "folder of sheets", FOLDER)
    .addOption(classifierOption())
    .option("--corpus <dir>", "the exports that the sample was drawn from; else the teaching corpus")
    .option("--codebook <file>", "the classifier's rules", CODEBOOK)
    .addHelpText(
      "after",
      commandExamples([
        ["npx nb code export", "the people's codes"],
        ["npx nb code export --classifier topics", "with the classifier as one coder more, word by word"],
      ]),
    )
    .action(async (folder: string, flags: ClassifierFlags) => {
      const place = placeOf(folder);
      const classifier = await classified(flags);
      write(
        asUsage(() => steps().exportCodingFolder(place, classifier)),
        place,
      );
    });

  code
    .command("import")
    .summary("read a coded project back into sheets, one for each of its users")
    .argument("<project>", "the .qdpx file that the other program exported")
    .argument("[folder]", "folder that the project was made from", FOLDER)
    .addHelpText("after", commandExamples([["npx nb code import team.qdpx", "writes a sheet for each user"]]))
    .action((project: string, folder: string) => {
      write(steps().importProject(placeOf(project), placeOf(folder)), placeOf(folder), { mayReplace: false });
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

/** What the library calls out of range is here something that was asked for, and no defect. */
function asUsage<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}

function classifierOption(): Option {
  return new Option("--classifier <thing>", "take a classifier in beside the people").choices(THINGS);
}

function callersFolder(): string {
  return process.env["INIT_CWD"] ?? process.cwd();
}

function listOf(text: string): string[] {
  const words = text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  if (words.length > 0) return words;
  throw new InvalidArgumentError("Needed words with commas between; found nothing.");
}
