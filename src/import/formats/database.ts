import {
  idText,
  isoTime,
  optionalBoolean,
  optionalCount,
  optionalHandle,
  optionalId,
  optionalLanguage,
  optionalText,
} from "../raw/cells.js";
import { Refusal } from "../raw/refusal.js";
import type { Sightings, Target } from "../raw/sightings.js";
import { type CsvCells, type CsvFormat, hasColumns } from "./format.js";
import { unescaped } from "./json-value.js";

/** Tables of the papers' database, each with the columns that tell it from the others. */
export const databaseTables = {
  tweets_static: ["tweet_id", "tweet_created_at", "user_id", "is_retweeting", "is_quoting"],
  tweets_dynamic: ["tweet_id", "retweet_count", "favorite_count", "timestamp_observed"],
  users_dynamic: ["user_id", "user_screen_name", "user_followers_count", "user_observed_ts"],
  users_static: ["user_id", "user_id_str", "data_source"],
} as const;

type DatabaseTable = keyof typeof databaseTables;

/**
 * Tables of the papers' PostgreSQL database, as `COPY ... TO ... (FORMAT csv, HEADER)` writes them. `tweets_static` has a row a tweet,
 * the retweeted and quoted ones included, `tweets_dynamic` a row for each time its counts were seen. Times are UTC.
 *
 * The papers' tables have no language; a column `lang` of `tweets_static` is read where somebody added it.
 */
export const database: CsvFormat = {
  name: "postgres",
  title: "tables of the papers' database",
  shape: "csv",
  platform: () => "twitter",
  recognises: (header) => tableWith(header) !== undefined,
  reader: (header) => readers[tableWith(header) ?? "users_static"],
};

function tableWith(header: readonly string[]): DatabaseTable | undefined {
  const names = Object.keys(databaseTables) as DatabaseTable[];
  return names.find((name) => hasColumns(header, databaseTables[name]));
}

const readers: Record<DatabaseTable, (row: CsvCells, sightings: Sightings) => void> = {
  tweets_static: readTweet,
  tweets_dynamic: readCounts,
  users_dynamic: readProfile,
  users_static: (row, sightings) => sightings.profile(emptyProfile(row), null, true),
};

function readTweet(row: CsvCells, sightings: Sightings): void {
  const author = { ...emptyProfile(row) };
  sightings.post(
    {
      id: tweetId(row),
      author,
      createdAt: isoTime(row.tweet_created_at, "tweet_created_at"),
      retweet: targetIf(row.is_retweeting, row.retweet_id),
      quote: targetIf(row.is_quoting, row.quoted_id),
      reply: replyOf(row),
      language: optionalLanguage(row.lang),
      text: unescaped(optionalText(row.full_text)),
      whole: true,
      seenAt: null,
      likes: null,
      replies: null,
      shares: null,
    },
    true,
  );
}

function readCounts(row: CsvCells, sightings: Sightings): void {
  const retweets = optionalCount(row.retweet_count, "retweet_count");
  const quotes = optionalCount(row.quote_count, "quote_count");
  const counts = {
    id: tweetId(row),
    seenAt: isoTime(row.timestamp_observed, "timestamp_observed"),
    likes: optionalCount(row.favorite_count, "favorite_count"),
    replies: optionalCount(row.reply_count, "reply_count"),
    shares: retweets === null && quotes === null ? null : (retweets ?? 0) + (quotes ?? 0),
  };
  sightings.counts(counts, true);
}

function readProfile(row: CsvCells, sightings: Sightings): void {
  const created = optionalText(row.user_created_at);
  const profile = {
    ...emptyProfile(row),
    handle: optionalHandle(row.user_screen_name),
    createdAt: created === null ? null : isoTime(created, "user_created_at"),
    followers: optionalCount(row.user_followers_count, "user_followers_count"),
    verified: optionalBoolean(row.user_verified, "user_verified"),
  };
  sightings.profile(profile, isoTime(row.user_observed_ts, "user_observed_ts"), true);
}

function emptyProfile(row: CsvCells) {
  const account = idText(row.user_id, "user_id");
  return { account, handle: null, createdAt: null, followers: null, verified: null };
}

function tweetId(row: CsvCells): string {
  const id = optionalId(row.tweet_id_str, "tweet_id_str") ?? optionalId(row.tweet_id, "tweet_id");
  if (id === null) throw new Refusal("tweet_id is missing", "restore the record");
  return id;
}

function targetIf(flag: string | undefined, id: string | undefined): Target | undefined {
  const post = optionalId(id, "id of the tweet acted on");
  return post !== null || optionalBoolean(flag, "flag") === true ? { id: post, account: null, at: null } : undefined;
}

function replyOf(row: CsvCells): Target | undefined {
  const id = optionalId(row.in_reply_to_status_id, "in_reply_to_status_id");
  const handle = optionalHandle(row.in_reply_to_screen_name);
  const user = optionalId(row.in_reply_to_user_id, "in_reply_to_user_id");
  const account = user ?? (handle === null ? null : `@${handle.toLowerCase()}`);
  return id === null && account === null ? undefined : { id, account, at: null };
}
