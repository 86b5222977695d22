import { describe, expect, it } from "vitest";
import { robustnessChecks } from "../../src/claims/checks/robustness.js";
import { robustnessByDataFrame, sharesByDataFrame } from "../../src/claims/second-opinion/robustness.js";
import { renderFigure } from "../../src/figures/render.js";
import { canDrawRobustness, robustnessFigure } from "../../src/figures/robustness.js";
import { robustnessResults } from "../../src/findings/robustness.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { account, instant, principal, tinyCorpus } from "../tiny-corpus.js";
import { retweets } from "../tiny-retweets.js";
import { crowd, together, togetherTraffic } from "../together-traffic.js";

const ownReply = {
  ...{ post_id: "own", account_id: "d", created_at: instant("2020-07-02T00:00:00Z"), kind: "reply" as const },
  ...{ target_post_id: null, target_account_id: "d", likes: null, replies: null, shares: null },
  ...{ language: null, text: null },
};

const corpusOf = (amplifications = togetherTraffic(9)) =>
  tinyCorpus({
    accounts: ["d", ...together, ...crowd].map((id) => account(id)),
    principals: [principal("d", { category: "ambassador", country: "GB" })],
    amplifications,
    posts: [ownReply],
  });

const replies = [...retweets("m1", 3, 900, { kind: "reply" }), ...retweets("x00", 5, 900, { kind: "reply" })];

describe("robustness", () => {
  it("says what moves a number and what does not", async () => {
    const results = await robustnessResults(await corpusOf(), oii2021);
    const changes = results.changes.filter(({ quantity }) => quantity === "retweets");
    const rate = changes.find(({ dimension }) => dimension === "rate");
    expect(rate?.lowest).toBe(rate?.highest);
    // Nobody amplified more than 25 times, so that the papers' rule picks nobody or few.
    const rule = changes.find(({ dimension }) => dimension === "rule");
    expect(rule?.lowest).toBeLessThan(rule?.usual ?? 0);
    expect(changes[0]?.highest).toBeGreaterThan(changes[0]?.lowest ?? 1);
    expect(results.networks[0]).toMatchObject({ members: 6, alsoUsual: 6 });
  });

  it("counts a search that finds nobody as a share of 0, not as nothing", async () => {
    const results = await robustnessResults(await corpusOf(retweets("m1", 10)), oii2021);
    const [retweeted] = results.spreads;
    expect(retweeted).toMatchObject({ usual: 0, lowest: 0, highest: 0 });
    expect(retweeted?.withoutNetwork).toBe(retweeted?.specifications);
  });

  it("has the usual shares from a data frame as well", async () => {
    const corpus = await corpusOf([...togetherTraffic(9), ...replies]);
    const { shares } = await robustnessResults(corpus, oii2021);
    const usual = shares.filter((one) => one.usual);
    const second = await sharesByDataFrame(corpus, oii2021);
    expect(usual.map(({ quantity, count, of }) => [quantity, count, of]).slice(0, 2)).toEqual([
      ["retweets", second.retweets.count, second.retweets.of],
      ["replies", second.replies.count, second.replies.of],
    ]);
    expect(second.replies).toEqual({ count: 3, of: 9 });
    expect(await robustnessByDataFrame(corpus, oii2021)).toMatchObject({ U11: 3 / 9 });
  });

  it("has no shares in a corpus without amplifications, and says so", async () => {
    const corpus = await tinyCorpus({ accounts: [], principals: [] });
    const results = await robustnessResults(corpus, oii2021);
    expect(results.shares.every(({ share }) => share === null)).toBe(true);
    expect(results.changes).toEqual([]);
    expect(canDrawRobustness(results)).toBe(false);
    expect(robustnessChecks.map(({ recompute }) => Object.keys(recompute(results)))).toEqual([
      ["notComputable"],
      ["notComputable"],
      ["notComputable"],
    ]);
    expect(await robustnessByDataFrame(corpus, oii2021)).toEqual({});
  });
});

describe("the specification curve", () => {
  it("has every specification, from the lowest up, with the published values and the usual choices named", async () => {
    const corpus = await corpusOf([...togetherTraffic(9), ...replies]);
    const results = await robustnessResults(corpus, oii2021);
    const figure = robustnessFigure(results, corpus.info);
    expect(figure.sourceData.rows).toHaveLength(results.shares.filter(({ share }) => share !== null).length);
    const retweeted = figure.sourceData.rows.filter(({ quantity }) => quantity === "retweets");
    const shares = retweeted.map(({ share }) => Number(share));
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    const { svg } = await renderFigure(figure);
    for (const text of [
      "published 44%",
      "published 20%",
      "published 50-75%",
      "papers' rule, over 25",
      "no group found",
    ]) {
      expect(svg).toContain(text);
    }
    expect(svg.match(/usual \d+\.\d%/g)?.length).toBeGreaterThan(1);
  });

  it("leaves out a number that cannot be counted", async () => {
    const corpus = await corpusOf();
    const results = await robustnessResults(corpus, oii2021);
    const peakOnly = { ...results, spreads: results.spreads.filter(({ quantity }) => quantity !== "replies") };
    expect((await renderFigure(robustnessFigure(peakOnly, corpus.info))).svg).not.toContain("published 20%");
  });
});
