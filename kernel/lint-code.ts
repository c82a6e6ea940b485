import ts from "@tslab/typescript-for-tslab";

import { lintDraws } from "./lint-draws";
import { pathOf } from "./path-of";

/** One broken rule in the code of a cell. */
export interface CodeFinding {
  /** From 1, within the cell. */
  readonly line: number;
  readonly rule: string;
  /** What is needed and what was found. */
  readonly message: string;
}

/** What a cell's code breaks, and the names it shares with other cells. */
export interface CodeReport {
  readonly findings: readonly CodeFinding[];
  /** Names declared at the top level of the cell, imports included, with the line of each. */
  readonly declared: ReadonlyMap<string, number>;
  /** Names that the cell assigns a value to without declaring them. */
  readonly assigned: ReadonlyMap<string, number>;
}

const CLOCKS = ["Date.now", "performance.now", "process.hrtime", "process.hrtime.bigint", "process.uptime"];
const WRITES = /^(write|append|mk|rm|unlink|rename|copyFile|truncate|createWriteStream|symlink|link)/;
// An address such as /groups/bishkek is a path too, so only the roots of real file systems count.
const ABSOLUTE =
  /^(?:file:\/\/|[A-Za-z]:[\\/]|\\\\|\/(?:home|Users|root|tmp|var|etc|mnt|media|opt|srv|usr|private)(?:\/|$))/;

/**
 * Find what the code of one notebook cell must not do.
 *
 * The rules keep a notebook repeatable (no clock, no unseeded randomness, no network, no files written, no path
 * that holds on one machine only) and readable (named imports, no `console.log` where a last expression shows
 * the value, no loop or branch that deserves a named function with a test). The code is parsed, so that a word
 * in a text or in a comment breaks no rule.
 *
 * @param source  TypeScript of one cell
 */
export function lintCode(source: string): CodeReport {
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
  const findings: CodeFinding[] = [];
  const lineAt = (position: number): number => file.getLineAndCharacterOfPosition(position).line + 1;
  const report = (node: ts.Node, rule: string, message: string): void => {
    findings.push({ line: lineAt(node.getStart()), rule, message });
  };

  lintDraws(file, (node, message) => report(node, "unseeded-random", message));
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) lintImport(node, report);
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) lintCall(node, report);
    if (ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent)) lintPath(node, report);
    if (isBlockStatement(node)) {
      const lines = lineAt(node.getEnd()) - lineAt(node.getStart()) + 1;
      const kind = ts.isIfStatement(node) ? "branch" : "loop";
      if (lines > 1) {
        report(
          node,
          "block",
          `a ${kind} must fit one line or be a function of lib with a test, found ${lines} lines`,
        );
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);

  const declared = new Map<string, number>();
  for (const statement of file.statements) {
    for (const name of declaredBy(statement)) declared.set(name.text, lineAt(name.getStart()));
  }
  const assigned = new Map<string, number>();
  for (const name of assignedIn(file))
    if (!declared.has(name.text)) assigned.set(name.text, lineAt(name.getStart()));
  findings.sort((a, b) => a.line - b.line);
  return { findings, declared, assigned };
}

type Report = (node: ts.Node, rule: string, message: string) => void;

function lintImport(node: ts.ImportDeclaration, report: Report): void {
  const from = ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : "";
  const bindings = node.importClause?.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) {
    report(node, "wildcard-import", `names must be imported one by one, found "* as ${bindings.name.text}"`);
  }
  if (/^\.\.?\/(?:.*\/)?\.\.(?:\/|$)|^\.\.(?:\/|$)/.test(from)) {
    report(
      node,
      "import-path",
      `an import must start at the project's folder, as "./lib/…" does, found "${from}"`,
    );
  }
  if (ABSOLUTE.test(from) || from.startsWith("/")) {
    report(node, "absolute-path", `a path must hold on every machine, found "${from}"`);
  }
}

function lintCall(node: ts.CallExpression | ts.NewExpression, report: Report): void {
  const name = pathOf(node.expression);
  const last = name.split(".").at(-1) ?? "";
  const nArguments = node.arguments?.length ?? 0;
  if (CLOCKS.includes(name) || (name === "Date" && nArguments === 0)) {
    const found = ts.isNewExpression(node) ? "new Date()" : `${name}()`;
    report(node, "clock", `a result must not depend on when it runs, found ${found}`);
  }
  if (/^console\.(log|info|debug|dir|table)$/.test(name)) {
    report(node, "console", `the cell's last expression must show the value, found ${name}()`);
  }
  if (name === "fetch" || /^https?\.(get|request)$/.test(name)) {
    report(node, "network", `a notebook must run without a network, found ${name}()`);
  }
  if (WRITES.test(last) && (/^(fs|fsPromises|promises)\./.test(name) || /(File|Sync|Stream)$/.test(last))) {
    report(node, "file-write", `a notebook must write no file, found ${name}()`);
  }
}

function lintPath(node: ts.StringLiteralLike, report: Report): void {
  if (ABSOLUTE.test(node.text))
    report(node, "absolute-path", `a path must hold on every machine, found "${node.text}"`);
  if (/^\.\.[\\/]/.test(node.text)) {
    report(
      node,
      "import-path",
      `a path must start at the project's folder, as "data/…" does, found "${node.text}"`,
    );
  }
}

function isBlockStatement(node: ts.Node): node is ts.IterationStatement | ts.IfStatement | ts.SwitchStatement {
  const isElseIf =
    ts.isIfStatement(node) && ts.isIfStatement(node.parent) && node.parent.elseStatement === node;
  return (
    ts.isIterationStatement(node, false) || ts.isSwitchStatement(node) || (ts.isIfStatement(node) && !isElseIf)
  );
}

/** The names a top-level statement declares. */
function declaredBy(statement: ts.Statement): ts.Identifier[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => namesIn(name));
  }
  if (ts.isImportDeclaration(statement)) {
    const { name, namedBindings } = statement.importClause ?? {};
    const named =
      namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements.map((one) => one.name) : [];
    const all = namedBindings && ts.isNamespaceImport(namedBindings) ? [namedBindings.name] : [];
    return [...(name ? [name] : []), ...named, ...all];
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  return isNamed && statement.name ? [statement.name] : [];
}

function namesIn(binding: ts.BindingName): ts.Identifier[] {
  if (ts.isIdentifier(binding)) return [binding];
  return binding.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []));
}

/** Names that stand left of an assignment or beside `++` or `--`, wherever in the cell. */
function assignedIn(file: ts.SourceFile): ts.Identifier[] {
  const names: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    const isAssignment =
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      node.operatorToken.kind <= ts.SyntaxKind.LastAssignment;
    if (isAssignment && ts.isIdentifier(node.left)) names.push(node.left);
    const isStep =
      (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) &&
      (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken);
    if (isStep && ts.isIdentifier(node.operand)) names.push(node.operand);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}
