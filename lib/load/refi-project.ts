/**
 * A project of qualitative data analysis, as the exchange standard REFI-QDA 1.0 lays it down.
 *
 * The standard knows more (cases, variables, notes, pictures, sound, film); the reader counts what it passes
 * over in `passedOver`, so that nothing is lost in silence.
 *
 * @see https://www.qdasoftware.org
 */
export interface RefiProject {
  readonly name: string;
  /** The program that wrote it. */
  readonly origin: string;
  readonly description: string;
  readonly users: readonly RefiUser[];
  readonly codes: readonly RefiCode[];
  readonly sources: readonly RefiSource[];
  /** Elements that this library does not know, by name, with how many there were. */
  readonly passedOver: ReadonlyMap<string, number>;
}

/** A coder. */
export interface RefiUser {
  readonly guid: string;
  readonly name: string;
}

/** A code of the codebook, with those under it. */
export interface RefiCode {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  /** `#RRGGBB` or `#RGB`; null where there is none. */
  readonly color: string | null;
  /** False for a heading that only holds other codes. */
  readonly codable: boolean;
  readonly children: readonly RefiCode[];
}

/** A text. */
export interface RefiSource {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  /** Lines ended by LF. */
  readonly text: string;
  readonly selections: readonly RefiSelection[];
  /** Codes of the text as a whole. */
  readonly codings: readonly RefiCoding[];
}

/** A coded passage of a text. */
export interface RefiSelection {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  /** First UTF-16 code unit, and one past the last; the file counts code points. */
  readonly from: number;
  readonly to: number;
  /** Guid of the user; null where the file does not say. */
  readonly user: string | null;
  readonly createdAt: string | null;
  readonly codings: readonly RefiCoding[];
}

/** One code given by one user; where it names no user or time, those of its passage hold. */
export interface RefiCoding {
  readonly guid: string;
  /** Guid of the code. */
  readonly code: string;
  readonly user: string | null;
  /** ISO 8601, as in the file. */
  readonly createdAt: string | null;
}

/**
 * List all codes of a codebook, each before those under it.
 *
 * @example
 * const leaf = { name: "Pay", children: [] };
 * flattenCodes([{ name: "Work", children: [leaf] }]).map(({ name }) => name); // ["Work", "Pay"]
 */
export function flattenCodes(codes: readonly RefiCode[]): RefiCode[] {
  return codes.flatMap((code) => [code, ...flattenCodes(code.children)]);
}
