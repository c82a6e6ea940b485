import { recogniseRecord, recogniseTable } from "./recognise-export";
import { authorKey } from "./author-key";
import type { JsonPiece } from "./cut-json";
import type { TableFormat } from "./export-record";
import { describeValue, FieldError } from "./field-error";
import { type ExportFile, listExportFiles } from "./list-export-files";
import { LoadAccount } from "./load-account";
import { PostIntake } from "./post-intake";
import type { CommunityInfo, Post } from "./post";
import { type Fields, fieldOf, hasField, isFields } from "./read-field";
import { readJsonPieces } from "./read-json-pieces";
import { type FileEncoding, newFileEncoding, readTextChunks } from "./read-text-chunks";
import { readTableRows } from "./read-table-rows";
import { isVkontakteProfile } from "./vkontakte-api";
import { zoneOffsetMinutes } from "./zone-offset";

/** How to load a corpus folder. */
export interface LoadOptions {
  /** Stop with an Error at the first record that does not fit, instead of reporting it. Default false. */
  readonly strict?: boolean;
  /** Zone of written times that name none, as `zoneOffsetMinutes` takes it. Default "UTC"; the account says when it was used. */
  readonly zone?: string;
  /** Secret for the authors' hashes. Default: this machine's own, made on first use; see `authorKey`. */
  readonly authorKey?: string;
  /** Leave e-mails, phone numbers, card numbers and @handles in the text. Default false. */
  readonly keepContacts?: boolean;
}

/**
 * Read every export in a corpus folder, post by post, holding none of them.
 *
 * Iterating gives groups of posts, each post once: the first copy of it. Number them from 0 in the order they come.
 * Some things are known only at the end: the larger counts of a later copy, the name of a community, the community of a
 * comment whose post came later. `settle` puts them into a post; `account` and `communities` are complete then too.
 *
 * @example
 * loadExports.name; // "loadExports"
 */
export function loadExports(folder: string, options: LoadOptions = {}): ExportStream {
  return new ExportStream(folder, options);
}

/** Posts of a corpus folder as they are read; made by `loadExports`. */
export class ExportStream implements AsyncIterable<readonly Post[]> {
  readonly account = new LoadAccount();
  private readonly intake: PostIntake;

