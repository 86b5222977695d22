import { describe, expect, it } from "vitest";
import { renderFigure } from "../../src/figures/render.js";
import { canDrawRetweetSample, retweetSampleFigure } from "../../src/figures/retweet-sample.js";
import { retweetSampleResults } from "../../src/findings/retweet-sample.js";
import { optionalSources, retweetSample } from "../../src/import/optional-data.js";
import { describeWithRealData } from "../import/real-data.js";
import { temporaryFolder } from "../tiny-corpus.js";

const at = (account: string, ...times: number[]) => times.map((seconds) => ({ account, seconds }));
const info = {
  ...{ name: "sample", title: "A sample", description: "", basis: "real data" as const },
  ...{ listName: "sample", sources: [] },
};

describe("a sample of retweets", () => {
  it("is measured account by account, however its rows are sorted", () => {
    const { concentration, lags } = retweetSampleResults([...at("a", 70, 0, 9), ...at("b", 5), ...at("c", 0, 10)]);
    expect(concentration).toMatchObject({ accounts: 3, events: 6, top: [{ events: 3 }, { events: 3 }, {}, {}] });
    expect(lags[0]).toMatchObject({
      ...{ amplifiers: "all accounts", accounts: 3, retweets: 6 },
      ...{ median: 22.5, underMinute: { count: 2, of: 2 } },
      ...{ within10: { count: 2, of: 3 }, within60: { count: 2, of: 3 } },
    });
  });

  it("has accounts that tie with the last of the top 1% in the top, and everyone once", () => {
    const many = Array.from({ length: 200 }, (_, n) => at(`one ${n}`, n)).flat();
    const { lags } = retweetSampleResults([
      ...many,
      ...at("x", 1, 2, 3),
      ...at("y", 1, 2, 3),
      ...at("z", 1, 2, 3, 4),
      ...at("w", 1, 2, 3),
    ]);
    expect(lags.map(({ accounts }) => accounts)).toEqual([204, 4, 200]);
    expect(lags[1]).toMatchObject({ fewest: 3, within60: { count: 9, of: 9 } });
    expect(lags[2]).toMatchObject({ median: null, within60: { share: null } });
  });

  it("comes out empty where the file is not there, and draws nothing", async () => {
    const results = retweetSampleResults((await retweetSample(await temporaryFolder())).retweets);
    expect(results).toMatchObject({ concentration: { accounts: 0, gini: { value: null } }, lorenz: [], lags: [] });
    expect(canDrawRetweetSample(results)).toBe(false);
  });

  it("has its numbers in the figure's text", async () => {
    const figure = retweetSampleFigure(retweetSampleResults([...at("a", 70, 0, 9), ...at("b", 5)]), info);
    expect(figure.title).toBe("In a public sample the most active 1% sent 75.0% of the retweets");
    expect(figure.alt).toContain("1 of 2 (50.0%) are at most 60.");
    expect((await renderFigure(figure)).svg).toContain("A sample.");
  });
});

// Counted by another program from the same file, each retweet once.
await describeWithRealData("the CooRTweet sample", [optionalSources.retweetSample], (folder) => {
  it("gives the concentration and the lags that were counted apart", async () => {
    const { rows, retweets } = await retweetSample(folder);
    expect([rows, retweets.length]).toEqual([35_125, 35_085]);
    const { concentration, lags } = retweetSampleResults(retweets);
    expect(concentration).toMatchObject({ accounts: 9509, events: 35_085 });
    expect(concentration.gini.value).toBeCloseTo(0.5986050463237329, 12);
    expect(concentration.top.map(({ accounts, events }) => [accounts, events])).toEqual([
      [10, 1460],
      [96, 5698],
      [476, 13_595],
      [951, 18_508],
    ]);
    expect(lags.map(({ within10, within60 }) => [within10.count, within60.count, within60.of])).toEqual([
      [861, 3128, 25_576],
      [381, 1413, 5738],
      [480, 1715, 19_838],
    ]);
    expect(lags.map(({ accounts, median }) => [accounts, median])).toEqual([
      [9509, 195_318.25],
      [100, 5269.5],
      [9409, 215_165.75],
    ]);
  });
});
