import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

import { ByteScanner } from "./scan";
import { ScanError } from "./scan-json";
import type { ScannedPiece } from "./scan";
import type { TypeList } from "./type-arena";

/** Bytes of a file that are read and scanned at a time; part of no result. */
const CHUNK = 4 << 20;
/** Bytes of a file that a second thread is worth starting for. */
const WORTH_A_THREAD = 24 << 20;

/** What one thread made of its share of a file. */
export interface ScannedShare {
  readonly types: TypeList;
  /** Pieces in the order of the file, with their place in it. */
  readonly pieces: readonly (ScannedPiece & { readonly chunk: number })[];
  /** The first record that did not fit, at a byte of the file. */
  readonly error: { readonly offset: number; readonly message: string } | null;
}

/** What a thread needs to take its share. */
export interface ShareRequest {
  readonly path: string;
  readonly size: number;
  readonly chunk: number;
  /** Number of the next chunk that nobody has taken. */
  readonly next: SharedArrayBuffer;
}

/**
 * Scan a file of JSON lines, each with a string under `text`, by one thread or more.
 *
 * Threads take chunks of the file in turn. A chunk is the lines that begin in it, whoever reads them, so what
 * the shares say together does not depend on the number of threads.
 *
 * @param options.threads  default: 2 for a file worth it where the machine has them
 * @returns one share a thread
 * @throws Error naming file and line of the first record that does not fit
 */
export async function scanFile(
  path: string,
  options: { threads?: number; chunkBytes?: number } = {},
): Promise<ScannedShare[]> {
  const size = sizeOf(path);
  const threads = options.threads ?? (size < WORTH_A_THREAD ? 1 : Math.min(2, availableParallelism()));
  if (!Number.isInteger(threads) || threads < 1) {
    throw new RangeError(`scanFile: threads must be a whole number from 1 up, found ${threads}`);
  }
  const request: ShareRequest = {
    path,
    size,
    chunk: options.chunkBytes ?? CHUNK,
    next: new SharedArrayBuffer(4),
  };
  const others = Array.from({ length: threads - 1 }, () => scanInThread(request));
  const shares = [scanShare(request), ...(await Promise.all(others))];
  const errors = shares.flatMap(({ error }) => error ?? []).sort((a, b) => a.offset - b.offset);
  if (errors[0] !== undefined) {
    throw new Error(`${path}:${lineAt(path, errors[0].offset)}: ${errors[0].message}`);
  }
  return shares;
}

/** Take chunks until none is left. */
export function scanShare({ path, size, chunk, next }: ShareRequest): ScannedShare {
  const counter = new Int32Array(next);
  const scanner = new ByteScanner();
  const pieces: (ScannedPiece & { chunk: number })[] = [];
  let error: ScannedShare["error"] = null;
  const file = openSync(path, "r");
  const reader = new LineReader(file, size, chunk);
  try {
    for (let i = Atomics.add(counter, 0, 1); i * chunk < size; i = Atomics.add(counter, 0, 1)) {
      const [from, to] = reader.read(i);
      try {
        if (from < to) {
          pieces.push({ chunk: i, ...scanner.scanLines(reader.bytes, from, to) });
        }
      } catch (thrown) {
        if (!(thrown instanceof ScanError)) {
          throw thrown;
        }
        error = { offset: reader.offset + thrown.offset, message: thrown.message };
        // Chunks before this one are taken already; those behind it no longer matter.
        Atomics.store(counter, 0, Math.ceil(size / chunk));
      }
    }
  } finally {
    closeSync(file);
  }
  return { types: scanner.types(), pieces, error };
}

/** Reads the lines that begin in a chunk. */
class LineReader {
  bytes: Buffer = Buffer.alloc(0);
  /** Place in the file of the first byte of `bytes`. */
  offset = 0;

  constructor(
    private readonly file: number,
    private readonly size: number,
    private readonly chunk: number,
  ) {
    this.bytes = Buffer.alloc(Math.min(size, chunk + (1 << 16)) + 16);
  }

  /** Bounds in `bytes` of the lines that begin in chunk `i`. */
  read(i: number): [from: number, to: number] {
    // One byte early: a chunk's first line begins in it only if a newline stands before.
    this.offset = Math.max(0, i * this.chunk - 1);
    let filled = this.fill(0, Math.min(this.size - this.offset, this.bytes.length - 16));
    let from = 0;
    if (i > 0) {
      for (from = this.newline(0, filled) + 1; from === 0; from = this.newline(filled, filled) + 1) {
        filled = this.more(filled);
      }
    } else if (this.bytes[0] === 0xef && this.bytes[1] === 0xbb && this.bytes[2] === 0xbf) {
      from = 3;
    }
    const last = (i + 1) * this.chunk - 1 - this.offset;
    if (from > last && i > 0) {
      return [0, 0];
    }
    let to = this.newline(last, filled) + 1;
    while (to === 0) {
      const before = filled;
      filled = this.more(filled);
      to = this.newline(Math.max(before, last), filled) + 1;
    }
    return [from, Math.min(to, filled)];
  }

  /** Place of the next newline; the end of the file stands for one; -1 where more must be read. */
  private newline(from: number, filled: number): number {
    const at = this.bytes.indexOf(0x0a, from);
    if (at >= 0 && at < filled) {
      return at;
    }
    return this.offset + filled === this.size ? filled : -1;
  }

  private more(filled: number): number {
    const longer = Buffer.alloc(this.bytes.length * 2);
    this.bytes.copy(longer, 0, 0, filled);
    this.bytes = longer;
    return this.fill(filled, Math.min(this.size - this.offset, longer.length - 16));
  }

  private fill(from: number, to: number): number {
    let filled = from;
    while (filled < to) {
      const got = readSync(this.file, this.bytes, filled, to - filled, this.offset + filled);
      if (got === 0) {
        throw new Error(
          `a file must not shrink while it is read, found its end at byte ${this.offset + filled} of ${this.size}`,
        );
      }
      filled += got;
    }
    return filled;
  }
}

/**
 * The worker loads the same TypeScript by tsx whoever loaded this module (a script under tsx, a cell of the
 * kernel), so all threads run one code.
 */
function scanInThread(request: ShareRequest): Promise<ScannedShare> {
  return new Promise((resolve, reject) => {
    const code = 'require("tsx/cjs/api").register(); require("./lib/corpus/scan-worker.ts");';
    const worker = new Worker(code, { eval: true, execArgv: [], workerData: request });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (status) =>
      reject(new Error(`scanFile: a thread ended with status ${status} before its work was done`)),
    );
  });
}

function sizeOf(path: string): number {
  const file = openSync(path, "r");
  try {
    return fstatSync(file).size;
  } finally {
    closeSync(file);
  }
}

/** Number of the line, from 1 up, that holds a byte. */
function lineAt(path: string, offset: number): number {
  const file = openSync(path, "r");
  const bytes = Buffer.alloc(1 << 20);
  let line = 1;
  try {
    for (let at = 0; at < offset; ) {
      const got = readSync(file, bytes, 0, Math.min(bytes.length, offset - at), at);
      for (let p = bytes.indexOf(0x0a); p >= 0 && p < got; p = bytes.indexOf(0x0a, p + 1)) {
        line++;
      }
      at += got;
    }
  } finally {
    closeSync(file);
  }
  return line;
}
