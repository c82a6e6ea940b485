import assert from "node:assert/strict";
import { type ChildProcess, execFile, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import test, { after, before } from "node:test";
import { promisify } from "node:util";

import { chromium, type Browser, type Page } from "playwright-core";

import { compareOutputs } from "./compare-outputs";
import { type CodeCell, type Output, readNotebook, writeNotebook } from "./notebook-file";
import { notebookOf } from "./temporary-project";
import { registerKernel } from "./register";

const ROOT = join(__dirname, "..");
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const BIN = process.platform === "win32" ? "Scripts" : "bin";
const JUPYTER = [join(ROOT, ".venv", BIN, "jupyter"), "jupyter"].find(
  (command) =>
    (command === "jupyter" || existsSync(command)) &&
    spawnSync(command, ["lab", "--version"], { stdio: "ignore" }).status === 0,
);
const SAMPLING = join(ROOT, "notebooks", "01-sampling.ipynb");
const TIMEOUT_MS = 120_000;
const CHROMIUM_ARGS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

mkdirSync(join(ROOT, "build"), { recursive: true });
const folder = mkdtempSync(join(ROOT, "build", "front-ends-"));
const pictures = join(ROOT, "build", "front-ends");
/** Nothing of the user's own Jupyter is read or written. */
const ENV = {
  ...process.env,
  JUPYTER_PATH: join(folder, "share", "jupyter"),
  JUPYTER_DATA_DIR: join(folder, "data"),
  JUPYTER_CONFIG_DIR: join(folder, "config"),
  JUPYTER_RUNTIME_DIR: join(folder, "runtime"),
  PATH: `${join(ROOT, ".venv", BIN)}${delimiter}${process.env.PATH}`,
};

before(async () => {
  await registerKernel({ prefix: folder });
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Why a test cannot run here; where CI is set it must run, and fails instead. */
function unless(isThere: boolean, what: string): { skip: string } | Record<string, never> {
  return isThere || process.env.CI ? {} : { skip: `needs ${what}, found none` };
}

function code(id: string, source: string, tags: string[] = []): CodeCell {
  return { cell_type: "code", id, metadata: { tags }, source, execution_count: null, outputs: [] };
}

const FAILING = "const row = 1;\nthrow new RangeError('too far');";
const CELLS = [
  code("closure", "let n = 0;\nfunction inc() { return ++n }"),
  code("reassigned", "n = 100;\ninc()"),
  code("printed", "await new Promise((r) => setTimeout(r, 20));\nconsole.log('printed');"),
  code("module", "import { makeHeader } from './kernel/message';\nmakeHeader('kind', 'session').msg_type"),
  code("table", "import { table } from 'arquero';\ntable({ city: ['Ош', 'Москва'], n: [1, 20] })"),
];

const PLOT = code(
  "plot",
  "import { barChart } from './lib/show/bar-chart';\n" +
    "const cities = [{ city: 'Ош', n: 1 }, { city: 'Москва', n: 20 }];\n" +
    "barChart(cities, { label: 'city', value: 'n', axis: 'groups', title: 'Cities', alt: 'Two bars.' })",
);
/** What a reader opens in a browser: values, a table, a plot, and a cell that fails. */
const PAGE = notebookOf([...CELLS, PLOT, code("fails", FAILING)]);

async function nbconvert(path: string): Promise<CodeCell[]> {
  const args = ["nbconvert", "--to", "notebook", "--execute", "--output-dir", join(folder, "executed"), path];
  await promisify(execFile)(JUPYTER!, args, { env: ENV, timeout: TIMEOUT_MS });
  const executed = readNotebook(join(folder, "executed", path.replace(/^.*[\\/]/, "")));
  return executed.cells.filter((cell): cell is CodeCell => cell.cell_type === "code");
}

test(
  "jupyter nbconvert --execute runs a notebook, with counts, values, errors and what comes after them",
  {
    ...unless(JUPYTER !== undefined, "jupyter in .venv or on PATH"),
    timeout: TIMEOUT_MS,
  },
  async () => {
    const path = join(folder, "small.ipynb");
    writeNotebook(
      path,
      notebookOf([...CELLS, code("fails", FAILING, ["raises-exception"]), code("later", "inc()")]),
    );
    const cells = await nbconvert(path);
    assert.deepEqual(
      cells.map(({ execution_count }) => execution_count),
      [1, 2, 3, 4, 5, 6, 7],
    );
    assert.deepEqual(
      cells.map(({ outputs }) => outputs.map(textOf).join("")),
      [
        "",
        "101",
        "printed\n",
        "'kind'",
        "city     n\nОш       1\nМосква  20",
        "Cell In[6], line 2\n    throw new RangeError('too far');\n          ^\n\nRangeError: too far\n    at Cell In[6], line 2, column 7",
        "102",
      ],
    );
  },
);

test(
  "jupyter nbconvert --execute gives notebook 01 the outputs it is committed with",
  {
    ...unless(JUPYTER !== undefined && existsSync(SAMPLING), "jupyter and notebooks/01-sampling.ipynb"),
    timeout: TIMEOUT_MS,
  },
  async () => {
    const committed = readNotebook(SAMPLING).cells.filter(
      (cell): cell is CodeCell => cell.cell_type === "code",
    );
    const cells = await nbconvert(SAMPLING);
    assert.deepEqual(
      cells.flatMap(({ id, outputs }, i) =>
        compareOutputs(committed[i]!.outputs, outputs).map((line) => `${id}: ${line}`),
      ),
      [],
    );
  },
);

function textOf(output: Output): string {
  if (output.output_type === "stream") return String(output.text);
  if (output.output_type === "error") return output.traceback.join("\n");
  return String(output.data["text/plain"]);
}

test(
  "JupyterLab runs all cells, completes, inspects, interrupts and restarts",
  {
    ...unless(JUPYTER !== undefined && existsSync(CHROMIUM), "jupyter and Chromium"),
    timeout: 3 * TIMEOUT_MS,
  },
  async (t) => {
    writeNotebook(join(folder, "lab.ipynb"), PAGE);
    await inBrowser("lab", async (page, url) => {
      await useEditor(t, page, url("lab.ipynb"), "lab");
      await runSampling(t, page, url);
    });
  },
);

test(
  "Notebook 7 runs all cells, completes, inspects, interrupts and restarts",
  {
    ...unless(JUPYTER !== undefined && existsSync(CHROMIUM), "jupyter and Chromium"),
    timeout: 3 * TIMEOUT_MS,
  },
  async (t) => {
    writeNotebook(join(folder, "page.ipynb"), PAGE);
    await inBrowser("notebook", (page, url) => useEditor(t, page, url("page.ipynb"), "notebook-7"));
  },
);

/** Start a server of one of Jupyter's editors, and a browser beside it. */
async function inBrowser(
  app: "lab" | "notebook",
  use: (page: Page, url: (file: string) => string) => Promise<void>,
): Promise<void> {
  const { server, url } = await startServer(app);
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
    const page = await browser.newPage({ viewport: { width: 1200, height: 1300 } });
    page.setDefaultTimeout(TIMEOUT_MS);
    mkdirSync(pictures, { recursive: true });
    await use(page, url);
  } finally {
    await browser?.close();
    await stop(server);
  }
}

/** Do what a reader does, in JupyterLab and in Notebook 7 alike. */
async function useEditor(t: test.TestContext, page: Page, url: string, name: string): Promise<void> {
  await t.test("Run All", async () => {
    await withNewKernel(page, () => page.goto(url));
    await page.locator(".jp-Notebook .jp-CodeCell").nth(6).waitFor();
    await runAll(page);
    await checkOutputs(page);
    await page.screenshot({ path: join(pictures, `${name}-run-all.png`) });
  });
  await checkEditing(t, page, `${name}-interrupt.png`);
  await t.test("restart forgets everything", async () => {
    await withNewKernel(page, () => restart(page));
    await runCell(page, "inc()");
    await page
      .getByText(/Cannot find name 'inc'/)
      .first()
      .waitFor();
  });
}

async function runSampling(t: test.TestContext, page: Page, url: (file: string) => string): Promise<void> {
  if (!existsSync(SAMPLING)) return;
  await t.test(
    "Run All of notebook 01 ends without an error, with as many outputs as committed",
    async () => {
      const committed = readNotebook(SAMPLING).cells.filter((cell) => cell.cell_type === "code");
      writeNotebook(join(folder, "01-sampling.ipynb"), {
        ...readNotebook(SAMPLING),
        cells: readNotebook(SAMPLING).cells.map((cell) =>
          cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell,
        ),
      });
      await withNewKernel(page, () => page.goto(url("01-sampling.ipynb")));
      await page.locator(".jp-Notebook .jp-CodeCell").first().waitFor();
      await runAll(page);
      const last = page.locator(".jp-Notebook .jp-CodeCell").last();
      await last.locator(".jp-InputPrompt", { hasText: `[${committed.length}]:` }).waitFor();
      assert.equal(
        await page.locator('.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.stderr"]').count(),
        0,
      );
      await page.screenshot({ path: join(pictures, "sampling.png") });
    },
  );
}

/** What the cells of `PAGE` show once all have run. */
async function checkOutputs(page: Page): Promise<void> {
  const outputs = page.locator(".jp-Notebook .jp-CodeCell .jp-Cell-outputArea");
  const shown = async (at: number): Promise<string> => (await outputs.nth(at).innerText()).trim();
  await outputs.nth(6).getByText("RangeError: too far").first().waitFor();
  assert.match(await shown(1), /101$/);
  assert.match(await shown(2), /printed$/);
  assert.match(await shown(3), /'kind'$/);
  assert.equal(await outputs.nth(4).locator("table tbody tr").count(), 2);
  const picture = await outputs.nth(5).locator(".jp-RenderedSVG img, .jp-RenderedSVG svg").first().boundingBox();
  assert.ok((picture?.width ?? 0) > 300 && (picture?.height ?? 0) > 50, JSON.stringify(picture));
  assert.match(await shown(6), /Cell In\[7\], line 2\n.*throw new RangeError/);
}

async function checkEditing(t: test.TestContext, page: Page, picture: string): Promise<void> {
  await t.test("completion", async () => {
    await newCell(page, "inc().toExp");
    await complete(page);
    await waitForSource(page, "inc().toExponential");
    await newCell(page, "import { x } from './kernel/message-");
    await page.keyboard.press("Backspace");
    await complete(page);
    await waitForSource(page, "import { x } from './kernel/message");
  });

  await t.test("inspection shows the type and what the doc comment says", async () => {
    await newCell(page, "barChart");
    await page.keyboard.press("Shift+Tab");
    const tooltip = page.locator(".jp-Tooltip");
    await tooltip.getByText(/barChart/).first().waitFor();
    assert.match(await tooltip.innerText(), /barChart[^]*\(/);
    await page.keyboard.press("Escape");
  });

  await t.test("interrupt keeps the state", async () => {
    await runCell(page, "n = 7; console.log('looping');\nwhile (true) {}");
    await page.getByText("looping", { exact: true }).last().waitFor();
    await page
      .locator('[data-command="notebook:interrupt-kernel"], .jp-NotebookPanel-toolbar [title*="nterrupt"]')
      .first()
      .click();
    await page
      .getByText(/KeyboardInterrupt: /)
      .last()
      .waitFor();
    await runCell(page, "`after the interrupt: ${n}`");
    await page.getByText("'after the interrupt: 7'").waitFor();
    await page.screenshot({ path: join(pictures, picture) });
  });
}

async function restart(page: Page): Promise<void> {
  await page.getByRole("menuitem", { name: "Kernel", exact: true }).click();
  await page
    .locator(".lm-Menu-item", { hasText: /^Restart Kernel…/ })
    .first()
    .click();
  await page.locator(".jp-Dialog .jp-mod-accept").click();
}

/**
 * Do what starts a kernel, and wait until the page has heard from it and shows it idle.
 *
 * A page without a kernel shows itself idle too, and then passes over *Run All* without a word.
 */
async function withNewKernel(page: Page, start: () => Promise<unknown>): Promise<void> {
  const heard = page.waitForEvent("websocket", {
    predicate: async (socket) => {
      const isReply = ({ payload }: { payload: string | Buffer }): boolean => payload.includes("kernel_info_reply");
      return socket.url().includes("/channels?") && Boolean(await socket.waitForEvent("framereceived", isReply));
    },
  });
  await Promise.all([heard, start()]);
  await page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').first().waitFor();
}

async function runAll(page: Page): Promise<void> {
  await page.getByRole("menuitem", { name: "Run", exact: true }).click();
  await page
    .locator(".lm-Menu-item", { hasText: /^Run All Cells/ })
    .first()
    .click();
}

async function newCell(page: Page, source: string): Promise<void> {
  await page.keyboard.press("Escape");
  await page.locator(".jp-Notebook .jp-CodeCell .jp-InputPrompt").last().click();
  await page.keyboard.press("b");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText(source);
}

/** Ask for completions, once the editor has noticed what was typed, and take the first. */
async function complete(page: Page): Promise<void> {
  await page.locator(".jp-mod-completer-enabled").first().waitFor();
  await page.keyboard.press("Tab");
  const first = page.locator(".jp-Completer-item").first();
  await first.waitFor();
  await page.keyboard.press("Enter");
  await first.waitFor({ state: "hidden" });
}

async function runCell(page: Page, source: string): Promise<void> {
  await newCell(page, source);
  await page.keyboard.press("Control+Enter");
}

/** Wait until the last cell reads so; its text stands in pieces of different colours. */
async function waitForSource(page: Page, source: string): Promise<void> {
  const editor = page.locator(".jp-Notebook .jp-CodeCell .cm-content").last();
  for (let i = 0; i < 200 && (await editor.innerText()) !== source; i++) await page.waitForTimeout(50);
  assert.equal(await editor.innerText(), source);
}

async function startServer(
  app: "lab" | "notebook",
): Promise<{ server: ChildProcess; url: (file: string) => string }> {
  const args = [app, "--no-browser", "--allow-root", "--ip=127.0.0.1", `--ServerApp.root_dir=${folder}`];
  const server = spawn(JUPYTER!, args, { env: ENV, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  const address = await new Promise<URL>((resolve, reject) => {
    server.once("exit", (exitCode) =>
      reject(
        new Error(`jupyter ${app}: needed a running server, found exit code ${exitCode}; it printed: ${log}`),
      ),
    );
    for (const stream of [server.stdout, server.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        log += text;
        const found = /http:\/\/127\.0\.0\.1:\d+\/(?:lab|tree)\?token=\w+/.exec(log)?.[0];
        if (found) resolve(new URL(found));
      });
    }
  });
  const token = address.searchParams.get("token");
  const place = app === "lab" ? "lab/tree" : "notebooks";
  return { server, url: (file) => `${address.origin}/${place}/${file}?token=${token}${app === "lab" ? "&reset" : ""}` };
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const exited = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  const timer = setTimeout(() => server.kill("SIGKILL"), 5_000);
  await exited;
  clearTimeout(timer);
}
