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
import type { Author, Sightings, Target } from "../raw/sightings.js";
import { type CsvCells, type CsvFormat, hasColumns } from "./format.js";

const tweetColumns = ["tweetid", "userid", "tweet_time", "is_retweet", "retweet_tweetid", "in_reply_to_tweetid"];
const userColumns = ["userid", "user_screen_name", "account_creation_date", "follower_count"];

/**
 * Tweets and users of Twitter's archive of information operations. Ids and names of smaller accounts are hashes there, which are taken
 * as ids; times are UTC, to the minute. Counts carry no time.
 */
export const ioArchive: CsvFormat = {
  name: "io-archive",
  title: "tweets or users of Twitter's information operations archive",
  shape: "csv",
  platform: () => "twitter",
  recognises: (header) => hasColumns(header, tweetColumns) || hasColumns(header, userColumns),
  reader: (header) => (hasColumns(header, tweetColumns) ? readTweet : readUser),
};

function readUser(row: CsvCells, sightings: Sightings): void {
  sightings.profile(author(row), null, true);
}

function readTweet(row: CsvCells, sightings: Sightings): void {
  const isRetweet = optionalBoolean(row.is_retweet, "is_retweet") === true;
  const retweets = optionalCount(row.retweet_count, "retweet_count");
  const quotes = optionalCount(row.quote_count, "quote_count");
  const quote = target(row.quoted_tweet_tweetid, undefined);
  const reply = target(row.in_reply_to_tweetid, row.in_reply_to_userid);
  sightings.post(
    {
      id: idText(row.tweetid, "tweetid"),
      author: author(row),
      createdAt: isoTime(row.tweet_time, "tweet_time"),
      retweet: isRetweet ? (target(row.retweet_tweetid, row.retweet_userid) ?? unknownTarget) : undefined,
      quote,
      reply,
      language: optionalLanguage(row.tweet_language),
      text: optionalText(row.tweet_text),
      whole: true,
      seenAt: null,
      likes: optionalCount(row.like_count, "like_count"),
      replies: optionalCount(row.reply_count, "reply_count"),
      shares: retweets === null && quotes === null ? null : (retweets ?? 0) + (quotes ?? 0),
    },
    true,
  );
}

const unknownTarget: Target = { id: null, account: null, at: null };

function target(id: string | undefined, account: string | undefined): Target | undefined {
  const post = optionalId(id, "id of the tweet acted on");
  const author = optionalId(account, "id of its author");
  return post === null && author === null ? undefined : { id: post, account: author, at: null };
}

function author(row: CsvCells): Author {
  const created = optionalText(row.account_creation_date);
  return {
    account: idText(row.userid, "userid"),
    handle: isHash(row.user_screen_name) ? null : optionalHandle(row.user_screen_name),
    createdAt: created === null ? null : isoTime(created, "account_creation_date"),
    followers: optionalCount(row.follower_count, "follower_count"),
    verified: null,
  };
}

function isHash(text: string | undefined): boolean {
  return text?.endsWith("=") === true;
}
