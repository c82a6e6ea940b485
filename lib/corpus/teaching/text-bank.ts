import { readdirSync, readFileSync } from "node:fs";

import type { RandomStream } from "./random-stream";

/** What an expansion may depend on besides chance. */
export interface TextContext {
  readonly random: RandomStream;
  /** Language folder to look in first; `shared` is looked in last. */
  readonly language: string;
  /**
   * Keys, most particular first: an occasion such as `nooruz`, eras such as `before-everest`, a place such as `moscow`, its
   * country such as `russia`. The first `name@key` that exists is taken.
   */
  readonly places: readonly string[];
  /** What `{!name}` stands for: phones, links and other things that code must make. */
  readonly make: (name: string) => string;
  /** Row to take, from 0, where it is not left to chance: the month of a post is that of its date. */
  readonly rows?: ReadonlyMap<string, number>;
}

/** Rows remembered in one line, by the names given to them. */
interface Scope {
  bound?: Map<string, Bound>;
}

/** A context, and the rows already taken in one expansion, so that a list of goods does not name one twice. */
interface Saying extends TextContext {
  readonly taken: (readonly Template[])[];
  /** Symbols found so far for this language and these places. */
  readonly known: Map<string, Symbol | null>;
}

type Part =
  | string
  | { readonly choices: readonly Template[] }
  | { readonly low: number; readonly high: number; readonly counted: CountedForms | null }
  | { readonly make: string }
  | { readonly symbol: string; readonly bind: string | null; readonly form: string | null };
type Template = readonly Part[];

/** A word after 1, after 2 to 4 and after 5 to 20, as Russian counts. */
export type CountedForms = readonly [one: string, few: string, many: string];

interface Symbol {
  /** Names of the columns where the symbol is a table of inflected forms; null where it is a list of sentences. */
  readonly forms: readonly string[] | null;
  readonly rows: readonly (readonly Template[])[];
}

/**
 * Sentences to choose and combine, read from plain text files.
 *
 * A file holds symbols. `= work.offer` opens one; each line below it is one way to say it. `= trade : nom gen ins` opens a
 * table, whose lines give the forms of one word apart by `|`. In a line:
 *
 * - `{work.pay}` is another symbol, `{trade:ins}` one form of a row of a table;
 * - `{t=trade:nom}` remembers the row as t, and `{t:ins}` is another form of the same row;
 * - `[утром|вечером|]` is one of the choices, here with nothing as the third;
 * - `{#20-60}` is a whole number, `{#1-9|год|года|лет}` one with the word that it counts, `{!phone}` something that
 *   code makes;
 * - `\n` is a new line.
 *
 * Symbols are looked up in the language's folder, then in `shared`, and in each first with the occasion, the era and the
 * place (`near@moscow`), then with its country, then without.
 */
export class TextBank {
  private readonly symbols = new Map<string, Symbol>();
  /** What was found, by language and places, then by name. */
  private readonly found = new Map<string, Map<string, Symbol | null>>();

  /** Read `<folder>/<language>/*.txt` for each language folder there is, in the order of their names. */
  static load(folder: string): TextBank {
    const bank = new TextBank();
    for (const language of readdirSync(folder).sort()) {
      if (language.includes(".")) continue;
      for (const file of readdirSync(`${folder}/${language}`).sort()) {
        bank.add(language, readFileSync(`${folder}/${language}/${file}`, "utf8"), `${folder}/${language}/${file}`);
      }
    }
    return bank;
  }

