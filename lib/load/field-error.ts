/** One field of a record that does not fit: which, what it needed, what was there. */
export class FieldError extends Error {
  override readonly name = "FieldError";

  constructor(
    readonly field: string,
    readonly needed: string,
    readonly found: string,
  ) {
    super(`${field}: needed ${needed}, found ${found}`);
  }
}

/**
 * Show a value in an error message, shortened, so that a message never carries a whole post.
 *
 * @example
 * describeValue("2021-13-01"); // '"2021-13-01"'
 * describeValue([1, 2]); // "a list of 2"
 */
export function describeValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (typeof value === "string") {
    return value === "" ? "an empty cell" : JSON.stringify(
      value.length > 40 ? `${value.slice(0, 40)}…` : value
    );
  }
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object") return "an object";
  return String(value);
}
