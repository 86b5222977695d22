import { describe, expect, it } from "vitest";
import { counted, imported } from "./imported.js";

const post = {
  ...{ platformId: "900_12345", platform: "Facebook", date: "2020-12-01 12:34:56", updated: "2021-03-01 00:00:00" },
  ...{ type: "link", message: 'Two lines,\none of them "quoted"', languageCode: "en", subscriberCount: 1200 },
  statistics: {
    actual: {
      ...{ likeCount: 1000, shareCount: 20, commentCount: 30, loveCount: 1, wowCount: 1, hahaCount: 1, sadCount: 1 },
      ...{ angryCount: 1, thankfulCount: 1, careCount: 1 },
    },
    expected: { likeCount: 1 },
  },
  account: {
    ...{ id: 7, platformId: "900", name: "Embassy", handle: "embassy.x", subscriberCount: 1200, platform: "Facebook" },
    ...{ verified: true, accountType: "facebook_page", pageAdminTopCountry: "CN" },
  },
};
const expected = {
  ...{ post_id: "900_12345", account_id: "900", created_at: "2020-12-01T12:34:56Z", kind: "text", likes: 1007 },
  ...{ replies: 30, shares: 20, language: "en", text: 'Two lines,\none of them "quoted"' },
};

describe("posts of CrowdTangle's API", () => {
  it.each([
    [
      "an answer on one line",
      { "a.json": JSON.stringify({ status: 200, result: { posts: [post, post], pagination: {} } }) },
    ],
    ["an indented answer", { "a.json": JSON.stringify({ status: 200, result: { posts: [post, post] } }, null, 2) }],
    ["a list", { "a.json": JSON.stringify([post, post], null, 2) }],
    ["posts one a line", { "a.jsonl": [post, post] }],
  ])("are read from %s, reactions summed", async (_form, files) => {
    const { tables, reconciled, validation } = await imported(files as Record<string, string>);
    expect(tables.posts).toMatchObject([expected]);
    expect(tables.accounts.find(({ account_id }) => account_id === "900")).toMatchObject({
      followers: 1200,
      verified: true,
    });
    expect(counted(reconciled)).toEqual({ rows: 2, kept: 1, merged: 1, rejected: 0 });
    expect(validation.total).toBe(0);
  });

  it("are read from a flattened table, NA for what is missing", async () => {
    const header =
      "platformId,platform,date,updated,message,statistics.actual.likeCount,statistics.actual.shareCount,statistics.actual.commentCount,statistics.actual.careCount,account.id,account.handle,account.platformId,account.subscriberCount,account.verified";
    const row =
      '"900_12345","Facebook","2020-12-01 12:34:56","2021-03-01 00:00:00","Two\nlines","1,007",20,30,NA,7,embassy.x,900,"1,200",TRUE';
    const { tables } = await imported({ "posts.csv": `${header}\n${row}\n` });
    expect(tables.posts).toMatchObject([{ ...expected, language: null, text: "Two\nlines" }]);
  });

  it("take the counts of the latest update, and refuse other platforms", async () => {
    const older = { ...post, updated: "2020-12-02 00:00:00", statistics: { actual: { likeCount: 5000 } } };
    const { tables, rejects } = await imported({ "a.jsonl": [older, { ...post, platform: "Instagram" }, post] });
    expect(tables.posts).toMatchObject([{ likes: 1007 }]);
    expect(rejects).toMatchObject([{ line: 2, reason: "not a post on Facebook" }]);
  });
});

const columns =
  "Page Name,User Name,Facebook Id,Page Category,Page Created,Likes at Posting,Followers at Posting,Post Created,Type,Total Interactions,Likes,Comments,Shares,Love,Wow,Haha,Sad,Angry,Care,URL,Message,Total Interactions (weighted  —  Likes 1x Shares 1x )";
const exported = (created: string, likes = '"1,234,567"') =>
  `\uFEFF${columns}\nEmbassy,embassy.x,900,GOV,2012-08-22 03:53:53,"1,000","1,200",${created},Link,"1,234,700",${likes},"1,001",7,"1,000",1,1,1,1,1,https://www.facebook.com/900/posts/12345,"Said, ""so""\nand on","1,235"\n`;

describe("posts exported from CrowdTangle", () => {
  it("have commas between thousands, and times in the zone that they name", async () => {
    const { tables, validation } = await imported({ "export.csv": exported("2021-01-05 08:00:19 EST") });
    expect(tables.posts).toMatchObject([
      {
        ...{ post_id: "900_12345", created_at: "2021-01-05T13:00:19Z", likes: 1_235_572, replies: 1001, shares: 7 },
        text: 'Said, "so"\nand on',
      },
    ]);
    expect(tables.accounts.find(({ account_id }) => account_id === "900")).toMatchObject({
      followers: 1200,
      created_at: "2012-08-22T08:53:53Z",
    });
    expect(validation.total).toBe(0);
  });

  it("ask for the zone where no time names one, and read summer and winter time in it", async () => {
    const files = { "export.csv": exported("2020-07-05 08:00:19") };
    await expect(imported(files)).rejects.toThrow(
      "export.csv: Post Created names no time zone; name it with --time-zone",
    );
    const { tables } = await imported(files, { timeZone: "Europe/London" });
    expect(tables.posts).toMatchObject([{ created_at: "2020-07-05T07:00:19Z" }]);
  });

  it("reject a count that is none", async () => {
    const text =
      exported("2021-01-05 08:00:19 EST") + exported("2021-01-05 08:00:19 EST", "=1+1").split("\n").slice(1).join("\n");
    const { rejects, tables } = await imported({ "export.csv": text });
    expect(tables.posts).toHaveLength(1);
    expect(rejects).toEqual([
      {
        file: "export.csv",
        line: 4,
        byte: null,
        reason: "Likes is no count",
        remedy: "write a whole number of at least 0",
      },
    ]);
  });
});
