import type ts from "@tslab/typescript-for-tslab";

import { loadCompiler } from "./load-typescript.cjs";

/** The name under which a rewritten cell reaches the kernel; `running-cell.ts` is what stands there. */
export const CELL = "__cell__";

/** What rewriting a cell found out about it. */
export interface RewrittenCell {
  /** Modules in the order of their import; the rewritten code takes the i-th from `__cell__.modules[i]`. */
  readonly modules: string[];
  /** Names that the cell declares for the first time. */
  readonly fresh: Set<string>;
  /** Names that have their value before the first statement runs: functions, imports, `var`. */
  readonly ready: string[];
  /** Names of every `var` that stands inside of a block or a loop. */
  readonly nested: string[];
  /** Names that exist for the type checker alone: imported types, and what is only declared. */
  readonly types: Set<string>;
}

/** What the parts that rewrite a cell share: what is known, what was found, and how to write the usual phrases. */
export class CellRewriting {
  readonly ts = loadCompiler();
  readonly factory: ts.NodeFactory;
  readonly found: RewrittenCell = { modules: [], fresh: new Set(), ready: [], nested: [], types: new Set() };
  /** Names to declare at the top, because the place of their declaration turned into an assignment. */
  readonly hoisted: string[] = [];
  /** What is to be done before the first statement, in this order. */
  readonly imports: ts.Statement[] = [];
  readonly functions: ts.Statement[] = [];
  /** Rewrites what stands inside of a statement; set by `rewriteInside`. */
  visit: (node: ts.Node) => ts.Node = (node) => node;

  /** @param isKnown  whether an earlier cell has declared the name */
  constructor(
    readonly context: ts.TransformationContext,
    readonly checker: ts.TypeChecker,
    private readonly isKnown: (name: string) => boolean,
    readonly statements: readonly ts.Statement[],
  ) {
    this.factory = context.factory;
  }

  inner<T extends ts.Node>(node: T): T {
    return this.ts.visitNode(node, this.visit) as T;
  }

  /** Whether the cell is to declare the name; else it exists, and is to be assigned. */
  declare(name: string): boolean {
    if (this.isKnown(name) && !this.found.fresh.has(name)) return false;
    this.found.fresh.add(name);
    return true;
  }

  /** `__cell__.member` */
  cell(member: string): ts.Expression {
    return this.factory.createPropertyAccessExpression(this.factory.createIdentifier(CELL), member);
  }

  /** `__cell__.member(...args)` */
  call(member: string, ...args: ts.Expression[]): ts.Expression {
    return this.factory.createCallExpression(this.cell(member), undefined, args);
  }

  /** `name = value;` */
  assign(name: string, value: ts.Expression): ts.Statement {
    const { factory } = this;
    return factory.createExpressionStatement(factory.createAssignment(factory.createIdentifier(name), value));
  }

  /** Tell the kernel that names have got their value. */
  mark(names: readonly string[]): ts.Statement {
    const texts = names.map((name) => this.factory.createStringLiteral(name));
    return this.factory.createExpressionStatement(this.call("did", ...texts));
  }

  /** What is to come before the first statement. */
  prologue(): ts.Statement[] {
    const { factory, ts } = this;
    const declarations = this.hoisted.map((name) => factory.createVariableDeclaration(name));
    const list = factory.createVariableDeclarationList(declarations, ts.NodeFlags.None);
    return [
      ...(declarations.length === 0 ? [] : [factory.createVariableStatement(undefined, list)]),
      ...this.imports,
      ...this.functions,
      ...(this.found.ready.length === 0 ? [] : [this.mark(this.found.ready)]),
    ];
  }

  /** Whether a name stands for something that exists at run time. */
  isValue(name: ts.Node): boolean {
    const { checker, ts } = this;
    const symbol = checker.getSymbolAtLocation(name);
    if (symbol === undefined) return true;
    if (!(symbol.flags & ts.SymbolFlags.Alias)) return (symbol.flags & ts.SymbolFlags.Value) !== 0;
    const aliased = checker.getAliasedSymbol(symbol);
    return checker.isUnknownSymbol(aliased) || (aliased.flags & ts.SymbolFlags.Value) !== 0;
  }

  /** Whether a statement is there for the type checker alone. */
  isAmbient(statement: ts.Statement): boolean {
    const { ts } = this;
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return true;
    if (ts.isModuleDeclaration(statement) && !this.isValue(statement.name)) return true;
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
    return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) ?? false;
  }
}
