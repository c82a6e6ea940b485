import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import test from "node:test";

import {
  addressOf,
  type ConnectionInfo,
  decodeMessage,
  encodeMessage,
  makeHeader,
  type Message,
} from "./message";

const MESSAGE: Message = {
  identities: [Buffer.from("front-end")],
  header: makeHeader("execute_request", "session"),
  parent: {},
  metadata: { a: 1 },
  content: { code: "'Ош 😀'" },
};

test("decodeMessage gives back what encodeMessage was given", () => {
  assert.deepEqual(decodeMessage(encodeMessage(MESSAGE, "key"), "key"), MESSAGE);
  assert.deepEqual(decodeMessage(encodeMessage(MESSAGE, ""), ""), MESSAGE);
});

test("encodeMessage signs header, parent, metadata and content as the protocol says", () => {
  // Frames: identities, delimiter, signature, then the four signed parts (Jupyter messaging, "The Wire Protocol").
  const [identity, delimiter, signature, ...parts] = encodeMessage(MESSAGE, "key");
  assert.deepEqual([String(identity), String(delimiter), parts.length], ["front-end", "<IDS|MSG>", 4]);
  assert.equal(String(signature), createHmac("sha256", "key").update(Buffer.concat(parts)).digest("hex"));
});

test("encodeMessage takes content that is JSON already as it is", () => {
  const frames = encodeMessage({ ...MESSAGE, content: '{"code":1}' }, "key");
  assert.deepEqual(decodeMessage(frames, "key").content, { code: 1 });
});

test("decodeMessage refuses another key, a changed part and what is no message", () => {
  assert.throws(
    () => decodeMessage(encodeMessage(MESSAGE, "key"), "other"),
    /signature made with this connection's key/,
  );
  const changed = encodeMessage(MESSAGE, "key");
  changed[changed.length - 1] = Buffer.from("{}");
  assert.throws(() => decodeMessage(changed, "key"), /signature/);
  assert.throws(
    () => decodeMessage([Buffer.from("x")], "key"),
    /needed a delimiter and 5 frames, found 1 frames/,
  );
});

test("addressOf asks for any free port where the port is 0, and knows both transports", () => {
  const tcp = { transport: "tcp", ip: "127.0.0.1" } as ConnectionInfo;
  assert.deepEqual([addressOf(tcp, 5), addressOf(tcp, 0)], ["tcp://127.0.0.1:5", "tcp://127.0.0.1:*"]);
  assert.equal(addressOf({ ...tcp, transport: "ipc", ip: "/run/kernel" }, 2), "ipc:///run/kernel-2");
});
