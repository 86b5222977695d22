import { describe, expect, it } from "vitest";
import { canDrawEngagement, engagementFigure } from "../../src/figures/engagement.js";
import { engagementChoicesFigure } from "../../src/figures/engagement-choices.js";
import { laidIcons, pictogramRows } from "../../src/figures/pictogram-rows.js";
import { canDrawPostingVolumes, postingVolumesFigure } from "../../src/figures/posting-volumes.js";
import { postingVolumesSeriesFigure } from "../../src/figures/posting-volumes-series.js";
import { canDrawPostingVolumesTypes, postingVolumesTypesFigure } from "../../src/figures/posting-volumes-types.js";
import { renderFigure } from "../../src/figures/render.js";
import { engagementResults } from "../../src/findings/engagement.js";
import { postingVolumesResults } from "../../src/findings/posting-volumes.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { account, principal, tinyCorpus } from "../tiny-corpus.js";
import { post } from "../tiny-posts.js";

const listed = {
  accounts: [account("d"), account("f", { platform: "facebook" }), account("en"), account("fr")],
  principals: [
    principal("d", { name: "embassy" }),
    principal("f"),
    principal("en", { group: "state_media", language: "en" }),
    principal("fr", { group: "state_media", language: "fr" }),
  ],
};

const posting = () =>
  tinyCorpus({
    ...listed,
    posts: [
      ...Array.from({ length: 1499 }, (_, n) => post(`d${n}`, "d", { likes: 2 })),
      post("q", "d", { kind: "quote", likes: 40, replies: 1, shares: 1 }),
      post("r", "d", { kind: "retweet" }),
      post("f", "f", { likes: 1, replies: 1, shares: 1 }),
      post("en", "en", { likes: 10 }),
      post("fr", "fr"),
    ],
  });

const volume = { group: "diplomat" as const, platform: "twitter" as const, edition: null };
const none = { posts: 0, texts: 0, retweets: 0, quotes: 0, replies: 0 };

describe("the pictogram", () => {
  it("draws an icon for each thousand posts of a type, rounded, replies with the tweets", () => {
    const rows = pictogramRows([{ ...volume, ...none, posts: 2000, texts: 900, replies: 600, quotes: 499 }]);
    expect(rows).toEqual([
      { group: "Diplomats", series: "Diplomats, Twitter", type: "Tweets", posts: 1500, icons: 2 },
      { group: "Diplomats", series: "Diplomats, Twitter", type: "Quote tweets", posts: 499, icons: 0 },
    ]);
  });

  it("begins a line with every fifty-first icon and every type", () => {
    const { icons, labels } = laidIcons(
      pictogramRows([{ ...volume, ...none, posts: 103_000, texts: 101_000, quotes: 2000 }]),
    );
    expect(icons).toHaveLength(103);
    const lines = [...new Set(icons.map(({ line }) => line))];
    expect(lines).toHaveLength(4);
    expect(labels.map(({ line }) => line)).toEqual([lines[0], lines[3]]);
  });

  it("keeps state media in English apart from the other languages, and states every number", async () => {
    const corpus = await posting();
    const figure = postingVolumesFigure(await postingVolumesResults(corpus, oii2021), corpus.info);
    expect(figure.sourceData.rows.map(({ group, type, posts }) => [group, type, posts])).toEqual([
      ["Diplomats", "Facebook posts", 1],
      ["Diplomats", "Tweets", 1499],
      ["Diplomats", "Retweets", 1],
      ["Diplomats", "Quote tweets", 1],
      ["State media, English", "Tweets", 1],
      ["State media, other languages", "Tweets", 1],
    ]);
    expect(figure.alt).toContain("Diplomats: 1,502 posts");
    await renderFigure(figure);
  });
});

describe("the figure of posts a day", () => {
  it("has every day and every week of each series in its source data", async () => {
    const corpus = await posting();
    const figure = postingVolumesSeriesFigure(await postingVolumesResults(corpus, oii2021), corpus.info);
    expect(figure.sourceData.rows).toHaveLength(3 * (260 + 38));
    expect(figure.title).toBe("Diplomats tweeted 6 times a day on average");
    await renderFigure(figure);
  });
});

describe("the waffle of what diplomats do", () => {
  it("splits the posts of diplomats to the older draft's last day, the most frequent type first", async () => {
    const corpus = await posting();
    const results = await postingVolumesResults(corpus, oii2021);
    const figure = postingVolumesTypesFigure(results, corpus.info);
    expect(figure.sourceData.rows.map(({ type, posts }) => [type, posts])).toEqual([
      ["Tweets", 1499],
      ["Facebook posts", 1],
      ["Quote tweets", 1],
      ["Retweets", 1],
    ]);
    expect(figure.title).toBe("What diplomats posted: 100% tweets, 0% Facebook posts");
    expect(figure.alt).toContain("1,502 in all");
    await renderFigure(figure);
    expect(canDrawPostingVolumesTypes({ ...results, olderDraft: [] })).toBe(false);
  });
});

describe("the figures of engagement", () => {
  it("draw means of groups and of accounts, and leave out what has no place on a logarithmic scale", async () => {
    const corpus = await posting();
    const results = await engagementResults(corpus, oii2021);
    const figure = engagementFigure(results, corpus.info);
    expect(figure.title).toBe("Diplomats' tweets drew 3,038 likes: 2.0 each on average, but half drew 2 or fewer");
    expect(figure.sourceData.rows).toContainEqual({
      measure: "Likes, or reactions on Facebook",
      series: "Diplomats, Twitter",
      account: "embassy",
      perPost: 2.03,
    });
    await renderFigure(figure);
    const choices = engagementChoicesFigure(results, corpus.info);
    expect(choices.alt).toContain("Diplomats, Twitter, without quotes and replies, likes in all: 98.7%");
    await renderFigure(choices);
  });
});

it("a corpus without posts has nothing to draw, and one with posts has", async () => {
  const silent = await tinyCorpus(listed);
  expect(canDrawPostingVolumes(await postingVolumesResults(silent, oii2021))).toBe(false);
  expect(canDrawEngagement(await engagementResults(silent, oii2021))).toBe(false);
  const corpus = await posting();
  expect(canDrawPostingVolumes(await postingVolumesResults(corpus, oii2021))).toBe(true);
  expect(canDrawEngagement(await engagementResults(corpus, oii2021))).toBe(true);
});
