import { readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type MessagePort, parentPort } from "node:worker_threads";

import { Publisher, Reply, Router } from "zeromq";

import {
  addressOf,
  type ConnectionInfo,
  decodeMessage,
  encodeMessage,
  type Header,
  makeHeader,
  type Message,
} from "../message";
import { callsTo, type Remote } from "./calls";
import { CodePoints } from "./code-points";
import type { CompilerService } from "./compiler-thread";
import { endWithParent } from "./end-with-parent";
import { Interrupter } from "./interrupter";
import { KERNEL_INFO } from "./kernel-info";
import { StreamBatch } from "./stream-batch";
import type { FromCells, ToCells } from "./thread-messages";

interface ThreadData {
  readonly connectionFile: string;
  readonly unsent: Int32Array;
  readonly compiler: MessagePort;
}

type Channel = "shell" | "control";

/** A cell that waits for its turn or runs. */
interface Task {
  readonly id: number;
  readonly request: Message;
  readonly isCounted: boolean;
}

/** How long the kernel has to end in order. */
const EXIT_MS = 300;

/** Start the thread that talks to front ends, and is never kept from it by a cell. */
export function startThread(data: ThreadData): void {
  void new Wire(data).start();
}

class Wire {
  readonly #info: ConnectionInfo;
  readonly #shell = new Router({ linger: 500 });
  readonly #control = new Router({ linger: 500 });
  readonly #stdin = new Router({ linger: 0 });
  readonly #heartbeat = new Reply({ linger: 0 });
  readonly #iopub = new Publisher({ linger: 500, sendHighWaterMark: 0 });
  readonly #cells = parentPort!;
  readonly #compiler: Remote<CompilerService>;
  readonly #session = makeHeader("status", "").msg_id;
  readonly #requests = new Map<number, Message>();
  readonly #queue: Task[] = [];
  readonly #history: [session: number, line: number, source: string][] = [];
  readonly #batch = new StreamBatch((id, name, text) => {
    Atomics.sub(this.data.unsent, 0, text.length);
    Atomics.notify(this.data.unsent, 0);
    this.#broadcast("stream", { name, text }, this.#requests.get(id));
  });
  #running: Task | undefined;
  #count = 0;
  #lastId = 0;
  #sending: Promise<unknown> = Promise.resolve();
  readonly #interrupter = new Interrupter(
    (number) => this.#tell({ type: "interrupt", number }),
    () => this.#startNext(),
  );

  constructor(private readonly data: ThreadData) {
    this.#info = JSON.parse(readFileSync(data.connectionFile, "utf8")) as ConnectionInfo;
    this.#compiler = callsTo<CompilerService>(data.compiler);
  }

  async start(): Promise<void> {
    const { shell_port, control_port, stdin_port, iopub_port, hb_port } = this.#info;
    const ports = {
      iopub_port: await this.#bind(this.#iopub, iopub_port),
      control_port: await this.#bind(this.#control, control_port),
      stdin_port: await this.#bind(this.#stdin, stdin_port),
      hb_port: await this.#bind(this.#heartbeat, hb_port),
      shell_port: await this.#bind(this.#shell, shell_port),
    };
    // Port 0 asks for any free port; the front end reads from the file which one it became.
    const isChosen = shell_port === 0;
    if (isChosen) tellPorts(this.data.connectionFile, { ...this.#info, ...ports });
    endWithParent(() => {
      // Who started the kernel removes the file once it was read, unless it ended before that.
      if (isChosen) removeConnectionFile(this.data.connectionFile);
      this.#kill();
    });
    this.#cells.on("message", (message: FromCells) => this.#takeFromCells(message));
    this.#broadcast("status", { execution_state: "starting" }, undefined);
    void this.#read(this.#shell, "shell");
    void this.#read(this.#control, "control");
    for await (const frames of this.#heartbeat) void this.#heartbeat.send(frames);
  }

  async #bind(socket: Router | Reply | Publisher, port: number): Promise<number> {
    await socket.bind(addressOf(this.#info, port));
    return port || Number(/:(\d+)$/.exec(socket.lastEndpoint ?? "")?.[1]);
  }

  async #read(socket: Router, channel: Channel): Promise<void> {
    for await (const frames of socket) {
      let message: Message;
      try {
        message = decodeMessage(frames, this.#info.key);
      } catch {
        // Not from the front end that holds the key; the protocol has no answer to that.
        continue;
      }
      void this.#take(message, channel);
    }
  }

  #send(socket: Router | Publisher, frames: Uint8Array[]): void {
    // One after the other: a socket refuses a second message while it is busy with a first.
    this.#sending = this.#sending.then(() => socket.send(frames)).catch(() => {});
  }

  #reply(request: Message, content: object | string, channel: Channel): void {
    const header = makeHeader(request.header.msg_type.replace(/_request$/, "_reply"), this.#session);
    const message = { identities: request.identities, header, parent: request.header, metadata: {}, content };
    this.#send(channel === "shell" ? this.#shell : this.#control, encodeMessage(message, this.#info.key));
  }

  #broadcast(msgType: string, content: object | string, request: Message | undefined): void {
    const parent: Header | Record<string, never> = request?.header ?? {};
    const header = makeHeader(msgType, this.#session);
    const message = { identities: [Buffer.from(msgType)], header, parent, metadata: {}, content };
    this.#send(this.#iopub, encodeMessage(message, this.#info.key));
  }

  #status(execution_state: "busy" | "idle", request: Message): void {
    this.#broadcast("status", { execution_state }, request);
  }

  async #take(request: Message, channel: Channel): Promise<void> {
    if (request.header.msg_type === "execute_request") return this.#enqueue(request);
    this.#status("busy", request);
    try {
      const content = await this.#answer(request);
      if (content !== undefined) this.#reply(request, content, channel);
    } catch (error) {
      const { name, message } = error as Error;
      this.#reply(request, { status: "error", ename: name, evalue: message, traceback: [] }, channel);
    }
    this.#status("idle", request);
    // Front ends take the last status for the kernel's, and a cell may be running.
    if (this.#running !== undefined) this.#status("busy", this.#running.request);
    if (request.header.msg_type === "shutdown_request") await this.#exit();
  }

  async #answer({ header, content }: Message): Promise<object | undefined> {
    switch (header.msg_type) {
      case "kernel_info_request":
        return KERNEL_INFO;
      case "complete_request":
        return this.#complete(content.code, content.cursor_pos);
      case "inspect_request":
        return this.#inspect(content.code, content.cursor_pos);
      case "is_complete_request":
        return this.#compiler.isComplete(content.code);
      case "history_request":
        return {
          status: "ok",
          history:
            content.hist_access_type === "tail" ? this.#history.slice(-(content.n ?? 0)) : this.#history,
        };
      case "comm_info_request":
        return { status: "ok", comms: {} };
      case "comm_open":
        this.#broadcast("comm_close", { comm_id: content.comm_id, data: {} }, undefined);
        return undefined;
      case "interrupt_request":
        this.#interrupter.start();
        return { status: "ok" };
      case "shutdown_request":
        return { status: "ok", restart: content.restart ?? false };
      default:
        return undefined;
    }
  }

  async #complete(code: string, cursor: number): Promise<object> {
    const points = new CodePoints(code);
    const { start, end, candidates } = await this.#compiler.complete(code, points.toUnits(cursor));
    const cursor_start = points.fromUnits(start);
    const cursor_end = points.fromUnits(end);
    const types = candidates.map(({ name, kind }) => ({
      start: cursor_start,
      end: cursor_end,
      text: name,
      type: kind,
    }));
    const matches = candidates.map(({ name }) => name);
    return {
      status: "ok",
      matches,
      cursor_start,
      cursor_end,
      metadata: { _jupyter_types_experimental: types },
    };
  }

  async #inspect(code: string, cursor: number): Promise<object> {
    const text = await this.#compiler.inspect(code, new CodePoints(code).toUnits(cursor));
    return {
      status: "ok",
      found: text !== undefined,
      data: text === undefined ? {} : { "text/plain": text },
      metadata: {},
    };
  }

  #enqueue(request: Message): void {
    const { silent = false, store_history = !silent, code } = request.content;
    const isCounted = store_history && !silent;
    this.#lastId += 1;
    this.#requests.set(this.#lastId, request);
    if (isCounted) this.#history.push([1, this.#history.length + 1, code]);
    this.#queue.push({ id: this.#lastId, request, isCounted });
    this.#startNext();
  }

  #startNext(): void {
    if (this.#running !== undefined || this.#interrupter.isBusy) return;
    const task = this.#queue.shift();
    if (task === undefined) return;
    const { id, request, isCounted } = task;
    if (isCounted) this.#count += 1;
    const { code, silent = false, user_expressions = {} } = request.content;
    this.#running = task;
    this.#status("busy", request);
    if (!silent) this.#broadcast("execute_input", { code, execution_count: this.#count }, request);
    this.#tell({
      type: "execute",
      id,
      count: this.#count,
      isCounted,
      request: { code, silent, user_expressions },
    });
  }

  #tell(message: ToCells): void {
    this.#cells.postMessage(message);
  }

  #takeFromCells(message: FromCells): void {
    if (message.type === "stream") return this.#batch.add(message.id, message.name, message.text);
    this.#batch.flush();
    if (message.type === "publish")
      return this.#broadcast(message.msgType, message.content, this.#requests.get(message.id));
    if (message.type === "interrupted") return this.#interrupter.heard(message.number);
    const task = this.#running;
    if (task === undefined || task.id !== message.id) return;
    this.#running = undefined;
    this.#reply(task.request, message.content, "shell");
    this.#status("idle", task.request);
    const hasFailed = message.content.startsWith('{"status":"error"');
    if (hasFailed && (task.request.content.stop_on_error ?? true)) this.#abortQueue();
    this.#startNext();
  }

  /** A cell that failed takes those with it that were sent before that was known; each says so. */
  #abortQueue(): void {
    for (const { request } of this.#queue.splice(0)) {
      this.#status("busy", request);
      const text = `Not run: cell In[${this.#count}] failed before this one had its turn.\n`;
      this.#broadcast("stream", { name: "stderr", text }, request);
      this.#reply(request, { status: "aborted", execution_count: this.#count }, "shell");
      this.#status("idle", request);
    }
  }

  async #exit(): Promise<void> {
    setTimeout(() => this.#kill(), EXIT_MS);
    await this.#sending;
    for (const socket of [this.#shell, this.#control, this.#stdin, this.#iopub, this.#heartbeat])
      socket.close();
    this.#tell({ type: "exit" });
  }

  #kill(): void {
    process.kill(process.pid, "SIGKILL");
  }
}

/** Write the connection file anew, in one step and for this user's eyes only, as it was. */
function tellPorts(path: string, info: ConnectionInfo): void {
  writeFileSync(`${path}.part`, JSON.stringify(info), { mode: 0o600 });
  renameSync(`${path}.part`, path);
}

/** Remove the connection file and the folder that was made for it alone. */
function removeConnectionFile(path: string): void {
  try {
    for (const each of [path, `${path}.part`]) rmSync(each, { force: true });
    rmdirSync(dirname(path));
  } catch {}
}
