import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];
const TIMEOUT_MS = 120_000;

/** Find a browser that prints: the one that the variable CHROMIUM names, else a known one on PATH; null for none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const named = env["CHROMIUM"];
  if (named !== undefined && named !== "") return existsSync(named) ? named : null;
  const ending = process.platform === "win32" ? ".exe" : "";
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
  return paths.find((path) => existsSync(path)) ?? null;
}

/**
 * Print a page of the disk as a PDF, as the browser's own "print to PDF" does.
 *
 * @throws Error when there is no browser to print with, or it wrote nothing
 */
export function printPdf(page: string, pdf: string): void {
  const browser = findChromium();
  if (browser === null) {
    throw new Error(
      `${pdf}: needed Chromium or Chrome to print with, found none; install one, name it in the variable CHROMIUM, ` +
        `or open ${page} in any browser and print it`,
    );
  }
  const profile = mkdtempSync(join(tmpdir(), "print-"));
  const args = [
    ...["--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"],
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), // A browser run by root has no sandbox.
    ...[`--user-data-dir=${profile}`, "--no-pdf-header-footer", "--generate-pdf-document-outline"],
    ...[`--print-to-pdf=${pdf}`, pathToFileURL(page).href],
  ];
  rmSync(pdf, { force: true });
  const { stderr } = spawnSync(browser, args, { encoding: "utf8", timeout: TIMEOUT_MS });
  rmSync(profile, { recursive: true, force: true });
  if (!existsSync(pdf) || statSync(pdf).size === 0) {
    const last = (stderr ?? "").trim().split("\n").at(-1) ?? "";
    throw new Error(
      `${pdf}: ${browser} printed nothing; open ${page} in a browser and print it. It said: ${last}`,
    );
  }
}
