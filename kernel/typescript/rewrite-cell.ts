import type ts from "@tslab/typescript-for-tslab";

import { loadCompiler } from "./load-typescript.cjs";

/** A module that a cell imports, to be loaded before the cell runs. */
export type ImportedModule = string;

/** What rewriting a cell found out about it. */
export interface RewrittenCell {
  /** Modules in the order of their import; the rewritten code takes the i-th from `__cell__.modules[i]`. */
  readonly modules: ImportedModule[];
  /** Names that the cell declares for the first time. */
  readonly fresh: Set<string>;
  /** Names that have their value before the first statement runs: functions, imports, `var`. */
  readonly ready: string[];
  /** Names of every `var` that stands inside of a block or a loop. */
  readonly nested: string[];
  /** Names of imported types. */
  readonly types: Set<string>;
}

/** The name under which the rewritten code reaches the kernel. */
export const CELL = "__cell__";

/**
 * Make the transformer that turns a cell into the body of a function whose names outlive it.
 *
 * The kernel evaluates each cell inside the scope of the cells before it, so an earlier name is reached as in any nested
 * function, and closures of all cells share one variable. What is left to do here: a name that exists already is
 * assigned instead of declared again, `const` becomes `let` so that a later cell may do so (the type checker has seen to
 * it that nothing else assigns to it), imports become assignments, and the last expression is handed to the kernel.
 *
 * @param isKnown  whether an earlier cell has declared the name
 */
