import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { Dealer, Subscriber } from "zeromq";

import { CellOutputs, type Displays } from "./cell-outputs";
import { KERNEL_ARGV } from "./kernel-argv";
import {
  addressOf,
  type ConnectionInfo,
  decodeMessage,
  encodeMessage,
  makeHeader,
  type Message,
} from "./message";
import type { Output } from "./notebook-file";
import { connectionInfo, spawnKernel } from "./spawn-kernel";

/** How to start a kernel. */
export interface StartOptions {
  /** Folder the kernel starts in; the current one when not given. */
  readonly cwd?: string;
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Program and arguments, with `{connection_file}` where the path goes; this project's kernel when not given. */
  readonly argv?: readonly string[];
  readonly readyTimeoutMs?: number;
}

/** How to run a cell. */
export interface ExecuteOptions {
  /** After so long the cell is interrupted and, if that does not help, the kernel is ended; counted from its turn. */
  readonly timeoutMs?: number;
  /** Called with each output as it comes; pieces of one stream are not joined yet. */
  readonly onOutput?: (output: Output) => void;
  readonly silent?: boolean;
  readonly storeHistory?: boolean;
  /** Whether an error in this cell drops the cells that already wait behind it. */
  readonly stopOnError?: boolean;
}

/** What became of a cell. */
export interface ExecuteResult {
  /** `aborted`: dropped behind a failed one. `timeout`: ran too long. `died`: the kernel ended before the cell did. */
  status: "ok" | "error" | "aborted" | "timeout" | "died";
  executionCount: number | null;
  /** What the cell showed. What a timer of the cell prints later is added when it comes. */
  outputs: Output[];
  error?: { ename: string; evalue: string; traceback: string[] };
}

/** A running kernel, spoken to as a front end does. */
export interface KernelClient {
  execute(code: string, options?: ExecuteOptions): Promise<ExecuteResult>;
  complete(code: string, cursor: number): Promise<any>;
  inspect(code: string, cursor: number, detail?: 0 | 1): Promise<any>;
  isComplete(code: string): Promise<any>;
  kernelInfo(): Promise<any>;
  /** Send a request of any type and wait for its reply; what the methods above have no word for. */
  request(type: string, content: object, channel?: "shell" | "control"): Promise<any>;
  interrupt(): Promise<void>;
  /** End the kernel in order; kills it when it has not ended after two seconds. */
  shutdown(): Promise<void>;
  kill(): void;
  readonly pid: number;
  readonly exited: Promise<{ code: number | null; signal: string | null }>;
  /** What the process itself printed, outside of any cell; the last 8 kB. */
  readonly stderr: string;
}

interface RunningCell {
  readonly collected: CellOutputs;
  readonly onOutput: ((output: Output) => void) | undefined;
  readonly started: () => void;
  readonly idle: () => void;
}

const READY_TIMEOUT_MS = 60_000;
/** How long a cell has to end after it was interrupted; on a busy machine a healthy one may need a second or two. */
const INTERRUPT_MS = 5_000;
/** How long a kernel has to end after it was told to. */
const SHUTDOWN_MS = 2_000;
const KEPT_STDERR = 8_192;
const NO_MESSAGE = { code: null, signal: null };

/**
 * Start a kernel and wait until it answers.
 *
 * The connection file lies in a private folder, readable by this user alone, and is removed as soon as the kernel is
 * reached. The kernel ends when this process ends, however it ends.
 *
 * @throws Error with what the process printed, when the kernel ends before it answers or does not answer in time
 */
