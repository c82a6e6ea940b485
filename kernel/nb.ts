import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

import { Command, CommanderError, InvalidArgumentError, Option } from "commander";

import { bench } from "./bench";
import { addBookCommand } from "./book-command";
import { checkProject } from "./check-project";
import { addCodeCommand } from "./code-command";
import { commandExamples as examples } from "./command-examples";
import { DEFAULT_TOLERANCE } from "./compare-values";
import { lintNotebooks } from "./lint-notebooks";
import { refuseNpmOptions } from "./refuse-npm-options";
import { registerKernel } from "./register";
import { writeRunCrate } from "./run-crate";
import { runNotebooks } from "./run-notebooks";
import { runTests } from "./run-tests";
import { showProgress } from "./show-progress";
import { showRun } from "./show-run";
import { pageOf } from "./show-verdicts";
import { addSlidesCommand } from "./slides-command";
import { startLab } from "./start-lab";
import { addStudentCommand } from "./student-command";
import { UsageError } from "./usage-error";
import { showVerification, verifyNotebooks } from "./verify-notebooks";
import { wholeNumber } from "./whole-number";

const ROOT = join(__dirname, "..");
const USAGE_ERROR = 2;
const SIGNAL_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
const ENDED = "129, 130 or 143 when the terminal closed, Ctrl-C or another program ended it";

/** The reason of an abort: the signal that asked for it. */
class Interrupted extends Error {
  constructor(readonly exitCode: number) {
    super("interrupted: every kernel is stopped, nothing was written");
  }
}

/** The command line; `main` runs it, tests look at it. */
export const program = new Command("nb")
  .description("Run, verify and check the notebooks of clicks-to-streets.")
  .addOption(
    new Option("--project <dir>", "folder with notebooks, claims and build, for tests")
      .default(ROOT)
      .hideHelp(),
  )
  .version(versionOf(ROOT))
  .addHelpText(
    "after",
    `${examples([
      ["npm start", "run all notebooks and show which claims hold"],
      ["npm run verify -- --only 01", "hold one notebook against what is committed"],
      ["npm run lab", "read and change the notebooks in a browser"],
      ["npx nb run --help", "the options of one command, with examples"],
    ])}

Exit codes of every command: 0 all is well, 1 not so, 2 wrong usage;\n${ENDED}.`,
  )
  .showHelpAfterError("(nb --help lists the commands, nb COMMAND --help its options and examples)")
  .exitOverride();

program
  .command("run")
  .summary("run the notebooks and show which claims hold")
  .description(
    "Run each notebook in its own fresh kernel and show the verdict on each claim.\n" +
      "Writes build/book, build/notebooks, build/claims.json, build/run.json and build/ro-crate-metadata.json.",
  )
  .addOption(onlyOption())
  .option("--corpus <dir>", "folder of your own exports: facebook/, vkontakte/, odnoklassniki/")
  .option("--zone <zone>", "zone of times in them that name none, such as +06:00 (default: UTC)", knownZone)
  .option("--seed <n>", "whole number that all random draws start from", wholeNumber(0, 2 ** 32 - 1))
  .addOption(jobsOption())
  .addOption(timeoutOption())
  .addHelpText(
    "after",
    examples([
      ["npm start", "everything"],
      ["npm start -- --only 01", "one notebook"],
      ["npm start -- --only 04,05 --jobs 1", "two notebooks, one after the other"],
      ["npm start -- --corpus ~/exports", "on your own exports"],
    ]) +
      `\n\nExit code: 0 all ran and every verdict is the expected one, 1 not so, 2 wrong usage;\n${ENDED}.`,
  )
  .action(async (options: RunFlags) => {
    const { only, corpus } = options;
    const own = corpus === undefined ? {} : { corpus: corpusFolder(corpus) };
    const seed = corpus === undefined ? options.seed : undefined;
    const zone = corpus === undefined ? undefined : options.zone;
    const settings = { ...(seed !== undefined && { seed }), ...(zone !== undefined && { zone }) };
    if (options.seed !== seed)
      process.stdout.write("--seed is for the teaching corpus; it has no part in your own and is left out.\n");
    if (options.zone !== zone)
      process.stdout.write("--zone is for your own exports; it has no part in the teaching corpus and is left out.\n");
    // npm keeps `--only 00` without a `--` before it for itself, and leaves no trace of it.
    if (only.length === 0 && process.env["npm_lifecycle_event"] === "start")
      process.stdout.write("All notebooks run; for one of them: npm start -- --only 01\n");
    await untilInterrupted(async (signal) => {
      const began = new Date();
      const report = await runNotebooks({
        ...howToRun(options, signal),
        ...own,
        ...settings,
      });
      writeRunCrate({ ...report, root: root(), began, ended: new Date(), ...settings });
      process.stdout.write(showRun(report, pageOf(process.stdout)));
      return report.faults.length === 0 ? 0 : 1;
    });
  });

