import ts from "@tslab/typescript-for-tslab";

import { pathOf } from "./path-of";

/** Names of `crypto` that give other values each time, wherever they stand. */
const RANDOM = ["randomUUID", "randomBytes", "randomInt", "randomFill", "randomFillSync", "getRandomValues"];
/** Functions of simple-statistics that draw, and which argument, from 0, is their source of random numbers. */
const DRAWS: ReadonlyMap<string, number> = new Map([
  ["shuffle", 1],
  ["shuffleInPlace", 1],
  ["sample", 2],
  ["sampleWithReplacement", 2],
  ["kMeansCluster", 2],
  ["permutationTest", 4],
]);

type Report = (node: ts.Node, message: string) => void;

/**
 * Find what a cell draws at random without a seed.
 *
 * `Math.random` and its like in `crypto` have no seed at all. The functions of simple-statistics take a source of
 * random numbers as their last argument; they are known by name, since a cell uses what an earlier one imported, unless
 * the cell says that the name is another's. Tables of arquero draw after `seed(7)` in the same cell, frames of
 * danfojs with `{ seed: 7 }` among the options.
 *
 * @param file    the parsed cell, with parents set
 * @param report  called with each place and what is wrong there
 */
export function lintDraws(file: ts.SourceFile, report: Report): void {
  const rules = new DrawRules(file, report);
  const visit = (node: ts.Node): void => {
    rules.lint(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
}

/** Finds what draws at random without a seed in the cell. */
class DrawRules {
  /** Names that the cell imports, with where from and under which name; null for what it declares itself. */
  private readonly origins = new Map<string, { readonly from: string; readonly name: string } | null>();
  /** Where the cell seeds arquero, as positions in its source. */
  private readonly seeds: number[] = [];

  constructor(
    file: ts.SourceFile,
    private readonly report: Report,
  ) {
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node)) this.addImports(node);
      else if (isDeclaration(node) && node.name && ts.isIdentifier(node.name))
        this.origins.set(node.name.text, null);
      if (ts.isCallExpression(node) && /(?:^|\.)seed$/.test(pathOf(node.expression)) && isGiven(node, 0)) {
        this.seeds.push(node.getStart());
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }

  lint(node: ts.Node): void {
    if (ts.isImportSpecifier(node) && RANDOM.includes((node.propertyName ?? node.name).text)) {
      this.add(node, node.getText());
    }
    if (ts.isVariableDeclaration(node)) this.lintUnpacking(node);
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) this.lintAccess(node);
    if (ts.isCallExpression(node)) this.lintCall(node);
  }

  private addImports({ importClause, moduleSpecifier }: ts.ImportDeclaration): void {
    const from = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : "";
    if (importClause?.name) this.origins.set(importClause.name.text, { from, name: "default" });
    const bindings = importClause?.namedBindings;
    if (!bindings) return;
    if (ts.isNamespaceImport(bindings)) this.origins.set(bindings.name.text, { from, name: "*" });
    else
      for (const { name, propertyName } of bindings.elements)
        this.origins.set(name.text, { from, name: (propertyName ?? name).text });
  }

  /** `const { random } = Math`. */
  private lintUnpacking({ name, initializer }: ts.VariableDeclaration): void {
    if (!ts.isObjectBindingPattern(name) || initializer === undefined) return;
    const isMath = pathOf(initializer) === "Math";
    for (const element of name.elements) {
      const key = (element.propertyName ?? element.name).getText().replace(/^["']|["']$/g, "");
      if (RANDOM.includes(key) || (isMath && key === "random"))
        this.add(element, `${key} of ${initializer.getText()}`);
    }
  }

  /** `Math.random`, called or passed on, in whatever way it is written. */
  private lintAccess(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): void {
    const path = pathOf(node);
    const last = path.split(".").at(-1) ?? "";
    const isCalled = ts.isCallExpression(node.parent) && node.parent.expression === node;
    const isArquero = /(?:^|\.)op\.random$/.test(path) && !this.isSeededBefore(node);
    if (path === "Math.random" || RANDOM.includes(last) || isArquero)
      this.add(node, `${path}${isCalled ? "()" : ""}`);
  }

  private lintCall(node: ts.CallExpression): void {
    const callee = node.expression;
    if (ts.isIdentifier(callee)) {
      const origin = this.origins.get(callee.text);
      if (origin === null) return;
      const isTheirs = origin === undefined || origin.from === "simple-statistics";
      if (isTheirs) this.lintDraw(node, origin?.name ?? callee.text);
      if (RANDOM.includes(callee.text)) this.add(node, `${callee.text}()`);
      return;
    }
    const path = pathOf(callee);
    const [first = "", ...rest] = path.split(".");
    const last = rest.at(-1) ?? "";
    if (this.origins.get(first)?.from === "simple-statistics") return this.lintDraw(node, last);
    if (last !== "sample" || this.isSeededBefore(node) || node.arguments.some(hasSeed)) return;
    this.add(node, `${path}() with no seed() before it and no seed among its options`);
  }

  private lintDraw(node: ts.CallExpression, name: string): void {
    const source = DRAWS.get(name);
    if (source !== undefined && !isGiven(node, source)) {
      this.add(node, `${name}() without its source of random numbers, argument ${source + 1}`);
    }
  }

  private isSeededBefore(node: ts.Node): boolean {
    return this.seeds.some((position) => position < node.getStart());
  }

  private add(node: ts.Node, found: string): void {
    this.report(node, `randomness must come from a seed in the cell, found ${found}`);
  }
}

function isDeclaration(
  node: ts.Node,
): node is ts.VariableDeclaration | ts.ParameterDeclaration | ts.BindingElement | ts.FunctionDeclaration {
  return (
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isFunctionDeclaration(node)
  );
}

/** Whether a call has the argument at this place; a spread may hold it, and null or undefined is none. */
function isGiven({ arguments: given }: ts.CallExpression, place: number): boolean {
  const argument = given[place];
  if (argument === undefined) return given.some(ts.isSpreadElement);
  return !/^(?:undefined|null|NaN)$/.test(argument.getText());
}

function hasSeed(argument: ts.Expression): boolean {
  return (
    ts.isObjectLiteralExpression(argument) &&
    argument.properties.some((property) => property.name?.getText().replace(/^["']|["']$/g, "") === "seed")
  );
}
