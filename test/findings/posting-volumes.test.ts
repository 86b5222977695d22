import { describe, expect, it } from "vitest";
import { principalVolumes, spokespersonVolume } from "../../src/findings/post-accounts.js";
import { dailyVolumes, weeklyVolumes } from "../../src/findings/post-series.js";
import {
  editionVolumes,
  languageVolumes,
  postingVolumes,
  postingVolumesResults,
  postsPerDay,
} from "../../src/findings/posting-volumes.js";
import { volumeAndEngagement } from "../../src/findings/volume-table.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { account, day, instant, principal, tinyCorpus } from "../tiny-corpus.js";
import { post } from "../tiny-posts.js";

const window = oii2021.postingWindow;
const at = (text: string) => ({ created_at: instant(text) });

/** A diplomat on Twitter ("d") and one on Facebook ("f"), a medium in English ("en") and one in French ("fr"). */
const corpusOf = (posts: ReturnType<typeof post>[], basis: "synthetic twin" | "real data" = "synthetic twin") =>
  tinyCorpus(
    {
      accounts: [account("d"), account("f", { platform: "facebook" }), account("en"), account("fr"), account("silent")],
      principals: [
        principal("d", { name: "foreign ministry, Spokesperson", category: "foreign_ministry" }),
        principal("f"),
        principal("en", { group: "state_media", language: "en" }),
        principal("fr", { group: "state_media", language: "fr" }),
        principal("silent"),
      ],
      posts,
    },
    basis,
  );

describe("posting volumes", () => {
  it("count own retweets, quotes and replies as posts, each as one type", async () => {
    const corpus = await corpusOf([
      post("1", "d"),
      post("2", "d", { kind: "retweet" }),
      post("3", "d", { kind: "quote" }),
      post("4", "d", { kind: "reply" }),
      post("5", "d", { kind: "reply" }),
    ]);
    expect(await postingVolumes(corpus, window)).toEqual([
      { group: "diplomat", platform: "twitter", accounts: 1, posts: 5, texts: 1, retweets: 1, quotes: 1, replies: 2 },
    ]);
  });

  it("count from the first second of the window to the last of its last day", async () => {
    const corpus = await corpusOf([
      post("before", "d", at("2020-06-08T23:59:59Z")),
      post("first", "d", at("2020-06-09T00:00:00Z")),
      post("last day", "d", at("2021-02-23T12:00:00Z")),
      post("last", "d", at("2021-02-23T23:59:59Z")),
      post("after", "d", at("2021-02-24T00:00:00Z")),
    ]);
    expect(await postingVolumes(corpus, window)).toMatchObject([{ posts: 3 }]);
  });

  it("are divided by 259 days between the window's ends, and by 260 covered", async () => {
    const [volume] = await postingVolumes(await corpusOf([post("1", "d")]), window);
    const [perDay] = postsPerDay([{ ...(volume ?? expect.fail()), posts: 201_382 }], window);
    expect(perDay).toMatchObject({ daysBetween: 259, daysCovered: 260 });
    expect(perDay?.perDayBetween.toFixed(1)).toBe("777.5");
    expect(perDay?.perDayCovered.toFixed(1)).toBe("774.5");
  });

  it("have no mean over a window of one day, whose ends lie no day apart", () => {
    expect(() => postsPerDay([], { from: day("2020-06-09"), to: day("2020-06-09") })).toThrow(/take a longer one/);
  });

  it("keep the language of the account apart from that of the text", async () => {
    const corpus = await corpusOf([
      post("1", "fr", { language: "en" }),
      post("2", "fr", { language: "fr" }),
      post("3", "fr"),
      post("4", "fr", { language: "fr" }),
    ]);
    expect(await editionVolumes(corpus, window)).toMatchObject([{ edition: "fr", posts: 4 }]);
    expect((await languageVolumes(corpus, window)).map(({ language, posts }) => [language, posts])).toEqual([
      ["fr", 2],
      ["en", 1],
      [null, 1],
    ]);
  });

  it("are empty without posts", async () => {
    expect(await postingVolumesResults(await corpusOf([]), oii2021)).toEqual({
      window,
      volumes: [],
      perDay: [],
      editions: [],
      table: [],
      languages: [],
      daily: [],
      weekly: [],
      principals: [],
      spokesperson: null,
      olderDraft: [],
    });
  });

  it("end for the older draft on 8 December 2020", async () => {
    const corpus = await corpusOf([
      post("1", "f", at("2020-12-08T23:59:59Z")),
      post("2", "f", at("2020-12-09T00:00:00Z")),
    ]);
    expect((await postingVolumesResults(corpus, oii2021)).olderDraft).toMatchObject([{ posts: 1 }]);
  });
});

