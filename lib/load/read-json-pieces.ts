import { JsonCutter, type JsonBreak, type JsonPiece } from "./cut-json";
import { parseJson } from "./parse-json";

/** Text looked at to tell JSON lines from one JSON value. */
const SNIFFED = 1 << 24;

/**
 * Read a JSON file, or a file of JSON lines, piece by piece.
 *
 * In JSON lines a broken line costs that line only. Elsewhere a missing bracket costs its record, unless it
 * closed a list or a string inside one: what follows cannot be told apart then, and the file is read up to
 * there.
 *
 * @param chunks  text of the file
 * @param opens   paths of objects and lists to go into; see `JsonCutter`
 * @yields groups of pieces in file order
 * @returns why reading stopped before the end, or null
 */
export async function* readJsonPieces(
  chunks: AsyncIterable<string>,
  opens: (path: string) => boolean,
): AsyncGenerator<JsonPiece[], JsonBreak | null> {
  const source = chunks[Symbol.asyncIterator]();
  let head = "";
  let lines = 0;
  let isOver = false;
  // Two whole lines tell JSON lines; a file in one long line is one value as far as anybody can tell.
  while (!isOver && head.length < SNIFFED && lines < 2) {
    const next = await source.next();
    if (next.done === true) {
      isOver = true;
    } else {
      head += next.value;
      for (
        let at = next.value.indexOf("\n"); at >= 0 && lines < 2; at = next.value.indexOf("\n", at + 1)
      ) lines += 1;
    }
  }

  const reader = isJsonLines(head) ? new LineReader() : new CutReader(opens);
  reader.push(head);
  yield reader.take();
  while (!isOver) {
    const next = await source.next();
    if (next.done === true) break;
    reader.push(next.value);
    yield reader.take();
  }
  const broken = reader.end();
  yield reader.take();
  return broken;
}

/** Whether the text starts as one JSON object a line; the first of them may be the broken one. */
function isJsonLines(head: string): boolean {
  const [first, second] = head.split("\n", 400).map((line) => line.trim()).filter((line) => line !== "");
  if (first === undefined || second === undefined || !first.startsWith("{")) return false;
  if (isObject(parseJson(first))) return true;
  return !/[[{,:]$/.test(first) && isObject(parseJson(second));
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One JSON value a line. */
class LineReader {
  private pieces: JsonPiece[] = [];
  private open = "";
  private line = 0;

  push(chunk: string): void {
    let from = 0;
    for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", from)) {
      this.finish(this.open + chunk.slice(from, end));
      this.open = "";
      from = end + 1;
    }
    this.open += chunk.slice(from);
  }

  take(): JsonPiece[] {
    const pieces = this.pieces;
    this.pieces = [];
    return pieces;
  }

  end(): JsonBreak | null {
    this.finish(this.open);
    return null;
  }

  private finish(text: string): void {
    this.line += 1;
    // Files joined end to end keep the byte order marks of each.
    const trimmed = text.replace(/^\ufeff/, "").trim();
    if (trimmed === "") return;
    this.pieces.push({ path: null, index: this.line - 1, line: this.line, value: parseJson(trimmed) });
  }
}

/** One JSON value, or several one after another. */
class CutReader {
  private pieces: JsonPiece[] = [];
  private readonly cutter: JsonCutter;

  constructor(opens: (path: string) => boolean) {
    this.cutter = new JsonCutter(opens, (piece) => this.pieces.push(piece));
  }

  push(chunk: string): void {
    this.cutter.push(chunk);
  }

  take(): JsonPiece[] {
    const pieces = this.pieces;
    this.pieces = [];
    return pieces;
  }

  end(): JsonBreak | null {
    this.cutter.end();
    return this.cutter.broken;
  }
}
