import { describeValue, FieldError } from "./field-error";

/** A record of an export: a JSON object, or a table row keyed by lower-case column name. */
export type Fields = { readonly [field: string]: unknown };

/** Whether a value is a JSON object, as opposed to a list, a text, a number or null. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The field's own value; names such as `__proto__` that an object inherits are not fields. */
export function fieldOf(record: unknown, field: string): unknown {
  return isFields(record) && Object.hasOwn(record, field) ? record[field] : undefined;
}

/** Whether the record has the field with a value in it. */
export function hasField(record: unknown, field: string): boolean {
  const value = fieldOf(record, field);
  return value !== undefined && value !== null && value !== "";
}

/** The objects of a list; an empty list where the field is absent or no list. */
export function readList(record: unknown, field: string): Fields[] {
  const value = fieldOf(record, field);
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** The objects of a list that stands either by itself or, as the platforms send it, in a field of an object. */
export function readListIn(value: unknown, field: string): Fields[] {
  return readList(Array.isArray(value) ? { [field]: value } : value, field);
}

/**
 * Read an identifier as text.
 *
 * A spreadsheet rewrites a long id as 1.01562E+16 and so destroys it; that is refused rather than joined to
 * wrong posts.
 *
 * @throws FieldError if the field is absent, empty or not an id
 */
export function readId(record: unknown, field: string, label = field): string {
  const id = readOptionalId(record, field, label);
  if (id === null) throw new FieldError(label, "an id", describeValue(fieldOf(record, field)));
  return id;
}

/**
 * Read an identifier as text, or null where it is absent.
 *
 * @throws FieldError if there is a value which is not an id
 */
export function readOptionalId(record: unknown, field: string, label = field): string | null {
  const value = fieldOf(record, field);
  if (value === undefined || value === null || value === "" || value === false) return null;
  if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
  if (typeof value === "string") {
    const id = value.trim();
    if (id === "" || id === "None" || id === "nan") return null;
    if (/^-?\d+(\.\d+)?e\+?\d+$/i.test(id)) {
      throw new FieldError(label, "an id in full", `${id}, as a spreadsheet shortens it; export again as text`);
    }
    // A column of ids with gaps comes out of pandas with a decimal point.
    if (/^-?\d+\.0$/.test(id)) return id.slice(0, -2);
    if (!/\s/.test(id)) return id;
  }
  throw new FieldError(label, "an id", describeValue(value));
}

/**
 * Read a count, or null where the export does not say.
 *
 * Thousands commas are understood, as is the decimal point that pandas adds to a column with gaps.
 *
 * @returns a whole number from 0 up, or null
 * @throws FieldError if there is a value which is not a count
 */
export function readCount(record: unknown, field: string, label = field): number | null {
  const value = fieldOf(record, field);
  if (value === undefined || value === null || typeof value === "boolean") return null;
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  if (typeof value === "string") {
    const digits = value.trim();
    if (/^(|n\/a|none|nan|null|-)$/i.test(digits)) return null;
    if (/^\d{1,15}(\.0)?$/.test(digits)) return Number(digits);
    if (/^\d{1,3}(,\d{3}){1,4}$/.test(digits)) return Number(digits.replaceAll(",", ""));
  }
  throw new FieldError(label, "a whole number from 0 up", describeValue(value));
}

/** Add counts of which some may be unknown; null when all are. */
export function sumCounts(counts: readonly (number | null)[]): number | null {
  const known = counts.filter((count): count is number => count !== null);
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
}

/**
 * Read a text; an absent one is empty, since a post may be only a picture.
 *
 * @throws FieldError if there is a value of another kind
 */
export function readText(record: unknown, field: string, label = field): string {
  const value = fieldOf(record, field);
  if (value === undefined || value === null) return "";
  // A post that is only a number comes as a number from a loosely typed tool.
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") throw new FieldError(label, "a text", describeValue(value));
  return value;
}

/** Whether a platform's flag is set: true, 1 or the text of either. */
export function readFlag(record: unknown, field: string): boolean {
  const value = fieldOf(record, field);
  return value === true || value === 1 || value === "1" || value === "true" || value === "True";
}
