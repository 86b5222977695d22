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
import type { Author, PostSighting, Sightings, Target } from "../raw/sightings.js";
import type { JsonFormat } from "./format.js";
import { objectOf, objectsOf, unescaped } from "./json-value.js";

type Tweet = Record<string, unknown>;

/** What came with a page: tweets and users by id. */
interface Included {
  tweets: Map<unknown, Tweet>;
  users: Map<unknown, Tweet>;
  seenAt: number | null;
}

interface PageRow {
  tweet: Tweet;
  included: Included;
  /** Whether the tweets that came with the page are still to be read; true for its first row. */
  isFirst: boolean;
}

/**
 * Tweets of API v2: pages with `data` and `includes`, one a file or one a line, or flattened tweets with `author` and whole
 * `referenced_tweets` inside. When they were retrieved is known only where the collector wrote it down (`__twarc.retrieved_at`).
 */
export const twitterV2: JsonFormat = {
  name: "twitter-v2",
  title: "pages or flattened tweets of Twitter API v2",
  shape: "json",
  platform: "twitter",
  arrays: [""],
  recognises: (record) => isPage(record) || isTweet(record),
  rows: (record) => (isPage(record) ? pageRows(record) : [flattenedRow(record)]),
  read(row, sightings) {
    const { tweet, included, isFirst } = row as PageRow;
    const inside = isFirst ? [...included.tweets.values()] : [];
    for (const one of inside) if (isTweet(one)) readInside(one, included, sightings);
    sightings.post(sighting(tweet, included), true);
  },
};

/** A tweet that only came along costs no row when it cannot be read. */
function readInside(tweet: Tweet, included: Included, sightings: Sightings): void {
  try {
    sightings.post(sighting(tweet, included), false);
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
  }
}

function isTweet(record: Tweet): boolean {
  return typeof record.id === "string" && "author_id" in record && "text" in record;
}

function isPage(record: Tweet): boolean {
  if ("data" in record) {
    const [first] = Array.isArray(record.data) ? (record.data as unknown[]) : [record.data];
    const tweet = objectOf(first);
    return tweet !== undefined && "id" in tweet && "text" in tweet;
  }
  return objectOf(record.meta)?.result_count === 0;
}

function pageRows(page: Tweet): PageRow[] {
  const includes = objectOf(page.includes);
  const included: Included = {
    tweets: byId(objectsOf(includes?.tweets)),
    users: byId(objectsOf(includes?.users)),
    seenAt: retrievedAt(page),
  };
  const data = Array.isArray(page.data) ? (page.data as unknown[]) : page.data === undefined ? [] : [page.data];
  return data.map((tweet, at) => ({ tweet: objectOf(tweet) ?? {}, included, isFirst: at === 0 }));
}

function flattenedRow(tweet: Tweet): PageRow {
  const inside = objectsOf(tweet.referenced_tweets).filter((one) => "text" in one);
  const users = [tweet, ...inside].map((one) => objectOf(one.author)).filter((one) => one !== undefined);
  return {
    tweet,
    included: { tweets: byId(inside), users: byId(users), seenAt: retrievedAt(tweet) },
    isFirst: true,
  };
}

function byId(objects: Tweet[]): Map<unknown, Tweet> {
  return new Map(objects.map((one) => [one.id, one]));
}

function retrievedAt(record: Tweet): number | null {
  const text = objectOf(record.__twarc)?.retrieved_at;
  return text === undefined ? null : isoTime(text, "__twarc.retrieved_at");
}

function sighting(tweet: Tweet, included: Included): PostSighting {
  const metrics = objectOf(tweet.public_metrics) ?? {};
  const note = objectOf(tweet.note_tweet);
  const retweets = optionalCount(metrics.retweet_count, "retweet_count");
  const quotes = optionalCount(metrics.quote_count, "quote_count");
  const retweet = targetOf(tweet, "retweeted", included);
  const retweeted = retweet?.id == null ? undefined : included.tweets.get(retweet.id);
  return {
    id: idText(tweet.id, "id"),
    author: author(idText(tweet.author_id, "author_id"), included),
    createdAt: isoTime(tweet.created_at, "created_at"),
    retweet,
    quote: targetOf(tweet, "quoted", included) ?? (retweeted && targetOf(retweeted, "quoted", included)),
    reply: replyOf(tweet, included),
    language: optionalLanguage(tweet.lang),
    text: unescaped(optionalText(note?.text) ?? optionalText(tweet.text)),
    whole: true,
    seenAt: included.seenAt,
    likes: optionalCount(metrics.like_count, "like_count"),
    replies: optionalCount(metrics.reply_count, "reply_count"),
    shares: retweets === null && quotes === null ? null : (retweets ?? 0) + (quotes ?? 0),
  };
}

function targetOf(tweet: Tweet, type: string, { tweets }: Included): Target | undefined {
  const reference = objectsOf(tweet.referenced_tweets).find((one) => one.type === type);
  if (!reference) return undefined;
  const id = optionalId(reference.id, "referenced_tweets.id");
  const known = id === null ? undefined : tweets.get(id);
  return {
    id,
    account: optionalId(known?.author_id, "author_id"),
    at: known?.created_at === undefined ? null : isoTime(known.created_at, "created_at"),
  };
}

function replyOf(tweet: Tweet, included: Included): Target | undefined {
  const target = targetOf(tweet, "replied_to", included);
  const account = optionalId(tweet.in_reply_to_user_id, "in_reply_to_user_id");
  if (!target && account === null) return undefined;
  return { id: target?.id ?? null, account: target?.account ?? account, at: target?.at ?? null };
}

function author(id: string, { users }: Included): Author {
  const user = users.get(id) ?? {};
  const metrics = objectOf(user.public_metrics) ?? {};
  return {
    account: id,
    handle: optionalHandle(user.username),
    createdAt: user.created_at === undefined ? null : isoTime(user.created_at, "user.created_at"),
    followers: optionalCount(metrics.followers_count, "followers_count"),
    verified: optionalBoolean(user.verified, "verified"),
  };
}
