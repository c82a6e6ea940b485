import { isAscii, isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { createGunzip } from "node:zlib";

import { decodeWindows1251, looksLikeWindows1251 } from "./windows-1251";

/** How the bytes of a file were found to be written. Filled while the file is read. */
export interface FileEncoding {
  compressed: boolean;
  name: "UTF-8" | "UTF-16LE" | "UTF-16BE" | "Windows-1251";
  /** Set where reading stopped before the end: what was needed and what was found. */
  broken: { readonly needed: string; readonly found: string } | null;
  /** Characters that could not be decoded and stand in the text as U+FFFD. */
  undecoded: number;
}

const CHUNK_BYTES = 1 << 18;

/**
 * Read a file as text, piece by piece: unpacked if gzipped, decoded whatever its encoding.
 *
 * Both are seen in the bytes, not in the name. UTF-16 is known by its byte order mark or by the zero bytes of
 * its first characters; UTF-8 is what is valid UTF-8; bytes that are not, and look like Russian, are
 * Windows-1251, which is decided at the first byte beyond ASCII. A byte order mark is dropped.
 *
 * Nothing is thrown for a damaged file: what comes before the damage is text, and `encoding.broken` says the
 * rest.
 *
 * @param encoding  filled in as the file is read
 */
export async function* readTextChunks(path: string, encoding: FileEncoding): AsyncGenerator<string> {
  const decode = textDecoder(encoding);
  let isFirst = true;
  for await (const bytes of unpackedChunks(path, encoding)) {
    let text = decode(bytes, false);
    if (encoding.broken !== null) return;
    if (isFirst && text !== "") {
      isFirst = false;
      if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
    }
    if (text !== "") yield text;
  }
  const rest = decode(new Uint8Array(0), true);
  if (rest !== "") yield rest;
}

/** A state for `readTextChunks` to fill. */
export function newFileEncoding(): FileEncoding {
  return { compressed: false, name: "UTF-8", broken: null, undecoded: 0 };
}

async function* unpackedChunks(path: string, encoding: FileEncoding): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  let isFirst = true;
  let gunzip: ReturnType<typeof gunzipInSteps> | null = null;
  for await (const chunk of file as AsyncIterable<Buffer>) {
    if (isFirst) {
      isFirst = false;
      encoding.broken = foreignContainer(chunk);
      if (encoding.broken !== null) return;
      encoding.compressed = chunk[0] === 0x1f && chunk[1] === 0x8b;
      if (encoding.compressed) gunzip = gunzipInSteps(encoding);
    }
    if (gunzip === null) yield chunk;
    else yield* inSlices(await gunzip.write(chunk));
    if (encoding.broken !== null) return;
  }
  if (gunzip !== null) yield* inSlices(await gunzip.end());
}

/** Formats that hold files and are no text themselves, by their first bytes. */
function foreignContainer(head: Buffer): FileEncoding["broken"] {
  const start = head.subarray(0, 8).toString("latin1");
  const found = start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")
    ? "a zip archive or an Excel workbook; unpack it, or save the sheet as CSV"
    : start.startsWith("7z\xbc\xaf") ? "a 7z archive; unpack it"
    : start.startsWith("Rar!") ? "a rar archive; unpack it"
    : start.startsWith("BZh") ? "a bzip2 file; unpack it"
    : start.startsWith("\x28\xb5\x2f\xfd") ? "a zstd file; unpack it"
    : start.startsWith("%PDF") ? "a PDF document"
    : start.startsWith("PAR1") ? "a Parquet file; export it as CSV"
    : start.startsWith("SQLite f") ? "a SQLite database; export it as CSV"
    : start.startsWith("\x89PNG") || start.startsWith("\xff\xd8\xff") || start.startsWith("GIF8") ? "a picture"
    : null;
  return found === null ? null : { needed: "JSON or CSV, plain or gzipped", found };
}

/** Pieces small enough to decode one at a time, however well the gzip packed them. */
function* inSlices(chunks: readonly Buffer[]): Generator<Buffer> {
  for (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += CHUNK_BYTES) yield chunk.subarray(from, from + CHUNK_BYTES);
  }
}

