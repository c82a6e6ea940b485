import { CHARACTER_CLASSES, CLASS } from "../text/character-class";
import { withoutUnseen } from "../text/drop-unseen";
import { scanTokens, TOKEN_KINDS } from "../text/tokenise";
import { found, isSpace, nextEscape, readObject, ScanError, skipString } from "./scan-json";
import { TypeArena, type TypeList, withRoom } from "./type-arena";
import { WindowMemo } from "./window-memo";

const WORD = TOKEN_KINDS.indexOf("word");
const NUMBER = TOKEN_KINDS.indexOf("number");
const URL = TOKEN_KINDS.indexOf("url");

/** Letters with a 6-bit code, 1 to 62; the hyphen is 63 and 0 means none. */
const ALPHABET = "абвгдежзийклмнопрстуфхцчшщъыьэюяёңөүabcdefghijklmnopqrstuvwxyz-";
const CODES = new Map([...ALPHABET].map((letter, i) => [letter, i + 1]));
const [HYPHEN_CODE, PACKED] = [63, 20];
/** Words looked up in one go. */
const WAITING = 64;
const [LETTER, DIGIT, PICTURE, INNER] = [64, 65, 66, 67];
const [SKIP, ASCII_LETTER, ASCII_DIGIT, ASK, QUOTE, BACKSLASH, CONTROL] = [0, 1, 2, 3, 4, 5, 6];

/**
 * By a character's two UTF-8 bytes (`lead << 8 | next`), or by one ASCII byte: its letter code or what it may
 * do in a word.
 */
const CODE_2 = new Uint8Array(0xe000);
const CODE_1 = new Uint8Array(128);
/** By ASCII byte: what to do where a token could begin. */
const START = new Uint8Array(128);
/** ASCII signs after which a word or number may turn out to be an address (rule 3 of the tokeniser). */
const ADDRESS_SIGN = new Uint8Array(256);
/** Further signs of a plain address. */
const URL_SIGN = new Uint8Array(256);
fillTables();

function fillTables(): void {
  for (let codePoint = 0; codePoint < 0x800; codePoint++) {
    const found = CHARACTER_CLASSES[codePoint] as number;
    let code = 0;
    if (found === CLASS.letter) {
      code = CODES.get(String.fromCodePoint(codePoint).toLowerCase()) ?? LETTER;
    } else if (found === CLASS.mark || found === CLASS.joiner || found === CLASS.invisible) {
      code = codePoint === 0x2d ? HYPHEN_CODE : INNER;
    } else if (found === CLASS.digit) {
      code = DIGIT;
    } else if (found === CLASS.pictograph || found === CLASS.sign) {
      code = PICTURE;
    }
    if (codePoint < 128) {
      CODE_1[codePoint] = code;
      const other = codePoint < 0x20 ? CONTROL : SKIP;
      START[codePoint] = code > 36 && code < 63 ? ASCII_LETTER : code === DIGIT ? ASCII_DIGIT : other;
      ADDRESS_SIGN[codePoint] = START[codePoint] === ASCII_LETTER || START[codePoint] === ASCII_DIGIT ? 1 : 0;
    } else {
      CODE_2[((0xc0 | (codePoint >> 6)) << 8) | 0x80 | (codePoint & 63)] = code;
    }
  }
  for (const sign of ".@:_%+-/") {
    ADDRESS_SIGN[sign.charCodeAt(0)] = 1;
  }
  for (const sign of "?=&#~") {
    URL_SIGN[sign.charCodeAt(0)] = 1;
  }
  for (const sign of "#*@") {
    START[sign.charCodeAt(0)] = ASK;
  }
  START[0x22] = QUOTE;
  START[0x5c] = BACKSLASH;
}

/** What one piece of the input held. */
export interface ScannedPiece {
  /** Type numbers of the tokens, document after document. */
  readonly tokens: Uint32Array;
  /** Number of tokens in each document. */
  readonly lengths: Uint32Array;
  /** Number of distinct forms in this piece and those before it of the same scanner. */
  readonly typesSoFar: number;
}

