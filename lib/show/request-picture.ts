import { resolve } from "node:path";
import { Worker } from "node:worker_threads";

import type { Figure } from "./draw-picture";

/** What the thread answers. */
interface Reply {
  readonly id: number;
  readonly svg?: string;
  readonly error?: string;
}

interface Waiting {
  readonly keep: (svg: string) => void;
  readonly fail: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** A page of a hundred panels takes a second; after this a figure is taken to be one that never ends. */
const LIMIT_SECONDS = 60;

/** Captured at import, while the process stands at the project's root: a cell may change directory later. */
const ENTRY = resolve("lib/show/picture-worker.ts");

let thread: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/**
 * Have a figure drawn in a thread of its own, started at the first figure and kept.
 *
 * The caller is never blocked: a kernel can be interrupted while a picture is drawn, and the hundred
 * megabytes of jsdom and plotly.js stay outside the globals that cells see. The thread does not keep the
 * process alive.
 *
 * @returns the SVG picture, the same bytes as `drawPicture` gives
 * @throws Error when plotly cannot draw the figure, or takes longer than a minute
 */
export function requestPicture(figure: Figure): Promise<string> {
  return new Promise((keep, fail) => {
    thread ??= startThread();
    const id = ++lastId;
    const timer = setTimeout(() => {
      const reason =
        `requestPicture: "${figure.title}" must be drawn within ${LIMIT_SECONDS} s, ` +
        "found it unfinished; draw fewer points";
      void thread?.terminate();
      stopWaiting(new Error(reason));
    }, LIMIT_SECONDS * 1000);
    waiting.set(id, { keep, fail, timer });
    thread.ref();
    thread.postMessage({ id, figure });
  });
}

function startThread(): Worker {
  // tsx reads the thread's TypeScript; jsdom goes first, because tsx would look into each of its files.
  const code = 'require("jsdom"); require("tsx/cjs"); require(require("node:worker_threads").workerData)';
  const started = new Worker(code, { eval: true, workerData: ENTRY, execArgv: [], name: "pictures" });
  started.on("message", ({ id, svg, error }: Reply) => {
    const request = waiting.get(id);
    if (request === undefined) return;
    waiting.delete(id);
    clearTimeout(request.timer);
    if (waiting.size === 0) started.unref();
    if (svg === undefined) request.fail(new Error(error));
    else request.keep(svg);
  });
  started.on("error", (error) => {
    if (thread === started)
      stopWaiting(
        new Error(`requestPicture: the drawing thread must run, found ${String(error)}; run npm ci`),
      );
  });
  started.on("exit", () => {
    if (thread === started)
      stopWaiting(
        new Error("requestPicture: the drawing thread must run, found it ended; draw the figure again"),
      );
  });
  return started;
}

/** Fail every request and let the next one start another thread. */
function stopWaiting(error: Error): void {
  thread = undefined;
  for (const { fail, timer } of waiting.values()) {
    clearTimeout(timer);
    fail(error);
  }
  waiting.clear();
}
