import type ts from "@tslab/typescript-for-tslab";

import { loadCompiler } from "./load-typescript.cjs";

type Span = readonly [from: number, to: number];

/**
 * Blank out what other files cannot see of a file's types: bodies of functions whose result has a stated
 * type, values of variables and members that have one, and imports from packages that only those needed.
 *
 * Whoever imports the file gets the same types, at the same places, for half of the reading. Errors inside of what was
 * blanked out are not seen any more.
 *
 * @returns undefined when the text cannot be read without it
 */
export function outlineOf(fileName: string, text: string): string | undefined {
  const bare = blankOut(text, unseenParts(parse(fileName, text)));
  const file = parse(fileName, bare);
  if (hasSyntaxErrors(file)) return undefined;
  return blankOut(bare, unusedImports(file));
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

/** Imports from packages of which nothing is named. Those of the project stay, for what depends on what. */
function unusedImports(file: ts.SourceFile): Span[] {
  const ts = loadCompiler();
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) used.add(node.text);
    if (!ts.isImportDeclaration(node)) node.forEachChild(visit);
  };
  visit(file);
  return file.statements.flatMap((statement): Span[] => {
    if (!ts.isImportDeclaration(statement) || statement.importClause === undefined) return [];
    const isUsed = namesOf(statement.importClause).some((name) => used.has(name));
    const isPackage = !(statement.moduleSpecifier as ts.StringLiteral).text.startsWith(".");
    return isPackage && !isUsed ? [[statement.getStart(file), statement.getEnd()]] : [];
  });
}

function namesOf({ name, namedBindings }: ts.ImportClause): string[] {
  const ts = loadCompiler();
  const others =
    namedBindings === undefined
      ? []
      : ts.isNamespaceImport(namedBindings)
        ? [namedBindings.name]
        : namedBindings.elements.map((each) => each.name);
  return [...(name ? [name] : []), ...others].map(({ text }) => text);
}

function hasSyntaxErrors(file: ts.SourceFile): boolean {
  return (file as unknown as { parseDiagnostics: readonly unknown[] }).parseDiagnostics.length > 0;
}
