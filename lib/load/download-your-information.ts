import type { Intake, JsonFormat } from "./export-record";
import { parseUnixSeconds } from "./parse-time";
import { type Fields, fieldOf, hasField, isFields, readList, readText } from "./read-field";
import { repairLatin1 } from "./repair-latin1";

/**
 * Facebook's "Download your information": what one person wrote in groups.
 *
 * Entries have no ids, so an id is made of time, group and text; the same download loaded twice then counts
 * once. UTF-8 stands in it as Latin-1 and is repaired. `title` holds people's names and serves only to find
 * the group.
 */
export const downloadYourInformation: JsonFormat = {
  name: "Facebook, Download your information",
  recognises: (record) =>
    ["timestamp", "data", "title"].filter(
      (field) => hasField(record, field)
    ).length >= 2 && fieldOf(record, "id") === undefined,
  read: readEntry,
};

function readEntry(record: Fields, intake: Intake): void {
  const title = repairLatin1(readText(record, "title"));
  const parts = readList(record, "data").filter(
    (part) => fieldOf(part, "post") !== undefined || isFields(fieldOf(part, "comment"))
  );
  if (parts.length === 0) {
    intake.leaveOut("an entry of Download your information with no words in it");
    return;
  }
  parts.forEach((part, i) => {
    intake.attempt(`data[${i}]`, () => {
      const comment = fieldOf(part, "comment");
      if (isFields(comment)) readComment(comment, record, title, intake);
      else add(intake, "post", record, groupOfTitle(title), null, readText(part, "post"));
    });
  });
}

function readComment(comment: Fields, entry: Fields, title: string, intake: Intake): void {
  const group = repairLatin1(readText(comment, "group")).trim() || groupOfTitle(title);
  const time = hasField(comment, "timestamp") ? comment : entry;
  add(
    intake, "comment", time, group, repairLatin1(readText(comment, "author")).trim() || null,
    readText(comment, "comment"),
  );
}

function add(
  intake: Intake, kind: "post" | "comment", timed: Fields, group: string | null, author: string | null,
  raw: string,
): void {
  const createdAt = parseUnixSeconds(fieldOf(timed, "timestamp"), "timestamp");
  const text = repairLatin1(raw);
  const community = group ?? intake.place;
  const content = `${kind}\n${createdAt.getTime()}\n${community}\n${text}`;
  intake.post({
    platform: "facebook",
    kind,
    id: `dyi-${intake.hash(content)}`,
    communityId: null,
    communityName: community,
    parent: null,
    authorId: author,
    createdAt,
    text,
    likes: null,
    shares: null,
    comments: null,
    byAdmin: null,
    repost: false,
  });
}

/**
 * The group in "Name posted in Group." or "Name commented on Other's post in Group."; null in other
 * languages.
 */
function groupOfTitle(title: string): string | null {
  return /\b(?:posted|commented|shared|replied)\b.*? in (?:the group )?(.+?)\.?$/.exec(title)?.[1] ?? null;
}
