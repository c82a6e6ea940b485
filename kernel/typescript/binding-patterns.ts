import type ts from "@tslab/typescript-for-tslab";

import type { CellRewriting } from "./cell-rewriting";
import { loadCompiler } from "./load-typescript.cjs";

/** The names that a declaration binds, in order. */
export function namesIn(name: ts.BindingName): string[] {
  const ts = loadCompiler();
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : namesIn(element.name)));
}

/** A pattern that declares, as one that assigns: `{ a: [b = 1] }` of `const` as that of an expression. */
export function assignmentTarget(rewriting: CellRewriting, name: ts.BindingName): ts.Expression {
  const { ts, factory } = rewriting;
  if (ts.isIdentifier(name)) return factory.createIdentifier(name.text);
  if (ts.isArrayBindingPattern(name)) {
    return factory.createArrayLiteralExpression(
      name.elements.map((element) => {
        if (ts.isOmittedExpression(element)) return element;
        const target = withDefault(rewriting, element);
        return element.dotDotDotToken ? factory.createSpreadElement(target) : target;
      }),
    );
  }
  return factory.createObjectLiteralExpression(
    name.elements.map((element) => {
      if (element.dotDotDotToken)
        return factory.createSpreadAssignment(assignmentTarget(rewriting, element.name));
      const key = element.propertyName ?? factory.createIdentifier((element.name as ts.Identifier).text);
      return factory.createPropertyAssignment(rewriting.inner(key), withDefault(rewriting, element));
    }),
  );
}

function withDefault(rewriting: CellRewriting, { name, initializer }: ts.BindingElement): ts.Expression {
  const { ts, factory } = rewriting;
  const target = assignmentTarget(rewriting, name);
  if (initializer === undefined) return target;
  const value = rewriting.inner(initializer);
  return factory.createAssignment(
    target,
    ts.isIdentifier(name) ? keepName(rewriting, name.text, value) : value,
  );
}

/** `const f = () => 1` names the function "f"; so does `{ f: () => 1 }.f`, and an assignment of it keeps the name. */
export function keepName(rewriting: CellRewriting, name: string, value: ts.Expression): ts.Expression {
  const { ts } = rewriting;
  const bare = withoutTypes(value);
  const canBeNameless = ts.isFunctionExpression(bare) || ts.isClassExpression(bare);
  const isNameless = ts.isArrowFunction(bare) || (canBeNameless && bare.name === undefined);
  return isNameless && name !== "__proto__" ? named(rewriting, name, value) : value;
}

/** `({ name: value }).name` */
export function named({ factory }: CellRewriting, name: string, value: ts.Expression): ts.Expression {
  const object = factory.createObjectLiteralExpression([factory.createPropertyAssignment(name, value)]);
  return factory.createPropertyAccessExpression(factory.createParenthesizedExpression(object), name);
}

/** What stands inside of parentheses and type assertions. */
function withoutTypes(value: ts.Expression): ts.Expression {
  const ts = loadCompiler();
  const isWrapper =
    ts.isParenthesizedExpression(value) ||
    ts.isAsExpression(value) ||
    ts.isSatisfiesExpression(value) ||
    ts.isNonNullExpression(value);
  return isWrapper ? withoutTypes(value.expression) : value;
}
