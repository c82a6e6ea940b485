/** A record that is not what it should be, at a byte of the piece. */
export class ScanError extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
    this.name = "ScanError";
  }
}

/**
 * Read the JSON object of one line.
 *
 * @param from      place of its first character
 * @param readText  is given the place of the opening quote of the string under `text`, and returns the place
 *   after the closing one
 * @returns the place of the newline that ends the line
 * @throws ScanError where the line is no JSON object, or has no `text`, or two
 */
export function readObject(bytes: Uint8Array, from: number, readText: (start: number) => number): number {
  let p = from;
  if (bytes[p] !== 0x7b) {
    throw new ScanError(p, `a line must hold a JSON object, found ${found(bytes, p)}`);
  }
  let hasText = false;
  do {
    p = skipSpace(bytes, p + 1);
    const keyStart = p;
    stringHasEscape = false;
    p = skipString(bytes, p);
    const isText = isTextKey(bytes, keyStart, p);
    p = skipSpace(bytes, p);
    if (bytes[p] !== 0x3a) {
      throw new ScanError(p, `":" is needed after a key, found ${found(bytes, p)}`);
    }
    p = skipSpace(bytes, p + 1);
    if (!isText) {
      p = skipValue(bytes, p);
    } else if (hasText) {
      throw new ScanError(p, `"text" stands twice in one object`);
    } else if (bytes[p] !== 0x22) {
      throw new ScanError(p, `"text" must be a string, found ${found(bytes, p)}`);
    } else {
      p = readText(p);
      hasText = true;
    }
    p = skipSpace(bytes, p);
  } while (bytes[p] === 0x2c);
  if (bytes[p] !== 0x7d) {
    throw new ScanError(p, `"," or "}" is needed after a value, found ${found(bytes, p)}`);
  }
  if (!hasText) {
    throw new ScanError(from, `"text" is needed in each object, found none`);
  }
  while (bytes[++p] !== 0x0a) {
    if (!isSpace(bytes[p] as number)) {
      throw new ScanError(p, `one object a line is needed, found ${found(bytes, p)} behind it`);
    }
  }
  return p;
}

/** Place of the next `\u` or `\/`, or `end`. */
export function nextEscape(bytes: Buffer, from: number, end: number): number {
  const unicode = bytes.indexOf("\\u", from);
  const slash = bytes.indexOf("\\/", from);
  return Math.min(unicode < 0 ? end : unicode, slash < 0 ? end : slash, end);
}

export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function skipSpace(bytes: Uint8Array, from: number): number {
  let p = from;
  while (bytes[p] === 0x20 || bytes[p] === 0x09 || bytes[p] === 0x0d) {
    p++;
  }
  return p;
}

/** Bytes that stand for themselves in a JSON string. */
const STRING_BODY = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(byte >= 0x20 && byte !== 0x22 && byte !== 0x5c),
);
/** Set when {@link skipString} passes a backslash. */
let stringHasEscape = false;

/** End of the string that begins at `from` with its quote. */
export function skipString(bytes: Uint8Array, from: number): number {
  if (bytes[from] !== 0x22) {
    throw new ScanError(from, `a string is needed, found ${found(bytes, from)}`);
  }
  let p = from + 1;
  for (;;) {
    while (STRING_BODY[bytes[p] as number] === 1) {
      p++;
    }
    const byte = bytes[p] as number;
    if (byte === 0x22) {
      return p + 1;
    }
    if (byte === 0x5c) {
      stringHasEscape = true;
      p++;
    }
    if (byte < 0x20 || bytes[p] === 0x0a) {
      throw new ScanError(p, `a string must end on its line and hold no control character, found ${found(bytes, p)}`);
    }
    p++;
  }
}

/** End of the value of any kind that begins at `from`. */
function skipValue(bytes: Uint8Array, from: number): number {
  if (bytes[from] === 0x22) {
    return skipString(bytes, from);
  }
  let p = from;
  const open: number[] = [];
  for (;;) {
    const byte = bytes[p] as number;
    if (byte === 0x22) {
      p = skipString(bytes, p);
    } else if (byte === 0x7b || byte === 0x5b) {
      open.push(byte + 2);
      p++;
    } else if (byte === 0x7d || byte === 0x5d) {
      if (open.pop() !== byte) {
        throw new ScanError(p, `a value is needed, found ${found(bytes, p)}`);
      }
      p++;
    } else if (open.length > 0 && (byte === 0x2c || byte === 0x3a || isInlineSpace(byte))) {
      p++;
      continue;
    } else {
      const start = p;
      while (isLiteral(bytes[p] as number)) {
        p++;
      }
      if (p === start) {
        throw new ScanError(p, `a value is needed, found ${found(bytes, p)}`);
      }
    }
    if (open.length === 0) {
      return p;
    }
  }
}

function isInlineSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d;
}

/** Characters of numbers, true, false and null. */
function isLiteral(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    byte === 0x2d ||
    byte === 0x2b ||
    byte === 0x2e ||
    byte === 0x45
  );
}

/** Whether the string from its quote at `start` to `end` is the key `text`, escaped or not. */
function isTextKey(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start === 6) {
    return (
      bytes[start + 1] === 0x74 &&
      bytes[start + 2] === 0x65 &&
      bytes[start + 3] === 0x78 &&
      bytes[start + 4] === 0x74
    );
  }
  if (!stringHasEscape) {
    return false;
  }
  try {
    return JSON.parse(Buffer.from(bytes.subarray(start, end)).toString("utf8")) === "text";
  } catch {
    throw new ScanError(start, `a key must be a JSON string, found a wrong escape`);
  }
}

/** What stands at a byte, for a message. */
export function found(bytes: Uint8Array, p: number): string {
  const byte = bytes[p] as number;
  if (byte === 0x0a) {
    return "the end of the line";
  }
  return byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `the byte 0x${byte.toString(16).padStart(2, "0")}`;
}
