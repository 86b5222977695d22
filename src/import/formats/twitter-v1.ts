import {
  classicTime,
  optionalBoolean,
  optionalCount,
  optionalHandle,
  optionalLanguage,
  optionalText,
} from "../raw/cells.js";
import { Refusal } from "../raw/refusal.js";
import type { Author, PostSighting, Sightings, Target } from "../raw/sightings.js";
import type { JsonFormat } from "./format.js";
import { idIn, objectOf, unescaped } from "./json-value.js";

/** Messages of the stream that are no tweets. */
const controls = [
  "delete",
  "limit",
  "disconnect",
  "warning",
  "scrub_geo",
  "user_withheld",
  "status_withheld",
  "user_delete",
  "user_undelete",
  "user_suspend",
];
/** A retweet holds the tweet it retweets, which holds the one it quotes. */
const deepest = 3;

/**
 * Tweets of API v1.1 as the stream sends them, one a line, with the tweets they retweet or quote inside; full text in
 * `extended_tweet.full_text` (compatibility mode) or `full_text` (extended mode). Counts are those of the moment of sending.
 */
export const twitterV1: JsonFormat = {
  name: "twitter-v1.1",
  title: "tweets of Twitter API v1.1, one a line",
  shape: "json",
  platform: "twitter",
  arrays: ["", "statuses"],
  recognises: (record) => isTweet(record) || controlOf(record) !== undefined,
  rows: (record) => [record],
  read(row, sightings) {
    const tweet = objectOf(row);
    if (!tweet) throw new Refusal("not an object", "write one tweet a line");
    const control = controlOf(tweet);
    if (control) throw new Refusal(`control message: ${control}`, "nothing, it is no tweet", true);
    readTweet(tweet, sightings);
  },
};

function isTweet(record: Record<string, unknown>): boolean {
  return ("id_str" in record || "id" in record) && "created_at" in record && objectOf(record.user) !== undefined;
}

function controlOf(record: Record<string, unknown>): string | undefined {
  if ("id" in record || "id_str" in record) return undefined;
  return controls.find((name) => name in record);
}

function readTweet(tweet: Record<string, unknown>, sightings: Sightings): void {
  const createdAt = classicTime(tweet.created_at, "created_at");
  const milliseconds = Number(tweet.timestamp_ms);
  const seenAt = Number.isSafeInteger(milliseconds) && milliseconds > 0 ? milliseconds : createdAt;
  const inside: PostSighting[] = [];
  const post = sighting(tweet, seenAt, inside, deepest);
  for (const one of inside) sightings.post(one, false);
  sightings.post(post, true);
}

/** A tweet, and those inside it, which are added to the list. */
function sighting(tweet: Record<string, unknown>, seenAt: number, inside: PostSighting[], depth: number): PostSighting {
  const id = idIn(tweet, "id");
  if (id === null) throw new Refusal("id is missing", "restore the record");
  const retweeted = objectOf(tweet.retweeted_status);
  const quoted = objectOf(tweet.quoted_status) ?? objectOf(retweeted?.quoted_status);
  if (depth > 1) {
    const within = [retweeted, retweeted && objectOf(retweeted.quoted_status) ? undefined : quoted];
    for (const one of within) if (one && objectOf(one.user)) inside.push(sighting(one, seenAt, inside, depth - 1));
  }
  const extended = objectOf(tweet.extended_tweet);
  const text = optionalText(extended?.full_text) ?? optionalText(tweet.full_text) ?? optionalText(tweet.text);
  return {
    id,
    author: author(objectOf(tweet.user)),
    createdAt: classicTime(tweet.created_at, "created_at"),
    retweet: retweeted && targetOf(retweeted),
    quote: quoteOf(tweet, retweeted, quoted),
    reply: replyOf(tweet),
    language: optionalLanguage(tweet.lang),
    text: unescaped(text),
    whole: tweet.truncated !== true || typeof extended?.full_text === "string",
    seenAt,
    likes: optionalCount(tweet.favorite_count, "favorite_count"),
    replies: optionalCount(tweet.reply_count, "reply_count"),
    shares: sharesOf(tweet),
  };
}

/** Retweets and quotes; retweets alone where the source does not count quotes. */
function sharesOf(tweet: Record<string, unknown>): number | null {
  const retweets = optionalCount(tweet.retweet_count, "retweet_count");
  const quotes = optionalCount(tweet.quote_count, "quote_count");
  return retweets === null && quotes === null ? null : (retweets ?? 0) + (quotes ?? 0);
}

function targetOf(tweet: Record<string, unknown>): Target {
  const user = objectOf(tweet.user);
  return {
    id: idIn(tweet, "id"),
    account: user ? author(user).account : null,
    at: tweet.created_at === undefined ? null : classicTime(tweet.created_at, "created_at"),
  };
}

/** A quoted tweet may be gone: then only its id is sent, or not even that. */
function quoteOf(
  tweet: Record<string, unknown>,
  retweeted: Record<string, unknown> | undefined,
  quoted: Record<string, unknown> | undefined,
): Target | undefined {
  if (quoted) return targetOf(quoted);
  const id = idIn(tweet, "quoted_status_id");
  if (id !== null) return { id, account: null, at: null };
  return tweet.is_quote_status === true && !retweeted ? { id: null, account: null, at: null } : undefined;
}

/** A tweet that begins with a mention is sent as a reply to the account, without a tweet. */
function replyOf(tweet: Record<string, unknown>): Target | undefined {
  const id = idIn(tweet, "in_reply_to_status_id");
  const handle = optionalHandle(tweet.in_reply_to_screen_name);
  const account = idIn(tweet, "in_reply_to_user_id") ?? (handle === null ? null : `@${handle.toLowerCase()}`);
  return id === null && account === null ? undefined : { id, account, at: null };
}

function author(user: Record<string, unknown> | undefined): Author {
  const id = user && idIn(user, "id");
  if (!user || typeof id !== "string") throw new Refusal("user has no id", "restore the record");
  return {
    account: id,
    handle: optionalHandle(user.screen_name),
    createdAt: user.created_at == null ? null : classicTime(user.created_at, "user.created_at"),
    followers: optionalCount(user.followers_count, "user.followers_count"),
    verified: optionalBoolean(user.verified, "user.verified"),
  };
}
