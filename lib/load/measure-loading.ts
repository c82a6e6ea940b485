import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { writePosts } from "./write-posts";

/** Heap that the loading process may use, in MB. */
const HEAP = 256;

const WORDS = "работа деньги люди Кыргызстан Москва община помощь бүгүн кыргыз жумуш керек бар".split(" ");

/** Forms of made-up export, and how to write the i-th record of each. */
const FORMS = {
  "vkontakte/wall.json": {
    head: '{"response":{"items":[',
    between: ",",
    tail: "]}}",
    record: (i: number) =>
      JSON.stringify({
        id: i + 1,
        owner_id: -5,
        from_id: i % 3 === 0 ? -5 : i % 5000,
        date: 1588291200 + i,
        post_type: "post",
        text: textOf(i),
        comments: { can_post: 1, count: 3 },
        likes: { count: 5 },
        reposts: { count: 0 },
        views: { count: 100 },
      }),
  },
  "facebook/custom.csv": {
    head: "id,thread_id,author,body,timestamp\n",
    between: "\n",
    tail: "\n",
    record: (i: number) =>
      `${i},${i},author${i % 5000},"${textOf(i)}",${new Date(1588291200000 + 1000 * (i >> 2)).toISOString()}`,
  },
} as const;

function textOf(i: number): string {
  return Array.from({ length: 20 }, (_, k) => WORDS[(i * 7 + k * 13) % WORDS.length]).join(" ");
}

/** Write a file of at least so many MB in one form. */
function writeExport(folder: string, file: keyof typeof FORMS, megabytes: number): void {
  const { head, between, tail, record } = FORMS[file];
  mkdirSync(join(folder, file, ".."), { recursive: true });
  const output = openSync(join(folder, file), "w");
  writeSync(output, head);
  for (let i = 0, written = 0; written < megabytes * 1e6; i += 1000) {
    const records = Array.from({ length: 1000 }, (_, k) => record(i + k)).join(between);
    written += writeSync(output, (i === 0 ? "" : between) + records);
  }
  writeSync(output, tail);
  closeSync(output);
}

/** Load each form that is asked for in a process of its own and print its time and its largest memory. */
function measure(megabytes: number, asked: string): void {
  const files = (Object.keys(FORMS) as (keyof typeof FORMS)[]).filter((file) => file.includes(asked));
  for (const file of files) {
    const folder = mkdtempSync(join(tmpdir(), "clicks-loading-"));
    try {
      writeExport(folder, file, megabytes);
      const size = statSync(join(folder, file)).size / 1e6;
      const output = execFileSync(
        process.execPath,
        [`--max-old-space-size=${HEAP}`, "--import", "tsx", process.argv[1]!, "--load", folder],
        { encoding: "utf8" },
      );
      const {
        seconds, cpu, peak, posts,
      } = JSON.parse(output) as Record<"seconds" | "cpu" | "peak" | "posts", number>;
      console.log(
        `${file}: ${size.toFixed(0)} MB, ${posts} posts, ${seconds.toFixed(1)} s (processor ` +
          `${cpu.toFixed(1)} s), at most ${peak.toFixed(0)} MB of memory`,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}

async function loadHere(folder: string): Promise<void> {
  const start = process.hrtime.bigint();
  const { posts } = await writePosts(folder, join(folder, "posts.jsonl"), { authorKey: "measuring" });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  console.log(
    JSON.stringify({ seconds, posts, cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024 })
  );
}

// Run as `npx tsx lib/load/measure-loading.ts 300`: exports of 300 MB, loaded with a heap of 256 MB; `300
// csv` measures one form.
if (process.argv[1]?.endsWith("measure-loading.ts") === true) {
  const [first, folder] = process.argv.slice(2);
  if (first === "--load" && folder !== undefined) void loadHere(folder);
  else measure(Number(first ?? 300), folder ?? "");
}
