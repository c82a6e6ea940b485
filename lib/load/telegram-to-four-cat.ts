import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A message of a public channel, as the file holds it. */
export interface TelegramMessage {
  readonly message_id: number;
  readonly sender_id: number;
  readonly text: string;
  /** ISO time with its offset. */
  readonly date: string;
}

const COLUMNS = ["id", "thread_id", "author", "body", "timestamp"] as const;

/**
 * Write messages of a channel as 4CAT's custom CSV, so that real Russian text can go through the loaders.
 *
 * Every cell is quoted, and times are written in UTC with a Z. Nothing is changed in a text, not even one
 * that a spreadsheet would take for a formula: the file is for loading, and must give back what went in.
 *
 * @example
 * const message = { message_id: 5, sender_id: -7, text: 'a "b"', date: "2024-11-22T18:12:19Z" };
 * telegramToFourCat([message]).split("\n")[1]; // '"5","5","-7","a ""b""","2024-11-22T18:12:19Z"'
 */
export function telegramToFourCat(messages: readonly TelegramMessage[]): string {
  const rows = messages.map(({ message_id, sender_id, text, date }) => {
    const at = new Date(date);
    if (Number.isNaN(at.getTime())) throw new RangeError(
      `message ${message_id}: date must be an ISO time, found "${date}"`
    );
    return [
      String(message_id), String(message_id), String(sender_id), text, at.toISOString().replace(".000Z", "Z"),
    ];
  });
  return [COLUMNS, ...rows].map(
    (row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`
  ).join("");
}

/**
 * Write each `*.json` of a folder as `facebook/<name>.csv` in a corpus folder; 4CAT's custom form is loaded
 * there.
 */
function convertFolder(from: string, to: string): void {
  mkdirSync(join(to, "facebook"), { recursive: true });
  for (const name of readdirSync(from).filter((entry) => entry.endsWith(".json")).sort()) {
    const messages = JSON.parse(readFileSync(join(from, name), "utf8")) as TelegramMessage[];
    writeFileSync(join(to, "facebook", name.replace(/\.json$/, ".csv")), telegramToFourCat(messages));
    console.log(`${name}: ${messages.length} messages`);
  }
}

// Run as `npx tsx lib/load/telegram-to-four-cat.ts ../shared/data/telegram build/telegram`.
if (process.argv[1]?.endsWith("telegram-to-four-cat.ts") === true) {
  const [from, to] = process.argv.slice(2);
  if (from === undefined || to === undefined) throw new Error(
    "telegram-to-four-cat: needed a folder of messages and a corpus folder to write"
  );
  convertFolder(from, to);
}