describe("daily and weekly volumes", () => {
  const fortnight = { from: day("2020-06-09"), to: day("2020-06-22") };

  it("have a row for a day without posts", async () => {
    const daily = await dailyVolumes(await corpusOf([post("1", "d", at("2020-06-10T23:59:59Z"))]), fortnight);
    expect(daily).toHaveLength(14);
    expect(daily[0]).toMatchObject({ day: "2020-06-09", posts: 0, texts: 0 });
    expect(daily[1]).toMatchObject({ day: "2020-06-10", posts: 1, texts: 1 });
  });

  it("begin the week on Sunday, so that the papers' first week has five days", async () => {
    const corpus = await corpusOf([
      post("1", "d", at("2020-06-13T23:59:59Z")),
      post("2", "d", at("2020-06-14T00:00:00Z")),
    ]);
    const daily = await dailyVolumes(corpus, fortnight);
    const weeks = weeklyVolumes(daily, "sunday").map(({ week, days, posts }) => [week, days, posts]);
    expect(weeks).toEqual([
      ["2020-06-07", 5, 1],
      ["2020-06-14", 7, 1],
      ["2020-06-21", 2, 0],
    ]);
    expect(weeklyVolumes(daily, "monday").map(({ week, days, posts }) => [week, days, posts])).toEqual([
      ["2020-06-08", 6, 2],
      ["2020-06-15", 7, 0],
      ["2020-06-22", 1, 0],
    ]);
    expect(weeklyVolumes(daily, "sunday")[0]?.perDay).toBe(1 / 5);
  });

  it("keep the groups apart, also where one ends and the next begins in the same week", async () => {
    const corpus = await corpusOf([
      post("1", "d", at("2020-06-09T00:00:00Z")),
      post("2", "en", at("2020-06-09T00:00:00Z")),
    ]);
    const days = { from: day("2020-06-09"), to: day("2020-06-09") };
    expect(weeklyVolumes(await dailyVolumes(corpus, days), "sunday")).toMatchObject([
      { group: "diplomat", days: 1, posts: 1 },
      { group: "state_media", days: 1, posts: 1 },
    ]);
  });
});

describe("table 1", () => {
  it("adds what a retweet drew to no sum, and leaves it out of the means", async () => {
    const corpus = await corpusOf([
      post("1", "d", { likes: 10, replies: 4, shares: 2 }),
      post("2", "d", { likes: 20 }),
      post("3", "d", { kind: "retweet", likes: 1000, replies: 1000, shares: 1000 }),
    ]);
    const [diplomats] = await volumeAndEngagement(corpus, window);
    expect(diplomats).toMatchObject({
      posts: 3,
      retweets: 1,
      likes: 30,
      likesPerPost: 15,
      repliesPerPost: 2,
      sharesPerPost: 1,
    });
  });

  it("has a row for each language, one over the languages, and one over everything", async () => {
    const corpus = await corpusOf([
      post("1", "d", { likes: 1 }),
      post("2", "en", { likes: 2 }),
      post("3", "fr", { likes: 4 }),
    ]);
    const rows = await volumeAndEngagement(corpus, window);
    expect(rows.map(({ group, language, users, likes }) => [group, language, users, likes])).toEqual([
      ["diplomat", "all", 1, 1],
      ["state_media", "en", 1, 2],
      ["state_media", "fr", 1, 4],
      ["state_media", "all", 2, 6],
      ["all", "all", 3, 7],
    ]);
  });

  it("has no mean where there are only own retweets", async () => {
    const rows = await volumeAndEngagement(await corpusOf([post("1", "d", { kind: "retweet" })]), window);
    expect(rows[0]).toMatchObject({ posts: 1, likes: 0, likesPerPost: null });
  });
});

describe("posts of single accounts", () => {
  const many = Array.from({ length: 2036 }, (_, n) => post(String(n), "d", { shares: 1 }));

  it("are exact on the twin and on real data, because only offices and outlets have a row", async () => {
    expect(await principalVolumes(await corpusOf(many), window)).toMatchObject([{ posts: 2036, texts: 2036 }]);
    expect(await principalVolumes(await corpusOf(many, "real data"), window)).toMatchObject([
      { posts: 2036, texts: 2036 },
    ]);
  });

  it("name the spokesperson's tweets and shares, own retweets among the tweets only", async () => {
    const corpus = await corpusOf([...many, post("r", "d", { kind: "retweet", shares: 99 }), post("f", "f")]);
    expect(await spokespersonVolume(corpus, window)).toEqual({
      name: "foreign ministry, Spokesperson",
      posts: 2037,
      shares: 2036,
    });
  });

  it("name no spokesperson where two accounts could be meant", async () => {
    const named = { name: "spokesperson", category: "foreign_ministry" as const };
    const corpus = await tinyCorpus({
      accounts: [account("1"), account("2")],
      principals: [principal("1", named), principal("2", named)],
      posts: [post("p", "1")],
    });
    expect(await spokespersonVolume(corpus, window)).toBeNull();
  });
});
