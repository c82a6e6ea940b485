import type ts from "@tslab/typescript-for-tslab";

import { loadCompiler } from "./load-typescript.cjs";

type Span = readonly [from: number, to: number];

/** Leads to the last line of an outline, which tells what the whole file imports. */
const IMPORTS = "\n//# imports ";

/**
 * Blank out what other files cannot see of a file's types: bodies of functions whose result has a stated
 * type, values of variables and members that have one, and then declarations and imports that nothing names any more.
 *
 * Whoever imports the file gets the same types, at the same places, for a fraction of the reading: also of what the
 * file imports, most of which is not named then. Errors inside of what was blanked out are not seen any more.
 *
 * @returns undefined when the text cannot be read without it
 */
export function outlineOf(fileName: string, text: string): string | undefined {
  const bare = blankOut(text, unseenParts(parse(fileName, text)));
  const file = parse(fileName, bare);
  if (hasSyntaxErrors(file)) return undefined;
  const unseen = new Set(unseenStatements(file));
  const outline = blankOut(bare, [...unseen].map((statement) => [startOf(statement, file), statement.getEnd()]));
  // Without any import or export it would not be a module any more, and all that it declares would be global.
  const isModule = unseen.size === 0 || file.statements.some((each) => !unseen.has(each) && makesModule(each));
  return `${outline}${isModule ? "" : "\nexport {};"}${IMPORTS}${JSON.stringify(importsIn(text))}\n`;
}

/** The files of the project that the file of an outline imports, as written there. */
export function importsOfOutline(outline: string): string[] {
  return JSON.parse(outline.slice(outline.lastIndexOf(IMPORTS) + IMPORTS.length)) as string[];
}

/** The files of the project that a text imports, as written there. */
export function importsIn(text: string): string[] {
  const { importedFiles, referencedFiles } = loadCompiler().preProcessFile(text, true, false);
  const names = [...importedFiles, ...referencedFiles].map(({ fileName }) => fileName);
  return [...new Set(names.filter((name) => name.startsWith(".")))];
}

function parse(fileName: string, text: string): ts.SourceFile {
  const ts = loadCompiler();
  return ts.createSourceFile(fileName, text, ts.ScriptTarget.ES2022, true);
}

/** Put blanks in place of parts that do not overlap; all other places stay what they are. */
function blankOut(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const [from, to] of [...spans].sort(([a], [b]) => a - b)) {
    pieces.push(text.slice(at, from), text.slice(from, to).replace(/[^\n]/g, " "));
    at = to;
  }
  return [...pieces, text.slice(at)].join("");
}

function unseenParts(file: ts.SourceFile): Span[] {
  const spans: Span[] = [];
  const visit = (node: ts.Node): void => {
    const span = unseenPart(node, file);
    if (span !== undefined) spans.push(span);
    const isApart = (child: ts.Node): boolean =>
      span === undefined || child.getEnd() <= span[0] || child.getStart(file) >= span[1];
    // The braces of a body stay, so it is not inside of its own blanks.
    const isBody = (child: ts.Node): boolean => span !== undefined && "body" in node && node.body === child;
    node.forEachChild((child) => (isApart(child) && !isBody(child) ? visit(child) : undefined));
  };
  visit(file);
  return spans;
}

/** The part of a node that only its own file sees. */
function unseenPart(node: ts.Node, file: ts.SourceFile): Span | undefined {
  const ts = loadCompiler();
  if (ts.isFunctionLike(node)) {
    const { body } = node as { body?: ts.Node };
    // An expression must stay one, and a function whose result is inferred must stay whole.
    const isSeen = body === undefined || !ts.isBlock(body) || !hasStatedResult(node);
    return isSeen ? undefined : [body.getStart(file) + 1, body.getEnd() - 1];
  }
  const isVariable = ts.isVariableDeclaration(node) && ts.isIdentifier(node.name);
  if (!isVariable && !ts.isPropertyDeclaration(node)) return undefined;
  const { type, initializer } = node;
  return type === undefined || initializer === undefined ? undefined : [type.getEnd(), initializer.getEnd()];
}

function hasStatedResult(node: ts.SignatureDeclaration): boolean {
  const ts = loadCompiler();
  if (ts.isSetAccessorDeclaration(node)) return true;
  if (!ts.isConstructorDeclaration(node)) return node.type !== undefined;
  // A member without type and value gets its type from what the constructor assigns.
  return node.parent.members.every(
    (member) => !ts.isPropertyDeclaration(member) || member.type !== undefined || member.initializer !== undefined,
  );
}

/** Declarations and imports that are not exported, and that nothing seen from outside names, directly or not. */
function unseenStatements(file: ts.SourceFile): ts.Statement[] {
  // What a file that is no module declares is global.
  if (!loadCompiler().isExternalModule(file)) return [];
  const declaring = new Map<string, ts.Statement[]>();
  const waiting: ts.Statement[] = [];
  for (const statement of file.statements) {
    const names = isExported(statement) ? undefined : namesOf(statement);
    if (names === undefined) waiting.push(statement);
    for (const name of names ?? []) declaring.set(name, [...(declaring.get(name) ?? []), statement]);
  }
  const seen = new Set(waiting);
  const visit = (node: ts.Node): void => {
    for (const statement of loadCompiler().isIdentifier(node) ? (declaring.get(node.text) ?? []) : []) {
      if (!seen.has(statement)) waiting.push(statement);
      seen.add(statement);
    }
    node.forEachChild(visit);
  };
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) visit(next);
  return file.statements.filter((statement) => !seen.has(statement));
}

function isExported(statement: ts.Statement): boolean {
  const ts = loadCompiler();
  if (!ts.canHaveModifiers(statement)) return false;
  return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function makesModule(statement: ts.Statement): boolean {
  const ts = loadCompiler();
  return isExported(statement) || ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement);
}

/** What a statement declares in its file alone; undefined for one that may do more than that. */
function namesOf(statement: ts.Statement): string[] | undefined {
  const ts = loadCompiler();
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  if (ts.isImportDeclaration(statement)) return statement.importClause && importedNames(statement.importClause);
  const isDeclaration =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  return isDeclaration && statement.name !== undefined ? [statement.name.text] : undefined;
}

function boundNames(name: ts.BindingName): string[] {
  const ts = loadCompiler();
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(element.name)));
}

function importedNames({ name, namedBindings }: ts.ImportClause): string[] {
  const ts = loadCompiler();
  const others =
    namedBindings === undefined
      ? []
      : ts.isNamespaceImport(namedBindings)
        ? [namedBindings.name]
        : namedBindings.elements.map((each) => each.name);
  return [...(name ? [name] : []), ...others].map(({ text }) => text);
}

/** With the comments before a statement, which would be taken for those of the next; not with what heads the file. */
function startOf(statement: ts.Statement, file: ts.SourceFile): number {
  return statement.pos === 0 ? statement.getStart(file, true) : statement.pos;
}

function hasSyntaxErrors(file: ts.SourceFile): boolean {
  return (file as unknown as { parseDiagnostics: readonly unknown[] }).parseDiagnostics.length > 0;
}
