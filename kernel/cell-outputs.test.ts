import assert from "node:assert/strict";
import test from "node:test";

import { CellOutputs, type Displays } from "./cell-outputs";
import { makeHeader, type Message } from "./message";

function message(type: string, content: unknown): Message {
  return { identities: [], header: makeHeader(type, "s"), parent: {}, metadata: {}, content };
}
const print = (text: string, name = "stdout"): Message => message("stream", { name, text });
const show = (text: string, display_id?: string): Message =>
  message("display_data", { data: { "text/plain": text }, metadata: {}, transient: { display_id } });

function collect(messages: readonly Message[], displays: Displays = new Map()): CellOutputs {
  const cell = new CellOutputs(displays);
  for (const each of messages) cell.add(each);
  return cell;
}

test("CellOutputs joins neighbouring pieces of one stream and keeps the order of streams and displays", () => {
  const { outputs } = collect([print("a"), print("b\n"), print("c", "stderr"), show("d"), print("e")]);
  assert.deepEqual(outputs, [
    { output_type: "stream", name: "stdout", text: "ab\n" },
    { output_type: "stream", name: "stderr", text: "c" },
    { output_type: "display_data", data: { "text/plain": "d" }, metadata: {} },
    { output_type: "stream", name: "stdout", text: "e" },
  ]);
});

test("CellOutputs.add returns each piece as it came, also when it was joined to the one before", () => {
  const cell = collect([print("a")]);
  assert.deepEqual(cell.add(print("b")), { output_type: "stream", name: "stdout", text: "b" });
  assert.equal(cell.add(message("status", { execution_state: "idle" })), undefined);
});

test("clear_output takes what was shown away at once, or when the next output comes", () => {
  assert.deepEqual(collect([print("a"), message("clear_output", { wait: false })]).outputs, []);
  const waiting = collect([print("a"), message("clear_output", { wait: true })]);
  assert.equal(waiting.outputs.length, 1);
  waiting.add(print("b"));
  assert.deepEqual(waiting.outputs, [{ output_type: "stream", name: "stdout", text: "b" }]);
});

test("update_display_data from a later cell changes what an earlier cell showed", () => {
  const displays: Displays = new Map();
  const first = collect([show("old", "id")], displays);
  const update = message("update_display_data", {
    data: { "text/plain": "new" },
    metadata: {},
    transient: { display_id: "id" },
  });
  const second = collect([update], displays);
  assert.deepEqual(first.outputs, [
    { output_type: "display_data", data: { "text/plain": "new" }, metadata: {} },
  ]);
  assert.deepEqual(second.outputs, []);
});