  constructor(
    private readonly folder: string,
    options: LoadOptions,
  ) {
    const zone = options.zone ?? "UTC";
    zoneOffsetMinutes(zone, 0);
    this.intake = new PostIntake(this.account, {
      strict: options.strict ?? false,
      zone,
      authorKey: options.authorKey ?? authorKey(),
      keepContacts: options.keepContacts ?? false,
    });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<readonly Post[]> {
    const { files, notes, problems } = listExportFiles(this.folder);
    this.account.notes.push(...notes);
    for (const { file, needed, found } of problems) {
      this.intake.problem({ file, line: null, record: null, field: null, needed, found });
    }
    for (const file of files) {
      this.intake.openFile(file);
      for await (const _ of readExportFile(file, this.intake)) {
        const posts = this.intake.take();
        if (posts.length > 0) yield posts;
      }
      this.intake.closeFile();
      const posts = this.intake.take();
      if (posts.length > 0) yield posts;
    }
    this.intake.finish();
  }

  /**
   * The post as it stands when everything has been read.
   *
   * @param number  the post's number in the order of iteration, from 0
   */
  settle(post: Post, number: number): Post {
    return this.intake.settle(post, number);
  }

  /** What the exports say of communities, by platform and id. */
  get communities(): readonly CommunityInfo[] {
    return this.intake.communityList();
  }
}

/** Lists beside the records that are not read: people, whose names a corpus does not need, and titles said elsewhere. */
const IGNORED = new Set(["profiles", "users", "themes"]);

/** Lists and objects around the records, as the platforms and the tools write them. */
const CONTAINERS = [
  "response", "result", "discussion", "discussions", "media_topics", "comments", "items", "posts", "data",
  "group_posts_v2", "group_comments_v2", "comments_v2", "feeds", "entities", "groups", ...IGNORED,
];

/** Those of them that are gone into without holding them whole. */
const OPENED = new Set([
  "response", "response.items", "response.posts", "response.groups", "response.profiles", "items", "groups", "profiles",
  "result", "result.posts", "posts", "data", "comments", "discussions", "media_topics", "entities", "entities.media_topics",
  "entities.groups", "entities.users", "entities.themes", "group_posts_v2", "group_comments_v2", "comments_v2",
]);

/** Read one file, filling the intake; yields now and then, so that what it holds can be taken. */
async function* readExportFile(file: ExportFile, intake: PostIntake): AsyncGenerator<void> {
  const encoding = newFileEncoding();
  const chunks = readTextChunks(file.path, encoding);
  try {
    const head = await readHead(chunks);
    const start = head.trimStart();
    const text = after(head, chunks);
    if (encoding.broken === null && start === "") intake.fileProblem("JSON or CSV", "an empty file");
    else if (start.startsWith("<")) intake.fileProblem("JSON or CSV", `${titleOf(start)}; download the export again`);
    else if (start.startsWith("{") || start.startsWith("[")) yield* readJsonFile(text, intake);
    else if (start !== "") yield* readTableFile(head, text, intake);
    reportEncoding(encoding, intake);
  } finally {
    // A file given up half way is closed here.
    await chunks.return(undefined);
  }
}

/** The first text of a file, enough to see what it is: a line end, or 64 kB. */
async function readHead(chunks: AsyncGenerator<string>): Promise<string> {
  let head = "";
  while (head.length < 1 << 16 && !head.trimStart().includes("\n")) {
    const next = await chunks.next();
    if (next.done === true) break;
    head += next.value;
  }
  return head;
}

async function* after(head: string, chunks: AsyncGenerator<string>): AsyncGenerator<string> {
  yield head;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
}

function titleOf(html: string): string {
  const title = /<title[^>]*>([^<]{1,80})/i.exec(html)?.[1]?.trim();
  const isHtml = /^<(!doctype html|html|head|body|!--)/i.test(html);
  return `${isHtml ? "an HTML page" : "XML or HTML"}${title === undefined ? "" : ` titled "${title}"`}`;
}

function reportEncoding(encoding: FileEncoding, intake: PostIntake): void {
  intake.describeFile(`${encoding.name}${encoding.compressed ? ", gzipped" : ""}`);
  if (encoding.broken !== null) intake.fileProblem(encoding.broken.needed, encoding.broken.found);
  if (encoding.name !== "UTF-8") intake.note(`read as ${encoding.name}, because its bytes are not UTF-8`, true);
  if (encoding.undecoded > 0) {
    intake.note(`holds ${encoding.undecoded} characters that could not be decoded and stand as U+FFFD`, true);
  }
}

async function* readJsonFile(text: AsyncIterable<string>, intake: PostIntake): AsyncGenerator<void> {
  const pieces = readJsonPieces(text, (path) => OPENED.has(path));
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
  // Numbers in a list are counts: the API before version 5 begins its lists with one.
  else if (path === null) intake.malformed(where, "a JSON object or list", describeValue(value));
}

/** Go through containers to the records in them. */
function walk(value: unknown, where: string, intake: PostIntake): void {
  if (Array.isArray(value)) {
    value.forEach((element, i) => walk(element, `${where}[${i}]`, intake));
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
  const inner = CONTAINERS.filter((key) => isFields(fieldOf(value, key)) || Array.isArray(fieldOf(value, key)));
  for (const key of inner) if (!IGNORED.has(key)) walk(fieldOf(value, key), where === "" ? key : `${where}.${key}`, intake);
  if (inner.length > 0 || isVkontakteProfile(value)) return;
  const keys = Object.keys(value).filter((key) => key !== "__proto__");
  const found = keys.length === 0 ? "an object without fields" : `an object with the fields ${keys.slice(0, 8).join(", ")}`;
  intake.malformed(where, "a record of a known export format", found.slice(0, 160));
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

async function* readTableFile(head: string, text: AsyncIterable<string>, intake: PostIntake): AsyncGenerator<void> {
  const delimiter = delimiterOf(head);
  let table: { format: TableFormat; columns: readonly string[] } | null = null;
  for await (const rows of readTableRows(text, delimiter)) {
    for (const row of rows) {
      intake.line = row.line;
      if ("needed" in row) {
        intake.malformed("", row.needed, row.found);
        continue;
      }
      const first = (row.cells[0] ?? "").replace(/^\ufeff/, "");
      if (table !== null && !table.columns.includes(first.trim().toLowerCase())) {
        readRow(row.cells, table, intake);
        continue;
      }
      // The first row is the header; files joined end to end repeat it, perhaps with other columns.
      const header = row.cells.map((name) => name.replace(/^\ufeff/, "").trim());
      const format = recogniseTable(header);
      if (format === null) {
        if (table !== null) {
          readRow(row.cells, table, intake);
          continue;
        }
        intake.fileProblem("the columns of a known export format", `the columns ${header.slice(0, 12).join(", ").slice(0, 200)}`, row.line);
        return;
      }
      const columns = header.map((name) => name.toLowerCase());
      const missing = format.needed.filter((name) => !columns.includes(name));
      if (missing.length > 0) {
        intake.useFormat(format.name);
        intake.fileProblem(`the columns ${format.needed.join(", ")} of ${format.name}`, `no ${missing.join(", no ")}`, row.line);
        return;
      }
      if (table !== null) intake.note("repeats its header; the copies were passed over", true);
      intake.useFormat(format.name);
      table = { format, columns };
    }
    yield;
  }
}

function readRow(
  cells: readonly string[], { format, columns }: { format: TableFormat; columns: readonly string[] }, intake: PostIntake,
): void {
  intake.attempt("", () => {
    if (cells.length !== columns.length) {
      throw new FieldError("row", `${columns.length} cells, as in the header`, `${cells.length}`);
    }
    const row = Object.create(null) as Record<string, string>;
    for (let i = 0; i < columns.length; i += 1) row[columns[i]!] = cells[i]!;
    format.read(row, intake);
  });
}

/** The separator that makes a known header of the first line; a comma where none does. */
function delimiterOf(head: string): string {
  const line = head.trimStart().split(/\r?\n/, 1)[0]!;
  const split = (by: string): string[] => line.split(by).map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
  const known = [",", ";", "\t"].find((by) => recogniseTable(split(by)) !== null);
  if (known !== undefined) return known;
  return [",", ";", "\t"].reduce((best, by) => (split(by).length > split(best).length ? by : best));
}
