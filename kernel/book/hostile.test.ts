import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import test, { after, before } from "node:test";

import { type Browser, chromium, type Page } from "playwright-core";

import type { MimeBundle, Output } from "../notebook-file";
import { codeCell, proseCell } from "../temporary-project";
import { ARCHIVE } from "./build-book";
import { findChromium } from "./print-pdf";
import { makeTestBook, type TestBook } from "./temporary-book";

const CHROMIUM = findChromium() ?? "/usr/bin/chromium";
const inBrowser = {
  timeout: 120_000,
  ...(existsSync(CHROMIUM) || process.env.CI ? {} : { skip: "needs Chromium, found none" }),
};

/** What strangers may write into a post, and a careless or ill-willed author into a notebook. */
const POST = [
  "<script>hacked = 1</script>",
  "</script><script>hacked = 1</script>",
  "<img src=x onerror='hacked = 1'>",
  '"><svg onload="hacked = 1">',
  '<a href="javascript:hacked = 1">zzpost</a>',
  "<iframe srcdoc='<script>parent.hacked = 1</script>'></iframe>",
  "<!-- --><style>body{display:none}</style>",
  '${hacked = 1} {{hacked = 1}} =HYPERLINK("https://example.org")',
  "[click](javascript:hacked=1) ![x](https://example.org/x.png)",
].join(" ");
const ESCAPED = POST.replaceAll("&", "&amp;")
  .replaceAll("<", "&lt;")
  .replaceAll(">", "&gt;")
  .replaceAll('"', "&quot;");

const shown = (data: MimeBundle): Output => ({ output_type: "display_data", data, metadata: {} });
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><rect width="400" height="100"/></svg>';
const CELLS = [
  proseCell("title", `# ${POST}\n\n## ${POST}\n\n${POST}`),
  proseCell(
    "links",
    "[a](javascript:hacked=1) <javascript:hacked=1> [b](data:text/html,<script>hacked=1</script>) [c](//example.org/x)",
  ),
  codeCell("printed", `// ${POST}`, [{ output_type: "stream", name: "stdout", text: POST }], 1),
  codeCell(
    "own-table",
    "t",
    [
      shown({
        "text/html": `<div class="tex2jax_ignore"><table><tbody><tr><td align="left">${ESCAPED}</td></tr></tbody></table></div>`,
        "text/plain": POST,
        "application/vnd.clicks-to-streets.table+json": { columns: [{ name: POST }], rows: [[POST]] },
      }),
    ],
    2,
  ),
  codeCell(
    "raw-html",
    "h",
    [
      shown({
        "text/html": `<div>${POST}</div><form action="https://example.org"><input></form>`,
        "text/plain": POST,
      }),
    ],
    3,
  ),
  codeCell(
    "clobbers",
    "h",
    [
      shown({
        "text/html": `<form id="book:search" name="getElementById"><input name="querySelectorAll"></form><p data-act="theme" class="claim">x</p>`,
      }),
    ],
    4,
  ),
  codeCell(
    "claim",
    "c",
    [
      shown({
        "text/html": `<div>${POST}</div>`,
        "application/vnd.clicks-to-streets.claim+json": {
          id: POST,
          evidence: POST,
          verdict: POST,
          published: POST,
          computed: POST,
          detail: POST,
        },
      }),
    ],
    5,
  ),
  codeCell(
    "listed-claim",
    "c",
    [
      shown({
        "text/html": `<div>${POST}</div>`,
        "application/vnd.clicks-to-streets.claim+json": {
          id: "S1",
          evidence: "table",
          verdict: POST,
          published: POST,
          computed: POST,
          detail: POST,
        },
      }),
    ],
    6,
  ),
  codeCell(
    "plot",
    "p",
    [
      shown({
        "image/svg+xml": PICTURE,
        "text/plain": POST,
        "application/vnd.plotly.v1+json": {
          data: [
            {
              type: "bar",
              x: [1, 2],
              y: [3, 4],
              name: POST,
              text: [POST, '<a href="javascript:hacked=1">x</a>'],
              hovertemplate: POST,
            },
          ],
          layout: {
            title: { text: POST },
            images: [{ source: "https://example.org/x.png", x: 0, y: 0, sizex: 1, sizey: 1 }],
            annotations: [
              { text: '<a href="javascript:hacked=1">zzlink</a>', x: 1, y: 3, captureevents: true },
            ],
          },
          config: { plotlyServerURL: "https://example.org", editable: true },
        },
      }),
    ],
    7,
  ),
  codeCell(
    "bad-picture",
    "p",
    [
      shown({
        "image/svg+xml": PICTURE.replace("<rect", "<script>hacked = 1</script><rect"),
        "text/plain": POST,
      }),
    ],
    8,
  ),
  codeCell("png", "p", [shown({ "image/png": `x" onerror="hacked = 1`, "text/plain": POST })], 9),
  codeCell(
    'cell"><img src=x onerror="hacked = 1">',
    "x",
    [shown({ "image/svg+xml": PICTURE, "text/plain": POST })],
    10,
  ),
  codeCell("fails", "f()", [{ output_type: "error", ename: POST, evalue: POST, traceback: [POST] }], 11),
];

