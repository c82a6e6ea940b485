/**
 * Join a text of a notebook file: nbformat keeps it whole or as a list of lines, and both mean the same.
 *
 * @example
 * joinText(["a\n", "b"]); // "a\nb"
 */
export function joinText(text: unknown): string {
  return Array.isArray(text) ? text.join("") : String(text);
}
