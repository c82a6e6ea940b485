import ts from "@tslab/typescript-for-tslab";

/** `Math.random` for `Math.random`, `Math["random"]`, `(Math)?.random` and `globalThis.Math.random`. */
export function pathOf(node: ts.Expression): string {
  const parts = (one: ts.Expression): string[] => {
    if (ts.isParenthesizedExpression(one) || ts.isNonNullExpression(one) || ts.isAsExpression(one))
      return parts(one.expression);
    if (ts.isPropertyAccessExpression(one)) return [...parts(one.expression), one.name.text];
    if (ts.isElementAccessExpression(one) && ts.isStringLiteralLike(one.argumentExpression))
      return [...parts(one.expression), one.argumentExpression.text];
    return [one.getText().replace(/\s+|\?/g, "")];
  };
  const [first = "", ...rest] = parts(node);
  return (first === "globalThis" && rest.length > 0 ? rest : [first, ...rest]).join(".");
}
