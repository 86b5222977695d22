import { describe, expect, it } from "vitest";
import { classicTweet } from "./classic.js";
import { counted, imported } from "./imported.js";

const posted = "1293474571464343559";
const stream = {
  "stream.jsonl": [
    classicTweet(posted, "100", "2020-08-12T09:09:04.089Z"),
    {
      ...classicTweet("95", "200", "2020-08-12T10:00:00Z"),
      retweeted_status: classicTweet(posted, "100", "2020-08-12T09:09:04Z"),
    },
  ],
};

describe("the archive of information operations", () => {
  const header =
    "tweetid,userid,user_display_name,user_screen_name,user_reported_location,user_profile_description,user_profile_url,follower_count,following_count,account_creation_date,account_language,tweet_language,tweet_text,tweet_time,tweet_client_name,in_reply_to_userid,in_reply_to_tweetid,quoted_tweet_tweetid,is_retweet,retweet_userid,retweet_tweetid,latitude,longitude,quote_count,reply_count,like_count,retweet_count,hashtags,urls,user_mentions,poll_choices";
  const hash = "Xy3mNqg/9+abcdefghijklmnopqrstuvwxyz01234567=";
  const row = (id: string, user: string, rest: string) =>
    `${id},${user},Name,${user},,,,5,6,2019-05-01,en,en,"Text, of it",2020-08-12 10:00,Web App,${rest},,,0,0,1,2,"['a']",[],[],`;

  it("gives retweets, quotes and replies by hashed and clear accounts, whether or not it names the author", async () => {
    const tweets = [
      header,
      row("300", hash, `,,,True,100,${posted}`),
      row("301", "201", `,,,True,,${posted}`),
      row("302", "201", `100,${posted},,False,,`),
      row("303", "201", `,,${posted},False,,`),
      row("304", "201", `,,,False,,`),
    ].join("\n");
    const { tables, rejects, validation } = await imported({ ...stream, "tweets.csv": tweets });
    expect(tables.amplifications.map((one) => [one.amplification_id, one.kind, one.account_id, one.text])).toEqual([
      ["300", "retweet", hash, null],
      ["301", "retweet", "201", null],
      ["302", "reply", "201", "Text, of it"],
      ["303", "quote", "201", "Text, of it"],
      ["95", "retweet", "200", null],
    ]);
    expect(tables.amplifications[0]).toMatchObject({
      created_at: "2020-08-12T10:00:00Z",
      target_created_at: "2020-08-12T09:09:04Z",
    });
    expect(tables.accounts.find(({ account_id }) => account_id === hash)).toMatchObject({
      followers: 5,
      created_at: "2019-05-01T00:00:00Z",
    });
    expect(rejects).toMatchObject([{ file: "tweets.csv", line: 6, reason: "concerns no principal of the study" }]);
    expect(validation.total).toBe(0);
  });
});

describe("results of status checks", () => {
  it("read 63 as suspended and 50 as deleted, and take the day from the name of the file or from a column", async () => {
    const { tables, rejects, reconciled } = await imported({
      ...stream,
      "granular_statuses_2021-03-01.csv":
        'user_id,status,message\n200,63,"User has been suspended."\n100,200,\n999,50,gone\n100,7,\n',
      "later.csv":
        "user_id,status,message,observed_on\n200,50,User not found.,2021-05-05\n200,50,User not found.,2021-05-05\n",
    });
    expect(tables.statuses).toEqual([
      { account_id: "100", observed_on: "2021-03-01", status: "active" },
      { account_id: "200", observed_on: "2021-03-01", status: "suspended" },
      { account_id: "200", observed_on: "2021-05-05", status: "deleted" },
    ]);
    expect(rejects).toMatchObject([
      { line: 4, reason: "concerns no principal or amplifier of the study" },
      { line: 5, reason: "status is none that the platform gives" },
    ]);
    expect(counted(reconciled)).toEqual({ rows: 8, kept: 5, merged: 1, rejected: 2 });
  });

  it("take a list of accounts that were found only when told that it is one, and on which day", async () => {
    const files = { ...stream, "found.csv": "user_id\n200\n" };
    await expect(imported(files)).rejects.toThrow("format not recognised: found.csv; name one of twitter-v1.1");
    const inputs = ["RAW/stream.jsonl", "status-check:RAW/found.csv"];
    await expect(imported(files, {}, inputs)).rejects.toThrow("gives the day; name it with --observed-on YYYY-MM-DD");
    const { tables } = await imported(files, { observedOn: "2021-03-01" as never }, inputs);
    expect(tables.statuses).toEqual([{ account_id: "200", observed_on: "2021-03-01", status: "active" }]);
  });
});

describe("label scrapes", () => {
  it("take a label in any language, NA for none, and leave out a category of Facebook pages", async () => {
    const { tables, rejects } = await imported({
      "twitter_labels_2021-03-01.csv":
        "handle,gov_label,verified\nembassy_x,Organisation du gouvernement - Chine,TRUE\nOUTLET_Y,NA,NA\nnobody,China government official,FALSE\n",
      "facebook_labels_2021-03-01.csv": "url_handle,gov_label,verified\nembassy.x,Digital Media,TRUE\n",
    });
    expect(tables.labels).toEqual([
      { account_id: "100", round: "2021-03-01", label: "Organisation du gouvernement - Chine", verified: true },
      { account_id: "101", round: "2021-03-01", label: null, verified: null },
      { account_id: "900", round: "2021-03-01", label: null, verified: true },
    ]);
    expect(tables.accounts).toMatchObject([
      { observed_on: "2021-03-01", verified: true },
      { verified: null },
      { account_id: "900", verified: true },
    ]);
    expect(rejects).toMatchObject([{ file: "twitter_labels_2021-03-01.csv", line: 4 }]);
  });
});

