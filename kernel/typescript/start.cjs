"use strict";

// The kernel's first line, in each of its threads: `node start.cjs CONNECTION_FILE` starts the one that runs cells.

const { isMainThread, workerData } = require("node:worker_threads");

const { ROOT, install } = require("./load-typescript.cjs");

install();
if (isMainThread) {
  process.chdir(ROOT);
  require("./run-cells.ts").startKernel(process.argv[2]);
} else {
  require(`./${workerData.module}.ts`).startThread(workerData);
}
