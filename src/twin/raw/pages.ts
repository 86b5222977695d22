import { join } from "node:path";
import { escaped } from "./classic-stream.js";
import { LineFile } from "./line-file.js";
import type { Tweet, TweetAuthor } from "./tweets.js";

const tweetsOnAPage = 100;
const referenceOf = { retweet: "retweeted", quote: "quoted", reply: "replied_to" } as const;

/** Writes tweets as pages of API v2, one a line, with the authors and targets of each page in its `includes`. */
export async function writePages(folder: string, tweets: AsyncIterable<Tweet>): Promise<void> {
  const file = new LineFile(join(folder, "pages.jsonl"));
  let page: Tweet[] = [];
  for await (const tweet of tweets) {
    page.push(tweet);
    if (page.length < tweetsOnAPage) continue;
    file.add(JSON.stringify(pageOf(page)));
    page = [];
  }
  if (page.length > 0) file.add(JSON.stringify(pageOf(page)));
  file.close();
}

function pageOf(tweets: Tweet[]): Record<string, unknown> {
  const targets = new Map(tweets.flatMap(({ target }) => (target ? [[target.id, target]] : [])));
  const authors = new Map([...tweets, ...targets.values()].map(({ author }) => [author.id, author]));
  return {
    data: tweets.map(tweetOnPage),
    includes: { users: [...authors.values()].map(user), tweets: [...targets.values()].map(tweetOnPage) },
    meta: { result_count: tweets.length, newest_id: tweets.at(-1)?.id, oldest_id: tweets[0]?.id },
  };
}

function tweetOnPage({ id, author, createdAt, kind, text, language, counts, target }: Tweet): Record<string, unknown> {
  return {
    ...{ id, author_id: author.id, created_at: createdAt.replace("Z", ".000Z"), text: escaped(text), lang: language },
    ...(kind === "reply" && target && { in_reply_to_user_id: target.author.id }),
    ...(kind !== "text" && { referenced_tweets: [{ type: referenceOf[kind], ...(target && { id: target.id }) }] }),
    ...(counts && {
      public_metrics: {
        ...{ like_count: counts.likes, reply_count: counts.replies, quote_count: Math.floor(counts.shares / 10) },
        retweet_count: counts.shares - Math.floor(counts.shares / 10),
      },
    }),
  };
}

function user({ id, handle, createdAt, followers, verified }: TweetAuthor): Record<string, unknown> {
  return {
    ...{ id, username: handle, created_at: createdAt.replace("Z", ".000Z"), ...(verified !== null && { verified }) },
    public_metrics: { followers_count: followers },
  };
}
