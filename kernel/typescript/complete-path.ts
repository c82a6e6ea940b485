import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";

import type { Completions } from "./cell-compiler";

/**
 * Suggest modules where a cell names one, as in `from "./lib/te`.
 *
 * @returns suggestions for the part after the last slash; undefined where the position is not in a module's name
 */
export function completePath(root: string, source: string, position: number): Completions | undefined {
  const line = source.slice(source.lastIndexOf("\n", position - 1) + 1, position);
  const typed = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(["'])([^"']*)$/.exec(line)?.[2];
  if (typed === undefined) return undefined;
  const names = typed.startsWith(".") ? filesIn(root, typed) : packages(root);
  const last = typed.startsWith(".") ? typed.slice(typed.lastIndexOf("/") + 1) : typed;
  const candidates = names.filter(({ name }) => name.startsWith(last));
  return { start: position - last.length, end: position, candidates };
}

function filesIn(root: string, typed: string): { name: string; kind: string }[] {
  const folder = typed.slice(0, typed.lastIndexOf("/") + 1);
  if (folder === "") return [{ name: "./", kind: "directory" }];
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
      .filter(
        ({ name }) =>
          !name.startsWith(".") && name !== "node_modules" && !/\.test\.ts$|\.d\.c?ts$/.test(name),
      )
      .flatMap((entry) => {
        if (entry.isDirectory()) return [{ name: entry.name, kind: "directory" }];
        const match = /^(.*)\.ts$|^.*\.json$/.exec(entry.name);
        return match ? [{ name: match[1] ?? entry.name, kind: "script" }] : [];
      });
  } catch {
    return [];
  }
}

function packages(root: string): { name: string; kind: string }[] {
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    dependencies?: object;
  };
  const builtin = builtinModules
    .filter((name) => !name.startsWith("_"))
    .map((name) => `node:${name.replace(/^node:/, "")}`);
  return [...Object.keys(dependencies), ...builtin]
    .sort()
    .map((name) => ({ name, kind: "external module name" }));
}
