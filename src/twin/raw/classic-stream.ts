import { join } from "node:path";
import { LineFile } from "./line-file.js";
import type { Tweet, TweetAuthor } from "./tweets.js";

/** After so many tweets one is sent again, as a stream does after it was interrupted. */
const sentAgain = 50;

/** Writes tweets as API v1.1 streamed them: one file of JSON lines a day, and one of what came again after interruptions. */
export async function writeClassicStream(folder: string, tweets: AsyncIterable<Tweet>): Promise<void> {
  const again = new LineFile(join(folder, "again.jsonl"));
  let file: LineFile | undefined;
  let day = "";
  let number = 0;
  for await (const tweet of tweets) {
    if (tweet.createdAt.slice(0, 10) !== day) {
      file?.close();
      day = tweet.createdAt.slice(0, 10);
      file = new LineFile(join(folder, `${day}.jsonl`));
      file.add('{"limit":{"track":1}}');
    }
    const line = JSON.stringify(classicTweet(tweet));
    file?.add(line);
    number += 1;
    if (number % sentAgain === 0) again.add(line);
  }
  file?.close();
  again.close();
}

function classicTweet({ id, author, createdAt, kind, text, language, counts, target }: Tweet): Record<string, unknown> {
  const inside = target ? classicTweet({ ...target, target: null }) : null;
  return {
    created_at: classicTime(createdAt),
    ...{ id: Number(id), id_str: id, text: escaped(text), truncated: false },
    ...(kind === "reply" && repliedTo(target)),
    user: classicUser(author),
    ...(kind === "retweet" && { retweeted_status: inside ?? {} }),
    is_quote_status: kind === "quote",
    ...(kind === "quote" &&
      target && { quoted_status_id: Number(target.id), quoted_status_id_str: target.id, quoted_status: inside }),
    ...(counts && {
      quote_count: Math.floor(counts.shares / 10),
      reply_count: counts.replies,
      retweet_count: counts.shares - Math.floor(counts.shares / 10),
      favorite_count: counts.likes,
    }),
    lang: language,
    timestamp_ms: String(Date.parse(createdAt)),
  };
}

function repliedTo(target: Tweet | null): Record<string, unknown> {
  if (!target) return { in_reply_to_status_id: null, in_reply_to_screen_name: "twin_nobody" };
  return {
    ...{ in_reply_to_status_id: Number(target.id), in_reply_to_status_id_str: target.id },
    ...{ in_reply_to_user_id: Number(target.author.id), in_reply_to_user_id_str: target.author.id },
    in_reply_to_screen_name: target.author.handle,
  };
}

function classicUser({ id, handle, createdAt, followers, verified }: TweetAuthor): Record<string, unknown> {
  return {
    ...{ id: Number(id), id_str: id, screen_name: handle, created_at: classicTime(createdAt) },
    ...{ followers_count: followers, ...(verified !== null && { verified }) },
  };
}

/** Twitter sends three characters as entities. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** `Wed Aug 12 09:00:00 +0000 2020`. */
function classicTime(instant: string): string {
  const [weekday = "", day, month, year] = new Date(instant).toUTCString().split(" ");
  return `${weekday.slice(0, 3)} ${month} ${day} ${instant.slice(11, 19)} +0000 ${year}`;
}
