/** A search, as {@link parseQuery} reads it. Places are those of the query's text, from 0. */
export type Query =
  | { readonly kind: "phrase"; readonly words: readonly string[]; readonly at: number }
  | { readonly kind: "and" | "or"; readonly parts: readonly Query[] }
  | { readonly kind: "not"; readonly part: Query; readonly at: number }
  | { readonly kind: "near"; readonly left: Query; readonly right: Query; readonly within: number };

/** A query that cannot be read. */
export class QueryError extends SyntaxError {
  constructor(
    query: string,
    /** Place in the query, in UTF-16 code units from 0. */
    readonly at: number,
    message: string,
  ) {
    super(`query, character ${at + 1}: ${message}\n  ${query}\n  ${" ".repeat(at)}^`);
    this.name = "QueryError";
  }
}

interface Piece {
  readonly kind: "word" | "quoted" | "(" | ")" | "AND" | "OR" | "NOT" | "NEAR" | "end";
  readonly text: string;
  readonly at: number;
}

/** Distance of NEAR where none is given. */
const NEAR_DEFAULT = 5;

/**
 * Read a search for words and phrases.
 *
 * - `работа` a word; `рабоч*`, `р?ботa` patterns: `*` any characters, `?` exactly one
 * - `"вид на жительство"` a phrase, also of patterns; the quotes may be «» or “”
 * - `a AND b`, `a OR b`, `a NOT b` (or `a AND NOT b`) within one document; AND binds closer than OR; parentheses
 * - `a NEAR~3 b` at most 3 tokens apart in either order (1: side by side); closer than AND; without a number, 5
 *
 * Operators are in capitals. Words side by side without an operator or quotes are an error, because tools
 * differ in what they make of them.
 *
 * @throws QueryError with the place and what was needed there
 */
export function parseQuery(query: string): Query {
  const pieces = cut(query);
  let i = 0;
  const peek = (): Piece => pieces[i] as Piece;
  const fail = (piece: Piece, needed: string): never => {
    throw new QueryError(query, piece.at, `${needed}, found ${piece.kind === "end" ? "the end" : `"${piece.text}"`}`);
  };

  function readOr(): Query {
    const parts = [readAnd()];
    while (peek().kind === "OR") {
      i++;
      parts.push(readAnd());
    }
    return parts.length === 1 ? (parts[0] as Query) : { kind: "or", parts };
  }

  function readAnd(): Query {
    const parts = [readNot()];
    while (peek().kind === "AND" || peek().kind === "NOT") {
      if (peek().kind === "AND") {
        i++;
      }
      parts.push(readNot());
    }
    if (parts.every(({ kind }) => kind === "not")) {
      const first = parts[0] as Query & { kind: "not" };
      throw new QueryError(
        query,
        first.at,
        "NOT leaves words out, so a word to look for is needed before it, as in a NOT b",
      );
    }
    return parts.length === 1 ? (parts[0] as Query) : { kind: "and", parts };
  }

  function readNot(): Query {
    if (peek().kind !== "NOT") {
      return readNear();
    }
    const { at } = peek();
    i++;
    return { kind: "not", part: readNear(), at };
  }

  function readNear(): Query {
    let left = readOne();
    while (peek().kind === "NEAR") {
      const { text, at } = peek();
      const given = text.slice("NEAR~".length);
      const within = text === "NEAR" ? NEAR_DEFAULT : Number(given);
      if (!/^\d+$/.test(given) && text !== "NEAR" || within < 1 || within > 100) {
        throw new QueryError(query, at, `NEAR~n needs a whole number from 1 to 100, found "${text}"`);
      }
      i++;
      const right = readOne();
      for (const side of [left, right]) {
        if (side.kind === "and") {
          throw new QueryError(
            query,
            at,
            "NEAR needs words, phrases or OR between them on both sides, found AND or NOT",
          );
        }
      }
      left = { kind: "near", left, right, within };
    }
    return left;
  }

  function readOne(): Query {
    const piece = peek();
    if (piece.kind === "(") {
      i++;
      const inner = readOr();
      if (peek().kind !== ")") {
        fail(peek(), `")" is needed for the "(" at character ${piece.at + 1}`);
      }
      i++;
      return inner;
    }
    if (piece.kind !== "word" && piece.kind !== "quoted") {
      return fail(piece, "a word or a phrase in quotes is needed");
    }
    i++;
    const words = piece.text.split(/\s+/u).filter((word) => word !== "");
    if (words.length === 0) {
      return fail(piece, "a phrase needs at least one word");
    }
    const bare = words.find((word) => /^[*?]+$/.test(word));
    if (bare !== undefined) {
      throw new QueryError(query, piece.at, `a pattern needs a letter beside * and ?, found "${bare}"`);
    }
    return { kind: "phrase", words, at: piece.at };
  }

  const result = readOr();
  const rest = peek();
  if (rest.kind === "word" || rest.kind === "quoted") {
    const before = pieces[i - 1] as Piece;
    throw new QueryError(
      query,
      rest.at,
      `AND, OR, NOT, NEAR~n or quotes around both are needed between "${before.text}" and "${rest.text}"`,
    );
  }
  if (rest.kind !== "end") {
    fail(rest, "an operator or the end is needed");
  }
  return result;
}

function cut(query: string): Piece[] {
  const pieces: Piece[] = [];
  const pattern = /\s+|([()])|"([^"]*)"|«([^»]*)»|“([^”]*)”|([^\s()"«»“”]+)|(.)/gsu;
  for (const match of query.matchAll(pattern)) {
    const [whole, bracket, a, b, c, word, stray] = match;
    const at = match.index as number;
    const quoted = a ?? b ?? c;
    if (bracket !== undefined) {
      pieces.push({ kind: bracket as "(" | ")", text: bracket, at });
    } else if (quoted !== undefined) {
      pieces.push({ kind: "quoted", text: quoted, at });
    } else if (word !== undefined) {
      const isOperator = word === "AND" || word === "OR" || word === "NOT";
      const kind = isOperator ? word : word === "NEAR" || word.startsWith("NEAR~") ? "NEAR" : "word";
      pieces.push({ kind, text: word, at });
    } else if (stray !== undefined) {
      throw new QueryError(query, at, `the quotes that ${whole} opens or closes are needed in pairs, found one`);
    }
  }
  pieces.push({ kind: "end", text: "", at: query.length });
  return pieces;
}
