import type { JsonPiece } from "./cut-json";
import { describeValue } from "./field-error";
import type { PostIntake } from "./post-intake";
import { type Fields, fieldOf, hasField, isFields, readList } from "./read-field";
import { readJsonPieces } from "./read-json-pieces";
import { isOdnoklassnikiFeed } from "./odnoklassniki-api";
import { recogniseRecord } from "./recognise-export";
import { isVkontakteProfile } from "./vkontakte-api";

/**
 * Lists beside the records that are not read: people, whose names a corpus does not need, and titles said
 * elsewhere.
 */
const IGNORED = new Set(["profiles", "users", "themes"]);

/** Lists and objects around the records, as the platforms and the tools write them. */
const CONTAINERS = [
  "response", "result", "post", "discussion", "discussions", "media_topics", "comments", "items", "posts", "data",
  "wall", "group_posts_v2", "group_comments_v2", "comments_v2", "feeds", "entities", "groups", ...IGNORED,
];

/** Those of them that are gone into without holding them whole. */
const OPENED = new Set([
  "response", "response.items", "response.posts", "response.groups", "response.profiles", "items", "groups",
  "profiles", "wall", "feeds", "result", "result.posts", "posts", "data", "comments", "discussions", "media_topics", "entities",
  "entities.media_topics", "entities.groups", "entities.users", "entities.themes", "group_posts_v2",
  "group_comments_v2", "comments_v2",
]);

/** What a script keeps by community or post: `{"-101": {"items": []}}`. */
const NUMBER_KEY = /^-?\d+$/;
const OPENED_BY_NUMBER = /^-?\d+(?:\.(?:items|posts|wall|comments))?$/;

/** Read a JSON file: find the records in it, and have each read by its kind. */
export async function* readJsonExport(text: AsyncIterable<string>, intake: PostIntake): AsyncGenerator<void> {
  const pieces = readJsonPieces(text, (path) => OPENED.has(path) || OPENED_BY_NUMBER.test(path));
  for (;;) {
    const next = await pieces.next();
    if (next.done === true) {
      if (next.value !== null) {
        const { line, needed, found } = next.value;
        intake.fileProblem(needed, `${found}; the ${intake.recordsInFile} records before were read`, line);
      }
      return;
    }
    for (const piece of next.value) readPiece(piece, intake);
    yield;
  }
}

function readPiece({ path, index, line, value }: JsonPiece, intake: PostIntake): void {
  if (IGNORED.has(path?.slice(path.lastIndexOf(".") + 1) ?? "")) return;
  intake.line = line;
  // A root value needs no place beside its line.
  const where = path === null ? "" : `${path}[${index}]`;
  if (value === undefined) intake.malformed(where, "JSON", "text that is not JSON");
  else if (isFields(value) || Array.isArray(value)) walk(value, where, intake);
  else if (value === false) failedCall(where, intake);
  // Numbers in a list are counts: the API before version 5 begins its lists with one.
  else if (path === null) intake.malformed(where, "a JSON object or list", describeValue(value));
}

/** Go through containers to the records in them. */
function walk(value: unknown, where: string, intake: PostIntake): void {
  if (Array.isArray(value)) {
    value.forEach((element, i) => {
      if (element === false) failedCall(`${where}[${i}]`, intake);
      else walk(element, `${where}[${i}]`, intake);
    });
    return;
  }
  if (!isFields(value)) return;
  if (Object.hasOwn(value, "__proto__")) {
    intake.note('has the key "__proto__", which no export has; it was ignored', true);
  }
  const error = errorOf(value);
  if (error !== null) {
    intake.fileProblem("posts", `the API's answer ${error}; ask the platform again`, intake.line);
    return;
  }
  const format = recogniseRecord(value);
  if (format !== null) {
    intake.useFormat(format.name);
    intake.attempt(where, () => format.read(value, intake));
    return;
  }
  const errors = readList(value, "execute_errors");
  for (const failed of errors) reportCall(failed, intake);
  const inner = containersOf(value);
  for (const key of inner) {
    const held = fieldOf(value, key);
    // Odnoklassniki sends entities of many kinds beside its topics, or none.
    const isBeside = key === "entities" && isFields(held) && containersOf(held).length === 0;
    if (!IGNORED.has(key) && !isBeside) walk(held, where === "" ? key : `${where}.${key}`, intake);
  }
  if (inner.length + errors.length > 0 || isVkontakteProfile(value) || isOdnoklassnikiFeed(value)) return;
  const keys = Object.keys(value).filter((key) => key !== "__proto__");
  const found =
    keys.length === 0 ? "an object without fields" : `an object with the fields ${keys.slice(0, 8).join(", ")}`;
  intake.malformed(where, "a record of a known export format", found.slice(0, 160));
}

function containersOf(value: Fields): string[] {
  return [...CONTAINERS, ...Object.keys(value).filter((key) => NUMBER_KEY.test(key))].filter(
    (key) => isFields(fieldOf(value, key)) || Array.isArray(fieldOf(value, key))
  );
}

/** VKontakte's `execute` puts false where a call of it failed, such as that for a closed wall. */
function failedCall(where: string, intake: PostIntake): void {
  intake.malformed(where, "posts", "false, which VKontakte's execute gives for a call that failed; ask for it again");
}

/** Report why a call inside VKontakte's `execute` failed. */
function reportCall(failed: Fields, intake: PostIntake): void {
  const method = String(fieldOf(failed, "method") ?? "a call").slice(0, 40);
  const code = String(fieldOf(failed, "error_code") ?? "").slice(0, 10);
  const message = String(fieldOf(failed, "error_msg") ?? "").slice(0, 80);
  intake.fileProblem(
    `posts of ${method}`, `the API's answer "error ${code}: ${message}"; ask the platform again`, intake.line,
  );
}

/** The error that an API answered instead of posts, or null. */
function errorOf(value: Fields): string | null {
  const error = fieldOf(value, "error");
  const holder = isFields(error) ? error : value;
  const code = fieldOf(holder, "error_code") ?? (isFields(error) ? fieldOf(error, "code") : undefined);
  const message = fieldOf(holder, "error_msg") ?? fieldOf(holder, "message");
  const isError = isFields(error) || typeof error === "string" || hasField(value, "error_code") ||
    (Number(fieldOf(value, "status")) >= 400 && fieldOf(value, "result") === undefined);
  if (!isError) return null;
  const what = code ?? fieldOf(value, "status") ?? "";
  return `"error ${String(what)}: ${String(message ?? (typeof error === "string" ? error : "")).slice(0, 80)}"`;
}
