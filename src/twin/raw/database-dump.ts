import { join } from "node:path";
import { escaped } from "./classic-stream.js";
import { clock, csvLine, LineFile } from "./line-file.js";
import type { Tweet } from "./tweets.js";

/** Columns of the papers' tables, and a language beside each tweet, which theirs do not have. */
const columns = {
  tweets_static:
    "tweet_id,tweet_id_str,full_text,source,tweet_created_at,user_id,is_retweeted,is_quoted,is_retweeting,is_quoting,in_reply_to_status_id,in_reply_to_user_id,in_reply_to_screen_name,retweet_id,quoted_id,data_source,lang",
  tweets_dynamic:
    "tweet_dynamic_id,tweet_id,quote_count,reply_count,retweet_count,favorite_count,timestamp_observed,data_source",
  users_static: "user_id,user_id_str,data_source",
  users_dynamic:
    "user_id,user_created_at,user_name,user_screen_name,user_location,user_url,user_description,user_protected,user_verified,user_geo_enabled,user_lang,user_followers_count,user_friends_count,user_favourites_count,user_statuses_count,user_observed_ts,data_source",
} as const;
const source = "twin";
const lastSeen = "2021-05-31 00:00:00+00";

/**
 * Writes tweets as the papers' database holds them, in files as `COPY ... TO ... (FORMAT csv, HEADER)` writes them. Counts were seen
 * twice, at first as nothing and then as they are.
 */
export async function writeDatabaseDump(folder: string, tweets: AsyncIterable<Tweet>): Promise<void> {
  const names = Object.keys(columns) as (keyof typeof columns)[];
  const files = Object.fromEntries(names.map((name) => [name, new LineFile(join(folder, `${name}.csv`))])) as Record<
    keyof typeof columns,
    LineFile
  >;
  for (const name of names) files[name].add(columns[name]);
  const users = new Set<string>();
  let seen = 0;
  for await (const tweet of tweets) {
    files.tweets_static.add(staticRow(tweet));
    if (tweet.counts) {
      const { likes, replies, shares } = tweet.counts;
      const quotes = Math.floor(shares / 10);
      seen += 2;
      files.tweets_dynamic.add(csvLine([seen, tweet.id, quotes, replies, shares - quotes, likes, lastSeen, source]));
      files.tweets_dynamic.add(csvLine([seen + 1, tweet.id, 0, 0, 0, 0, `${clock(tweet.createdAt)}+00`, source]));
    }
    if (users.has(tweet.author.id)) continue;
    users.add(tweet.author.id);
    files.users_static.add(csvLine([tweet.author.id, tweet.author.id, source]));
    files.users_dynamic.add(userRow(tweet));
  }
  for (const name of names) files[name].close();
}

function staticRow({ id, author, createdAt, kind, text, language, target }: Tweet): string {
  const repliedTo =
    kind === "reply"
      ? [target?.id ?? null, target?.author.id ?? null, target?.author.handle ?? "twin_nobody"]
      : [null, null, null];
  return csvLine([
    ...[id, id, escaped(text), "twin", `${clock(createdAt)}+00`, author.id, "f", "f"],
    ...[kind === "retweet" ? "t" : "f", kind === "quote" ? "t" : "f", ...repliedTo],
    ...[
      kind === "retweet" ? (target?.id ?? null) : null,
      kind === "quote" ? (target?.id ?? null) : null,
      source,
      language,
    ],
  ]);
}

function userRow({ author, createdAt }: Tweet): string {
  const { id, handle, followers, verified } = author;
  return csvLine([
    ...[
      id,
      `${clock(author.createdAt)}+00`,
      null,
      handle,
      null,
      null,
      null,
      "f",
      verified === null ? null : verified ? "t" : "f",
    ],
    ...["f", null, followers, null, null, null, `${clock(createdAt)}+00`, source],
  ]);
}
