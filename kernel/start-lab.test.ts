import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { makeProject } from "./temporary-project";

const options = { skip: process.platform === "win32" && "needs a POSIX shell" };

/** What `nb lab` prints on a machine whose only program is this `python3`. */
function labWith(python: string, root: string, ...args: string[]): string {
  const bin = join(root, "bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "python3"), `#!/bin/sh\nPATH=/usr/bin:/bin\n${python}\n`);
  chmodSync(join(bin, "python3"), 0o755);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["kernel/nb.cjs", "lab", "--project", root, ...args],
    { encoding: "utf8", env: { ...process.env, PATH: bin } },
  );
  return stdout + stderr;
}

test("nb lab asks for Python 3.10 or newer where there is an older one alone", options, (t) => {
  const { root, remove } = makeProject({});
  t.after(remove);
  // A Python 3.9 that is asked whether it is older than (3, 10), and no other question.
  const out = labWith('case "$2" in *"version_info < (3, 10)"*) exit 1;; esac; exit 0', root);
  assert.match(out, /^jupyter: needed JupyterLab 4, or Python 3\.10 or newer to install it, found neither; install/);
});

test("nb lab says that installing needs the network once", options, (t) => {
  const { root, remove } = makeProject({});
  t.after(remove);
  const venv = 'if [ "$2" = venv ]; then mkdir -p .venv/bin; cp "$0" .venv/bin/python; exit 0; fi';
  const out = labWith(`${venv}\nif [ "$2" = pip ]; then echo "no route to host"; exit 1; fi`, root);
  assert.match(out, /installing it into \.venv, once/);
  assert.match(out, /no route to host\n/);
  assert.match(out, /-m pip install .* failed; its message stands above\. This needs the network once; with/);
});

test("nb lab tells root of --allow-root", { skip: process.getuid?.() !== 0 && "needs to be run as root" }, (t) => {
  const { root, remove } = makeProject({});
  t.after(remove);
  mkdirSync(join(root, ".venv", "bin"), { recursive: true });
  writeFileSync(join(root, ".venv", "bin", "jupyter"), "#!/bin/sh\n");
  chmodSync(join(root, ".venv", "bin", "jupyter"), 0o755);
  assert.equal(labWith("exit 1", root), "JupyterLab starts for root only with: npm run lab -- --allow-root\n");
});

test("nb lab opens a folder of the project that is named, and hands all else on", options, (t) => {
  const { root, remove } = makeProject({});
  t.after(remove);
  mkdirSync(join(root, ".venv", "bin"), { recursive: true });
  writeFileSync(join(root, ".venv", "bin", "jupyter"), '#!/bin/sh\n[ "$2" = --version ] || echo "$@"\n');
  chmodSync(join(root, ".venv", "bin", "jupyter"), 0o755);
  const started = (place: string, ...more: string[]): string => {
    return `${["lab", `--ServerApp.root_dir=${root}`, `--LabApp.default_url=/lab/tree/${place}`, ...more].join(" ")}\n`;
  };
  assert.ok(labWith("exit 1", root, "--port", "8890").endsWith(started("notebooks", "--port", "8890")));
  assert.ok(labWith("exit 1", root, "data", "--no-browser").endsWith(started("data", "--no-browser")));
});
