import { describe, expect, it } from "vitest";
import { classicTweet, classicUser, inReplyTo, quoting } from "./classic.js";
import { counted, imported, smallStudy } from "./imported.js";

const posted = "1293474571464343559";
const post = classicTweet(posted, "100", "2020-08-12T09:09:04.089Z");

describe("tweets of API v1.1", () => {
  it("keep ids beyond 2^53 as they are, even where only the number is given", async () => {
    const { id_str: _, ...onlyNumber } = classicTweet("1", "100", "2020-08-12T09:09:04Z");
    const text = JSON.stringify({ ...onlyNumber, id: 0, text: 'so: "1293474571464343999, 1293474571464343999"' });
    const { tables } = await imported({ "day.jsonl": text.replace('"id":0', '"id":1293474571464343561') });
    expect(tables.posts).toMatchObject([
      { post_id: "1293474571464343561", text: 'so: "1293474571464343999, 1293474571464343999"' },
    ]);
  });

  it("give the whole text in either mode, unescaped, and prefer it to one cut short", async () => {
    const compat = { ...post, text: "Cut…", truncated: true, extended_tweet: { full_text: "War &amp; peace, whole" } };
    const { text: __, ...extended } = classicTweet("1293474571464343560", "100", "2020-08-12T09:10:00Z", {
      full_text: "Whole &lt;3",
      extended_tweet: undefined,
    });
    const cut = {
      ...classicTweet("5", "200", "2020-08-13T09:00:00Z"),
      retweeted_status: { ...post, text: "Cut…", truncated: true },
    };
    const { tables, validation } = await imported({ "a.jsonl": [cut, compat, extended] });
    expect(tables.posts.map(({ text }) => text)).toEqual(["War & peace, whole", "Whole <3"]);
    expect(validation.total).toBe(0);
  });

  it("take likes, replies and shares from the latest sighting, whichever file it is in", async () => {
    const seen = (at: string, likes: number) => ({
      ...classicTweet(`${90 + likes}`, "200", at),
      retweeted_status: { ...post, favorite_count: likes, reply_count: 1, retweet_count: 5, quote_count: 2 },
    });
    const late = seen("2020-09-01T00:00:00Z", 7);
    const early = seen("2020-08-20T00:00:00Z", 9);
    for (const files of [
      { "a.jsonl": [late, post], "b.jsonl": [early] },
      { "a.jsonl": [early], "b.jsonl": [post, late] },
    ]) {
      const { tables } = await imported(files);
      expect(tables.posts).toMatchObject([{ likes: 7, replies: 1, shares: 7 }]);
    }
  });

  it("make one row of a tweet that was sent again, and account for every line", async () => {
    const retweet = { ...classicTweet("95", "200", "2020-08-12T10:00:00Z"), retweeted_status: post };
    const { reconciled, tables, rejects } = await imported({
      "2020-08-12.jsonl.gz": [post, retweet, { limit: { track: 3 } }, { delete: { status: { id: 1 } } }],
      "2020-08-13.jsonl": `${JSON.stringify(retweet)}\n\n${JSON.stringify(classicTweet("96", "200", "2020-08-12T10:00:00Z"))}\n{"broken\n`,
    });
    expect(counted(reconciled)).toEqual({ rows: 7, kept: 2, merged: 1, rejected: 4 });
    expect(tables.amplifications).toHaveLength(1);
    expect(rejects).toMatchObject([
      { file: "2020-08-12.jsonl.gz", line: 3, reason: "control message: limit" },
      { file: "2020-08-12.jsonl.gz", line: 4, reason: "control message: delete" },
      { file: "2020-08-13.jsonl", line: 3, reason: "concerns no principal of the study" },
      { file: "2020-08-13.jsonl", line: 4, reason: "not JSON" },
    ]);
  });

  it("count a reply before a quote and a quote before a retweet", async () => {
    const medium = classicTweet("50", "101", "2020-08-12T08:00:00Z");
    const both = classicTweet("60", "200", "2020-08-12T11:00:00Z", { ...inReplyTo(posted, "100"), ...quoting(medium) });
    const quote = classicTweet("61", "200", "2020-08-12T11:00:01Z", quoting(medium));
    const passedOn = { ...classicTweet("62", "201", "2020-08-12T11:00:02Z", quoting(medium)), retweeted_status: quote };
    const { tables } = await imported({ "a.jsonl": [post, medium, both, quote, passedOn] });
    expect(tables.amplifications).toMatchObject([
      { amplification_id: "60", kind: "reply", principal_id: "100", target_post_id: posted, text: "Hello" },
      { amplification_id: "61", kind: "quote", principal_id: "101", text: "Hello" },
      { amplification_id: "62", kind: "quote", principal_id: "101", text: null },
    ]);
  });

  it("keep a retweet of a tweet older than the windows, with its time, but not the older tweet", async () => {
    const older = classicTweet("40", "100", "2019-10-01T08:00:00Z");
    const retweet = { ...classicTweet("63", "200", "2020-08-12T11:00:00Z"), retweeted_status: older };
    const { tables } = await imported({ "a.jsonl": [retweet] });
    expect(tables.posts).toEqual([]);
    expect(tables.amplifications).toMatchObject([{ target_post_id: "40", target_created_at: "2019-10-01T08:00:00Z" }]);
  });

  it("know by its id when the tweet was posted that a reply answers, and take no mention for a reply", async () => {
    const reply = classicTweet("64", "200", "2020-08-12T11:00:00Z", inReplyTo(posted, "100"));
    const mention = classicTweet("65", "200", "2020-08-12T11:00:00Z", {
      ...inReplyTo("1", "100"),
      in_reply_to_status_id: null,
      in_reply_to_status_id_str: null,
    });
    const { tables, rejects } = await imported({ "a.jsonl": [reply, mention] });
    expect(tables.amplifications).toMatchObject([
      { amplification_id: "64", target_created_at: "2020-08-12T09:09:04Z" },
    ]);
    expect(rejects).toMatchObject([{ line: 2 }]);
  });

  it("keep what a principal does with other posts among its posts, without the counts of what it retweets", async () => {
    const retweet = {
      ...classicTweet("70", "101", "2020-08-12T11:00:00Z", { retweet_count: 99 }),
      retweeted_status: post,
    };
    const thread = classicTweet("71", "100", "2020-08-12T11:00:00Z", inReplyTo(posted, "100"));
    const lost = classicTweet("72", "100", "2020-08-12T12:00:00Z", { is_quote_status: true });
    const { tables } = await imported({ "a.jsonl": [post, retweet, thread, lost] });
    expect(tables.amplifications).toEqual([]);
    expect(tables.posts).toMatchObject([
      { post_id: posted, kind: "text" },
      { post_id: "70", kind: "retweet", target_post_id: posted, target_account_id: "100", shares: null, text: null },
      { post_id: "71", kind: "reply", target_post_id: posted, target_account_id: "100" },
      { post_id: "72", kind: "quote", target_post_id: null, target_account_id: null },
    ]);
  });

  it("keep 31 January whole, and leave all of it but midnight out as the papers' code does", async () => {
    const at = (id: string, time: string) => ({ ...classicTweet(id, "200", time), retweeted_status: post });
    const files = {
      "a.jsonl": [
        post,
        at("81", "2021-01-30T23:59:59Z"),
        at("82", "2021-01-31T00:00:00Z"),
        at("83", "2021-01-31T12:00:00Z"),
        at("84", "2021-02-01T00:00:00Z"),
      ],
    };
    expect((await imported(files)).tables.amplifications).toHaveLength(4);
    const { tables, rejects, reconciled } = await imported(files, { asPublished: true });
    expect(tables.amplifications.map((row) => row.amplification_id)).toEqual(["81", "82", "84"]);
    expect(rejects).toMatchObject([{ line: 4, reason: "on the last day, which the code of the papers leaves out" }]);
    expect(counted(reconciled)).toEqual({ rows: 5, kept: 4, merged: 0, rejected: 1 });
  });

  it("show no handle of anybody but the principals unless told that handles are pseudonyms", async () => {
    const retweet = { ...classicTweet("95", "200", "2020-08-12T10:00:00Z"), retweeted_status: post };
    const clear = await imported({ "a.jsonl": [post, retweet] });
    expect(clear.tables.accounts.map(({ handle }) => handle)).toEqual(["Embassy_X", "outlet_y", null, "embassy.x"]);
    const kept = await imported({ "a.jsonl": [post, retweet] }, { keepHandles: true });
    expect(kept.tables.accounts.map(({ handle }) => handle)).toEqual([
      "Embassy_X",
      "outlet_y",
      "user_200",
      "embassy.x",
    ]);
  });

  it("find a principal that the study lists by handle alone, and take followers from the latest sighting", async () => {
    const study = smallStudy({ principals: [{ platform: "twitter", handle: "embassy_X", group: "diplomat" }] });
    const later = {
      ...classicTweet("97", "100", "2020-09-12T09:00:00Z"),
      user: classicUser("100", { followers_count: 77, verified: true }),
    };
    const { tables } = await imported({ "a.jsonl": [later, post] }, { study });
    expect(tables.principals).toMatchObject([{ account_id: "100", posted_in_window: true }]);
    expect(tables.accounts).toMatchObject([{ followers: 77, verified: true, created_at: "2015-08-10T09:00:00Z" }]);
    expect(tables.posts).toHaveLength(2);
  });
});
