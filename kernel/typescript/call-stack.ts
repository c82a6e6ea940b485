import { SourceMap } from "node:module";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

import { loadedText } from "./load-typescript.cjs";

/** A place in code, as its author wrote it; line and column from 1. */
export interface Place {
  /** The cell, as "Cell In[3]", or the file's path from the project's folder. */
  readonly in: string;
  readonly line: number;
  readonly column: number;
}

/** What is put before the number of a cell to name it towards V8. */
const CELL_NAME = "notebook-cell:";
const MOST_FRAMES = 12;

interface CompiledCode {
  /** Parsed when it is first needed. */
  readonly map: () => SourceMap;
  /** Lines of compiled code that the map does not know of, at the start. */
  readonly lead: number;
  /** Lines of source that the author did not write, at the start. */
  readonly prefix: number;
}

/** Makes stack traces tell the places in cells and TypeScript files instead of those in compiled code. */
export class CallStacks {
  readonly #cells = new Map<string, CompiledCode & { readonly label: string }>();
  readonly #files = new Map<string, { text: string; code: CompiledCode | undefined }>();

  constructor(private readonly root: string) {}

  /**
   * Name a cell's compiled code, so that its places can be told.
   *
   * @param id     of its own for each run of a cell
   * @param label  such as "Cell In[3]"
   * @returns what is to be put at the end of the code
   */
  register(id: number, label: string, map: string): string {
    let parsed: SourceMap | undefined;
    this.#cells.set(`${CELL_NAME}${id}`, {
      label,
      map: () => (parsed ??= new SourceMap(JSON.parse(map))),
      lead: 1,
      prefix: 1,
    });
    return `\n//# sourceURL=${CELL_NAME}${id}`;
  }

  install(): void {
    Error.stackTraceLimit = 50;
    Error.prepareStackTrace = (error, sites) => {
      const frames = sites.flatMap((site) => this.#frame(site)).slice(0, MOST_FRAMES);
      return [headOf(error), ...frames.map((frame) => `    at ${frame}`)].join("\n");
    };
  }

  /** The first place in a numbered cell that a stack trace names. */
  static firstInCell(stack: string): { count: number; line: number; column: number } | undefined {
    const [, count, line, column] = /Cell In\[(\d+)\], line (\d+), column (\d+)/.exec(stack) ?? [];
    return count === undefined
      ? undefined
      : { count: Number(count), line: Number(line), column: Number(column) };
  }

  #frame(site: NodeJS.CallSite): string[] {
    const place = this.#placeOf(site);
    if (place === undefined) return [];
    const { in: where, line, column } = place;
    const text = where.startsWith("Cell In[")
      ? `${where}, line ${line}, column ${column}`
      : `${where}:${line}:${column}`;
    const name = nameOf(site);
    return [name === "" ? text : `${name} (${text})`];
  }

  #placeOf(site: NodeJS.CallSite): Place | undefined {
    const script = site.getScriptNameOrSourceURL() ?? site.getFileName() ?? "";
    const line = site.getLineNumber() ?? 0;
    const column = site.getColumnNumber() ?? 0;
    if (script === "" || script.startsWith("node:") || line === 0) return undefined;
    if (script.startsWith(CELL_NAME)) {
      const compiled = this.#cells.get(script);
      return compiled && original(compiled, compiled.label, line, column);
    }
    const path = script.startsWith("file://") ? fileURLToPath(script) : script;
    const shown = this.#shown(path);
    if (shown.startsWith("kernel/typescript/")) return undefined;
    const compiled = this.#compiledFile(path);
    return compiled ? original(compiled, shown, line, column) : { in: shown, line, column };
  }

  #shown(path: string): string {
    const from = relative(this.root, path);
    return (from.startsWith("..") ? path : from).split(sep).join("/");
  }

  #compiledFile(path: string): CompiledCode | undefined {
    const text = loadedText(path);
    if (text === undefined) return undefined;
    let known = this.#files.get(path);
    if (known?.text !== text) this.#files.set(path, (known = { text, code: inlineMap(text) }));
    return known.code;
  }
}

function inlineMap(compiled: string): CompiledCode | undefined {
  const [, base64] = /\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/.exec(compiled) ?? [];
  if (base64 === undefined) return undefined;
  const map = new SourceMap(JSON.parse(Buffer.from(base64, "base64").toString("utf8")));
  return { map: () => map, lead: 0, prefix: 0 };
}

function original(
  { map, lead, prefix }: CompiledCode,
  where: string,
  line: number,
  column: number,
): Place | undefined {
  if (line - 1 - lead < 0) return undefined;
  const entry = map().findEntry(line - 1 - lead, column - 1);
  if (!("originalLine" in entry)) return { in: where, line, column };
  return { in: where, line: entry.originalLine + 1 - prefix, column: entry.originalColumn + 1 };
}

function headOf(error: unknown): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "Error";
  }
}

function nameOf(site: NodeJS.CallSite): string {
  const given = site.getFunctionName() ?? "";
  // A cell as a whole has no name; V8 calls it by the way it came to be.
  const name = given === "eval" ? "" : given;
  const type = site.isToplevel() || site.isConstructor() ? "" : (site.getTypeName() ?? "");
  const isMethod = name !== "" && type !== "" && type !== "Object" && !name.includes(".");
  const whole = isMethod ? `${type}.${name}` : name;
  if (site.isConstructor()) return `new ${whole || "<anonymous>"}`;
  const { isAsync } = site as unknown as { isAsync?(): boolean };
  return isAsync?.call(site) && whole !== "" ? `async ${whole}` : whole;
}