/**
 * Gunzip one chunk at a time, awaiting each, so that everything before a cut is handed on: piping would drop
 * the last pieces when the stream fails.
 */
function gunzipInSteps(encoding: FileEncoding) {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  let output: Buffer[] = [];
  gunzip.on("data", (chunk: Buffer) => output.push(chunk));
  const failed = new Promise<void>((resolve) => {
    gunzip.on("error", (error: NodeJS.ErrnoException) => {
      const found =
        error.code === "Z_BUF_ERROR"
          ? "a gzip file that is cut off"
          : "a damaged gzip file (its checksum or structure is wrong)";
      encoding.broken ??= { needed: "a whole gzip file", found: `${found}; what came before it was read` };
      resolve();
    });
  });
  const take = (): Buffer[] => {
    const taken = output;
    output = [];
    return taken;
  };
  return {
    async write(chunk: Buffer): Promise<Buffer[]> {
      await Promise.race([new Promise((resolve) => gunzip.write(chunk, resolve)), failed]);
      return take();
    },
    async end(): Promise<Buffer[]> {
      await Promise.race([new Promise((resolve) => gunzip.once("end", resolve).end()), failed]);
      return take();
    },
  };
}

type Decoder = (bytes: Uint8Array, isEnd: boolean) => string;

/** Decide the encoding as early as the bytes allow, then decode by it. */
function textDecoder(encoding: FileEncoding): Decoder {
  let decode: Decoder | null = null;
  let isFirst = true;
  return (bytes, isEnd) => {
    if (isFirst && bytes.length > 0) {
      isFirst = false;
      const wide = utf16Order(bytes);
      if (wide !== null) {
        encoding.name = wide;
        decode = wide === "UTF-16LE" ? decoderOf("utf16le", encoding) : swapped(decoderOf("utf16le", encoding));
      } else if (bytes.subarray(0, 4096).includes(0)) {
        encoding.broken = { needed: "JSON or CSV, plain or gzipped", found: "a file that is not text" };
        return "";
      }
    }
    // While only ASCII has come, UTF-8 and Windows-1251 are the same, and the choice can wait.
    if (decode === null && !isAscii(bytes)) {
      const isWindows1251 = !isUtf8(wholeCharacters(bytes)) && looksLikeWindows1251(bytes);
      encoding.name = isWindows1251 ? "Windows-1251" : "UTF-8";
      decode = isWindows1251 ? decodeWindows1251 : decoderOf("utf8", encoding);
    }
    return decode === null ? Buffer.from(bytes).toString("latin1") : decode(bytes, isEnd);
  };
}

/** UTF-16 by its mark, or by the zero byte beside an ASCII character at the start, as in `{"` or `id`. */
function utf16Order(bytes: Uint8Array): "UTF-16LE" | "UTF-16BE" | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return "UTF-16LE";
  if (a === 0xfe && b === 0xff) return "UTF-16BE";
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return "UTF-16LE";
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return "UTF-16BE";
  return null;
}

/** The bytes without a last UTF-8 character that the end of the chunk cuts. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
    if (byte < 0x80) break;
  }
  return bytes;
}

function decoderOf(name: "utf8" | "utf16le", encoding: FileEncoding): Decoder {
  const decoder = new StringDecoder(name);
  return (bytes, isEnd) => {
    const text = decoder.write(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    ) + (isEnd ? decoder.end() : "");
    if (text.includes("\ufffd")) encoding.undecoded += text.split("\ufffd").length - 1;
    return text;
  };
}

/** Decode big-endian UTF-16 as little-endian with each pair of bytes exchanged. */
function swapped(decode: Decoder): Decoder {
  let odd = new Uint8Array(0);
  return (bytes, isEnd) => {
    const all = Buffer.concat([odd, bytes]);
    const even = all.length - (all.length % 2);
    odd = new Uint8Array(all.subarray(even));
    return decode(Buffer.from(all.subarray(0, even)).swap16(), isEnd);
  };
}
