import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { registerKernel } from "./register";

/**
 * Open JupyterLab on the project's notebooks, with the TypeScript kernel registered for this project only.
 *
 * JupyterLab is taken from the project's own `.venv`, else from PATH. Where neither has it but there is a
 * Python, a `.venv` with the versions of `kernel/requirements-test.txt` is made once; that needs a network. The
 * kernel's description goes to `build/jupyter`, which only the JupyterLab started here looks into.
 *
 * @param root  the project's folder
 * @param args  a folder or notebook of the project to open in place of `notebooks`; all else is handed on to
 *   `jupyter lab`, such as `--no-browser`
 * @returns the exit code of JupyterLab
 * @throws Error saying what to install when there is neither JupyterLab nor a Python of 3.10 or newer, which the
 *   pinned JupyterLab needs; and that installing needs the network when it fails
 */
export async function startLab(root: string, args: readonly string[]): Promise<number> {
  const jupyter = findOrInstallJupyter(root);
  const prefix = join(root, "build", "jupyter");
  await registerKernel({ prefix });

  const share = join(prefix, "share", "jupyter");
  const known = process.env["JUPYTER_PATH"];
  const JUPYTER_PATH = known ? `${share}${process.platform === "win32" ? ";" : ":"}${known}` : share;
  const env = { ...process.env, JUPYTER_PATH };
  if (process.getuid?.() === 0 && !args.includes("--allow-root"))
    process.stdout.write("JupyterLab starts for root only with: npm run lab -- --allow-root\n");
  const place = args.find((arg) => !arg.startsWith("-") && existsSync(join(root, arg))) ?? "notebooks";
  const options = args.filter((arg) => arg !== place);
  const lab = spawn(
    jupyter,
    ["lab", `--ServerApp.root_dir=${root}`, `--LabApp.default_url=/lab/tree/${place}`, ...options],
    {
      cwd: root,
      env,
      stdio: "inherit",
    },
  );
  // Ctrl-C reaches JupyterLab too, which asks whether it shall stop; this process must outlive the question.
  const ignore = (): void => {};
  process.on("SIGINT", ignore);
  const passOn = (): void => void lab.kill("SIGTERM");
  process.on("SIGTERM", passOn);
  return new Promise((resolve, reject) => {
    lab.once("error", reject);
    lab.once("exit", (code) => resolve(code ?? 1));
  });
}

/**
 * The command `jupyter` of the project's own `.venv` or on PATH; where neither has JupyterLab, one is installed.
 *
 * @throws Error as `startLab` does
 */
export function findOrInstallJupyter(root: string): string {
  return findJupyter(root) ?? installJupyter(root);
}

const BIN = process.platform === "win32" ? "Scripts" : "bin";

function findJupyter(root: string): string | null {
  const own = join(root, ".venv", BIN, process.platform === "win32" ? "jupyter.exe" : "jupyter");
  const hasLab = (command: string): boolean =>
    spawnSync(command, ["lab", "--version"], { stdio: "ignore" }).status === 0;
  return (
    [own, "jupyter"].find((command) => (command === "jupyter" || existsSync(command)) && hasLab(command)) ??
    null
  );
}

function installJupyter(root: string): string {
  const requirements = join("kernel", "requirements-test.txt");
  const python = ["python3", "python"].find((command) => {
    return (
      spawnSync(command, ["-c", "import sys, venv; sys.exit(sys.version_info < (3, 10))"], { stdio: "ignore" })
        .status === 0
    );
  });
  if (python === undefined) {
    throw new Error(
      "jupyter: needed JupyterLab 4, or Python 3.10 or newer to install it, found neither; " +
        "install Python from python.org and run this again, or read the executed notebooks of `npm start` in build/notebooks",
    );
  }
  process.stdout.write(`JupyterLab is not here yet: installing it into .venv, once (${requirements}).\n`);
  const inVenv = (name: string): string => join(root, ".venv", BIN, name);
  for (const [command, args] of [
    [python, ["-m", "venv", ".venv"]],
    [inVenv("python"), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]],
  ] as const) {
    const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
    if (status !== 0)
      throw new Error(
        `jupyter: \`${[command, ...args].join(" ")}\` failed; its message stands above. This needs the network once; ` +
          "with a network, run this again",
      );
  }
  return inVenv("jupyter");
}
