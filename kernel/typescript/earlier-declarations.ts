import type ts from "@tslab/typescript-for-tslab";

import { loadCompiler } from "./load-typescript.cjs";

/** What a name can mean at once: a value, a type, or both, as a class is. */
interface Meaning {
  readonly value: boolean;
  readonly type: boolean;
}

/** The declarations that one cell made of one name. */
interface Entry extends Meaning {
  readonly name: string;
  readonly texts: readonly string[];
}

/**
 * What the cells so far declared, as TypeScript sees it from the next cell.
 *
 * The newest declaration of a name holds. When a value keeps the type of an interface or class that was declared anew,
 * the old type stays under another name (`Post` of cell 3 becomes `Post__In3`), so that the value keeps its type too.
 */
export class EarlierDeclarations {
  #entries: readonly Entry[] = [];

  /** The text of a declaration file. */
  get text(): string {
    return this.#entries.flatMap(({ texts }) => texts).join("\n");
  }

  /**
   * Add what a cell declared.
   *
   * @param declarations  the cell's declaration file, as TypeScript writes it
   * @param isKept        whether the cell came to declare that value; types always are
   * @param count         the cell's number, which names the types it replaces
   */
  add(declarations: string, isKept: (name: string) => boolean, count: number): void {
    const added = entriesOf(declarations).filter(
      ({ name, value, type }) => (value && isKept(name)) || (type && !value) || name === "",
    );
    const replaced = new Map(added.filter(({ name }) => name !== "").map((entry) => [entry.name, entry]));
    const kept = this.#entries.filter(
      (entry) => entry.name !== "" || !added.some(({ texts }) => texts[0] === entry.texts[0]),
    );
    const renames = new Map<string, string>();
    const old = kept.flatMap((entry) => {
      const by = replaced.get(entry.name);
      if (by === undefined || (!(by.value && entry.value) && !(by.type && entry.type))) return [entry];
      if (!kept.some((other) => other !== entry && refersTo(other, entry.name))) return [];
      renames.set(entry.name, unusedName(`${entry.name}__In${count}`, kept));
      return [entry];
    });
    this.#entries = [...old.map((entry) => renamed(entry, renames)), ...added];
  }
}

function unusedName(wanted: string, entries: readonly Entry[]): string {
  const isUsed = (name: string): boolean => entries.some((entry) => entry.name === name);
  let name = wanted;
  for (let i = 2; isUsed(name); i++) name = `${wanted}_${i}`;
  return name;
}

/** Write names that stand for replaced types as a reader knows them. */
export function readableNames(message: string): string {
  return message.replace(
    /\b([\p{L}$_][\p{L}\p{N}$_]*?)__In(\d+)(?:_\d+)?\b/gu,
    "$1 (as it was before In[$2])",
  );
}

function parse(text: string): ts.SourceFile {
  const ts = loadCompiler();
  return ts.createSourceFile("declarations.d.ts", text, ts.ScriptTarget.ES2022, true);
}

function entriesOf(text: string): Entry[] {
  const file = parse(text);
  const byName = new Map<string, Entry>();
  for (const [name, meaning, part] of file.statements.flatMap((statement) => partsOf(statement, file))) {
    const before = byName.get(name === "" ? part : name) ?? { texts: [], value: false, type: false };
    byName.set(name === "" ? part : name, {
      name,
      texts: [...before.texts, part],
      value: before.value || meaning.value,
      type: before.type || meaning.type,
    });
  }
  return [...byName.values()];
}

type Part = readonly [name: string, meaning: Meaning, text: string];
const VALUE: Meaning = { value: true, type: false };
const TYPE: Meaning = { value: false, type: true };
const BOTH: Meaning = { value: true, type: true };

/** Split a statement so that each name can be replaced by itself; the name is empty where it adds to what is global. */
function partsOf(statement: ts.Statement, file: ts.SourceFile): Part[] {
  const ts = loadCompiler();
  // With the doc comment, which inspection shows.
  const comment = file.text.slice(statement.getStart(file, true), statement.getStart(file));
  const text = comment + statement.getText(file);
  if (ts.isExportDeclaration(statement) || ts.isExportAssignment(statement)) return [];
  if (ts.isVariableStatement(statement)) {
    const { declarationList: list } = statement;
    const keyword = list.flags & ts.NodeFlags.Const ? "const" : list.flags & ts.NodeFlags.Let ? "let" : "var";
    return list.declarations.map((each) => [
      each.name.getText(file),
      VALUE,
      `${comment}declare ${keyword} ${each.getText(file)};`,
    ]);
  }
  if (ts.isImportDeclaration(statement)) return importParts(statement, file);
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
    return [[statement.name.text, TYPE, text]];
  if (ts.isFunctionDeclaration(statement)) return [[statement.name?.text ?? "default", VALUE, text]];
  if (ts.isClassDeclaration(statement)) return [[statement.name?.text ?? "default", BOTH, text]];
  if (ts.isEnumDeclaration(statement) || ts.isImportEqualsDeclaration(statement))
    return [[statement.name.text, BOTH, text]];
  if (ts.isModuleDeclaration(statement)) {
    return [
      ts.isIdentifier(statement.name) && statement.name.text !== "global"
        ? [statement.name.text, BOTH, text]
        : ["", TYPE, text],
    ];
  }
  return [];
}