export function cellRewriter(
  checker: ts.TypeChecker,
  isKnown: (name: string) => boolean,
  found: RewrittenCell,
): ts.TransformerFactory<ts.SourceFile> {
  const ts = loadCompiler();
  return (context) => (file) => {
    const { factory } = context;
    const cell = (member: string): ts.Expression => factory.createPropertyAccessExpression(factory.createIdentifier(CELL), member);
    const call = (member: string, ...args: ts.Expression[]): ts.Expression => factory.createCallExpression(cell(member), undefined, args);
    const assign = (target: ts.Expression, value: ts.Expression): ts.Expression => factory.createAssignment(target, value);
    const mark = (names: readonly string[]): ts.Statement =>
      factory.createExpressionStatement(call("did", ...names.map((name) => factory.createStringLiteral(name))));
    /** Names to declare at the top of the cell, because the place of their declaration turned into an assignment. */
    const hoisted: string[] = [];
    const hoistedFunctions: ts.Statement[] = [];
    const imports: ts.Statement[] = [];

    const statements = [...file.statements];
    const lastAt = statements.findLastIndex((each) => !ts.isEmptyStatement(each) && !ts.isExportDeclaration(each));
    const grouped = new Set<ts.Statement>();
    const body = statements.flatMap((statement, i) => rewrite(statement, i === lastAt));
    const prologue: ts.Statement[] = [];
    if (hoisted.length > 0) {
      const declarations = hoisted.map((name) => factory.createVariableDeclaration(name));
      prologue.push(factory.createVariableStatement(undefined, factory.createVariableDeclarationList(declarations, ts.NodeFlags.None)));
    }
    prologue.push(...imports, ...hoistedFunctions);
    if (found.ready.length > 0) prologue.push(mark(found.ready));
    return factory.updateSourceFile(file, ts.setTextRange(factory.createNodeArray([...prologue, ...body]), file.statements));

    function declare(name: string): boolean {
      if (isKnown(name) && !found.fresh.has(name)) return false;
      found.fresh.add(name);
      return true;
    }

    function rewrite(statement: ts.Statement, isLast: boolean): ts.Statement[] {
      if (grouped.has(statement)) return [];
      if (ts.isExportDeclaration(statement)) return statement.moduleSpecifier ? rewriteReexport(statement) : [];
      if (ts.isImportDeclaration(statement)) return rewriteImport(statement);
      if (isAmbient(statement)) return [];
      if (ts.isFunctionDeclaration(statement)) return rewriteFunction(statement);
      if (ts.isClassDeclaration(statement)) return rewriteClass(statement);
      if (ts.isEnumDeclaration(statement) || ts.isModuleDeclaration(statement)) return rewriteNamespace(statement);
      if (ts.isImportEqualsDeclaration(statement)) return rewriteAlias(statement);
      if (ts.isExportAssignment(statement)) {
        return [isLast ? finish(statement, statement.expression) : factory.createExpressionStatement(inner(statement.expression))];
      }
      if (ts.isVariableStatement(statement)) return rewriteVariables(statement);
      if (isLast && ts.isExpressionStatement(statement)) return [finish(statement, statement.expression)];
      return [inner(statement)];
    }

    function finish(statement: ts.Statement, expression: ts.Expression): ts.Statement {
      const value = assign(cell("value"), inner(expression));
      return ts.setTextRange(factory.createExpressionStatement(value), statement);
    }

    function isAmbient(statement: ts.Statement): boolean {
      if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return true;
      if (ts.isModuleDeclaration(statement) && !isValue(statement.name)) return true;
      const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
      return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) ?? false;
    }

    function rewriteVariables(statement: ts.VariableStatement): ts.Statement[] {
      const { declarationList: list } = statement;
      const isVar = (list.flags & ts.NodeFlags.BlockScoped) === 0;
      return list.declarations.flatMap((declaration) => {
        const names = namesIn(declaration.name);
        if (isVar) found.ready.push(...names);
        const value = declaration.initializer && inner(declaration.initializer);
        const fresh = names.filter(declare);
        const done = isVar ? [] : [mark(names)];
        if (fresh.length === names.length) {
          const flag = isVar ? ts.NodeFlags.None : ts.NodeFlags.Let;
          const same = factory.updateVariableDeclaration(declaration, pattern(declaration.name), undefined, undefined, value);
          const only = factory.createVariableStatement(undefined, factory.createVariableDeclarationList([same], flag));
          return [ts.setTextRange(only, declaration), ...done];
        }
        hoisted.push(...fresh);
        if (value === undefined && isVar) return [];
        const assigned = ts.isIdentifier(declaration.name)
          ? assign(declaration.name, value === undefined ? factory.createVoidZero() : keepName(declaration.name.text, value))
          : factory.createParenthesizedExpression(assign(targetOf(declaration.name), value!));
        return [ts.setTextRange(factory.createExpressionStatement(assigned), declaration), ...done];
      });
    }

    /** `const f = () => 1` names the function "f"; so does `{ f: () => 1 }.f`, and an assignment of it keeps the name. */
    function keepName(name: string, value: ts.Expression): ts.Expression {
      const bare = withoutTypes(value);
      const isAnonymous = ts.isArrowFunction(bare) || ((ts.isFunctionExpression(bare) || ts.isClassExpression(bare)) && !bare.name);
      return isAnonymous && name !== "__proto__" ? named(name, value) : value;
    }

    function named(name: string, value: ts.Expression): ts.Expression {
      const object = factory.createObjectLiteralExpression([factory.createPropertyAssignment(name, value)]);
      return factory.createPropertyAccessExpression(factory.createParenthesizedExpression(object), name);
    }

    /** A pattern that declares, as one that assigns. */
    function targetOf(name: ts.BindingName): ts.Expression {
      if (ts.isIdentifier(name)) return factory.createIdentifier(name.text);
      if (ts.isArrayBindingPattern(name)) {
        return factory.createArrayLiteralExpression(
          name.elements.map((element) => {
            if (ts.isOmittedExpression(element)) return element;
            const target = withDefault(targetOf(element.name), element);
            return element.dotDotDotToken ? factory.createSpreadElement(target) : target;
          }),
        );
      }
      return factory.createObjectLiteralExpression(
        name.elements.map((element) => {
          if (element.dotDotDotToken) return factory.createSpreadAssignment(targetOf(element.name));
          const key = element.propertyName ?? factory.createIdentifier((element.name as ts.Identifier).text);
          const visited = ts.visitNode(key, visit) as ts.PropertyName;
          return factory.createPropertyAssignment(visited, withDefault(targetOf(element.name), element));
        }),
      );
    }

    function withDefault(target: ts.Expression, { initializer }: ts.BindingElement): ts.Expression {
      if (initializer === undefined) return target;
      const value = inner(initializer);
      return assign(target, ts.isIdentifier(target) ? keepName(target.text, value) : value);
    }

    function pattern(name: ts.BindingName): ts.BindingName {
      return ts.visitNode(name, visit) as ts.BindingName;
    }

    function rewriteFunction(statement: ts.FunctionDeclaration): ts.Statement[] {
      if (statement.name === undefined || statement.body === undefined) return [];
      const { text } = statement.name;
      found.ready.push(text);
      const { asteriskToken, parameters, body } = ts.visitEachChild(statement, visit, context);
      const modifiers = statement.modifiers?.filter(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) as ts.Modifier[] | undefined;
      if (declare(text)) {
        const same = factory.updateFunctionDeclaration(statement, modifiers, asteriskToken, statement.name, undefined, parameters, undefined, body);
        return [same];
      }
      const anonymous = factory.createFunctionExpression(modifiers, asteriskToken, undefined, undefined, parameters, undefined, body!);
      ts.setTextRange(anonymous, statement);
      hoistedFunctions.push(factory.createExpressionStatement(assign(factory.createIdentifier(text), named(text, anonymous))));
      return [];
    }

    function rewriteClass(statement: ts.ClassDeclaration): ts.Statement[] {
      const { modifiers = [], name, heritageClauses, members } = ts.visitEachChild(statement, visit, context);
      if (name === undefined) return [];
      const isMerged = mergedWith(name.text).length > 1;
      const decorators = modifiers.filter(ts.isDecorator);
      if (declare(name.text)) {
        return [factory.updateClassDeclaration(statement, decorators, name, undefined, heritageClauses, members), mark([name.text])];
      }
      if (isMerged) return rewriteNamespace(statement);
      const anew = factory.createClassExpression(decorators, name, undefined, heritageClauses, members);
      ts.setOriginalNode(ts.setTextRange(anew, statement), statement);
      return [factory.createExpressionStatement(assign(factory.createIdentifier(name.text), anew)), mark([name.text])];
    }

    /** The statements that together make up a namespace or an enum, or a class or function with its namespace. */
    function mergedWith(name: string): ts.Statement[] {
      return statements.filter(
        (each) =>
          (ts.isEnumDeclaration(each) || ts.isModuleDeclaration(each) || ts.isClassDeclaration(each)) &&
          each.name?.text === name &&
          !isAmbient(each),
      );
    }

    function rewriteNamespace(statement: ts.EnumDeclaration | ts.ModuleDeclaration | ts.ClassDeclaration): ts.Statement[] {
      const name = statement.name!.text;
      const parts = mergedWith(name);
      const isDone = parts.at(-1) === statement ? [mark([name])] : [];
      if (declare(name)) return [inner(statement), ...isDone];
      parts.forEach((each) => grouped.add(each));
      const result = factory.createReturnStatement(factory.createIdentifier(name));
      const block = factory.createBlock([...parts.map(inner), result], true);
      const make = factory.createArrowFunction(undefined, undefined, [], undefined, undefined, block);
      const made = factory.createCallExpression(factory.createParenthesizedExpression(make), undefined, []);
      return [factory.createExpressionStatement(assign(factory.createIdentifier(name), made)), mark([name])];
    }

    function moduleNumber(specifier: ts.Expression): number {
      return found.modules.push((specifier as ts.StringLiteral).text) - 1;
    }

    function rewriteReexport({ moduleSpecifier, isTypeOnly }: ts.ExportDeclaration): ts.Statement[] {
      if (!isTypeOnly) moduleNumber(moduleSpecifier!);
      return [];
    }

    function rewriteImport({ importClause, moduleSpecifier }: ts.ImportDeclaration): ts.Statement[] {
      if (importClause === undefined) {
        moduleNumber(moduleSpecifier);
        return [];
      }
      const { name, namedBindings, isTypeOnly } = importClause;
      const wanted: [local: ts.Identifier, exported: string | undefined][] = [];
      if (name) wanted.push([name, "default"]);
      if (namedBindings && ts.isNamespaceImport(namedBindings)) wanted.push([namedBindings.name, undefined]);
      if (namedBindings && ts.isNamedImports(namedBindings)) {
        for (const each of namedBindings.elements) wanted.push([each.name, (each.propertyName ?? each.name).text]);
      }
      const values = wanted.filter(([local]) => !isTypeOnly && !isTypeSpecifier(local.parent) && isValue(local));
      for (const entry of wanted) if (!values.includes(entry)) found.types.add(entry[0].text);
      if (values.length === 0) return [];
      const at = moduleNumber(moduleSpecifier);
      for (const [local, exported] of values) {
        found.ready.push(local.text);
        if (declare(local.text)) hoisted.push(local.text);
        const module = factory.createElementAccessExpression(cell("modules"), at);
        const value = exported === undefined ? module : factory.createPropertyAccessExpression(module, exported);
        imports.push(factory.createExpressionStatement(assign(factory.createIdentifier(local.text), value)));
      }
      return [];
    }

    function isTypeSpecifier(node: ts.Node): boolean {
      return ts.isImportSpecifier(node) && node.isTypeOnly;
    }

    /** `import A = Namespace.Member` */
    function rewriteAlias({ name, moduleReference }: ts.ImportEqualsDeclaration): ts.Statement[] {
      if (ts.isExternalModuleReference(moduleReference) || !isValue(name)) return [];
      const value = expressionOf(moduleReference);
      if (declare(name.text)) hoisted.push(name.text);
      return [factory.createExpressionStatement(assign(factory.createIdentifier(name.text), value)), mark([name.text])];
    }

    function expressionOf(name: ts.EntityName): ts.Expression {
      if (ts.isIdentifier(name)) return factory.createIdentifier(name.text);
      return factory.createPropertyAccessExpression(expressionOf(name.left), name.right.text);
    }

    function isValue(local: ts.Node): boolean {
      const symbol = checker.getSymbolAtLocation(local);
      if (symbol === undefined) return true;
      if (!(symbol.flags & ts.SymbolFlags.Alias)) return (symbol.flags & ts.SymbolFlags.Value) !== 0;
      const aliased = checker.getAliasedSymbol(symbol);
      return checker.isUnknownSymbol(aliased) || (aliased.flags & ts.SymbolFlags.Value) !== 0;
    }

    function inner<T extends ts.Node>(node: T): T {
      return ts.visitNode(node, visit) as T;
    }

    /** What changes wherever it stands in a cell; `var` and `await` only outside of functions. */
    function visit(node: ts.Node): ts.Node {
      if (ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isModuleBlock(node)) return ts.visitEachChild(node, visitInFunction, context);
      if (ts.isAwaitExpression(node)) return call("go", ts.visitEachChild(node, visit, context));
      if (ts.isForOfStatement(node) && node.awaitModifier) {
        const { initializer, expression, statement } = ts.visitEachChild(visitVar(node), visit, context) as ts.ForOfStatement;
        const checked = factory.createBlock([factory.createExpressionStatement(call("go")), statement], true);
        return factory.updateForOfStatement(node, node.awaitModifier, initializer, expression, checked);
      }
      return visitInFunction(visitVar(node), visit);
    }

    function visitInFunction(node: ts.Node, deeper: (node: ts.Node) => ts.Node = visitInFunction): ts.Node {
      if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
        return call("import", ...node.arguments.map((each) => ts.visitNode(each, deeper) as ts.Expression));
      }
      if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) return cell("meta");
      return ts.visitEachChild(node, (child) => deeper(child), context);
    }

    /** A `var` belongs to the whole cell, wherever it stands; one that exists already becomes an assignment. */
    function visitVar(node: ts.Node): ts.Node {
      const list = ts.isVariableStatement(node) ? node.declarationList : ts.isForStatement(node) || ts.isForInStatement(node) || ts.isForOfStatement(node) ? node.initializer : undefined;
      if (list === undefined || !ts.isVariableDeclarationList(list) || list.flags & ts.NodeFlags.BlockScoped) return node;
      const names = list.declarations.flatMap(({ name }) => namesIn(name));
      found.ready.push(...names);
      found.nested.push(...names);
      const fresh = names.filter(declare);
      if (fresh.length === names.length) return node;
      hoisted.push(...fresh);
      if (ts.isForInStatement(node)) return factory.updateForInStatement(node, targetOf(list.declarations[0]!.name), node.expression, node.statement);
      if (ts.isForOfStatement(node)) {
        return factory.updateForOfStatement(node, node.awaitModifier, targetOf(list.declarations[0]!.name), node.expression, node.statement);
      }
      const assigned = list.declarations.flatMap(({ name, initializer }) => (initializer ? [assign(targetOf(name), initializer)] : []));
      const all = assigned.length === 0 ? undefined : assigned.reduce((left, right) => factory.createComma(left, right));
      if (ts.isForStatement(node)) return factory.updateForStatement(node, all, node.condition, node.incrementor, node.statement);
      return all === undefined ? factory.createEmptyStatement() : factory.createExpressionStatement(factory.createParenthesizedExpression(all));
    }
  };
}

/** What stands inside of parentheses and type assertions. */
function withoutTypes(value: ts.Expression): ts.Expression {
  const ts = loadCompiler();
  if (ts.isParenthesizedExpression(value) || ts.isAsExpression(value) || ts.isSatisfiesExpression(value) || ts.isNonNullExpression(value)) {
    return withoutTypes(value.expression);
  }
  return value;
}

/** The names that a declaration binds, in order. */
export function namesIn(name: ts.BindingName): string[] {
  const ts = loadCompiler();
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : namesIn(element.name)));
}