  /** Add the symbols of one text; `where` names it in errors. */
  add(language: string, text: string, where: string): void {
    let name = "";
    let forms: string[] | null = null;
    let rows: Template[][] = [];
    text.split("\n").forEach((line, i) => {
      const trimmed = line.trim();
      const at = `${where}:${i + 1}`;
      if (trimmed === "" || trimmed.startsWith("// ")) return;
      if (trimmed.startsWith("= ")) {
        const [symbol = "", columns] = trimmed.slice(2).split(" : ");
        name = `${language}/${symbol.trim()}`;
        if (this.symbols.has(name)) throw new Error(`${at}: each symbol may be opened once, found ${name} again`);
        forms = columns === undefined ? null : columns.trim().split(/\s+/);
        rows = [];
        this.symbols.set(name, { forms, rows });
        return;
      }
      if (name === "") throw new Error(`${at}: needed a line "= symbol" before the first sentence, found "${trimmed}"`);
      if (forms === null) {
        rows.push([parseTemplate(trimmed, at)]);
        return;
      }
      // A line between braces or brackets is not the end of a form.
      const cells = trimmed.split(/\|(?![^{}[\]]*[}\]])/).map((cell) => parseTemplate(cell.trim(), at));
      if (cells.length !== forms.length) {
        throw new Error(`${at}: needed ${forms.length} forms (${forms.join(", ")}), found ${cells.length}`);
      }
      rows.push(cells);
    });
  }

  /** Names of all symbols, as `language/name`. */
  names(): string[] {
    return [...this.symbols.keys()];
  }

  /** How many ways to say it a symbol of `names()` has; 0 for one that the bank does not hold. */
  size(name: string): number {
    return this.symbols.get(name)?.rows.length ?? 0;
  }

  /** Whether the symbol can be had in this language itself, or in `shared`. */
  has(name: string, language: string, places: readonly string[] = []): boolean {
    return this.lookUp(name, language, places, this.knownIn(language, places)) !== null;
  }

  /**
   * Say the symbol, differently at each call.
   *
   * @throws Error naming the symbol that neither the language nor `shared` has
   */
  expand(name: string, context: TextContext): string {
    return this.render([{ symbol: name, bind: null, form: null }], this.saying(context), {});
  }

  private render(template: Template, context: Saying, scope: Scope): string {
    let text = "";
    for (const part of template) {
      if (typeof part === "string") text += part;
      else if ("choices" in part) text += this.render(context.random.pick(part.choices), context, scope);
      else if ("low" in part) text += sayNumber(context.random.between(part.low, part.high), part.counted);
      else if ("make" in part) text += context.make(part.make);
      else text += this.renderSymbol(part, context, scope);
    }
    return text;
  }

  private renderSymbol(
    part: { symbol: string; bind: string | null; form: string | null },
    context: Saying,
    scope: Scope,
  ): string {
    const known = part.bind === null ? scope.bound?.get(part.symbol) : undefined;
    if (known !== undefined && part.form === null) return known.text;
    const row = known ?? this.drawRow(part.symbol, context);
    const column = part.form === null ? 0 : row.symbol.forms?.indexOf(part.form) ?? -1;
    if (column < 0) {
      throw new Error(`text bank: ${part.symbol} has the forms ${row.symbol.forms?.join(", ")}, found :${part.form}`);
    }
    const text = this.render(row.cells[column]!, context, {});
    if (part.bind !== null) (scope.bound ??= new Map()).set(part.bind, { ...row, text });
    return text;
  }

  private drawRow(name: string, context: Saying): Bound {
    const symbol = this.lookUp(name, context.language, context.places, context.known);
    if (symbol === null || symbol.rows.length === 0) {
      const { language, places } = context;
      throw new Error(`text bank: needed {${name}} in ${language} or shared for ${places.join(", ")}, found none`);
    }
    const fixed = context.rows?.get(name);
    if (fixed !== undefined) return { symbol, cells: symbol.rows[fixed % symbol.rows.length]!, text: "" };

    let cells = context.random.pick(symbol.rows);
    // A few tries: where a list is short, the same row may come again.
    for (let tries = 0; context.taken.includes(cells) && tries < 3; tries++) cells = context.random.pick(symbol.rows);
    context.taken.push(cells);
    return { symbol, cells, text: "" };
  }

  private saying({ random, language, places, make, rows }: TextContext): Saying {
    const saying = { random, language, places, make, taken: [], known: this.knownIn(language, places) };
    return rows === undefined ? saying : { ...saying, rows };
  }

  private knownIn(language: string, places: readonly string[]): Map<string, Symbol | null> {
    const key = `${language} ${places.join(" ")}`;
    const known = this.found.get(key) ?? new Map<string, Symbol | null>();
    this.found.set(key, known);
    return known;
  }

  private lookUp(
    name: string,
    language: string,
    places: readonly string[],
    known: Map<string, Symbol | null>,
  ): Symbol | null {
    const seen = known.get(name);
    if (seen !== undefined) return seen;
    let symbol: Symbol | null = null;
    for (const folder of [language, "shared"]) {
      for (const suffix of [...places.map((place) => `@${place}`), ""]) {
        symbol ??= this.symbols.get(`${folder}/${name}${suffix}`) ?? null;
      }
    }
    known.set(name, symbol);
    return symbol;
  }
}

