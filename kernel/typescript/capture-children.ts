import childProcess, { ChildProcess, type StdioOptions } from "node:child_process";
import { syncBuiltinESMExports } from "node:module";

type Sync = (...args: any[]) => unknown;
/** What a program printed. */
interface Printed {
  readonly stdout?: Uint8Array | string | null;
  readonly stderr?: Uint8Array | string | null;
}

/**
 * Show in the cell what programs print that a cell starts with `stdio: "inherit"`.
 *
 * What they would inherit is the kernel's own output, which nobody sees.
 *
 * @param bind  makes a function that belongs to the cell that runs now
 */
export function captureChildren(bind: <F extends Function>(callback: F) => F): void {
  const prototype = ChildProcess.prototype as unknown as {
    spawn(options: { readonly stdio?: StdioOptions | undefined }): unknown;
  };
  const { spawn } = prototype;
  prototype.spawn = function (this: ChildProcess, options) {
    const { stdio, inherited } = withoutInheriting(options.stdio);
    const result = spawn.call(this, { ...options, stdio });
    for (const at of inherited) {
      const name = at === 1 ? "stdout" : "stderr";
      this[name]?.on("data", bind((chunk: Uint8Array) => process[name].write(chunk)));
      // As it would be for a program that inherits.
      Object.assign(this, { [name]: null });
    }
    return result;
  };
  for (const name of ["spawnSync", "execFileSync", "execSync"] as const) {
    const original = childProcess[name] as Sync;
    const replaced: Sync = (...args) => runSync(original, args);
    Object.assign(childProcess, { [name]: Object.defineProperty(replaced, "name", { value: name }) });
  }
  syncBuiltinESMExports();
}

function runSync(original: Sync, args: unknown[]): unknown {
  const at = args.findLastIndex((arg) => typeof arg === "object" && arg !== null && !Array.isArray(arg));
  if (at < 0) return original(...args);
  const options = args[at] as { stdio?: StdioOptions };
  const { stdio, inherited } = withoutInheriting(options.stdio);
  if (inherited.length === 0) return original(...args);
  const show = (printed: Printed): void => {
    for (const name of inherited.map((each) => (each === 1 ? "stdout" : "stderr"))) {
      if (printed[name]) process[name].write(printed[name]);
      Object.assign(printed, { [name]: null });
    }
  };
  let result: unknown;
  try {
    result = original(...args.with(at, { ...options, stdio }));
  } catch (error) {
    show(error as Printed);
    throw error;
  }
  // `spawnSync` tells everything; the others only what was printed.
  if (typeof result === "object" && result !== null && "pid" in result) show(result as Printed);
  else if (inherited.includes(1)) {
    show({ stdout: result as string });
    return null;
  }
  return result;
}

/** Have what a program would inherit of this process's output read instead. */
function withoutInheriting(stdio: StdioOptions | undefined): { stdio: StdioOptions | undefined; inherited: (1 | 2)[] } {
  const isInherited = (each: unknown, at: number): boolean =>
    each === "inherit" || each === at || each === (at === 1 ? process.stdout : process.stderr);
  const all = typeof stdio === "string" ? [stdio, stdio, stdio] : stdio;
  const inherited = ([1, 2] as const).filter((at) => all !== undefined && isInherited(all[at], at));
  if (all === undefined || (inherited.length === 0 && all[0] !== "inherit")) return { stdio, inherited };
  const changed = all.map((each, at) =>
    at === 0 && each === "inherit" ? "ignore" : inherited.some((one) => one === at) ? "pipe" : each,
  );
  return { stdio: changed as StdioOptions, inherited };
}
