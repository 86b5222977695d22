import { describe, expect, it } from "vitest";
import { counted, imported } from "./imported.js";

const metrics = (like_count: number) => ({ like_count, reply_count: 2, retweet_count: 3, quote_count: 1 });
const embassy = {
  ...{ id: "100", username: "Embassy_X", name: "Embassy", verified: true, created_at: "2015-08-10T09:00:00.000Z" },
  public_metrics: { followers_count: 50, following_count: 1, tweet_count: 9, listed_count: 0 },
};
const someone = { ...embassy, id: "200", username: "someone", verified: false };
const post = {
  ...{ id: "1293474571464343559", author_id: "100", text: "War &amp; peace", lang: "en" },
  ...{ created_at: "2020-08-12T09:09:04.000Z", public_metrics: metrics(9) },
};
const retweet = {
  ...{ id: "1293474571464343999", author_id: "200", text: "RT @Embassy_X: War…", lang: "en" },
  ...{ created_at: "2020-08-12T10:00:00.000Z", public_metrics: metrics(0) },
  referenced_tweets: [{ type: "retweeted", id: post.id }],
};
const reply = {
  ...{
    id: "1293474571464344999",
    author_id: "200",
    text: "@Embassy_X Well said",
    lang: "en",
    in_reply_to_user_id: "100",
  },
  ...{ created_at: "2020-08-12T10:00:09.000Z", public_metrics: metrics(0) },
  referenced_tweets: [{ type: "replied_to", id: post.id }],
};
const page = {
  data: [retweet, reply],
  includes: { users: [embassy, someone], tweets: [post] },
  meta: { result_count: 2, newest_id: "1", oldest_id: "1" },
};

const expected = [
  {
    ...{ amplification_id: "1293474571464343999", kind: "retweet", account_id: "200", principal_id: "100", text: null },
    ...{ target_post_id: post.id, target_created_at: "2020-08-12T09:09:04Z", created_at: "2020-08-12T10:00:00Z" },
  },
  {
    ...{ amplification_id: "1293474571464344999", kind: "reply", account_id: "200", principal_id: "100" },
    ...{ target_post_id: post.id, target_created_at: "2020-08-12T09:09:04Z", created_at: "2020-08-12T10:00:09Z" },
    text: "@Embassy_X Well said",
  },
];

describe("tweets of API v2", () => {
  it.each([
    ["a page a line", { "pages.jsonl": [page, { meta: { result_count: 0 } }] }],
    ["a page a file, indented", { "page-1.json": JSON.stringify(page, null, 2) }],
    ["a list of pages", { "pages.json": JSON.stringify([page], null, 1) }],
    [
      "flattened",
      {
        "flat.jsonl": [
          { ...retweet, author: someone, referenced_tweets: [{ ...post, type: "retweeted", author: embassy }] },
          { ...reply, author: someone, referenced_tweets: [{ ...post, type: "replied_to", author: embassy }] },
        ],
      },
    ],
  ])("give the same rows as %s", async (_form, files) => {
    const { tables, reconciled, validation } = await imported(files as Record<string, string>);
    expect(tables.amplifications).toEqual(expected);
    expect(tables.posts).toMatchObject([{ post_id: post.id, likes: 9, replies: 2, shares: 4, text: "War & peace" }]);
    expect(tables.accounts).toMatchObject([
      { account_id: "100", followers: 50, verified: true },
      { account_id: "101" },
      { account_id: "200" },
      {},
    ]);
    expect(counted(reconciled)).toEqual({ rows: 2, kept: 2, merged: 0, rejected: 0 });
    expect(validation.total).toBe(0);
  });

  it("take the counts that were retrieved last, where the collector wrote down when", async () => {
    const seen = (likes: number, retrieved_at: string) => ({
      data: [{ ...post, public_metrics: metrics(likes) }],
      includes: { users: [embassy] },
      meta: { result_count: 1 },
      __twarc: { retrieved_at },
    });
    const { tables, reconciled } = await imported({
      "a.jsonl": [seen(3, "2021-05-02T00:00:00+00:00"), seen(8, "2021-05-01T00:00:00+00:00")],
    });
    expect(tables.posts).toMatchObject([{ likes: 3 }]);
    expect(counted(reconciled)).toEqual({ rows: 2, kept: 1, merged: 1, rejected: 0 });
  });

  it("reject the tweet of a page that is broken, and no other", async () => {
    const broken = { ...page, data: [{ ...retweet, created_at: "yesterday" }, reply, "no tweet"] };
    const { tables, rejects } = await imported({ "pages.jsonl": [broken] });
    expect(tables.amplifications).toHaveLength(1);
    expect(tables.posts).toHaveLength(1);
    expect(rejects).toMatchObject([
      { line: 1, reason: "created_at is no time" },
      { line: 1, reason: "id is no id" },
    ]);
  });
});
