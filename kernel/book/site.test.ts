import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import test, { after, before } from "node:test";

import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

import { ARCHIVE } from "./build-book";
import { findChromium } from "./print-pdf";
import { makeCommittedBook, pagesOf, type TestBook } from "./temporary-book";

const CHROMIUM = findChromium() ?? "/usr/bin/chromium";
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const ONE_FILE = ARCHIVE.slice(0, -".html".length);
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 800 };
const TIMEOUT_MS = 60_000;
/** A test that needs a browser; where CI is set it must run, and fails instead of being skipped. */
const inBrowser = {
  timeout: 10 * TIMEOUT_MS,
  ...(existsSync(CHROMIUM) || process.env.CI ? {} : { skip: "needs Chromium, found none" }),
};

let book: TestBook;
let browser: Browser | undefined;
before(async () => {
  if ("skip" in inBrowser) return;
  book = makeCommittedBook();
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
});
after(async () => {
  await browser?.close();
  book?.remove();
});

/** Open a page of the book without network, do something there, and see that nothing went wrong or was asked for. */
async function onPage(
  name: string,
  work: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
  of: TestBook = book,
): Promise<void> {
  const context = await browser!.newContext({
    viewport: DESKTOP,
    offline: true,
    colorScheme: "light",
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) faults.push(`asked for ${request.url()}`);
  });
  const [path = "", hash = ""] = name.split("#");
  await page.goto(of.url(path) + (hash === "" ? "" : `#${hash}`));
  await ready(page);
  await work(page);
  await context.close();
  assert.deepEqual(faults, []);
}

async function ready(page: Page): Promise<void> {
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
}