/**
 * The form under which a token is counted: NFC and lower-case, a word without unseen characters, an address
 * as written.
 *
 * @example
 * typeKey("word", "Работа"); // "работа"
 * typeKey("url", "t.me/Kg"); // "t.me/Kg"
 */
export function typeKey(kind: (typeof TOKEN_KINDS)[number], text: string): string {
  if (kind === "url") return text;
  return (kind === "word" ? withoutUnseen(text) : text).normalize("NFC").toLowerCase();
}

/**
 * Cuts UTF-8 bytes into tokens and numbers their distinct forms.
 *
 * It gives what `tokenise` gives for the same text, several times faster, because it makes no strings: a word
 * of letters that have a 6-bit code is packed into two or four integers while it is read, lower-cased by the
 * same table, and looked up by them. Whatever is not such a word or an ASCII number (addresses, tags, emoji,
 * other scripts, combining marks) is handed to `scanTokens` as a string that goes up to the next white space,
 * and the answer is remembered.
 *
 * One scanner keeps its numbering over all pieces that it is given.
 */
export class ByteScanner {
  /** Slots of 4: the first five letters of six or more, the others, type number + 1. */
  private short: Int32Array = new Int32Array(1 << 16);
  private shortUsed = 0;
  /** Kept only so that the reads of `touchSlots` are not optimised away. */
  protected touched = 0;
  /** Slots of 8: four times five letters, type number + 1. */
  private long: Int32Array = new Int32Array(1 << 16);
  private longUsed = 0;
  /** Forms that do not pack. */
  private readonly others = new Map<string, number>();
  private readonly memo = new WindowMemo();

  private readonly forms = new TypeArena();

  private bytes: Buffer = Buffer.alloc(0);
  private scratch: Buffer = Buffer.alloc(1 << 16);
  private out: Uint32Array = new Uint32Array(0);
  private used = 0;
  private lengths: number[] = [];
  private askedEnd = 0;

  /**
   * Short words read and not yet looked up, slots of 5: their two integers, start, end, and place among the
   * tokens.
   */
  private readonly waiting = new Int32Array(WAITING * 5);

  /**
   * Scan whole lines of JSON objects, each with a string under `text`; blank lines are passed over.
   *
   * @param bytes  the lines; at least 8 bytes must follow `end` in the buffer, and they are overwritten
   * @throws ScanError where a line is no JSON object or has no `text`, or two
   */
  scanLines(bytes: Buffer, start: number, end: number): ScannedPiece {
    this.begin(bytes, end - start);
    bytes.fill(0x0a, end, end + 8);
    let escape = start - 1;
    let escapeLine = start - 1;
    let isEscaped = false;
    const readText = (at: number): number => (isEscaped ? this.scanEscaped(at) : this.scanPlainString(at));
    let p = start;
    for (;;) {
      while (isSpace(bytes[p] as number)) {
        p++;
        if (p >= end) {
          return this.finish();
        }
      }
      if (p >= end) {
        return this.finish();
      }
      // The line of the next escape that could change a token; only such a text is unescaped before it is
      // scanned.
      if (escape < p) {
        escape = nextEscape(bytes, p, end);
        escapeLine = escape < end ? bytes.lastIndexOf(0x0a, escape) + 1 : end;
      }
      isEscaped = p >= escapeLine;
      p = readObject(bytes, p, readText);
    }
  }

  /** Scan texts, a document each. */
  scanTexts(texts: readonly string[]): ScannedPiece {
    let size = 0;
    for (const text of texts) {
      size += text.length;
    }
    this.begin(Buffer.alloc(0), size);
    for (const text of texts) {
      this.scratch = withRoom(this.scratch, 0, text.length * 3 + 8);
      this.scanPlain(this.scratch.write(text, 0, "utf8"));
    }
    return this.finish();
  }