program
  .command("verify")
  .summary("rerun the notebooks and compare with the committed outputs")
  .description(
    "Rerun each notebook in a fresh kernel and compare its outputs with the committed ones.\n" +
      "Numbers in tables, plots and claims may differ within the tolerance; all else must be the same.",
  )
  .option("--update", "write the new outputs into notebooks/ where they differ")
  .addOption(onlyOption())
  .option("--tolerance <x>", "largest relative difference of two numbers", share, DEFAULT_TOLERANCE.relative)
  .addOption(jobsOption())
  .addOption(timeoutOption())
  .addHelpText(
    "after",
    examples([
      ["npm run verify", "all notebooks"],
      ["npm run verify -- --only 01", "one notebook"],
      ["npm run verify -- --update", "after a change that is meant to change outputs"],
    ]) +
      "\n\nExit code: 0 the same (with --update also: all new outputs are written)," +
      `\n1 something differs or fails, 2 wrong usage;\n${ENDED}.`,
  )
  .action(async (options: VerifyFlags) => {
    await untilInterrupted(async (signal) => {
      const verifications = await verifyNotebooks({
        ...howToRun(options, signal),
        tolerance: { ...DEFAULT_TOLERANCE, relative: options.tolerance },
        update: options.update === true,
      });
      process.stdout.write(showVerification(verifications, pageOf(process.stdout)));
      const isFine = verifications.every(({ run, differing, updated }) => {
        return run.fault === null && (differing.length === 0 || updated);
      });
      return isFine ? 0 : 1;
    });
  });

program
  .command("lint")
  .summary("check the notebooks against the rules for notebooks")
  .description(
    "Check that the notebooks can be repeated and read: a line a finding, with what is needed and what was found.",
  )
  .addHelpText(
    "after",
    `${examples([["npm run lint", "all notebooks"]])}\n\nExit code: 0 all rules are kept, 1 there are findings.`,
  )
  .action(async () => {
    const findings = lintNotebooks(root());
    for (const { where, rule, message } of findings) process.stdout.write(`${where}: ${rule}: ${message}\n`);
    const found = findings.length === 1 ? "1 finding" : `${findings.length} findings`;
    process.stdout.write(findings.length === 0 ? "The notebooks keep all rules.\n" : `\n${found}\n`);
    process.exitCode = findings.length === 0 ? 0 : 1;
  });

program
  .command("check")
  .summary("type-check library, kernel, tests and the code of the notebooks")
  .description("Type-check the library, the kernel, the tests and the code of the notebooks, as strictly as there is.")
  .addHelpText("after", `${examples([["npm run check", "everything"]])}\n\nExit code: 0 no type errors, 1 some.`)
  .action(async () => {
    const errors = checkProject(root());
    for (const error of errors) process.stdout.write(`${error}\n`);
    process.stdout.write(errors.length === 0 ? "No type errors.\n" : "");
    process.exitCode = errors.length === 0 ? 0 : 1;
  });

