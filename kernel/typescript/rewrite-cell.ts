import type ts from "@tslab/typescript-for-tslab";

import { namesIn } from "./binding-patterns";
import { CellRewriting, type RewrittenCell } from "./cell-rewriting";
import { loadCompiler } from "./load-typescript.cjs";
import { rewriteClass, rewriteFunction, rewriteNamespace, rewriteVariables } from "./rewrite-declarations";
import { rewriteAlias, rewriteImport, rewriteReexport } from "./rewrite-imports";
import { rewriteInside } from "./rewrite-inside";

/**
 * Make the transformer that turns a cell into the body of a function whose names outlive it.
 *
 * The kernel evaluates each cell inside the scope of the cells before it, so an earlier name is reached as in
 * any nested function, and closures of all cells share one variable. What is left to do here: a name that
 * exists already is assigned instead of declared again, `const` becomes `let` so that a later cell may do so
 * (the type checker has seen to it that nothing else assigns to it), imports become assignments, and the last
 * expression is handed to the kernel.
 *
 * @param isKnown  whether an earlier cell has declared the name
 * @param onFound  gets what was found out about the cell
 */
export function cellRewriter(
  checker: ts.TypeChecker,
  isKnown: (name: string) => boolean,
  onFound: (found: RewrittenCell) => void,
): ts.TransformerFactory<ts.SourceFile> {
  const ts = loadCompiler();
  return (context) => (file) => {
    const rewriting = new CellRewriting(context, checker, isKnown, file.statements);
    rewriteInside(rewriting);
    const isLast = (each: ts.Statement): boolean =>
      !ts.isEmptyStatement(each) && !ts.isExportDeclaration(each);
    const lastAt = file.statements.findLastIndex(isLast);
    const body = file.statements.flatMap((statement, i) =>
      rewriteStatement(rewriting, statement, i === lastAt),
    );
    onFound(rewriting.found);
    const statements = context.factory.createNodeArray([...rewriting.prologue(), ...body]);
    return context.factory.updateSourceFile(file, ts.setTextRange(statements, file.statements));
  };
}

function rewriteStatement(
  rewriting: CellRewriting,
  statement: ts.Statement,
  isLast: boolean,
): ts.Statement[] {
  const { ts, factory } = rewriting;
  if (ts.isExportDeclaration(statement)) return rewriteReexport(rewriting, statement);
  if (ts.isImportDeclaration(statement)) return rewriteImport(rewriting, statement);
  if (rewriting.isAmbient(statement)) {
    for (const name of declaredNames(statement)) rewriting.found.types.add(name);
    return [];
  }
  if (ts.isFunctionDeclaration(statement)) return rewriteFunction(rewriting, statement);
  if (ts.isClassDeclaration(statement)) return rewriteClass(rewriting, statement);
  if (ts.isEnumDeclaration(statement) || ts.isModuleDeclaration(statement)) {
    return rewriteNamespace(rewriting, statement);
  }
  if (ts.isImportEqualsDeclaration(statement)) return rewriteAlias(rewriting, statement);
  if (ts.isVariableStatement(statement)) return rewriteVariables(rewriting, statement);
  if (ts.isExportAssignment(statement) || (isLast && ts.isExpressionStatement(statement))) {
    const value = rewriting.inner(statement.expression);
    const shown = isLast ? factory.createAssignment(rewriting.cell("value"), value) : value;
    return [ts.setTextRange(factory.createExpressionStatement(shown), statement)];
  }
  return [rewriting.inner(statement)];
}

/** The names that a statement declares for the type checker. */
function declaredNames(statement: ts.Statement): string[] {
  const ts = loadCompiler();
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => namesIn(name));
  const { name } = statement as { name?: ts.Node };
  return name !== undefined && ts.isIdentifier(name) ? [name.text] : [];
}
