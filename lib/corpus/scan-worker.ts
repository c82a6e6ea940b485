/** Thread of `scanFile`: takes its share of the file and sends what it made of it, without a copy. */
import { parentPort, workerData } from "node:worker_threads";

import { scanShare } from "./scan-file";
import type { ShareRequest } from "./scan-file";

const share = scanShare(workerData as ShareRequest);
const { types } = share;
parentPort?.postMessage(share, [
  ...share.pieces.flatMap(({ tokens, lengths }) => [
    tokens.buffer as ArrayBuffer,
    lengths.buffer as ArrayBuffer,
  ]),
  ...[types.keys, types.keyEnds, types.written, types.writtenEnds, types.kinds].map(
    (array) => array.buffer as ArrayBuffer,
  ),
]);