describe("tables of the papers' database", () => {
  const files = {
    "tweets_static.csv": [
      "tweet_id,tweet_id_str,full_text,source,tweet_created_at,user_id,is_retweeted,is_quoted,is_retweeting,is_quoting,in_reply_to_status_id,in_reply_to_user_id,in_reply_to_screen_name,retweet_id,quoted_id,data_source",
      `${posted},${posted},"War &amp; peace",web,2020-08-12 09:09:04+00,100,f,f,f,f,,,,,,stream`,
      `95,95,RT,web,2020-08-12 12:00:00+02,200,f,f,t,f,,,,${posted},,stream`,
      `96,96,Well said,web,2020-08-12 10:00:09+00,200,f,f,f,f,${posted},100,Embassy_X,,,stream`,
      "97,97,Nothing,web,2020-08-12 10:00:09+00,200,f,f,f,f,,,,,,stream",
    ].join("\n"),
    "tweets_dynamic.csv": [
      "tweet_dynamic_id,tweet_id,quote_count,reply_count,retweet_count,favorite_count,timestamp_observed,data_source",
      `1,${posted},1,2,3,4,2020-08-13 00:00:00+00,stream`,
      `2,${posted},1,2,5,9,2020-08-14 00:00:00+00,stream`,
      "3,95,0,0,0,0,2020-08-14 00:00:00+00,stream",
      "4,97,0,0,0,0,2020-08-14 00:00:00+00,stream",
    ].join("\n"),
    "users_dynamic.csv": [
      "user_id,user_created_at,user_name,user_screen_name,user_location,user_url,user_description,user_protected,user_verified,user_geo_enabled,user_lang,user_followers_count,user_friends_count,user_favourites_count,user_statuses_count,user_observed_ts,data_source",
      "100,2015-08-10 09:00:00+00,Embassy,Embassy_X,,,,f,t,f,,50,1,1,1,2020-08-12 09:09:04+00,stream",
      "100,2015-08-10 09:00:00+00,Embassy,Embassy_X,,,,f,t,f,,60,1,1,1,2020-08-14 09:09:04+00,stream",
      "200,2020-08-01 09:00:00+00,Someone,someone,,,,f,f,f,,7,1,1,1,2020-08-12 10:00:00+00,stream",
    ].join("\n"),
    "users_static.csv": "user_id,user_id_str,data_source\n100,100,stream\n200,200,stream\n300,300,stream\n",
  };

  it("give posts with the latest counts, retweets and replies by join, and account for every row of every table", async () => {
    const { tables, reconciled, validation } = await imported(files);
    expect(tables.posts).toMatchObject([{ post_id: posted, text: "War & peace", likes: 9, replies: 2, shares: 6 }]);
    expect(tables.amplifications).toMatchObject([
      {
        amplification_id: "95",
        kind: "retweet",
        created_at: "2020-08-12T10:00:00Z",
        target_created_at: "2020-08-12T09:09:04Z",
      },
      { amplification_id: "96", kind: "reply", text: "Well said" },
    ]);
    expect(tables.accounts).toMatchObject([
      { followers: 60, verified: true },
      {},
      { account_id: "200", followers: 7, verified: false },
      {},
    ]);
    expect(reconciled.map(({ file, rows, kept, merged, rejected }) => [file, rows, kept, merged, rejected])).toEqual([
      ["tweets_dynamic.csv", 4, 1, 2, 1],
      ["tweets_static.csv", 4, 3, 0, 1],
      ["users_dynamic.csv", 3, 2, 1, 0],
      ["users_static.csv", 3, 0, 2, 1],
    ]);
    expect(validation.total).toBe(0);
  });
});

describe("tables of other toolkits", () => {
  it("are read as retweets and replies of posts that another file holds", async () => {
    const { tables } = await imported({
      ...stream,
      "coortweet.csv": `object_id,account_id,content_id,timestamp_share\n${posted},201,400,1597230000\n`,
      "qut.csv": `message_id,user_id,username,repost_id,reply_id,message,timestamp,urls\n401,202,someone,${posted},,RT,1597230060,\n402,202,someone,,${posted},Well,2020-08-12T11:02:00Z,\n`,
    });
    expect(
      tables.amplifications.map(({ amplification_id, kind, created_at }) => [amplification_id, kind, created_at]),
    ).toEqual([
      ["400", "retweet", "2020-08-12T11:00:00Z"],
      ["401", "retweet", "2020-08-12T11:01:00Z"],
      ["402", "reply", "2020-08-12T11:02:00Z"],
      ["95", "retweet", "2020-08-12T10:00:00Z"],
    ]);
  });

  it("count full histories by the study's weeks, of accounts that the corpus has", async () => {
    const history =
      "tweet_id,user_screen_name,user_created_at,tweet_created_at,source,tweet_text,retweeted,replied_to,quoted,how_included\n1,USER_200,x,2020-08-15T23:59:59.000Z,web,a,,,,full\n2,user_200,x,2020-08-16T00:00:00.000Z,web,a,,,,full\n2,user_200,x,2020-08-16T00:00:00.000Z,web,a,,,,full\n3,other,x,2020-08-16T00:00:00.000Z,web,a,,,,full\n";
    const { tables, reconciled } = await imported({ ...stream, "history.csv": history });
    expect(tables.activity).toEqual([
      { account_id: "200", week: "2020-08-09", posts: 1 },
      { account_id: "200", week: "2020-08-16", posts: 1 },
    ]);
    expect(reconciled[0]).toMatchObject({ rows: 4, kept: 2, merged: 1, rejected: 1 });
  });
});
