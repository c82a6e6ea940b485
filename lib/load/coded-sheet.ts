/** A code that a coder may give. A theme of the codebook is one. */
export interface CodeLabel {
  readonly id: string;
  readonly name: string;
  readonly about: string;
}

/** What one person said of a set of documents. */
export interface CodedSheet {
  /** The coder's name, as it heads a column. */
  readonly coder: string;
  /**
   * Codes by key of the document, in the order of the sheet; empty for none of them, null where left open.
   */
  readonly codings: ReadonlyMap<string, readonly string[] | null>;
}

/** A passage that a coder gave a code. */
export interface CodedSpan {
  /** Key of the document. */
  readonly document: string;
  readonly code: string;
  /** First UTF-16 code unit, and one past the last, as everywhere in the library. */
  readonly from: number;
  readonly to: number;
}

/** Word in a cell that says: I read it, and none of the codes fits. */
export const NONE = "none";

/**
 * Read the codes that a person wrote into one cell.
 *
 * Several are apart by commas, semicolons or line ends; capital letters and the codes' full names are taken
 * too, since people write them. An empty cell is a document not coded yet, `none` one that no code fits.
 *
 * @param cell   as written: `work; housing`
 * @param codes  the codebook's
 * @returns ids in the codebook's order, each once; null for an empty cell
 * @throws RangeError with what was needed and found, for a word that is no code, or `none` beside a code
 *
 * @example
 * const codes = [{ id: "work", name: "Work", about: "" }, { id: "housing", name: "Housing", about: "" }];
 * readCodes("housing; Work", codes); // ["work", "housing"]
 * readCodes(" ", codes); // null
 * readCodes("none", codes); // []
 */
export function readCodes(cell: string, codes: readonly CodeLabel[]): string[] | null {
  const words = cell
    .split(/[;,\n]/)
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== "");
  if (words.length === 0) return null;
  const ids = new Set<string>();
  for (const word of words) {
    if (word === NONE) continue;
    const code = codes.find(({ id, name }) => id.toLowerCase() === word || name.toLowerCase() === word);
    if (code === undefined) {
      const known = codes.map(({ id }) => id).join(", ");
      throw new RangeError(`codes must be among ${known} or ${NONE}, found "${word}"; correct the word`);
    }
    ids.add(code.id);
  }
  if (words.includes(NONE) && ids.size > 0) {
    throw new RangeError(
      `${NONE} must stand alone, found it beside ${[...ids].join(", ")}; keep one of them`,
    );
  }
  return codes.map(({ id }) => id).filter((id) => ids.has(id));
}