  types(): TypeList {
    return this.forms.list();
  }

  private begin(bytes: Buffer, size: number): void {
    this.bytes = bytes;
    // A token takes at least one byte or code unit, so the tokens of the piece fit without a check for each.
    if (this.out.length < size + 1) {
      this.out = new Uint32Array(size + 1);
    }
    this.used = 0;
    this.lengths = [];
  }

  private finish(): ScannedPiece {
    return {
      tokens: this.out.slice(0, this.used),
      lengths: Uint32Array.from(this.lengths),
      typesSoFar: this.forms.size,
    };
  }

  /** Scan the body of the string whose quote is at `at`, where it stands. */
  private scanPlainString(at: number): number {
    const before = this.used;
    const end = this.scanText(this.bytes, at + 1, -1) + 1;
    this.lengths.push(this.used - before);
    return end;
  }

  /** The same for a string with escapes that could change a token: a copy without them is scanned. */
  private scanEscaped(at: number): number {
    const end = skipString(this.bytes, at);
    let text: string;
    try {
      text = JSON.parse(this.bytes.toString("utf8", at, end)) as string;
    } catch {
      throw new ScanError(at, `"text" must be a JSON string, found a wrong escape`);
    }
    this.scratch = withRoom(this.scratch, 0, text.length * 3 + 8);
    this.scanPlain(this.scratch.write(text, 0, "utf8"));
    return end;
  }

  private scanPlain(length: number): void {
    const before = this.used;
    this.scratch.fill(0x22, length, length + 8);
    this.scanText(this.scratch, 0, length);
    this.lengths.push(this.used - before);
  }

