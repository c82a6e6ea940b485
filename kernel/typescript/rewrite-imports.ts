import type ts from "@tslab/typescript-for-tslab";

import type { CellRewriting } from "./cell-rewriting";

/** `export * from "./module"` loads the module, and no more. */
export function rewriteReexport(rewriting: CellRewriting, statement: ts.ExportDeclaration): ts.Statement[] {
  if (statement.moduleSpecifier && !statement.isTypeOnly) moduleNumber(rewriting, statement.moduleSpecifier);
  return [];
}

/** Assign what a cell imports before its first statement; the kernel has loaded the modules by then. */
export function rewriteImport(
  rewriting: CellRewriting,
  { importClause: clause, moduleSpecifier }: ts.ImportDeclaration,
): ts.Statement[] {
  const { found } = rewriting;
  const wanted = clause === undefined ? [] : namesOf(rewriting, clause);
  const values = wanted.filter(({ isType, local }) => !isType && rewriting.isValue(local));
  for (const name of wanted) if (!values.includes(name)) found.types.add(name.local.text);
  // A module that is imported for its types alone is not loaded, as everywhere in TypeScript.
  if (clause !== undefined && values.length === 0) return [];
  const at = moduleNumber(rewriting, moduleSpecifier);
  for (const { local, exported } of values) {
    const isLive = exported !== undefined && isMutable(rewriting, local);
    if (isLive) assignEarly(rewriting, holderOf(local.text), at, undefined);
    assignEarly(rewriting, local.text, at, exported);
  }
  return [];
}

interface ImportedName {
  readonly local: ts.Identifier;
  /** What the module calls it; undefined for the module as a whole. */
  readonly exported: string | undefined;
  readonly isType: boolean;
}

function namesOf(
  { ts }: CellRewriting,
  { name, namedBindings, isTypeOnly }: ts.ImportClause,
): ImportedName[] {
  const names: ImportedName[] = name ? [{ local: name, exported: "default", isType: isTypeOnly }] : [];
  if (namedBindings === undefined) return names;
  if (ts.isNamespaceImport(namedBindings)) {
    return [...names, { local: namedBindings.name, exported: undefined, isType: isTypeOnly }];
  }
  const others = namedBindings.elements.map((each) => {
    const exported = (each.propertyName ?? each.name).text;
    return { local: each.name, exported, isType: isTypeOnly || each.isTypeOnly };
  });
  return [...names, ...others];
}

function moduleNumber({ found }: CellRewriting, specifier: ts.Expression): number {
  return found.modules.push((specifier as ts.StringLiteral).text) - 1;
}

function assignEarly(rewriting: CellRewriting, name: string, at: number, exported: string | undefined): void {
  const { factory, found, hoisted, imports } = rewriting;
  if (rewriting.declare(name)) hoisted.push(name);
  found.ready.push(name);
  const module = factory.createElementAccessExpression(rewriting.cell("modules"), at);
  const value = exported === undefined ? module : factory.createPropertyAccessExpression(module, exported);
  imports.push(rewriting.assign(name, value));
}

/** `import A = Namespace.Member` */
export function rewriteAlias(
  rewriting: CellRewriting,
  { name, moduleReference }: ts.ImportEqualsDeclaration,
): ts.Statement[] {
  if (rewriting.ts.isExternalModuleReference(moduleReference) || !rewriting.isValue(name)) return [];
  if (rewriting.declare(name.text)) rewriting.hoisted.push(name.text);
  return [rewriting.assign(name.text, expressionOf(rewriting, moduleReference)), rewriting.mark([name.text])];
}

function expressionOf(rewriting: CellRewriting, name: ts.EntityName): ts.Expression {
  const { ts, factory } = rewriting;
  if (ts.isIdentifier(name)) return factory.createIdentifier(name.text);
  return factory.createPropertyAccessExpression(expressionOf(rewriting, name.left), name.right.text);
}

/** The name of the variable that holds the module of an imported variable. */
function holderOf(name: string): string {
  return `__live_${name}`;
}

/** Whether an imported name stands for a variable that its module may assign to. */
function isMutable({ ts, checker }: CellRewriting, local: ts.Identifier): boolean {
  const symbol = checker.getSymbolAtLocation(local);
  if (symbol === undefined || !(symbol.flags & ts.SymbolFlags.Alias)) return false;
  const declaration = checker.getAliasedSymbol(symbol).valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
  return (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0;
}

/**
 * Read an imported variable from its module, so that it is as its module left it.
 *
 * @returns undefined when the name stands for anything else
 */
export function liveImport(rewriting: CellRewriting, node: ts.Identifier): ts.Expression | undefined {
  const { ts, checker, factory } = rewriting;
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  if (symbol === undefined || !(symbol.flags & ts.SymbolFlags.Alias)) return undefined;
  const declaration = symbol.declarations?.find(
    (each) => ts.isImportSpecifier(each) || ts.isImportClause(each),
  );
  const { name, propertyName } = (declaration ?? {}) as Partial<ts.ImportSpecifier>;
  if (name === undefined || !isMutable(rewriting, name)) return undefined;

  const exported = ts.isImportClause(name.parent) ? "default" : (propertyName ?? name).text;
  const holder = factory.createIdentifier(holderOf(node.text));
  const value = factory.createPropertyAccessExpression(holder, exported);
  const isCalled = ts.isCallExpression(node.parent) && node.parent.expression === node;
  // `(0, module.f)()` calls `f` without handing it the module as `this`.
  const detached = (): ts.Expression => factory.createComma(factory.createNumericLiteral(0), value);
  return isCalled ? factory.createParenthesizedExpression(detached()) : value;
}
