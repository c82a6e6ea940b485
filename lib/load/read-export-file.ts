import type { ExportFile } from "./list-export-files";
import type { PostIntake } from "./post-intake";
import { readJsonExport } from "./read-json-export";
import { readTableExport } from "./read-table-export";
import { type FileEncoding, newFileEncoding, readTextChunks } from "./read-text-chunks";

/**
 * Read one file, whatever it is, filling the intake; yields now and then, so that what the intake holds can
 * be taken.
 *
 * JSON begins with a bracket, a page with "<", and what is neither is taken for a table.
 */
export async function* readExportFile(file: ExportFile, intake: PostIntake): AsyncGenerator<void> {
  const encoding = newFileEncoding();
  const chunks = readTextChunks(file.path, encoding);
  try {
    const head = await readHead(chunks);
    const start = head.trimStart();
    const text = after(head, chunks);
    if (encoding.broken === null && start === "") intake.fileProblem("JSON or CSV", "an empty file");
    else if (start.startsWith("<")) intake.fileProblem(
      "JSON or CSV", `${titleOf(start)}; download the export again`,
    );
    else if (start.startsWith("{") || start.startsWith("[")) yield* readJsonExport(text, intake);
    else if (start !== "") yield* readTableExport(head, text, intake);
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
