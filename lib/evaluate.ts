/**
 * Measure the methods and print tables in Markdown.
 *
 * Run: `npm run evaluate -- --data ../shared/data [--speed]` for the text layer, on treebanks; `npm run
 * evaluate -- --classifiers [--data ../shared/data] [--write docs/classifiers.md]` for the classifiers, on
 * teaching corpora and real news. With `--write` the tables take the place of those in the file, between
 * its two marks.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { evaluateClassifiers } from "./measure/evaluate-classifiers";
import { describeTextLayer } from "./text/evaluate";

const MARKS = ["<!-- measured: begin -->", "<!-- measured: end -->"] as const;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: "string", default: "../shared/data" },
      speed: { type: "boolean", default: false },
      classifiers: { type: "boolean", default: false },
      write: { type: "string" },
    },
  });
  const tables = values.classifiers
    ? await evaluateClassifiers(values.data)
    : describeTextLayer(values.data, values.speed);
  if (values.write === undefined) console.log(tables);
  else writeFileSync(values.write, insert(values.write, tables));
}

function insert(path: string, tables: string): string {
  const text = readFileSync(path, "utf8");
  const [begin, end] = MARKS.map((mark) => text.indexOf(mark)) as [number, number];
  if (begin < 0 || end < begin) {
    throw new Error(
      `${path}: needed the lines ${MARKS.join(" and ")}, found not both; add them where the tables shall stand`,
    );
  }
  return `${text.slice(0, begin)}${MARKS[0]}\n\n${tables}\n\n${text.slice(end)}`;
}

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
