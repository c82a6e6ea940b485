import { inspect } from "node:util";

import { type Displayable, type MimeBundle, jupyterDisplay } from "./mime-bundle";

type Publish = (bundle: MimeBundle, options?: { displayId?: string; update?: boolean }) => void;

/**
 * Show a value before the cell ends, so that one cell can show several.
 *
 * In a notebook the value appears as it would as the last expression; elsewhere its plain text is printed. Await
 * it: a figure is drawn before it is shown, and without `await` it may appear under a later cell.
 *
 * @param value  anything; a table, a plot or a claim shows itself
 * @returns a promise that is kept when the value has been handed over: `await` it to keep the order of
 *   outputs
 */
export async function display(value: unknown): Promise<void> {
  const bundle = isDisplayable(value) ? await value[jupyterDisplay]() : { "text/plain": inspect(value) };
  const publish = (globalThis as { [key: symbol]: unknown })[Symbol.for("clicks-to-streets.publish")];
  if (typeof publish === "function") (publish as Publish)(bundle);
  else console.log(String(bundle["text/plain"] ?? inspect(value)));
}

function isDisplayable(value: unknown): value is Displayable {
  return typeof (value as Partial<Displayable> | null | undefined)?.[jupyterDisplay] === "function";
}
