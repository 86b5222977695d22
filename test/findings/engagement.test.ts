import { describe, expect, it } from "vitest";
import { engagement, engagementResults } from "../../src/findings/engagement.js";
import { accountEngagement } from "../../src/findings/engagement-accounts.js";
import { engagementChoices, waysOfCounting } from "../../src/findings/engagement-choices.js";
import { sharesByCount } from "../../src/findings/engagement-events.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { account, instant, principal, tinyCorpus } from "../tiny-corpus.js";
import { post, retweets } from "../tiny-posts.js";

const window = oii2021.postingWindow;
const at = (text: string) => ({ created_at: instant(text) });

const corpusOf = (
  posts: ReturnType<typeof post>[],
  amplifications: ReturnType<typeof retweets> = [],
  basis: "synthetic twin" | "real data" = "synthetic twin",
) =>
  tinyCorpus(
    {
      accounts: [account("d"), account("f", { platform: "facebook" }), account("someone")],
      principals: [principal("d", { name: "embassy" }), principal("f")],
      posts,
      amplifications,
    },
    basis,
  );

describe("engagement", () => {
  it("leaves own retweets out of sums, means and medians, even where a source gives them counts", async () => {
    const corpus = await corpusOf([
      post("1", "d", { likes: 10, replies: 1, shares: 3 }),
      post("2", "d", { likes: 2, replies: 0, shares: 0 }),
      post("3", "d", { likes: 3, replies: 0, shares: 0 }),
      post("4", "d", { kind: "retweet", likes: 9000, replies: 9000, shares: 9000 }),
      post("5", "d", { kind: "retweet" }),
    ]);
    expect(await engagement(corpus, window)).toEqual([
      {
        group: "diplomat",
        platform: "twitter",
        accounts: 1,
        posts: 3,
        ownRetweets: 2,
        likes: 15,
        replies: 1,
        shares: 3,
        likesPerPost: 5,
        repliesPerPost: 1 / 3,
        sharesPerPost: 1,
        medianLikes: 3,
      },
    ]);
  });

  it("is nothing, not a mean of nothing, for accounts that only retweeted", async () => {
    const corpus = await corpusOf([post("1", "d", { kind: "retweet" })]);
    expect(await engagement(corpus, window)).toMatchObject([
      { posts: 0, ownRetweets: 1, likes: 0, likesPerPost: null, medianLikes: null },
    ]);
  });

  it("is empty without posts", async () => {
    expect(await engagementResults(await corpusOf([]), oii2021)).toEqual({
      window,
      engagement: [],
      choices: [],
      shares: [],
      accounts: [],
    });
  });
});

describe("the choices in counting", () => {
  const posts = [
    post("text", "d", { likes: 60 }),
    post("quote", "d", { kind: "quote", likes: 20 }),
    post("retweet", "d", { kind: "retweet" }),
    post("midnight", "d", { ...at("2021-02-23T00:00:00Z"), likes: 10 }),
    post("noon", "d", { ...at("2021-02-23T12:00:00Z"), likes: 10 }),
  ];
  const under = async (choice: string) =>
    (await engagementChoices(await corpusOf(posts), oii2021)).find((row) => row.choice === choice);

  it("start from the papers' count", async () => {
    expect(await under(waysOfCounting.papers)).toMatchObject({ posts: 4, likes: 100, likesPerPost: 25, likesRatio: 1 });
  });

  it("lower every mean, and no sum, when own retweets are in the denominator", async () => {
    expect(await under(waysOfCounting.ownRetweets)).toMatchObject({
      posts: 5,
      likes: 100,
      likesPerPost: 20,
      likesRatio: 1,
      likesPerPostRatio: 0.8,
    });
  });

  it("leave only texts without quotes and replies", async () => {
    expect(await under(waysOfCounting.textsOnly)).toMatchObject({ posts: 3, likes: 80, likesRatio: 0.8 });
  });

  it("lose the last day but its midnight when an instant is compared with a bare date", async () => {
    expect(await under(waysOfCounting.lastDay)).toMatchObject({ posts: 3, likes: 90 });
  });

  it("stop on 31 January with the amplification window", async () => {
    expect(await under(waysOfCounting.amplificationWindow)).toMatchObject({ posts: 2, likes: 80 });
  });

  it("have no ratio to a count of nothing", async () => {
    const [papers] = await engagementChoices(await corpusOf([post("1", "d")]), oii2021);
    expect(papers).toMatchObject({ likes: 0, likesPerPost: 0, likesRatio: null, likesPerPostRatio: null });
  });
});

describe("shares by counters and by events", () => {
  it("count retweets and quotes in the amplification window, of older posts too, but no replies", async () => {
    const corpus = await corpusOf(
      [post("1", "d", { shares: 7 }), post("2", "d", { ...at("2021-02-01T00:00:00Z"), shares: 5 })],
      [
        ...retweets("someone", "d", 3),
        ...retweets("someone", "d", 1, { target_created_at: instant("2020-06-08T23:59:59Z") }),
        ...retweets("someone", "d", 1, { kind: "quote", target_created_at: instant("2020-06-09T00:00:00Z") }),
        ...retweets("someone", "d", 1, { kind: "reply", target_created_at: instant("2020-01-01T00:00:00Z") }),
        ...retweets("someone", "d", 1, at("2021-01-31T23:59:59Z")),
        ...retweets("someone", "d", 9, at("2021-02-01T00:00:00Z")),
      ],
    );
    expect(await sharesByCount(corpus, oii2021)).toMatchObject([
      {
        group: "diplomat",
        counted: 12,
        countedInAmplificationWindow: 7,
        retweetsSeen: 5,
        quotesSeen: { count: 1, of: 6 },
        seenOfOlderPosts: 1,
      },
    ]);
  });

  it("are not compared where only one of them is known", async () => {
    expect(await sharesByCount(await corpusOf([post("1", "d", { shares: 7 })]), oii2021)).toEqual([]);
    expect(await sharesByCount(await corpusOf([], retweets("someone", "d", 1)), oii2021)).toEqual([]);
  });
});

describe("engagement of single accounts", () => {
  it("is exact on real data too, because only offices and outlets have a row", async () => {
    const posts = [post("1", "d", { likes: 1234 }), post("2", "d", { likes: 1 }), post("3", "d")];
    expect(await accountEngagement(await corpusOf(posts), window)).toMatchObject([{ likes: 1235, posts: 3 }]);
    const [shown] = await accountEngagement(await corpusOf(posts, [], "real data"), window);
    expect(shown).toMatchObject({ likes: 1235, posts: 3, likesPerPost: 1235 / 3 });
  });
});
