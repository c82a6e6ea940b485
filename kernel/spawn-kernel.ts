import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

import type { ConnectionInfo } from "./message";

/**
 * Make up how a new kernel is to be reached.
 *
 * @param choosesPorts  whether the kernel takes free ports itself and writes them into the connection file,
 *   as ours does, so that two kernels never take the same; else free ones are looked for here
 */
export async function connectionInfo(choosesPorts: boolean): Promise<ConnectionInfo> {
  const [shell_port = 0, iopub_port = 0, stdin_port = 0, control_port = 0, hb_port = 0] = choosesPorts
    ? []
    : await findFreePorts(5);
  const key = randomBytes(32).toString("hex");
  const ports = { shell_port, iopub_port, stdin_port, control_port, hb_port };
  return { transport: "tcp", ip: "127.0.0.1", key, signature_scheme: "hmac-sha256", ...ports };
}

async function findFreePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  return ports;
}

/**
 * Start a kernel's process.
 *
 * @param argv  program and arguments, with `{connection_file}` for `file`
 */
export function spawnKernel(
  argv: readonly string[],
  file: string,
  { cwd, env }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> },
): ChildProcess {
  const [program = "", ...args] = argv.map((arg) => arg.replace("{connection_file}", file));
  // A kernel that a test starts is no test.
  const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;
  return spawn(program, args, {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...inherited, JPY_PARENT_PID: String(process.pid), ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that Ctrl-C in a terminal reaches the runner and not the cell that happens to run.
    detached: process.platform !== "win32",
    windowsHide: true,
  });
}