  /**
   * Scan one text. `end` is its end, or -1 for the body of a JSON string, which ends at its quote and in
   * which a backslash and the letter behind it stand for a character that is in no token.
   */
  private scanText(bytes: Buffer, from: number, end: number): number {
    const out = this.out;
    const waiting = this.waiting;
    let waits = 0;
    let used = this.used;
    let p = from;
    for (;;) {
      const first = bytes[p] as number;
      let start = p;
      let code = 0;
      if (first < 128) {
        const what = START[first] as number;
        if (what === SKIP) {
          p++;
          continue;
        }
        if (what === ASCII_LETTER) {
          code = CODE_1[first] as number;
          p++;
        } else if (what === ASCII_DIGIT) {
          p = numberEnd(bytes, p);
          const next = bytes[p] as number;
          const isSign = next === 0x2e || next === 0x2c || next === 0x3a;
          const isOpen = next >= 128 || (isSign && (bytes[p + 1] as number) >= 128);
          waits = this.settle(bytes, waits);
          const mayGoOn = isOpen || (ADDRESS_SIGN[next] === 1 && mayBeAddress(bytes, p));
          const id = mayGoOn ? this.ask(bytes, start) : this.askFor(bytes, start, p, NUMBER);
          out[used++] = id;
          p = this.askedEnd;
          continue;
        } else if (what === ASK) {
          waits = this.settle(bytes, waits);
          const id = this.ask(bytes, p);
          if (id >= 0) {
            out[used++] = id;
          }
          p = this.askedEnd;
          continue;
        } else if (what === QUOTE) {
          if (p >= end) {
            this.settle(bytes, waits);
            this.used = used;
            return p;
          }
          p++;
          continue;
        } else if (end < 0) {
          if (what === CONTROL) {
            throw new ScanError(
              p,
              `a string must end on its line and hold no control character, found ${found(bytes, p)}`,
            );
          }
          if (!'"\\bfnrt'.includes(String.fromCharCode(bytes[p + 1] as number))) {
            throw new ScanError(p, `a JSON escape is needed, found \\${found(bytes, p + 1)}`);
          }
          p += 2;
          continue;
        } else {
          p++;
          continue;
        }
      } else if (first < 0xe0) {
        code = CODE_2[(first << 8) | (bytes[p + 1] as number)] as number;
        if (code > 63 && code !== INNER) {
          waits = this.settle(bytes, waits);
          const id = this.ask(bytes, p);
          if (id >= 0) {
            out[used++] = id;
          }
          p = this.askedEnd;
          continue;
        }
        if (code === 0 || code > 62) {
          p++;
          continue;
        }
        p += 2;
      } else {
        if (!isPlainWide(bytes, p)) {
          waits = this.settle(bytes, waits);
          const id = this.ask(bytes, p);
          if (id >= 0) {
            out[used++] = id;
          }
          p = this.askedEnd;
        } else {
          p += 3;
        }
        continue;
      }

      // A word whose first letter has a code.
      // Five codes to an integer: `d` holds the last ones, full integers move on to `c`, `b`, `a`.
      let a = 0;
      let b = 0;
      let c = 0;
      let d = code;
      let room = 4;
      let full = 0;
      let isOdd = false;
      for (;;) {
        const byte = bytes[p] as number;
        if (byte >= 128) {
          if (byte >= 0xe0) {
            isOdd = !isPlainWide(bytes, p);
            break;
          }
          code = CODE_2[(byte << 8) | (bytes[p + 1] as number)] as number;
          if ((code - 1) >>> 0 >= 62) {
            isOdd = code === LETTER || code === INNER;
            break;
          }
          p += 2;
        } else {
          code = CODE_1[byte] as number;
          if ((code - 1) >>> 0 >= 62) {
            if (code === HYPHEN_CODE) {
              // A hyphen is inside when a letter follows: one with a code is read on the next turn.
              const next = bytes[p + 1] as number;
              let after = LETTER;
              if (next < 128) after = CODE_1[next] as number;
              else if (next < 0xe0) after = CODE_2[(next << 8) | (bytes[p + 2] as number)] as number;
              if ((after - 1) >>> 0 >= 62) {
                isOdd = after === LETTER;
                break;
              }
            } else {
              isOdd = code === INNER;
              break;
            }
          }
          p++;
        }
        if (room === 0) {
          a = b;
          b = c;
          c = d;
          d = 0;
          room = 5;
          full++;
        }
        d = (d << 6) | code;
        room--;
      }

      const hasSign = first < 128 && ADDRESS_SIGN[bytes[p] as number] === 1;
      if (isOdd || full > 3 || (hasSign && mayBeAddress(bytes, p))) {
        waits = this.settle(bytes, waits);
        const urlEnd = isOdd ? -1 : plainUrlEnd(bytes, start, p);
        if (urlEnd > 0) out[used++] = this.askFor(bytes, start, urlEnd, URL);
        else if (!isOdd && !hasSign) out[used++] = this.askFor(bytes, start, p, WORD);
        else out[used++] = this.ask(bytes, start);
        p = this.askedEnd;
        continue;
      }
      if (full < 2) {
        const at = waits * 5;
        waiting[at] = c;
        waiting[at + 1] = d;
        waiting[at + 2] = start;
        waiting[at + 3] = p;
        waiting[at + 4] = used++;
        if (++waits === WAITING) {
          waits = this.settle(bytes, waits);
        }
      } else {
        const slot = this.longSlot(a, b, c, d);
        let id = (this.long[slot + 4] as number) - 1;
        if (id < 0) {
          waits = this.settle(bytes, waits);
          id = this.addLong(slot, a, b, c, d, bytes.toString("utf8", start, p));
        }
        out[used++] = id;
      }
    }
  }

  /** Look up the waiting words in their order; returns 0, the number that then wait. */
  private settle(bytes: Buffer, waits: number): number {
    const { waiting, out } = this;
    this.touchSlots(waits);
    for (let at = 0; at < waits * 5; at += 5) {
      const c = waiting[at] as number;
      const d = waiting[at + 1] as number;
      const slot = this.shortSlot(c, d);
      let id = (this.short[slot + 2] as number) - 1;
      if (id < 0) {
        const written = bytes.toString("utf8", waiting[at + 2] as number, waiting[at + 3] as number);
        id = this.addShort(slot, c, d, written);
      }
      out[waiting[at + 4] as number] = id;
    }
    return 0;
  }

