import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";

interface Manifest {
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const page = readFileSync("environment.md", "utf8");
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, LockEntry> };

/** Rows of the tables whose first heading is `package`: name and version as the page states them. */
const stated = new Map(
  [...page.matchAll(/^\| (@?[a-z][\w./-]*) \| (\d[\w.-]*) \|/gm)].map(([, name = "", version = ""]) => [name, version]),
);

/** The version that `npm ci` puts into node_modules, through the link of a package that stands in vendor/. */
function installed(name: string): string | undefined {
  const entry = lock.packages[`node_modules/${name}`];
  return entry?.link ? lock.packages[entry.resolved ?? ""]?.version : entry?.version;
}

test("environment.md names every direct dependency with the version in the lockfile", () => {
  const direct = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  assert.notEqual(direct.length, 0);
  for (const name of direct) assert.equal(stated.get(name), installed(name), `${name} in environment.md`);
});

test("environment.md names no package that is not installed", () => {
  for (const [name, version] of stated) {
    if (name.startsWith("jupyter") || name.startsWith("nb") || name === "notebook") continue;
    assert.equal(installed(name), version, `${name} in environment.md`);
  }
});

test("package.json pins every dependency exactly", () => {
  for (const [name, wanted] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    assert.match(wanted, /^(\d+\.\d+\.\d+|file:vendor\/[a-z-]+)$/, `${name} must be an exact version`);
  }
});

test("the Node that runs the tests is one that environment.md and package.json allow", () => {
  const [, least = ""] = /^>=(\d+\.\d+)$/.exec(manifest.engines.node) ?? [];
  assert.ok(page.includes(`Node ${least} or newer`), `environment.md must say "Node ${least} or newer"`);
  const [major = 0, minor = 0] = least.split(".").map(Number);
  const [nowMajor = 0, nowMinor = 0] = process.versions.node.split(".").map(Number);
  assert.ok(nowMajor > major || (nowMajor === major && nowMinor >= minor), `this is Node ${process.versions.node}`);
});

test("environment.md states the Python versions that the front-end tests install", () => {
  const pins = readFileSync("kernel/requirements-test.txt", "utf8").split("\n").filter((line) => /^[a-z]/.test(line));
  assert.notEqual(pins.length, 0);
  for (const pin of pins) {
    const [name = "", version = ""] = pin.split("==");
    assert.equal(stated.get(name), version, `${pin} in environment.md`);
  }
});

test("package-lock.json holds no download address", () => {
  const addresses = Object.values(lock.packages).filter(({ resolved = "" }) => /^[a-z+]+:\/\//.test(resolved));
  assert.deepEqual(addresses, []);
});

test("a package that stands in vendor/ is really there", () => {
  for (const { resolved, link } of Object.values(lock.packages)) {
    if (link) assert.ok(existsSync(`${resolved ?? ""}/package.json`), resolved);
  }
});
