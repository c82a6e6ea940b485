import type ts from "@tslab/typescript-for-tslab";

import { assignmentTarget, keepName, named, namesIn } from "./binding-patterns";
import type { CellRewriting } from "./cell-rewriting";

/** Declare what is new, and assign what exists. */
export function rewriteVariables(
  rewriting: CellRewriting,
  { declarationList: list }: ts.VariableStatement,
): ts.Statement[] {
  const { ts, found } = rewriting;
  const isVar = (list.flags & ts.NodeFlags.BlockScoped) === 0;
  return list.declarations.flatMap((declaration) => {
    const names = namesIn(declaration.name);
    if (isVar) found.ready.push(...names);
    const fresh = names.filter((name) => rewriting.declare(name));
    const done = isVar ? [] : [rewriting.mark(names)];
    if (fresh.length === names.length) return [declareAlone(rewriting, declaration, isVar), ...done];
    rewriting.hoisted.push(...fresh);
    // `var a;` keeps the value that `a` has.
    if (declaration.initializer === undefined && isVar) return [];
    return [ts.setTextRange(assignAgain(rewriting, declaration), declaration), ...done];
  });
}

function declareAlone(
  { ts, factory, visit }: CellRewriting,
  declaration: ts.VariableDeclaration,
  isVar: boolean,
): ts.Statement {
  const name = ts.visitNode(declaration.name, visit) as ts.BindingName;
  const value = declaration.initializer && (ts.visitNode(declaration.initializer, visit) as ts.Expression);
  const same = factory.updateVariableDeclaration(declaration, name, undefined, undefined, value);
  const list = factory.createVariableDeclarationList([same], isVar ? ts.NodeFlags.None : ts.NodeFlags.Let);
  return ts.setTextRange(factory.createVariableStatement(undefined, list), declaration);
}

function assignAgain(rewriting: CellRewriting, { name, initializer }: ts.VariableDeclaration): ts.Statement {
  const { ts, factory } = rewriting;
  const value = initializer ? rewriting.inner(initializer) : factory.createVoidZero();
  if (ts.isIdentifier(name)) return rewriting.assign(name.text, keepName(rewriting, name.text, value));
  const assignment = factory.createAssignment(assignmentTarget(rewriting, name), value);
  return factory.createExpressionStatement(factory.createParenthesizedExpression(assignment));
}

/** A function that exists is assigned at the top, where it would have been hoisted to. */
export function rewriteFunction(rewriting: CellRewriting, statement: ts.FunctionDeclaration): ts.Statement[] {
  const { ts, factory, found } = rewriting;
  if (statement.name === undefined || statement.body === undefined) return [];
  const { text } = statement.name;
  const modifiers = statement.modifiers?.filter(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) as
    ts.Modifier[] | undefined;
  found.ready.push(text);
  const merged = mergedWith(rewriting, text);
  const isFresh = rewriting.declare(text);
  if (!isFresh && merged.length > 1) {
    if (merged[0] === statement) rewriting.functions.push(makeAnew(rewriting, text, merged));
    return [];
  }
  const { name, asteriskToken, parameters, body } = rewriting.inner(statement);
  if (isFresh) {
    return [
      factory.updateFunctionDeclaration(
        ...([statement, modifiers, asteriskToken, name, undefined, parameters, undefined, body] as const),
      ),
    ];
  }
  const anonymous = factory.createFunctionExpression(
    ...([modifiers, asteriskToken, undefined, undefined, parameters, undefined, body!] as const),
  );
  ts.setTextRange(anonymous, statement);
  rewriting.functions.push(rewriting.assign(text, named(rewriting, text, anonymous)));
  return [];
}

export function rewriteClass(rewriting: CellRewriting, statement: ts.ClassDeclaration): ts.Statement[] {
  const { ts, factory } = rewriting;
  if (statement.name === undefined) return [];
  const { text } = statement.name;
  const isFresh = rewriting.declare(text);
  if (!isFresh && mergedWith(rewriting, text).length > 1) return rewriteNamespace(rewriting, statement);
  const { modifiers = [], name, heritageClauses, members } = rewriting.inner(statement);
  const decorators = modifiers.filter(ts.isDecorator);
  if (isFresh) {
    const same = factory.updateClassDeclaration(
      statement,
      decorators,
      name,
      undefined,
      heritageClauses,
      members,
    );
    return [same, rewriting.mark([text])];
  }
  const anew = factory.createClassExpression(decorators, name, undefined, heritageClauses, members);
  ts.setOriginalNode(ts.setTextRange(anew, statement), statement);
  return [rewriting.assign(text, anew), rewriting.mark([text])];
}

/** An enum, a namespace, or a class with its namespace. */
export function rewriteNamespace(
  rewriting: CellRewriting,
  statement: ts.EnumDeclaration | ts.ModuleDeclaration | ts.ClassDeclaration,
): ts.Statement[] {
  const name = statement.name!.text;
  const parts = mergedWith(rewriting, name);
  if (rewriting.declare(name)) {
    return [rewriting.inner(statement), ...(parts.at(-1) === statement ? [rewriting.mark([name])] : [])];
  }
  // The first of the parts makes all of them; a function among them was made at the top.
  const isMade = parts.some((part) => rewriting.ts.isFunctionDeclaration(part)) || parts[0] !== statement;
  return isMade ? [] : [makeAnew(rewriting, name, parts), rewriting.mark([name])];
}

/** The statements that together declare one name. */
function mergedWith(rewriting: CellRewriting, name: string): ts.Statement[] {
  const { ts, statements } = rewriting;
  return statements.filter((each) => {
    if (ts.isFunctionDeclaration(each)) return each.name?.text === name && each.body !== undefined;
    const isPart = ts.isEnumDeclaration(each) || ts.isModuleDeclaration(each) || ts.isClassDeclaration(each);
    return isPart && each.name?.text === name && !rewriting.isAmbient(each);
  });
}

/** Declare a name in a function of its own and assign what came of it. */
function makeAnew(rewriting: CellRewriting, name: string, parts: readonly ts.Statement[]): ts.Statement {
  const { factory } = rewriting;
  const result = factory.createReturnStatement(factory.createIdentifier(name));
  const block = factory.createBlock([...parts.map((part) => rewriting.inner(part)), result], true);
  const make = factory.createArrowFunction(undefined, undefined, [], undefined, undefined, block);
  return rewriting.assign(
    name,
    factory.createCallExpression(factory.createParenthesizedExpression(make), undefined, []),
  );
}