  /**
   * Read the slots of the waiting words, with no branch on what stands there, so that the processor fetches them
   * side by side; a rare word's is seldom in its cache. Saves a tenth of the time of a scan.
   */
  private touchSlots(waits: number): void {
    const { waiting, short } = this;
    const mask = (short.length >> 2) - 1;
    let read = 0;
    for (let at = 0; at < waits * 5; at += 5) {
      read |= short[((shortHash(waiting[at] as number, waiting[at + 1] as number) & mask) << 2) + 2] as number;
    }
    this.touched = read;
  }

  /** Type of the token that begins at `p`, or -1; `askedEnd` is then where to go on. */
  private ask(bytes: Buffer, p: number): number {
    // No token holds white space, a control character, a quote or a backslash. An email has at most some 600
    // characters and an address shows itself in as many; a token that reaches the cut is read again with a
    // longer one.
    for (let limit = 1500; ; limit *= 16) {
      let end = p + 1;
      const cut = p + limit;
      while ((bytes[end] as number) > 0x20 && bytes[end] !== 0x22 && bytes[end] !== 0x5c && end < cut) {
        end++;
      }
      if (this.memo.find(bytes, p, end)) {
        this.askedEnd = p + this.memo.length;
        return this.memo.type;
      }
      const text = bytes.toString("utf8", p, end);
      const token = firstToken(text);
      if (end === cut && token.end > text.length - 8) {
        continue;
      }
      if (token.start !== 0 || token.kind < 0) {
        this.memo.add(bytes, p, end, -1, 1);
        this.askedEnd = p + 1;
        return -1;
      }
      const written = text.slice(0, token.end);
      const length = written.includes("\ufffd") ? rawLength(bytes, p, token.end) : Buffer.byteLength(written);
      const id = this.typeOf(token.kind, written);
      this.memo.add(bytes, p, end, id, length);
      this.askedEnd = p + length;
      return id;
    }
  }

  /** Type of a token whose end and kind are known. */
  private askFor(bytes: Buffer, start: number, end: number, kind: number): number {
    this.askedEnd = end;
    if (this.memo.find(bytes, start, end)) {
      return this.memo.type;
    }
    const id = this.typeOf(kind, bytes.toString("utf8", start, end));
    this.memo.add(bytes, start, end, id, end - start);
    return id;
  }

  /** Type of a token given as a string: a word that packs once it is normalised is the packed one. */
  private typeOf(kind: number, token: string): number {
    const written = kind === WORD ? withoutUnseen(token) : token;
    const key = kind === URL ? written : written.normalize("NFC").toLowerCase();
    const packed = kind === WORD && key.length <= PACKED ? pack(key) : null;
    if (packed === null) {
      const known = this.others.get(key);
      if (known !== undefined) {
        return known;
      }
      const id = this.forms.add(kind, key, written);
      this.others.set(key, id);
      return id;
    }
    const [a, b, c, d] = packed;
    if (key.length <= 10) {
      const slot = this.shortSlot(c, d);
      const id = (this.short[slot + 2] as number) - 1;
      return id < 0 ? this.addShort(slot, c, d, written, key) : id;
    }
    const slot = this.longSlot(a, b, c, d);
    const id = (this.long[slot + 4] as number) - 1;
    return id < 0 ? this.addLong(slot, a, b, c, d, written, key) : id;
  }

  /** Slot of a word of up to ten letters, or the free one where it belongs. */
  private shortSlot(c: number, d: number): number {
    const { short } = this;
    let slot = (shortHash(c, d) & ((short.length >> 2) - 1)) << 2;
    while (short[slot + 2] !== 0 && !(short[slot] === c && short[slot + 1] === d)) {
      slot = (slot + 4) & (short.length - 1);
    }
    return slot;
  }

