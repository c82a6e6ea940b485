import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { authorKey, authorKeyFolder } from "./author-key";
import { hashAuthors } from "./hash-author";

test("authorKey makes a key once, readable by its owner alone", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "clicks-key-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const inner = join(folder, "made", "on-first-use");
  const key = authorKey(inner);
  assert.match(key, /^[0-9a-f]{64}$/);
  assert.equal(authorKey(inner), key);
  assert.deepEqual(readdirSync(inner), ["author-key"]);
  if (process.platform !== "win32") {
    assert.equal(statSync(join(inner, "author-key")).mode & 0o777, 0o600);
    assert.equal(statSync(inner).mode & 0o777, 0o700);
  }
});

test("authorKey gives one key to programs that ask for the first time at once", (t) => {
  if (process.platform === "win32") return t.skip("needs a POSIX shell to start programs at once");
  const folder = mkdtempSync(join(tmpdir(), "clicks-key-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const script = `process.stdout.write(require("./lib/load/author-key.ts").authorKey(process.argv[1]) + "\\n")`;
  const command = Array.from(
    { length: 3 }, () => `"${process.execPath}" --import tsx -e '${script}' "${folder}" &`,
  ).join(" ");
  const keys = execFileSync("sh", ["-c", `${command} wait`], { encoding: "utf8" }).trim().split("\n");
  assert.equal(keys.length, 3);
  assert.equal(new Set(keys).size, 1);
});

test("authorKey refuses a file that is no key", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "clicks-key-"));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "author-key"), "short");
  chmodSync(join(folder, "author-key"), 0o600);
  assert.throws(
    () => authorKey(folder),
    /author-key: needed 64 hexadecimal digits, found 5 other characters; delete it to make a new key/,
  );
});

test("authorKeyFolder follows the custom of the system", () => {
  assert.equal(authorKeyFolder({ XDG_CONFIG_HOME: "/x" }, "linux"), join("/x", "clicks-to-streets"));
  assert.equal(authorKeyFolder({}, "linux"), join(homedir(), ".config", "clicks-to-streets"));
  assert.equal(authorKeyFolder({ APPDATA: "/appdata" }, "win32"), join("/appdata", "clicks-to-streets"));
});

test("hashAuthors is HMAC-SHA-256 cut to 64 bits, apart for each platform", () => {
  // printf 'vkontakte:1' | openssl dgst -sha256 -hmac Jefe
  assert.equal(hashAuthors("Jefe")("vkontakte", "1"), "805fffa6f590ec80");
  assert.notEqual(hashAuthors("Jefe")("facebook", "1"), hashAuthors("Jefe")("vkontakte", "1"));
});
