import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";

import { chromium, type Page } from "playwright-core";

import { codeCell, makeProject, proseCell } from "../temporary-project";
import { makeSlides } from "./make-slides";

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const JUPYTER = [join(__dirname, "../../.venv", process.platform === "win32" ? "Scripts" : "bin", "jupyter"), "jupyter"].find(
  (command) => spawnSync(command, ["nbconvert", "--version"], { stdio: "ignore" }).status === 0,
);
const isHere = JUPYTER !== undefined && existsSync(CHROMIUM);
const unless = isHere || process.env["CI"] ? {} : { skip: "needs jupyter nbconvert and Chromium, found not both" };

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40"/></svg>';
const CELLS = [
  proseCell("title", "# 1. Who was sampled?\n\nOne question."),
  proseCell("chart-prose", "Members by destination."),
  codeCell("chart", "barChart(rows)", [
    { output_type: "display_data", data: { "image/svg+xml": SVG, "text/plain": "Nine bars of members." }, metadata: {} },
  ]),
  proseCell("chart-reading", "Most bars are short."),
  proseCell("found", "## What we found\n\nNine destinations."),
];

/** Open slides with the network cut off; what they ask it for all the same is told. */
async function open(file: string, use: (page: Page) => Promise<void>): Promise<string[]> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--headless", "--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const wrong: string[] = [];
    page.on("pageerror", (error) => wrong.push(error.message));
    page.on("requestfailed", (request) => wrong.push(request.url()));
    await page.route(/^https?:/, (route) => route.abort());
    await page.goto(pathToFileURL(file).href);
    await page.locator(".reveal.ready").waitFor();
    await use(page);
    return wrong;
  } finally {
    await browser.close();
  }
}

test("makeSlides makes slides that open, turn and speak without a network", { ...unless, timeout: 120_000 }, async (t) => {
  const { root, remove } = makeProject({ "01-sampling": CELLS });
  t.after(remove);
  const written = await makeSlides({ root, only: [], code: false, jupyter: JUPYTER! });
  assert.deepEqual(written, ["build/slides/01-sampling.slides.html"]);
  const wrong = await open(join(root, written[0]!), async (page) => {
    const present = page.locator(".slides section section.present").last();
    assert.match(await present.innerText(), /Who was sampled\?/);
    await page.keyboard.press("ArrowDown");
    await page.getByRole("img", { name: "Nine bars of members." }).waitFor();
    assert.match(await present.innerText(), /Members by destination\./);
    assert.doesNotMatch(await present.innerText(), /barChart|Most bars/);
    assert.match((await present.locator("aside.notes").textContent()) ?? "", /Most bars are short\./);
    await page.keyboard.press("ArrowRight");
    await page.getByRole("heading", { name: /What we found/ }).waitFor();
  });
  assert.deepEqual(wrong, []);
});

test("makeSlides keeps the code when asked to", { ...unless, timeout: 120_000 }, async (t) => {
  const { root, remove } = makeProject({ "01-sampling": CELLS });
  t.after(remove);
  const [file = ""] = await makeSlides({ root, only: ["01"], code: true, jupyter: JUPYTER! });
  await open(join(root, file), async (page) => {
    await page.keyboard.press("ArrowDown");
    await page.getByText("barChart").first().waitFor();
  });
});

test("makeSlides says what nbconvert printed when it fails", async (t) => {
  const { root, remove } = makeProject({ "01-sampling": CELLS });
  t.after(remove);
  await assert.rejects(
    makeSlides({ root, only: [], code: false, jupyter: process.execPath }),
    /^Error: nb slides: jupyter nbconvert failed; it printed:\n/,
  );
});