program
  .command("test")
  .summary("check everything: types, notebooks, unit tests, examples, front ends")
  .description(
    "Check everything that a machine can check. What a test needs and does not find is named with the skipped test.",
  )
  .argument("[parts...]", "run only the test files with one of these in their path, and nothing else")
  .addHelpText(
    "after",
    examples([
      ["npm test", "everything"],
      ["npm test -- lib/text", "the tests of one folder"],
    ]) + `\n\nExit code: 0 nothing failed, 1 something did, 2 wrong usage;\n${ENDED}.`,
  )
  .action(async (parts: string[]) => {
    await untilInterrupted((signal) => runTests(root(), parts, signal));
  });

program
  .command("kernel")
  .summary("register the TypeScript kernel with Jupyter, or take it away")
  .description("Register the TypeScript kernel with Jupyter, for JupyterLab, Notebook 7 and VS Code, or take it away.")
  .option(
    "--prefix <dir>",
    "write DIR/share/jupyter/kernels/clicks-to-streets instead of the current user's folder",
  )
  .option("--remove", "take the kernel away again")
  .addHelpText(
    "after",
    examples([
      ["npm run kernel", "for the current user"],
      ["npm run kernel -- --prefix .venv", "for one Python environment"],
      ["npm run kernel -- --remove", "take it away"],
    ]) + "\n\nExit code: 0 done, or nothing was to be done; 1 not so, 2 wrong usage.",
  )
  .action(async (options: { prefix?: string; remove?: boolean }) => {
    const { prefix, remove = false } = options;
    const done = await registerKernel({ remove, ...(prefix !== undefined && { prefix: resolve(prefix) }) });
    process.stdout.write(`${done}\n`);
  });

program
  .command("lab")
  .summary("open JupyterLab with the kernel, registered for this project only")
  .description(
    "Open JupyterLab with the kernel, registered for this project only. Where there is no JupyterLab but Python 3.10 " +
      "or newer, it is installed into .venv once, which needs a network.",
  )
  .argument("[args...]", "a folder or notebook to open first; all else is handed on to jupyter lab")
  .allowUnknownOption()
  .addHelpText(
    "after",
    examples([
      ["npm run lab", "in your browser"],
      ["npm run lab -- build/student", "on the student version"],
      ["npm run lab -- --no-browser --port 8890", "for a browser elsewhere"],
      ["npm run lab -- --allow-root", "as root, in a container"],
    ]) + "\n\nExit code: that of JupyterLab; 1 when it cannot be started.",
  )
  .action(async (args: string[]) => {
    process.exitCode = await startLab(root(), args);
  });

program
  .command("bench")
  .summary("measure the kernel against stock tslab, and word counts")
  .description("Measure the kernel against stock tslab, and word counts against other tools; takes some minutes.")
  .addHelpText("after", `${examples([["npm run bench", "everything"]])}\n\nExit code: 0 measured, 1 not so.`)
  .action(async () => {
    process.exitCode = bench(root());
  });

addStudentCommand(program, root, onlyOption());
addBookCommand(program, root);
addCodeCommand(program, root);
addSlidesCommand(program, root, onlyOption());

/** What `run` and `verify` both take. */
interface SharedFlags {
  readonly only: string[];
  readonly jobs: number;
  readonly timeout: number;
}

interface RunFlags extends SharedFlags {
  readonly corpus?: string;
  readonly seed?: number;
  readonly zone?: string;
}

interface VerifyFlags extends SharedFlags {
  readonly update?: boolean;
  readonly tolerance: number;
}

/** Run the command that this process was started with, and set its exit code. */
export async function main(): Promise<void> {
  // A reader such as `head` may go before all is written; that is no fault of this program.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
  try {
    refuseNpmOptions(process.env, process.argv.slice(3));
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : USAGE_ERROR;
    } else if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = USAGE_ERROR;
    } else if (error instanceof Interrupted) {
      process.stderr.write(`nb: ${error.message}\n`);
      process.exitCode = error.exitCode;
    } else {
      // A plain Error says what a person can do; any other is a defect, and its place is needed.
      const isDefect = !(error instanceof Error) || error.name !== "Error";
      process.stderr.write(`${isDefect ? ((error as Error).stack ?? String(error)) : error.message}\n`);
      process.exitCode = 1;
    }
  }
  // Whatever still holds the process (a socket that lingers) may do so for a moment only.
  setTimeout(() => process.exit(), 2000).unref();
}