  /** Slot of a word of eleven to twenty letters, or the free one where it belongs. */
  private longSlot(a: number, b: number, c: number, d: number): number {
    const { long } = this;
    let slot = (longHash(a, b, c, d) & ((long.length >> 3) - 1)) << 3;
    while (
      long[slot + 4] !== 0 &&
      !(long[slot] === a && long[slot + 1] === b && long[slot + 2] === c && long[slot + 3] === d)
    ) {
      slot = (slot + 8) & (long.length - 1);
    }
    return slot;
  }

  private addShort(slot: number, c: number, d: number, written: string, key = written.toLowerCase()): number {
    const id = this.forms.add(WORD, key, written);
    this.short[slot] = c;
    this.short[slot + 1] = d;
    this.short[slot + 2] = id + 1;
    if (++this.shortUsed * 8 > this.short.length) {
      const old = this.short;
      this.short = new Int32Array(old.length * 2);
      const mask = (this.short.length >> 2) - 1;
      for (let from = 0; from < old.length; from += 4) {
        if (old[from + 2] !== 0) {
          let to = (shortHash(old[from] as number, old[from + 1] as number) & mask) << 2;
          while (this.short[to + 2] !== 0) {
            to = (to + 4) & (this.short.length - 1);
          }
          this.short[to] = old[from] as number;
          this.short[to + 1] = old[from + 1] as number;
          this.short[to + 2] = old[from + 2] as number;
        }
      }
    }
    return id;
  }

  private addLong(
    slot: number,
    a: number,
    b: number,
    c: number,
    d: number,
    written: string,
    key = written.toLowerCase(),
  ): number {
    const id = this.forms.add(WORD, key, written);
    this.long.set([a, b, c, d, id + 1], slot);
    if (++this.longUsed * 16 > this.long.length) {
      const old = this.long;
      this.long = new Int32Array(old.length * 2);
      const mask = (this.long.length >> 3) - 1;
      for (let from = 0; from < old.length; from += 8) {
        if (old[from + 4] !== 0) {
          const [a1, b1, c1, d1] = [old[from], old[from + 1], old[from + 2], old[from + 3]] as number[];
          const hash = longHash(a1 as number, b1 as number, c1 as number, d1 as number);
          let to = (hash & mask) << 3;
          while (this.long[to + 4] !== 0) {
            to = (to + 8) & (this.long.length - 1);
          }
          for (let i = 0; i < 5; i++) {
            this.long[to + i] = old[from + i] as number;
          }
        }
      }
    }
    return id;
  }
}

const STOP = Symbol("stop");
const firstFound = { kind: -1, start: 0, end: 0 };

/** The first token of a string; `kind` is -1 where there is none. */
function firstToken(text: string): { kind: number; start: number; end: number } {
  firstFound.kind = -1;
  firstFound.end = 0;
  if (text.length < 100) {
    // To scan a short rest costs less than to stop by an exception.
    scanTokens(text, keepFirst);
    return firstFound;
  }
  try {
    scanTokens(text, stopAtFirst);
  } catch (error) {
    if (error !== STOP) {
      throw error;
    }
  }
  return firstFound;
}

function keepFirst(kind: number, start: number, end: number): void {
  if (firstFound.kind < 0) {
    firstFound.kind = kind;
    firstFound.start = start;
    firstFound.end = end;
  }
}

function stopAtFirst(kind: number, start: number, end: number): void {
  keepFirst(kind, start, end);
  throw STOP;
}

/** Letter codes of a form by fives, aligned to the right, or null where a character has none. */
function pack(key: string): [number, number, number, number] | null {
  const packed: [number, number, number, number] = [0, 0, 0, 0];
  const parts = Math.ceil(key.length / 5);
  for (let i = 0; i < key.length; i++) {
    const code = CODES.get(key[i] as string);
    if (code === undefined) {
      return null;
    }
    const part = (4 - parts + Math.floor(i / 5)) as 0 | 1 | 2 | 3;
    packed[part] = (packed[part] << 6) | code;
  }
  return packed;
}