async function savedBy(page: Page, click: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

test(
  "the first page leads to the chapters, and each page to the one before and after it",
  inBrowser,
  async () => {
    await onPage("index", async (page) => {
      await page.locator("main .chapters a").first().click();
      await page.waitForURL(/00-start-here\.html$/);
      await page.getByRole("link", { name: /^Next/ }).click();
      await page.waitForURL(/01-sampling\.html$/);
      assert.equal(
        await page.locator('nav a[aria-current="page"]').innerText(),
        await page.locator("h1").innerText(),
      );
      await page.getByRole("link", { name: /^Previous/ }).click();
      await page.waitForURL(/00-start-here\.html$/);
    });
  },
);

test("links between notebooks lead to pages of the book", inBrowser, async () => {
  await onPage("00-start-here", async (page) => {
    await page.locator("#map a").first().click();
    await page.waitForURL(/01-sampling\.html$/);
  });
});

test("no link of the book leads nowhere", inBrowser, async () => {
  const places = new Map<string, Set<string>>();
  const links: [from: string, to: string][] = [];
  for (const name of pagesOf(book)) {
    await onPage(name, async (page) => {
      places.set(name, new Set(await page.$$eval("[id]", (elements) => elements.map(({ id }) => id))));
      for (const href of await page.$$eval("a[href]", (all) => all.map((a) => a.getAttribute("href")!)))
        links.push([name, href]);
    });
  }
  for (const [from, href] of links.filter(([, href]) => !/^(https?|data):/.test(href))) {
    const [, page, anchor] =
      /^(?:([\w-]+)\.html)?(?:\?[^#]*)?(?:#(.*))?$/.exec(href) ?? assert.fail(`${from}: ${href}`);
    const ids = places.get(page ?? from) ?? assert.fail(`${from}: ${href}`);
    if (anchor !== undefined) assert.ok(ids.has(decodeURIComponent(anchor)), `${from}: ${href}`);
  }
});

test("search finds a word in text, folds Kyrgyz letters, and leads to its place", inBrowser, async () => {
  await onPage("index", async (page) => {
    await page.keyboard.press("/");
    await page.getByRole("searchbox", { name: "Search" }).fill("homoglyph");
    await page.locator("#book\\:results a").first().waitFor();
    assert.match(await page.getByRole("status").first().innerText(), /^\d+ places?/);
    await page.getByRole("searchbox").fill("сөздөр");
    const first = page.locator("#book\\:results a", { hasText: "сөздөр булуту" });
    await first.waitFor();
    await page.getByRole("searchbox").fill("создор");
    await first.waitFor();
    await page.getByRole("searchbox").fill("kygyzclub");
    await page.locator("#book\\:results li", { hasText: "Kygyzclub" }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/(01-sampling|claims)\.html#/);
  });
  await onPage("index", async (page) => {
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("searchbox").fill("qqqqqqqq");
    await page.getByText("Nothing holds “qqqqqqqq”.").waitFor();
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("dialog").isVisible(), false);
  });
});

test(
  "code folds one cell at a time and all at once, and stays folded on the next page",
  inBrowser,
  async () => {
    await onPage("01-sampling", async (page) => {
      const code = page.locator("#load pre.hljs");
      assert.ok(await code.isVisible());
      await page.locator("#load summary").click();
      assert.equal(await code.isVisible(), false);
      await page.locator("#load summary").click();
      await page.getByRole("button", { name: "Hide code" }).click();
      assert.equal(await page.locator("details.source[open]").count(), 0);
      await page.getByRole("link", { name: /^Next/ }).click();
      await page.waitForURL(/02-/);
      await page.getByRole("button", { name: "Show code" }).click();
      assert.equal(await page.locator("details.source:not([open])").count(), 0);
    });
  },
);

test("the theme follows the system, can be switched, and is kept", inBrowser, async () => {
  const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await onPage("index", async (page) => {
    const light = await background(page);
    await page.getByRole("button", { name: "Dark theme" }).click();
    const dark = await background(page);
    assert.notEqual(dark, light);
    await page.locator("main .chapters a").first().click();
    await ready(page);
    assert.equal(await background(page), dark);
    await page.getByRole("button", { name: "Light theme" }).click();
    assert.equal(await background(page), light);
  });
  await onPage("index", async (page) => assert.equal(await background(page), "rgb(23, 25, 28)"), {
    colorScheme: "dark",
  });
});

test(
  "claims are chosen by verdict and by evidence, and lead to the cells that argue them",
  inBrowser,
  async () => {
    await onPage("claims", async (page) => {
      const shown = page.locator("ol.claims > li:visible");
      const all = await shown.count();
      await page.getByLabel("Verdict").selectOption("contradicted");
      const chosen = await shown.evaluateAll((items) => items.map((item) => item.dataset["verdict"]));
      assert.ok(chosen.length > 0 && chosen.length < all);
      assert.deepEqual([...new Set(chosen)], ["contradicted"]);
      assert.equal(await page.getByRole("status").first().innerText(), `${chosen.length} of ${all} claims`);
      await page.getByLabel("Evidence").selectOption("none");
      assert.equal(await shown.count(), 0);
      await page.getByLabel("Evidence").selectOption("table");
      await page.locator("#S3").getByRole("link").click();
      await page.waitForURL(/01-sampling\.html#s3-card$/);
      assert.ok(await page.locator("#s3-card .claim").isVisible());
      await page.locator("#s3-card").getByRole("link", { name: "All claims" }).click();
      await page.waitForURL(/claims\.html#S3$/);
    });
    await onPage("index", async (page) => {
      await page.locator(".tally a", { hasText: "contradicted" }).click();
      await page.waitForURL(/claims\.html\?verdict=contradicted$/);
      await ready(page);
      assert.equal(await page.getByLabel("Verdict").inputValue(), "contradicted");
    });
  },
);

test(
  "a figure becomes interactive when it comes near, and a picture again on request",
  inBrowser,
  async () => {
    await onPage("01-sampling", async (page) => {
      assert.equal(await page.evaluate(() => "Plotly" in globalThis), false);
      const figure = page.locator("#where-chart figure");
      await figure.scrollIntoViewIfNeeded();
      const bar = figure.locator(".plot .barlayer .point").first();
      await bar.waitFor();
      const { x, y, width, height } = (await bar.boundingBox())!;
      await page.mouse.move(x + width / 2, y + height / 2);
      await figure.locator(".plot .hoverlayer .hovertext").first().waitFor();
      await figure.getByRole("button", { name: /^Picture/ }).click();
      assert.equal(await figure.locator(".plot").isVisible(), false);
      assert.equal(
        await figure.locator("img").evaluate((image) => Math.round(image.getBoundingClientRect().width)),
        680,
      );
    });
  },
);

test("print has the picture in place of an interactive figure, and no buttons", inBrowser, async () => {
  await onPage(
    "01-sampling",
    async (page) => {
      const figure = page.locator("#where-chart figure");
      await figure.scrollIntoViewIfNeeded();
      await figure.locator(".plot .barlayer .point").first().waitFor();
      await page.emulateMedia({ media: "print" });
      assert.equal(await figure.locator(".plot").isVisible(), false);
      assert.ok(await figure.locator("img").evaluate((image) => image.getBoundingClientRect().width > 300));
      assert.equal(await page.locator("button:visible").count(), 0);
      assert.equal(
        await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
        "rgb(255, 255, 255)",
      );
    },
    { colorScheme: "dark" },
  );
});

test("tables are saved as CSV and figures as SVG and PNG", inBrowser, async () => {
  await onPage("01-sampling", async (page) => {
    const table = await savedBy(page, () =>
      page.locator("#kinds-table").getByRole("link", { name: /^CSV/ }).click(),
    );
    assert.equal(table.name, "01-sampling-kinds-table.csv");
    // Table 1 of the paper: 15 groups and 8 pages on Facebook, 5 communities on VKontakte, 9 groups on Odnoklassniki.
    assert.match(
      table.content.toString("utf8"),
      /^\ufeffplatform,type,communities,members,share\r\nfacebook,group,15,/,
    );
    const figure = page.locator("#where-chart");
    const svg = await savedBy(page, () => figure.getByRole("button", { name: /^SVG/ }).click());
    assert.equal(svg.name, "01-sampling-where-chart.svg");
    assert.match(svg.content.toString("utf8"), /^<svg [^]*60,734[^]*<\/svg>$/);
    const png = await savedBy(page, () => figure.getByRole("button", { name: /^PNG/ }).click());
    assert.equal(png.name, "01-sampling-where-chart.png");
    assert.deepEqual([...png.content.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
    // Twice 680 pixels: the width stands in the header's first field.
    assert.equal(png.content.readUInt32BE(16), 1360);
  });
  await onPage("02-frequency", async (page) => {
    const words = await savedBy(page, () =>
      page.locator("#figure-1").getByRole("link", { name: /^CSV/ }).first().click(),
    );
    assert.equal(words.name, "02-frequency-figure-1.csv");
    assert.match(words.content.toString("utf8"), /^\ufeffword,weight,group\r\n\S+,\d+,/);
  });
});

test("no page scrolls sideways on a phone, and the contents open there", inBrowser, async () => {
  for (const width of [320, PHONE.width]) {
    for (const name of pagesOf(book)) {
      await onPage(
        name,
        async (page) => {
          assert.ok(
            (await page.evaluate(() => document.documentElement.scrollWidth)) <= width,
            `${name} at ${width} pixels`,
          );
        },
        { viewport: { ...PHONE, width }, hasTouch: true, isMobile: true },
      );
    }
  }
  await onPage(
    "index",
    async (page) => {
      const contents = page.getByRole("navigation", { name: "Contents" });
      assert.equal(await contents.isVisible(), false);
      await page.getByRole("button", { name: "Contents" }).tap();
      await contents.getByRole("link", { name: /^1\./ }).tap();
      await page.waitForURL(/01-sampling\.html$/);
      const figure = page.locator("#where-chart figure");
      await figure.scrollIntoViewIfNeeded();
      assert.equal(
        await figure.locator(".plot").count(),
        0,
        "a figure must not catch the finger that scrolls",
      );
      await figure.getByRole("button", { name: /^Explore/ }).tap();
      await figure.locator(".plot .barlayer .point").first().waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE.width);
    },
    { viewport: PHONE, hasTouch: true, isMobile: true },
  );
});

test("the keyboard reaches the text first, then everything, and what scrolls", inBrowser, async () => {
  await onPage("01-sampling", async (page) => {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Skip to the text");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "book:main");
  });
  await onPage(
    "01-sampling",
    async (page) => {
      const table = page.locator("#coverage-table .scroll");
      assert.equal(await table.getAttribute("tabindex"), "0");
    },
    { viewport: PHONE },
  );
});

for (const [colorScheme, viewport] of [
  ["light", DESKTOP],
  ["dark", DESKTOP],
  ["dark", PHONE],
] as const) {
  test(
    `axe finds no violation on any page, ${colorScheme}, ${viewport.width} pixels wide`,
    inBrowser,
    async () => {
      for (const name of pagesOf(book).filter((page) => page !== ONE_FILE)) {
        await onPage(name, async (page) => assert.deepEqual(await violationsOn(page), [], name), {
          colorScheme,
          viewport,
        });
      }
    },
  );
}

test("axe finds no violation in the one file", inBrowser, async () => {
  // Of two notebooks only, since it repeats the pages, and axe takes minutes for all of them at once.
  const small = makeCommittedBook(/^0[01]-/);
  try {
    await onPage(ONE_FILE, async (page) => assert.deepEqual(await violationsOn(page), []), {}, small);
  } finally {
    small.remove();
  }
});

test("axe finds no violation in the open search, nor around an interactive figure", inBrowser, async () => {
  await onPage("01-sampling", async (page) => {
    await page.locator("#where-chart figure").scrollIntoViewIfNeeded();
    await page.locator("#where-chart .plot .barlayer .point").first().waitFor();
    await page.keyboard.press("/");
    await page.getByRole("searchbox").fill("sample");
    await page.locator("#book\\:results a").first().waitFor();
    assert.deepEqual(await violationsOn(page), []);
  });
});

/** What axe finds wrong with a page as it stands, a rule and its first place a line. */
async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    // Styles are read from the page itself: its policy lets nothing be fetched.
    const { violations } = await (globalThis as any).axe.run({ preload: false, resultTypes: ["violations"] });
    return violations.map(
      ({ id, nodes }: any) => `${id}: ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`,
    );
  });
}

test("without script every page can be read: code, pictures, claims and contents", inBrowser, async () => {
  const context = await browser!.newContext({ viewport: PHONE, javaScriptEnabled: false, offline: true });
  const page = await context.newPage();
  await page.goto(book.url("01-sampling"));
  assert.ok(await page.getByRole("navigation", { name: "Contents" }).isVisible());
  assert.ok(await page.locator("#where-chart img").isVisible());
  assert.equal(await page.locator("button:visible").count(), 0);
  await page.goto(book.url("claims"));
  assert.ok(await page.locator("#S1").isVisible());
  await context.close();
});

test(
  "the one file holds every page, and its search, claims and figures work by themselves",
  inBrowser,
  async () => {
    await onPage(ONE_FILE, async (page) => {
      const articles = await page.locator("article.page").evaluateAll((all) => all.map(({ id }) => id));
      assert.deepEqual(
        [...articles].sort(),
        pagesOf(book)
          .filter((name) => name !== ONE_FILE)
          .sort(),
      );
      await page.keyboard.press("/");
      await page.getByRole("searchbox").fill("kygyzclub");
      await page.locator("#book\\:results a").first().click();
      await page.waitForURL(/#(01-sampling|claims)\./);
      await page.locator(".tally a", { hasText: "contradicted" }).click();
      assert.equal(await page.getByLabel("Verdict").inputValue(), "contradicted");
      const figure = page.locator("[id='01-sampling.where-chart'] figure");
      await figure.scrollIntoViewIfNeeded();
      await figure.locator(".plot .barlayer .point").first().waitFor();
    });
  },
);