/** Do some work that Ctrl-C, or closing the terminal, ends in an orderly way; a second Ctrl-C ends it at once. */
async function untilInterrupted(work: (signal: AbortSignal) => Promise<number>): Promise<void> {
  const controller = new AbortController();
  for (const name of ["SIGHUP", "SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (name === "SIGHUP") ignoreOutputErrors();
      if (controller.signal.aborted) process.exit(SIGNAL_CODES[name]);
      controller.abort(new Interrupted(SIGNAL_CODES[name]));
    });
  }
  process.exitCode = await work(controller.signal);
}

/** The terminal is gone: that nothing can be written to it any more must not keep the work from ending in order. */
function ignoreOutputErrors(): void {
  for (const out of [process.stdout, process.stderr]) out.removeAllListeners("error").on("error", () => {});
}

/** What `run` and `verify` both ask of a run. */
function howToRun({ only, jobs, timeout }: SharedFlags, signal: AbortSignal) {
  return { root: root(), only, jobs, timeoutMs: timeout * 1000, signal, progress: showProgress(process.stdout) };
}

function root(): string {
  return resolve(program.opts<{ project: string }>().project);
}

function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version;
}

function onlyOption(): Option {
  const option = new Option(
    "--only <names>",
    "numbers or beginnings of names, with commas between or given again",
  );
  return option.argParser(listOf).default([], "all");
}

function jobsOption(): Option {
  return new Option("--jobs <n>", "how many notebooks run at a time").argParser(wholeNumber(1, 64)).default(2);
}

function timeoutOption(): Option {
  return new Option("--timeout <seconds>", "how long one cell may take").argParser(seconds).default(120);
}

function listOf(text: string, before: string[]): string[] {
  const words = text.split(",").map((word) => word.trim());
  const given = words.filter((word) => word !== "");
  if (given.length > 0) return [...before, ...given];
  throw new InvalidArgumentError("Needed a number or the beginning of a name, such as 01; found nothing.");
}

function seconds(text: string): number {
  const n = Number(text);
  if (text.trim() !== "" && n > 0 && n <= 86_400) return n;
  throw new InvalidArgumentError("Needed a number of seconds, above 0 and up to 86400.");
}

function share(text: string): number {
  const x = Number(text);
  if (text.trim() !== "" && x >= 0 && x < 1) return x;
  throw new InvalidArgumentError("Needed a number from 0 up to, but not including, 1; such as 1e-9.");
}

/** A corpus folder as a whole path; npm changes into the project's folder, so the caller's own is tried too. */
function knownZone(text: string): string {
  const { zoneOffsetMinutes } = require("../lib/load/zone-offset") as typeof import("../lib/load/zone-offset");
  try {
    zoneOffsetMinutes(text, 0);
    return text;
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message.replace(/^zone: n/, "N"));
  }
}

function corpusFolder(folder: string): string {
  const from = [process.cwd(), process.env["INIT_CWD"] ?? process.cwd()];
  const path = from.map((start) => resolve(start, folder)).find((candidate) => existsSync(candidate));
  const platforms = ["facebook", "vkontakte", "odnoklassniki"];
  if (path === undefined || !statSync(path).isDirectory()) {
    throw new UsageError(
      `--corpus ${folder}: needed a folder, found ${path === undefined ? "nothing" : "a file"} at ${resolve(folder)}`,
    );
  }
  if (!platforms.some((platform) => existsSync(join(path, platform)))) {
    throw new UsageError(
      `--corpus ${folder}: needed a folder that holds ${platforms.join(", ")} or one of them, found none of the three`,
    );
  }
  return path;
}
