/** Process of the benchmark: SQL in DuckDB over a Parquet or JSON file; the package lies in the folder given. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

import { printTop } from "./print-top";

const [, , path = "", stopPath = "", folder = "", task = "count"] = process.argv;

interface DuckDb {
  DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
}
interface Connection {
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
}

async function main(): Promise<void> {
  const { DuckDBInstance } = createRequire(resolve(folder, "package.json"))("@duckdb/node-api") as DuckDb;
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  if (task === "parquet") {
    await connection.runAndReadAll(
      `COPY (SELECT * FROM read_json('${path}', format = 'newline_delimited')) TO '${path}.parquet' ` +
        `(FORMAT parquet, COMPRESSION zstd)`,
    );
    return;
  }
  const stop = (JSON.parse(readFileSync(stopPath, "utf8")) as string[]).map((word) => `('${word}')`).join(", ");
  const source = path.endsWith(".parquet")
    ? `read_parquet('${path}')`
    : `read_json('${path}', format = 'newline_delimited')`;
  const result = await connection.runAndReadAll(`
    SELECT word, count(*) AS n
    FROM (SELECT unnest(regexp_extract_all(lower(text), '\\p{L}+')) AS word FROM ${source})
    WHERE word NOT IN (SELECT * FROM (VALUES ${stop}))
    GROUP BY word ORDER BY n DESC, word LIMIT 100`);
  printTop(result.getRows().map(([word, n]) => [String(word), Number(n)]));
}

void main();