function importParts(statement: ts.ImportDeclaration, file: ts.SourceFile): Part[] {
  const ts = loadCompiler();
  const from = statement.moduleSpecifier.getText(file);
  const clause = statement.importClause;
  if (clause === undefined) return [["", TYPE, statement.getText(file)]];
  const keyword = clause.isTypeOnly ? "import type" : "import";
  const parts: Part[] = [];
  // What an import stands for is not written here; taken for both, a later declaration of the name replaces it whole.
  const add = (name: ts.Identifier, what: string): number =>
    parts.push([name.text, BOTH, `${keyword} ${what} from ${from};`]);
  if (clause.name) add(clause.name, clause.name.text);
  const { namedBindings } = clause;
  if (namedBindings && ts.isNamespaceImport(namedBindings))
    add(namedBindings.name, namedBindings.getText(file));
  if (namedBindings && ts.isNamedImports(namedBindings)) {
    for (const each of namedBindings.elements) add(each.name, `{ ${each.getText(file)} }`);
  }
  return parts;
}

function refersTo({ texts }: Entry, name: string): boolean {
  return texts.some(
    (text) => text.includes(name) && references(parse(text)).some((node) => node.text === name),
  );
}

function renamed(entry: Entry, renames: ReadonlyMap<string, string>): Entry {
  if (renames.size === 0) return entry;
  const texts = entry.texts.map((text) => {
    const file = parse(text);
    const own = renames.has(entry.name) ? declaredNames(file, entry.name) : [];
    const nodes = [...references(file), ...own].filter(({ text: name }) => renames.has(name));
    return [...new Set(nodes)]
      .sort((a, b) => b.getStart(file) - a.getStart(file))
      .reduce((result, node) => {
        const to = renames.get(node.text)!;
        const isShort =
          node.parent.kind === loadCompiler().SyntaxKind.ImportSpecifier &&
          !("propertyName" in node.parent && node.parent.propertyName);
        const replacement = isShort ? `${node.text} as ${to}` : to;
        return result.slice(0, node.getStart(file)) + replacement + result.slice(node.getEnd());
      }, text);
  });
  return { ...entry, name: renames.get(entry.name) ?? entry.name, texts };
}

/** Where a declaration says its own name. */
function declaredNames(file: ts.SourceFile, name: string): ts.Identifier[] {
  const ts = loadCompiler();
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node, depth: number): void => {
    const declared = (node as { name?: ts.Node }).name;
    if (declared && ts.isIdentifier(declared) && declared.text === name) found.push(declared);
    // A variable or an import has its name some levels down; inside a class or interface a name is a member's.
    const isList =
      ts.isVariableStatement(node) || ts.isVariableDeclarationList(node) || ts.isImportDeclaration(node);
    if (depth === 0 || isList || ts.isImportClause(node) || ts.isNamedImports(node))
      node.forEachChild((child) => visit(child, depth + 1));
  };
  visit(file, 0);
  return found;
}

/** Identifiers in a declaration that stand for something declared outside of it. */
function references(file: ts.SourceFile): ts.Identifier[] {
  const ts = loadCompiler();
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node, hidden: ReadonlySet<string>): void => {
    const { typeParameters = [] } = node as { typeParameters?: readonly ts.TypeParameterDeclaration[] };
    const inside =
      typeParameters.length === 0
        ? hidden
        : new Set([...hidden, ...typeParameters.map(({ name }) => name.text)]);
    const add = (name: ts.Node): void => {
      const first = leftmost(name);
      if (first && !inside.has(first.text)) found.push(first);
    };
    if (ts.isTypeReferenceNode(node)) add(node.typeName);
    if (ts.isTypeQueryNode(node)) add(node.exprName);
    if (ts.isExpressionWithTypeArguments(node)) add(node.expression);
    if (ts.isComputedPropertyName(node)) add(node.expression);
    node.forEachChild((child) => visit(child, inside));
  };
  visit(file, new Set());
  return found;
}

function leftmost(node: ts.Node): ts.Identifier | undefined {
  const ts = loadCompiler();
  if (ts.isIdentifier(node)) return node;
  if (ts.isQualifiedName(node)) return leftmost(node.left);
  if (ts.isPropertyAccessExpression(node)) return leftmost(node.expression);
  return undefined;
}
