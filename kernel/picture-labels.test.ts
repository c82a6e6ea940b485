import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { chromium, type Page } from "playwright-core";

import { findChromium } from "./book/print-pdf";
import { findNotebooks } from "./find-notebooks";
import { joinText } from "./join-text";
import { readNotebook } from "./notebook-file";

const ROOT = join(__dirname, "..");
const CHROMIUM = findChromium() ?? "/usr/bin/chromium";
/** As wide as any that a reader may have in place of Arial. */
const WIDE_FONTS = "DejaVu Sans, Verdana, monospace";

interface Picture {
  readonly where: string;
  readonly svg: string;
}

function picturesOf(name: string): Picture[] {
  return readNotebook(join(ROOT, "notebooks", `${name}.ipynb`)).cells.flatMap((cell) =>
    (cell.cell_type === "code" ? cell.outputs : []).flatMap((output) =>
      "data" in output && "image/svg+xml" in output.data
        ? [{ where: `${name} ${cell.id}`, svg: joinText(output.data["image/svg+xml"]) }]
        : [],
    ),
  );
}

/** The texts that do not lie inside of a picture. */
async function cutLabels(page: Page, svg: string): Promise<string[]> {
  const wide = svg.replace(/font-family:[^;"]*/, `font-family:${WIDE_FONTS}`);
  assert.notEqual(wide, svg);
  await page.setContent(`<body style="margin: 100px">${wide}</body>`);
  return page.evaluate(() => {
    const picture = document.querySelector("svg")!.getBoundingClientRect();
    return [...document.querySelectorAll("svg text")].flatMap((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const over = Math.max(picture.left - left, right - picture.right, picture.top - top, bottom - picture.bottom);
      return right > left && over > 1 ? [`${text.textContent} is ${over.toFixed(1)} px outside`] : [];
    });
  });
}

test(
  "no label of a committed picture is cut where a reader has wider fonts than Arial",
  {
    timeout: 120_000,
    ...(existsSync(CHROMIUM) || process.env["CI"] ? {} : { skip: "needs Chromium, found none" }),
  },
  async (t) => {
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
    t.after(() => browser.close());
    const page = await browser.newPage();
    const pictures = findNotebooks(ROOT).flatMap(picturesOf);
    assert.ok(pictures.length >= 40, `${pictures.length} pictures`);
    const cut: string[] = [];
    for (const { where, svg } of pictures)
      cut.push(...(await cutLabels(page, svg)).map((label) => `${where}: ${label}`));
    assert.deepEqual(cut, []);
  },
);
