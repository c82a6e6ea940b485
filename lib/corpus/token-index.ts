import { TOKEN_KINDS } from "../text/tokenise";
import type { TokenKind } from "../text/tokenise";
import { FormTable } from "./form-table";
import { ByteScanner } from "./scan";
import type { ScannedPiece } from "./scan";
import type { TypeList } from "./type-arena";
import { scanFile } from "./scan-file";
import type { ScannedShare } from "./scan-file";
import { startOf, TypeMerger } from "./type-merger";

/**
 * The tokens of a corpus as numbers: every measure reads these integers and no text.
 *
 * A *type* is a distinct token form (lower-case NFC; addresses as written), numbered from 0 in the order in
 * which the forms first occur. A *position* is a token's place in `tokens`, where the documents follow one
 * another. Folding, lemmas and stop words are not in the index: they are decided for each type
 * (`groupTypes`), so that changing them costs no second reading.
 */
export class TokenIndex {
  private readonly forms: (string | undefined)[] = [];
  private allCounts: Uint32Array | null = null;
  private allPostings: { starts: Uint32Array; positions: Uint32Array } | null = null;

  /**
   * @param types           distinct forms
   * @param tokens          type of each token
   * @param documentStarts  position of each document's first token, and one more for the end
   * @param table           finds the types by their form, where it is there already; else made when first needed
   */
  constructor(
    readonly types: TypeList,
    readonly tokens: Uint32Array,
    readonly documentStarts: Uint32Array,
    private table: FormTable | null = null,
  ) {}

  get documentCount(): number {
    return this.documentStarts.length - 1;
  }

  get typeCount(): number {
    return this.types.kinds.length;
  }

  get tokenCount(): number {
    return this.tokens.length;
  }

  /** Form of a type. */
  form(type: number): string {
    const known = this.forms[type];
    if (known !== undefined) {
      return known;
    }
    this.checkType(type);
    const { keys, keyEnds } = this.types;
    const form = decode(keys, startOf(keyEnds, type), keyEnds[type] as number);
    this.forms[type] = form;
    return form;
  }

  /** Spelling in which the form was first met, such as Работа for работа. */
  written(type: number): string {
    this.checkType(type);
    const { written, writtenEnds } = this.types;
    const start = startOf(writtenEnds, type);
    const end = writtenEnds[type] as number;
    return end > start ? decode(written, start, end) : this.form(type);
  }

  kind(type: number): TokenKind {
    this.checkType(type);
    return TOKEN_KINDS[this.types.kinds[type] as number] as TokenKind;
  }

  /** Type of a form, or -1 where the corpus does not hold it. */
  typeOf(form: string): number {
    const { keys, keyEnds } = this.types;
    if (this.table === null) {
      this.table = new FormTable(this.typeCount);
      let start = 0;
      for (const end of keyEnds) {
        this.table.add(keys, start, end);
        start = end;
      }
    }
    const bytes = Buffer.from(form, "utf8");
    return this.table.find(bytes, 0, bytes.length, keys, keyEnds);
  }

  /** How often each type occurs; counted once and kept. */
  counts(): Uint32Array {
    this.allCounts ??= this.countTypes();
    return this.allCounts;
  }

  /**
   * Count the types of some documents, or of all, anew.
   *
   * @throws RangeError if a document is not in the index
   */
  countTypes(documents?: ArrayLike<number>): Uint32Array {
    const counts = new Uint32Array(this.typeCount);
    if (documents === undefined) {
      addCounts(this.tokens, counts);
    } else {
      for (let i = 0; i < documents.length; i++) {
        addCounts(this.document(documents[i] as number), counts);
      }
    }
    return counts;
  }

  /** Number of characters of a type's form, in code points. */
  formLength(type: number): number {
    this.checkType(type);
    const { keys, keyEnds } = this.types;
    const end = keyEnds[type] as number;
    let length = 0;
    for (let at = startOf(keyEnds, type); at < end; at++) {
      length += ((keys[at] as number) & 0xc0) === 0x80 ? 0 : 1;
    }
    return length;
  }

  /** Positions of a type, in order. */
  positions(type: number): Uint32Array {
    this.checkType(type);
    const { starts, positions } = this.postings();
    return positions.subarray(starts[type] as number, starts[type + 1] as number);
  }

