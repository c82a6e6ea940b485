import { crowdtangleCsv } from "./crowdtangle-csv";
import { crowdtangleJson } from "./crowdtangle-json";
import { downloadYourInformation } from "./download-your-information";
import type { JsonFormat, TableFormat } from "./export-record";
import { facebookScraper } from "./facebook-scraper";
import { fourCatCustom } from "./four-cat-custom";
import { graphApi } from "./graph-api";
import { metaContentLibraryComments, metaContentLibraryPosts } from "./meta-content-library";
import {
  odnoklassnikiComment, odnoklassnikiCommunity, odnoklassnikiDiscussion, odnoklassnikiMediatopic,
} from "./odnoklassniki-api";
import type { Fields } from "./read-field";
import { vkontakteComment, vkontakteCommunity, vkontaktePost } from "./vkontakte-api";
import { vkontakteFourCat } from "./vkontakte-four-cat";

/** Kinds of JSON record, the more particular first: a record belongs to the first that knows it. */
const JSON_FORMATS: readonly JsonFormat[] = [
  crowdtangleJson,
  facebookScraper,
  graphApi,
  odnoklassnikiDiscussion,
  odnoklassnikiMediatopic,
  odnoklassnikiComment,
  vkontaktePost,
  vkontakteComment,
  odnoklassnikiCommunity,
  vkontakteCommunity,
  downloadYourInformation,
];

const TABLE_FORMATS: readonly TableFormat[] = [
  crowdtangleCsv,
  vkontakteFourCat,
  metaContentLibraryComments,
  metaContentLibraryPosts,
  fourCatCustom,
];

/** Names of all formats that can be read, for messages and for the documentation. */
export const EXPORT_FORMATS: readonly string[] = [
  ...JSON_FORMATS, ...TABLE_FORMATS,
].map((format) => format.name);

/**
 * The kind of a JSON record, known by its fields and not by the file's name; null for an unknown one.
 *
 * @example
 * recogniseRecord({ id: 1, owner_id: -5, from_id: -5, date: 1588291200, text: "" })?.name; // "VKontakte API, posts"
 * recogniseRecord({ count: 2 }); // null
 */
export function recogniseRecord(record: Fields): JsonFormat | null {
  return JSON_FORMATS.find((format) => format.recognises(record)) ?? null;
}

/**
 * The kind of a table, known by its columns in any order and case; null for an unknown one.
 *
 * @example
 * recogniseTable(["id", "thread_id", "author", "body", "timestamp"])?.name; // "4CAT custom CSV"
 */
export function recogniseTable(header: readonly string[]): TableFormat | null {
  const columns = new Set(header.map((name) => name.trim().toLowerCase()));
  return TABLE_FORMATS.find((format) => format.recognises(columns)) ?? null;
}