let book: TestBook;
let browser: Browser | undefined;
before(async () => {
  book = makeTestBook({ "01-hostile": CELLS });
  if (!("skip" in inBrowser))
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
});
after(async () => {
  await browser?.close();
  book?.remove();
});

/** Do on a page what a reader does, with every request and every script on record. */
async function readPage(name: string, work: (page: Page) => Promise<void> = async () => {}): Promise<void> {
  const page = await browser!.newPage({ viewport: { width: 1280, height: 900 } });
  const asked: string[] = [];
  page.on("request", (request) => /^(file|data|blob):/.test(request.url()) || asked.push(request.url()));
  // What the page's policy stops never leaves the browser, which still tells that it was wanted.
  page.on(
    "requestfailed",
    (request) => request.failure()?.errorText === "csp" && asked.splice(asked.indexOf(request.url()), 1),
  );
  page.on("dialog", (dialog) => asked.push(`dialog: ${dialog.message()}`) && dialog.dismiss());
  await page.goto(book.url(name));
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  await work(page);
  assert.equal(await page.evaluate(() => "hacked" in globalThis), false, `a script ran on ${name}`);
  assert.deepEqual(asked, [], name);
  const foreign =
    "iframe, object, embed, base, form:not(.filter):not([method=dialog]), [onerror], [onload], meta[http-equiv=refresh]";
  assert.equal(await page.locator(foreign).count(), 0, name);
  assert.equal(await page.locator('a[href^="javascript:" i]').count(), 0, name);
  await page.close();
}

test("nothing that a post or a notebook says runs, loads or leaves the page", inBrowser, async () => {
  await readPage("01-hostile", async (page) => {
    await page.locator("#plot figure").scrollIntoViewIfNeeded();
    const bar = page.locator("#plot .plot .barlayer .point").first();
    await bar.waitFor();
    await bar.hover({ force: true });
    await page.locator("#plot .plot text", { hasText: "zzlink" }).first().click({ force: true });
    assert.equal(await page.locator("#bad-picture img").count(), 0);
    assert.ok(await page.locator("#bad-picture").getByText("A picture is left out here").isVisible());
    // A post is shown as it was written, to the letter.
    assert.equal((await page.locator("#printed .printed").innerText()).trim(), POST);
    assert.equal((await page.locator("#own-table td").innerText()).trim(), POST.replace(/\s+/g, " "));
  });
  for (const name of ["index", "claims", ARCHIVE.slice(0, -".html".length)]) await readPage(name);
});

test("nothing that a post says runs where search finds it", inBrowser, async () => {
  await readPage("index", async (page) => {
    await page.keyboard.press("/");
    await page.getByRole("searchbox").fill("hacked");
    await page.locator("#book\\:results a").first().waitFor();
    await page.getByRole("searchbox").fill("<img src=x onerror=hacked=1>");
    await page.waitForTimeout(200);
  });
});

test("even HTML that was put into a page could not run or load anything", inBrowser, async () => {
  await readPage("01-hostile", async (page) => {
    await page.evaluate(() => {
      const place = document.createElement("div");
      place.id = "injected";
      document.querySelector("main")!.prepend(place);
      place.innerHTML =
        '<img src="data:,x" onerror="hacked = 1"><b onclick="hacked = 1">b</b><img src="https://example.org/x.png">';
      const script = document.createElement("div");
      script.innerHTML = "<a href='javascript:hacked = 1' id='run'>run</a>";
      document.querySelector("main")!.prepend(script);
    });
    await page.locator("#injected b").dispatchEvent("click");
    await page.locator("#run").dispatchEvent("click");
    await page.waitForTimeout(200);
    await page.evaluate(() => {
      document.getElementById("injected")?.remove();
      document.getElementById("run")?.remove();
    });
  });
});