  /** Number of the document that holds a position. */
  documentAt(position: number): number {
    const { documentStarts } = this;
    let [low, high] = [0, documentStarts.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((documentStarts[middle] as number) <= position) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Document of each of some positions, which must be in order. */
  documentsAt(positions: Uint32Array): Uint32Array {
    const { documentStarts } = this;
    const documents = new Uint32Array(positions.length);
    // Few positions: search for each. Many: walk along.
    const isRare = positions.length * 20 < this.documentCount;
    let document = 0;
    for (let i = 0; i < positions.length; i++) {
      const position = positions[i] as number;
      if (isRare) {
        document = this.documentAt(position);
      } else {
        while ((documentStarts[document + 1] as number) <= position) {
          document++;
        }
      }
      documents[i] = document;
    }
    return documents;
  }

  /** Types of a document's tokens, in order. */
  document(document: number): Uint32Array {
    if (!(document >= 0 && document < this.documentCount)) {
      throw new RangeError(`TokenIndex: needs a document from 0 to ${this.documentCount - 1}, found ${document}`);
    }
    return this.tokens.subarray(this.documentStarts[document] as number, this.documentStarts[document + 1] as number);
  }

  /** Positions of all types one after another, by a counting sort on first use. */
  private postings(): { starts: Uint32Array; positions: Uint32Array } {
    if (this.allPostings === null) {
      const counts = this.counts();
      const starts = new Uint32Array(this.typeCount + 1);
      for (let type = 0; type < counts.length; type++) {
        starts[type + 1] = (starts[type] as number) + (counts[type] as number);
      }
      const next = starts.slice();
      const positions = new Uint32Array(this.tokens.length);
      const { tokens } = this;
      for (let i = 0; i < tokens.length; i++) {
        const type = tokens[i] as number;
        positions[next[type] as number] = i;
        (next[type] as number)++;
      }
      this.allPostings = { starts, positions };
    }
    return this.allPostings;
  }

  private checkType(type: number): void {
    if (!(type >= 0 && type < this.typeCount)) {
      throw new RangeError(`TokenIndex: needs a type from 0 to ${this.typeCount - 1}, found ${type}`);
    }
  }
}

/**
 * Index the texts of posts, a document each, in their order.
 *
 * @example
 * indexPosts([{ text: "Работа есть" }, { text: "есть работа!" }]).tokenCount; // 4
 */
export function indexPosts(posts: Iterable<{ readonly text: string }>): TokenIndex {
  const scanner = new ByteScanner();
  const pieces: (ScannedPiece & { chunk: number })[] = [];
  let batch: string[] = [];
  let size = 0;
  const flush = (): void => {
    pieces.push({ chunk: pieces.length, ...scanner.scanTexts(batch) });
    batch = [];
    size = 0;
  };
  for (const { text } of posts) {
    batch.push(text);
    size += text.length;
    if (size > 1 << 20) {
      flush();
    }
  }
  flush();
  return mergeShares([{ types: scanner.types(), pieces, error: null }]);
}

/**
 * Index a file of JSON lines, each with a string under `text`, straight from its bytes.
 *
 * @param options.threads  the index is the same for any number; default 2 for a large file
 * @throws Error naming file and line of the first record that does not fit
 */
export async function indexFile(
  path: string,
  options: { threads?: number; chunkBytes?: number } = {},
): Promise<TokenIndex> {
  return mergeShares(await scanFile(path, options));
}

/** One index from the shares of the threads: types are renumbered by their first occurrence in the input. */
function mergeShares(shares: readonly ScannedShare[]): TokenIndex {
  const pieces = shares
    .flatMap((share, thread) => share.pieces.map((piece) => ({ ...piece, thread })))
    .sort((a, b) => a.chunk - b.chunk);
  const tokens = new Uint32Array(pieces.reduce((sum, piece) => sum + piece.tokens.length, 0));
  const starts = new Uint32Array(pieces.reduce((sum, piece) => sum + piece.lengths.length, 0) + 1);
  const merger = new TypeMerger(shares.map(({ types }) => types));
  let at = 0;
  let document = 0;
  for (const piece of pieces) {
    if (shares.length === 1) {
      tokens.set(piece.tokens, at);
    } else {
      renumber(piece.tokens, merger.takePiece(piece.thread, piece.typesSoFar), tokens, at);
    }
    addStarts(piece.lengths, starts, document);
    at += piece.tokens.length;
    document += piece.lengths.length;
  }
  return shares.length === 1
    ? new TokenIndex((shares[0] as ScannedShare).types, tokens, starts)
    : new TokenIndex(merger.types(), tokens, starts, merger.table);
}

function renumber(from: Uint32Array, numbers: Uint32Array, to: Uint32Array, at: number): void {
  for (let i = 0; i < from.length; i++) {
    to[at + i] = numbers[from[i] as number] as number;
  }
}

function addCounts(tokens: Uint32Array, counts: Uint32Array): void {
  for (let i = 0; i < tokens.length; i++) {
    const type = tokens[i] as number;
    counts[type] = (counts[type] as number) + 1;
  }
}

function addStarts(lengths: Uint32Array, starts: Uint32Array, from: number): void {
  let at = starts[from] as number;
  for (let i = 0; i < lengths.length; i++) {
    at += lengths[i] as number;
    starts[from + i + 1] = at;
  }
}

function decode(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("utf8");
}
