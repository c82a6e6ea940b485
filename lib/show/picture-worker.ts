import { parentPort } from "node:worker_threads";

import { type Figure, drawPicture } from "./draw-picture";

// The thread in which pictures are drawn: a figure comes in; its picture, or what went wrong, goes out.
parentPort?.on("message", ({ id, figure }: { id: number; figure: Figure }) => {
  try {
    parentPort?.postMessage({ id, svg: drawPicture(figure) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
