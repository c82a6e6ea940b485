import type { Intake, JsonFormat } from "./export-record";
import { parseClock } from "./parse-time";
import {
  type Fields, fieldOf, hasField, readCount, readId, readOptionalId, readText, sumCounts,
} from "./read-field";

const REACTIONS = [
  "likeCount", "loveCount", "wowCount", "hahaCount", "sadCount", "angryCount", "careCount", "thankfulCount",
];

/** CrowdTangle's API: posts of `result.posts`, whose `date` is UTC. */
export const crowdtangleJson: JsonFormat = {
  name: "CrowdTangle API JSON",
  recognises: (record) => [
    "platformId", "account", "statistics",
  ].filter((field) => hasField(record, field)).length >= 2,
  read: readPost,
};

function readPost(record: Fields, intake: Intake): void {
  const id = readId(record, "platformId");
  const account = fieldOf(record, "account");
  // `account.id` is CrowdTangle's own number; Facebook's stands in `platformId`, before the post's.
  const communityId =
    readOptionalId(account, "platformId", "account.platformId") ??
    /^(\d+)_/.exec(id)?.[1] ??
    readOptionalId(account, "id", "account.id");
  const name = readText(account, "name", "account.name");
  const type = /^facebook_(\w+)$/.exec(readText(account, "accountType", "account.accountType"))?.[1] ?? null;
  const counts = fieldOf(fieldOf(record, "statistics"), "actual");
  const count = (field: string): number | null => readCount(counts, field, `statistics.actual.${field}`);

  if (communityId !== null && name !== "") {
    intake.community({
      platform: "facebook", id: communityId, name, type, access: null,
      members: readCount(account, "subscriberCount", "account.subscriberCount"),
    });
  }
  intake.post({
    platform: "facebook",
    kind: "post",
    id,
    communityId,
    communityName: name,
    parent: null,
    authorId: type === "page" ? communityId : null,
    createdAt: parseClock(fieldOf(record, "date"), "date", "UTC"),
    text: readText(record, "message"),
    likes: count("likeCount"),
    shares: count("shareCount"),
    comments: count("commentCount"),
    reactions: sumCounts(REACTIONS.map(count)),
    byAdmin: type === "page" ? true : null,
    repost: false,
  });
}
