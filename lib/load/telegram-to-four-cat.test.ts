import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";

import { sharedFile } from "../text/shared-file";
import { loadFiles } from "./temporary-corpus";
import { telegramToFourCat, type TelegramMessage } from "./telegram-to-four-cat";

const SHARED = sharedFile(
  "data/telegram",
  "the messages of public channels are not part of the project; made-up ones are checked instead",
);

test("telegramToFourCat gives back every text, time and id through the loaders", async (t) => {
  const message = (message_id: number, text: string): TelegramMessage => ({
    message_id, sender_id: -7, text, date: `2024-11-22T18:12:${10 + message_id}+03:00`,
  });
  const messages = [
    message(1, 'он: "да",\nнет;'), message(2, "=SUM(A1)"), message(3, " 😀\r\nкат "), message(4, ""),
  ];
  const { posts, account } = await loadFiles(
    t, { "facebook/channel.csv": telegramToFourCat(messages) }, { keepContacts: true },
  );
  assert.deepEqual(posts.map(({ id, text, createdAt, community }) => [id, text, createdAt.toISOString(), community]), messages.map(({ message_id, text }) =>
    [`channel/${message_id}`, text, `2024-11-22T15:12:${10 + message_id}.000Z`, "channel"]));
  assert.deepEqual(account.problems, []);
});

test("telegramToFourCat gives back the messages of the public channels", { skip: SHARED.skip }, async (t) => {
  for (const name of readdirSync(SHARED.path).filter((entry) => entry.endsWith(".json"))) {
    const messages = JSON.parse(readFileSync(`${SHARED.path}/${name}`, "utf8")) as TelegramMessage[];
    const { posts, account } = await loadFiles(
      t, { "facebook/a.csv": telegramToFourCat(messages) }, { keepContacts: true },
    );
    const texts = new Map(messages.map(({ message_id, text }) => [`a/${message_id}`, text.normalize("NFC")]));
    assert.equal(posts.length, texts.size);
    assert.equal(account.skipped, 0);
    for (const { id, text } of posts) assert.equal(text, texts.get(id));
  }
});

test("telegramToFourCat refuses a time that is none", () => {
  assert.throws(
    () => telegramToFourCat([{ message_id: 1, sender_id: 2, text: "", date: "вчера" }]),
    /message 1: date must be an ISO time, found "вчера"/,
  );
});