function shortHash(c: number, d: number): number {
  const hash = Math.imul(c, 0x9e3779b1) ^ Math.imul(d, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}

function longHash(a: number, b: number, c: number, d: number): number {
  const hash =
    Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35) ^ Math.imul(d, 0x27d4eb2f);
  return hash ^ (hash >>> 15);
}

/**
 * Whether the character at a byte of 0xE0 and above is in no token and begins none; it then has at least
 * three bytes, or is broken.
 */
function isPlainWide(bytes: Uint8Array, p: number): boolean {
  const lead = bytes[p] as number;
  const second = bytes[p + 1] as number;
  const third = bytes[p + 2] as number;
  if (lead < 0xf0 && (second & 0xc0) === 0x80 && (third & 0xc0) === 0x80) {
    const codePoint = ((lead & 15) << 12) | ((second & 63) << 6) | (third & 63);
    const found = CHARACTER_CLASSES[codePoint];
    return (found === CLASS.other || found === CLASS.space) && codePoint !== 0xff03 && codePoint !== 0x2039;
  }
  return false;
}

/** Quick look whether an address could go on at `p`, behind a word or number. */
function mayBeAddress(bytes: Uint8Array, p: number): boolean {
  for (let at = p; ; at++) {
    const byte = bytes[at] as number;
    if (byte === 0x40) {
      return true;
    }
    if (byte === 0x2e && (CODE_1[bytes[at + 1] as number] as number) > 36) {
      return true;
    }
    if (byte === 0x3a && bytes[at + 1] === 0x2f) {
      return true;
    }
    if (ADDRESS_SIGN[byte] !== 1 || at - p > 600) {
      return at - p > 600;
    }
  }
}

/**
 * End of the commonest kind of address, or -1: `http` or `https`, then ASCII letters, digits and a few signs
 * up to a space or the end of the text. It is what the rules of the tokeniser give, found without making a
 * string.
 */
function plainUrlEnd(bytes: Uint8Array, start: number, wordEnd: number): number {
  const size = wordEnd - start;
  const isScheme =
    (size === 4 || (size === 5 && bytes[start + 4] === 0x73)) &&
    bytes[start] === 0x68 &&
    bytes[start + 1] === 0x74 &&
    bytes[start + 2] === 0x74 &&
    bytes[start + 3] === 0x70 &&
    bytes[wordEnd] === 0x3a &&
    bytes[wordEnd + 1] === 0x2f &&
    bytes[wordEnd + 2] === 0x2f;
  if (!isScheme) {
    return -1;
  }
  let p = wordEnd + 3;
  let last = 0;
  while (ADDRESS_SIGN[bytes[p] as number] === 1 || URL_SIGN[bytes[p] as number] === 1) {
    last = bytes[p++] as number;
  }
  const next = bytes[p] as number;
  const isEnd = next <= 0x20 || next === 0x22 || next === 0x5c;
  return isEnd && p > wordEnd + 3 && START[last] !== SKIP ? p : -1;
}

function numberEnd(bytes: Uint8Array, from: number): number {
  let p = from + 1;
  for (;;) {
    const byte = bytes[p] as number;
    if (byte >= 0x30 && byte <= 0x39) {
      p++;
      continue;
    }
    const next = bytes[p + 1] as number;
    if ((byte === 0x2e || byte === 0x2c || byte === 0x3a) && next >= 0x30 && next <= 0x39) {
      p += 2;
      continue;
    }
    return p;
  }
}

/** Bytes that the first `units` code units of the decoded text came from, where some of them are broken. */
function rawLength(bytes: Buffer, p: number, units: number): number {
  let length = units;
  const isInside = (at: number): boolean => ((bytes[at] as number) & 0xc0) === 0x80;
  while (bytes.toString("utf8", p, p + length).length < units || isInside(p + length)) {
    length++;
  }
  return length;
}