interface Bound {
  readonly symbol: Symbol;
  readonly cells: readonly Template[];
  readonly text: string;
}

function parseTemplate(source: string, where: string): Template {
  let at = 0;

  function parseUntil(stop: string): Part[] {
    const parts: Part[] = [];
    let plain = "";
    const flush = (): void => {
      if (plain !== "") parts.push(plain);
      plain = "";
    };
    while (at < source.length && !stop.includes(source[at]!)) {
      const character = source[at]!;
      if (character === "[") {
        flush();
        at += 1;
        const choices = [parseUntil("|]")];
        while (source[at] === "|") {
          at += 1;
          choices.push(parseUntil("|]"));
        }
        if (source[at] !== "]") throw new Error(`${where}: needed "]" to close "[", found the end of the line`);
        parts.push({ choices });
      } else if (character === "{") {
        flush();
        const end = source.indexOf("}", at);
        if (end < 0) throw new Error(`${where}: needed "}" to close "{", found the end of the line`);
        parts.push(parseSlot(source.slice(at + 1, end), where));
        at = end;
      } else if (character === "\\" && source[at + 1] === "n") {
        plain += "\n";
        at += 1;
      } else {
        plain += character;
      }
      at += 1;
    }
    flush();
    return parts;
  }

  return parseUntil("");
}

function parseCounted(source: string | undefined, where: string): CountedForms | null {
  if (source === undefined) return null;
  const [one, few, many, ...more] = source.split("|");
  if (one === undefined || few === undefined || many === undefined || more.length > 0) {
    throw new Error(`${where}: needed three forms after a number, as in {#1-9|год|года|лет}, found ${source}`);
  }
  return [one, few, many];
}

/**
 * The form of a word that Russian puts after a number: by its last digit, and after 11 to 14 always the third.
 *
 * @example
 * countedForm(22, ["год", "года", "лет"]); // "года"
 */
export function countedForm(count: number, [one, few, many]: CountedForms): string {
  const [last, lastTwo] = [count % 10, count % 100];
  if (lastTwo >= 11 && lastTwo <= 14) return many;
  if (last === 1) return one;
  return last >= 2 && last <= 4 ? few : many;
}

function sayNumber(count: number, counted: CountedForms | null): string {
  return counted === null ? String(count) : `${count} ${countedForm(count, counted)}`;
}

function parseSlot(slot: string, where: string): Part {
  const range = /^#(\d+)-(\d+)(?:\|(.*))?$/.exec(slot);
  if (range !== null) return { low: Number(range[1]), high: Number(range[2]), counted: parseCounted(range[3], where) };
  if (slot.startsWith("!")) return { make: slot.slice(1) };
  const match = /^(?:(\w+)=)?([\w.]+)(?::(\w+))?$/.exec(slot);
  if (match === null) throw new Error(`${where}: needed {symbol}, {symbol:form}, {name=symbol} or {#1-9}, found {${slot}}`);
  const [, bind, symbol, form] = match;
  return { symbol: symbol!, bind: bind ?? null, form: form ?? null };
}
