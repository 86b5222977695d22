import {
  idText,
  isoTime,
  optionalBoolean,
  optionalCount,
  optionalHandle,
  optionalLanguage,
  optionalText,
} from "../raw/cells.js";
import { Refusal } from "../raw/refusal.js";
import type { Sightings } from "../raw/sightings.js";
import { type CsvCells, type CsvFormat, hasColumns, type JsonFormat } from "./format.js";
import { objectOf } from "./json-value.js";

const reactions = ["like", "love", "wow", "haha", "sad", "angry", "thankful", "care"];

/** Posts of the CrowdTangle API: its answers, posts one a line, nested or flattened to `statistics.actual.likeCount`. */
export const crowdTangleApi: JsonFormat = {
  name: "crowdtangle",
  title: "posts of the CrowdTangle API as JSON",
  shape: "json",
  platform: "facebook",
  arrays: ["", "result.posts", "posts"],
  recognises: (record) => isPost(record) || objectOf(record.result) !== undefined,
  rows(record) {
    const posts = objectOf(record.result)?.posts ?? record.posts;
    return Array.isArray(posts) ? posts : isPost(record) ? [record] : [];
  },
  read(row, sightings) {
    const post = objectOf(row);
    if (!post) throw new Refusal("not an object", "restore the record");
    readPost((path) => valueAt(post, path), sightings);
  },
};

/** The same posts flattened into a table, as data frames are saved. */
export const crowdTangleFlat: CsvFormat = {
  name: "crowdtangle-flat",
  title: "posts of the CrowdTangle API as a flattened table",
  shape: "csv",
  platform: () => "facebook",
  recognises: (header) =>
    hasColumns(header, ["platformId", "date", "statistics.actual.likeCount", "account.platformId"]),
  reader: () => (row: CsvCells, sightings: Sightings) => readPost((path) => row[path], sightings),
};

function isPost(record: Record<string, unknown>): boolean {
  const flat = "account.platformId" in record || "account.id" in record;
  return "platformId" in record && "date" in record && (flat || objectOf(record.account) !== undefined);
}

/** A value by its dotted name, whether the object is nested or flattened. */
function valueAt(object: Record<string, unknown>, path: string): unknown {
  if (Object.hasOwn(object, path)) return object[path];
  const [first = "", ...rest] = path.split(".");
  const inner = objectOf(object[first]);
  return rest.length === 0 || !inner ? undefined : valueAt(inner, rest.join("."));
}

/** Times are UTC, which is how the API gives them; `updated` is when the counts were taken. */
function readPost(value: (path: string) => unknown, sightings: Sightings): void {
  const platform = optionalText(value("platform"));
  if (platform !== null && platform.toLowerCase() !== "facebook") {
    throw new Refusal("not a post on Facebook", "nothing: other platforms of CrowdTangle are not read", true);
  }
  const count = (name: string) =>
    optionalCount(value(`statistics.actual.${name}Count`), `statistics.actual.${name}Count`);
  const counts = reactions.map(count).filter((one) => one !== null);
  const updated = optionalText(value("updated"));
  sightings.post(
    {
      id: idText(value("platformId"), "platformId"),
      author: {
        account: idText(value("account.platformId") ?? value("account.id"), "account.platformId"),
        handle: optionalHandle(value("account.handle")),
        createdAt: null,
        followers: optionalCount(value("account.subscriberCount"), "account.subscriberCount"),
        verified: optionalBoolean(value("account.verified"), "account.verified"),
      },
      createdAt: isoTime(value("date"), "date"),
      language: optionalLanguage(value("languageCode")),
      text: optionalText(value("message")),
      whole: true,
      seenAt: updated === null ? null : isoTime(updated, "updated"),
      likes: counts.length === 0 ? null : counts.reduce((sum, one) => sum + one, 0),
      replies: count("comment"),
      shares: count("share"),
    },
    true,
  );
}
