import type ts from "@tslab/typescript-for-tslab";

import { assignmentTarget, namesIn } from "./binding-patterns";
import type { CellRewriting } from "./cell-rewriting";
import { liveImport } from "./rewrite-imports";

/**
 * Set how a rewriting treats what stands inside of statements.
 *
 * Anywhere: `import()` and `import.meta` go through the kernel, imported variables are read from their
 * module, and each `await` passes through the kernel, so that an interrupted cell does not go on, nor a function that it
 * waits for. Outside of functions also: a `var` of a block or a loop belongs to the cell.
 */
export function rewriteInside(rewriting: CellRewriting): void {
  const { ts, factory, context } = rewriting;
  const anywhere = (node: ts.Node): ts.Node => {
    if (!ts.isAwaitExpression(node)) return visitAnywhere(rewriting, node, anywhere);
    // The first argument is taken before the function waits for the second.
    return rewriting.call("goOn", rewriting.cell("run"), ts.visitEachChild(node, anywhere, context));
  };
  rewriting.visit = (node) => {
    const { visit } = rewriting;
    const isApart = ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isModuleBlock(node);
    if (isApart) return ts.visitEachChild(node, anywhere, context);
    if (ts.isAwaitExpression(node)) return rewriting.call("go", ts.visitEachChild(node, visit, context));
    const result = visitAnywhere(rewriting, visitVar(rewriting, node), visit);
    if (!ts.isForOfStatement(result) || result.awaitModifier === undefined) return result;
    const { awaitModifier, initializer, expression, statement } = result;
    const body = factory.createBlock(
      [factory.createExpressionStatement(rewriting.call("go")), statement],
      true,
    );
    return factory.updateForOfStatement(result, awaitModifier, initializer, expression, body);
  };
}

function visitAnywhere(rewriting: CellRewriting, node: ts.Node, deeper: (node: ts.Node) => ts.Node): ts.Node {
  const { ts, factory, context } = rewriting;
  const { ImportKeyword } = ts.SyntaxKind;
  if (ts.isCallExpression(node) && node.expression.kind === ImportKeyword) {
    return rewriting.call(
      "import",
      ...node.arguments.map((each) => ts.visitNode(each, deeper) as ts.Expression),
    );
  }
  if (ts.isMetaProperty(node) && node.keywordToken === ImportKeyword) return rewriting.cell("meta");
  if (ts.isShorthandPropertyAssignment(node)) {
    const value = liveImport(rewriting, node.name);
    if (value) return factory.createPropertyAssignment(node.name, value);
  }
  if (ts.isIdentifier(node) && node.parent && isRead(rewriting, node))
    return liveImport(rewriting, node) ?? node;
  return ts.visitEachChild(node, deeper, context);
}

/** Whether an identifier is read, rather than being a name of something; the compiler's own, unpublished test. */
function isRead({ ts }: CellRewriting, node: ts.Identifier): boolean {
  return (ts as unknown as { isExpressionNode(node: ts.Node): boolean }).isExpressionNode(node);
}

/** A `var` belongs to the whole cell, wherever it stands; one that exists already becomes an assignment. */
function visitVar(rewriting: CellRewriting, node: ts.Node): ts.Node {
  const { ts, found } = rewriting;
  const isLoop = ts.isForStatement(node) || ts.isForInStatement(node) || ts.isForOfStatement(node);
  const list = ts.isVariableStatement(node) ? node.declarationList : isLoop ? node.initializer : undefined;
  if (list === undefined || !ts.isVariableDeclarationList(list)) return node;
  if (list.flags & ts.NodeFlags.BlockScoped) return node;
  const names = list.declarations.flatMap(({ name }) => namesIn(name));
  found.ready.push(...names);
  found.nested.push(...names);
  const fresh = names.filter((name) => rewriting.declare(name));
  if (fresh.length === names.length) return node;
  rewriting.hoisted.push(...fresh);
  return assigned(rewriting, node, list.declarations);
}

/** A statement with a `var`, with assignments in its place. */
function assigned(rewriting: CellRewriting, node: ts.Node, list: readonly ts.VariableDeclaration[]): ts.Node {
  const { ts, factory } = rewriting;
  const target = (): ts.Expression => assignmentTarget(rewriting, list[0]!.name);
  if (ts.isForInStatement(node)) {
    return factory.updateForInStatement(node, target(), node.expression, node.statement);
  }
  if (ts.isForOfStatement(node)) {
    return factory.updateForOfStatement(node, node.awaitModifier, target(), node.expression, node.statement);
  }
  const assignments = list.flatMap(({ name, initializer }): ts.Expression[] =>
    initializer ? [factory.createAssignment(assignmentTarget(rewriting, name), initializer)] : [],
  );
  const all = assignments.length === 0 ? undefined : assignments.reduce((a, b) => factory.createComma(a, b));
  if (ts.isForStatement(node)) {
    return factory.updateForStatement(node, all, node.condition, node.incrementor, node.statement);
  }
  if (all === undefined) return factory.createEmptyStatement();
  return factory.createExpressionStatement(factory.createParenthesizedExpression(all));
}