export async function startKernel(options: StartOptions = {}): Promise<KernelClient> {
  const { argv = KERNEL_ARGV, readyTimeoutMs = READY_TIMEOUT_MS } = options;
  const folder = mkdtempSync(join(tmpdir(), "kernel-"));
  try {
    const file = join(folder, "connection.json");
    const info = await connectionInfo(argv === KERNEL_ARGV);
    writeFileSync(file, JSON.stringify(info), { mode: 0o600 });

    const client = new ProcessClient(spawnKernel(argv, file, options), argv === KERNEL_ARGV);
    try {
      await within(client.connect(file, info), readyTimeoutMs, client);
    } catch (error) {
      client.kill();
      throw error;
    }
    return client;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function within(ready: Promise<void>, timeoutMs: number, client: ProcessClient): Promise<void> {
  const abort = new AbortController();
  const failures = [
    sleep(timeoutMs, undefined, { signal: abort.signal }).then(
      () => `needed an answer within ${timeoutMs} ms, found none`,
    ),
    client.exited.then(
      ({ code, signal }) => `needed a running process, found it ended with ${signal ?? `exit code ${code}`}`,
    ),
  ];
  try {
    const failure = await Promise.race([ready, ...failures]);
    if (failure !== undefined)
      throw new Error(`kernel: ${failure}; it printed: ${client.stderr.trim() || "nothing"}`);
  } finally {
    abort.abort();
    failures[0]?.catch(() => {});
  }
}

class ProcessClient implements KernelClient {
  readonly exited: Promise<{ code: number | null; signal: string | null }>;
  stderr = "";

  readonly #session = randomUUID();
  readonly #shell = new Dealer({ linger: 0, reconnectInterval: 10 });
  readonly #control = new Dealer({ linger: 0, reconnectInterval: 10 });
  readonly #iopub = new Subscriber({ linger: 0, reconnectInterval: 10, receiveHighWaterMark: 0 });
  readonly #pending = new Map<string, (content: any) => void>();
  readonly #cells = new Map<string, RunningCell>();
  readonly #displays: Displays = new Map();
  readonly #killAtExit = (): void => this.kill();
  #key = "";
  #hasEnded = false;
  #heardBroadcast = false;

  constructor(
    private readonly child: ChildProcess,
    private readonly takesMessages: boolean,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream
        ?.setEncoding("utf8")
        .on("data", (text: string) => (this.stderr = (this.stderr + text).slice(-KEPT_STDERR)));
    }
    this.exited = new Promise((resolve) => {
      child.once("error", (error) => {
        this.stderr += error.message;
        resolve(NO_MESSAGE);
      });
      child.once("exit", (code, signal) => resolve({ code, signal }));
    });
    process.once("exit", this.#killAtExit);
    void this.exited.then(() => this.#close());
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  async connect(file: string, given: ConnectionInfo): Promise<void> {
    const info = given.shell_port === 0 ? await this.#waitForPorts(file) : given;
    if (this.#hasEnded) return;
    this.#key = info.key;
    this.#shell.connect(addressOf(info, info.shell_port));
    this.#control.connect(addressOf(info, info.control_port));
    this.#iopub.connect(addressOf(info, info.iopub_port));
    this.#iopub.subscribe();
    void this.#read(this.#shell, (message) => this.#takeReply(message));
    void this.#read(this.#control, (message) => this.#takeReply(message));
    void this.#read(this.#iopub, (message) => this.#takeBroadcast(message));
    // A broadcast is lost until the subscription has arrived, so ask until one was heard.
    while (!this.#hasEnded && !this.#heardBroadcast) {
      await this.kernelInfo();
      for (let waited = 0; waited < 50 && !this.#heardBroadcast; waited += 5) await sleep(5);
    }
  }

  async #waitForPorts(file: string): Promise<ConnectionInfo> {
    for (;;) {
      const info = JSON.parse(readFileSync(file, "utf8")) as ConnectionInfo;
      if (info.shell_port !== 0 || this.#hasEnded) return info;
      await sleep(10);
    }
  }

  async #read(socket: Dealer | Subscriber, take: (message: Message) => void): Promise<void> {
    try {
      for await (const frames of socket) take(decodeMessage(frames, this.#key));
    } catch (error) {
      if (!this.#hasEnded) this.stderr += `\n${(error as Error).message}`;
    }
  }

  #takeReply({ parent, content }: Message): void {
    this.#pending.get(parent.msg_id ?? "")?.(content);
    this.#pending.delete(parent.msg_id ?? "");
  }

  #takeBroadcast(message: Message): void {
    this.#heardBroadcast = true;
    const cell = this.#cells.get(message.parent.msg_id ?? "");
    if (cell === undefined) return;
    if (message.header.msg_type === "status") {
      if (message.content.execution_state === "busy") cell.started();
      if (message.content.execution_state === "idle") cell.idle();
      return;
    }
    const output = cell.collected.add(message);
    if (output !== undefined) cell.onOutput?.(output);
  }

  request(type: string, content: object, channel: "shell" | "control" = "shell"): Promise<any> {
    return this.#ask(makeHeader(type, this.#session), content, channel);
  }

  async #ask(header: Message["header"], content: object, channel: "shell" | "control"): Promise<any> {
    if (this.#hasEnded)
      throw new Error(`kernel: needed a running kernel for ${header.msg_type}, found that it has ended`);
    const message: Message = { identities: [], header, parent: {}, metadata: {}, content };
    const reply = new Promise<any>((resolve) => this.#pending.set(header.msg_id, resolve));
    await (channel === "shell" ? this.#shell : this.#control).send(encodeMessage(message, this.#key));
    return reply;
  }

  async execute(code: string, options: ExecuteOptions = {}): Promise<ExecuteResult> {
    const { timeoutMs, onOutput, silent = false, storeHistory = !silent, stopOnError = true } = options;
    const header = makeHeader("execute_request", this.#session);
    const collected = new CellOutputs(this.#displays);
    const result: ExecuteResult = { status: "died", executionCount: null, outputs: collected.outputs };
    if (this.#hasEnded) return result;

    let timer: NodeJS.Timeout | undefined;
    let timedOut: Promise<void> | undefined;
    const idle = new Promise<void>((resolve) => {
      const started = (): void => {
        if (timeoutMs === undefined || timer !== undefined) return;
        timer = setTimeout(() => (timedOut = this.#stop(idle)), timeoutMs);
      };
      this.#cells.set(header.msg_id, { collected, onOutput, started, idle: resolve });
      if (this.#pending.size === 0) started();
    });
    const content = {
      code,
      silent,
      store_history: storeHistory,
      user_expressions: {},
      allow_stdin: false,
      stop_on_error: stopOnError,
    };
    const reply = await this.#ask(header, content, "shell");
    if (reply !== DIED) await Promise.race([idle, this.exited]);
    clearTimeout(timer);
    await timedOut;

    if (timedOut !== undefined) result.status = "timeout";
    else if (reply !== DIED) result.status = reply.status === "abort" ? "aborted" : reply.status;
    if (reply === DIED) return result;
    result.executionCount = reply.execution_count ?? null;
    const failure = collected.outputs.find((output) => output.output_type === "error") ?? reply;
    if (result.status === "error") {
      result.error = {
        ename: failure.ename ?? "Error",
        evalue: failure.evalue ?? "",
        traceback: failure.traceback ?? [],
      };
    }
    return result;
  }

  /** Interrupt the running cell, and end the kernel when that does not end the cell. */
  async #stop(idle: Promise<void>): Promise<void> {
    void this.interrupt().catch(() => {});
    const ended = await Promise.race([
      idle.then(() => true),
      this.exited.then(() => true),
      sleep(INTERRUPT_MS).then(() => false),
    ]);
    if (!ended) this.kill();
  }

  complete(code: string, cursor: number): Promise<any> {
    return this.request("complete_request", { code, cursor_pos: cursor });
  }

  inspect(code: string, cursor: number, detail: 0 | 1 = 0): Promise<any> {
    return this.request("inspect_request", { code, cursor_pos: cursor, detail_level: detail });
  }

  isComplete(code: string): Promise<any> {
    return this.request("is_complete_request", { code });
  }

  kernelInfo(): Promise<any> {
    return this.request("kernel_info_request", {});
  }

  async interrupt(): Promise<void> {
    if (this.takesMessages) await this.request("interrupt_request", {}, "control");
    else this.child.kill("SIGINT");
  }

  async shutdown(): Promise<void> {
    if (this.#hasEnded) return;
    void this.request("shutdown_request", { restart: false }, "control").catch(() => {});
    const timer = setTimeout(() => this.kill(), SHUTDOWN_MS);
    await this.exited;
    clearTimeout(timer);
  }

  kill(): void {
    if (this.#hasEnded) return;
    try {
      // The whole group, so that a program which a cell has started ends too.
      process.kill(process.platform === "win32" ? this.pid : -this.pid, "SIGKILL");
    } catch {
      this.child.kill("SIGKILL");
    }
  }

  #close(): void {
    this.#hasEnded = true;
    process.off("exit", this.#killAtExit);
    for (const socket of [this.#shell, this.#control, this.#iopub]) socket.close();
    for (const reply of this.#pending.values()) reply(DIED);
    this.#pending.clear();
  }
}

/** Stands for the reply that a kernel which ended can no longer give. */
const DIED = { status: "died" };
