import type ts from "@tslab/typescript-for-tslab";

import { loadCompiler } from "./load-typescript.cjs";

/**
 * Find the name of the function among whose arguments a place is, where a reader asks what to write there.
 *
 * @param position  in UTF-16 units; the call need not be finished
 * @returns a place inside of the name, or undefined when the place is in no call
 */
export function calledAround(source: string, position: number): number | undefined {
  const ts = loadCompiler();
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);
  let innermost: number | undefined;
  const visit = (node: ts.Node): void => {
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && isAmongArguments(node, source, position))
      innermost = node.expression.getEnd() - 1;
    node.forEachChild(visit);
  };
  visit(file);
  return innermost;
}

function isAmongArguments(node: ts.CallExpression | ts.NewExpression, source: string, position: number): boolean {
  const open = source.indexOf("(", node.typeArguments?.end ?? node.expression.getEnd());
  const isClosed = source[node.getEnd() - 1] === ")" && node.arguments?.end !== node.getEnd();
  // What an unfinished call ends with is still to come.
  const end = isClosed ? node.getEnd() - 1 : source.length;
  return open >= 0 && open < position && position <= end;
}
