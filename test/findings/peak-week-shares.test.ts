import { describe, expect, it } from "vitest";
import { peakWeekSharesChecks } from "../../src/claims/checks/peak-week-shares.js";
import { networkRetweetsByDataFrame } from "../../src/claims/second-opinion/peak-week-shares.js";
import type { CorpusInfo } from "../../src/corpus/info.js";
import { canDrawPeakWeekShares, peakWeekSharesFigure } from "../../src/figures/peak-week-shares.js";
import { peakWeekSharesChoicesFigure } from "../../src/figures/peak-week-shares-choices.js";
import { peakWeekSharesPlot } from "../../src/figures/peak-week-shares-interactive.js";
import { peakWeekSharesWeeksFigure } from "../../src/figures/peak-week-shares-weeks.js";
import { renderFigure } from "../../src/figures/render.js";
import {
  type PeakWeekSharesResults,
  peakWeekSharesResults,
  sharesOfMembers,
} from "../../src/findings/peak-week-shares.js";
import { inSeries } from "../../src/findings/shares/series.js";
import { waysOfSharing } from "../../src/findings/shares/share-choices.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { instant } from "../tiny-corpus.js";
import { post } from "../tiny-posts.js";
import { retweet } from "../tiny-retweets.js";
import { members, officeCorpus } from "./shares/office-corpus.js";

let known: Promise<PeakWeekSharesResults> | undefined;

/** The results on the corpus counted by hand, computed once. */
function resultsOf(): Promise<PeakWeekSharesResults> {
  known ??= officeCorpus().then((corpus) => sharesOfMembers(corpus, oii2021, members));
  return known;
}

const info: CorpusInfo = {
  ...{ name: "tiny", title: "Tiny", description: "A few rows", basis: "synthetic twin", listName: "tiny", sources: [] },
};

function outcomes(results: PeakWeekSharesResults): Record<string, number | null> {
  return Object.fromEntries(
    peakWeekSharesChecks.map(({ claim, recompute }) => {
      const outcome = recompute(results);
      return [claim, "value" in outcome ? outcome.value : null];
    }),
  );
}

describe("peak-week shares", () => {
  it("divides retweets among the network gone by the first query, by the last, and the others", async () => {
    const { shares } = await resultsOf();
    expect(inSeries(shares, "ambassador", "retweet")).toMatchObject({
      classes: {
        "network, gone by the first query": 16,
        "network, gone by the last query": 8,
        "network, not seen gone": 0,
        "other, gone by either query": 5,
        "other, not seen gone": 11,
      },
      network: { count: 24, of: 40 },
      suspendedAtFirst: { count: 16, of: 40 },
      suspendedAtAny: { count: 25, of: 40 },
    });
    expect(inSeries(shares, "embassy", "retweet")?.classes["network, not seen gone"]).toBe(1);
    expect(inSeries(shares, "both", "retweet")?.network).toMatchObject({ count: 25, of: 41 });
  });

  it("keeps the ambassador's own thread replies in the shares and out of the totals", async () => {
    const { shares, totals } = await resultsOf();
    expect(inSeries(shares, "ambassador", "reply")?.network).toMatchObject({ count: 6, of: 20 });
    expect(totals[0]).toEqual({
      ...{ office: "ambassador", tweets: 2, likes: 35, likesToPostingEnd: 42 },
      ...{ retweets: 40, replies: 19, retweetsToPostingEnd: 41, ownRetweets: 0, ownReplies: 1 },
    });
    expect(totals[1]).toMatchObject({ office: "embassy", tweets: 1, likes: 2, retweets: 1, replies: 0 });
  });

  it("counts an action that posts and amplifications both list once", async () => {
    const own = { kind: "reply" as const, created_at: instant("2020-09-01T12:00:00Z") };
    const corpus = await officeCorpus({
      posts: [post("listed", "amb", { ...own, target_account_id: "amb" })],
      amplifications: [
        { ...retweet("amb", "2020-09-01T12:00:00Z", own), amplification_id: "listed", principal_id: "amb" },
      ],
    });
    const { totals } = await sharesOfMembers(corpus, oii2021, []);
    expect(totals[0]).toMatchObject({ ownReplies: 1, replies: 0 });
  });

  it("has 35 weeks from Sunday, the first cut by the window and the last of one day, without a band", async () => {
    const { weekly } = await resultsOf();
    const weeks = weekly.filter(({ office, kind }) => office === "ambassador" && kind === "reply");
    expect(weeks).toHaveLength(35);
    expect(weeks[0]).toMatchObject({ week: "2020-06-07", from: "2020-06-09", days: 5, network: { of: 0 }, band: null });
    expect(weeks.at(-1)).toMatchObject({ week: "2021-01-31", days: 1, network: { count: 0, of: 1 }, band: null });
    const busy = weekly.find(({ week, kind }) => week === "2020-06-28" && kind === "retweet");
    expect(busy?.network).toMatchObject({ count: 24, of: 40, share: 0.6 });
    expect(busy?.band?.low).toBeLessThanOrEqual(0.6);
    expect(busy?.band?.high).toBeGreaterThanOrEqual(0.6);
  });

  it("calls a week of half or more a peak if it has thirty actions", async () => {
    const { summaries } = await resultsOf();
    expect(inSeries(summaries, "ambassador", "retweet")).toMatchObject({
      ...{ weeks: 1, peakWeeks: 1, typicalWeeks: 0, median: { value: 0.6 }, overall: { value: 0.6 } },
      peaks: [{ week: "2020-06-28", count: 24, of: 40, share: 0.6 }],
    });
    expect(inSeries(summaries, "ambassador", "reply")).toMatchObject({ weeks: 0, highest: null });
  });

  it("shows what each choice moves", async () => {
    const { choices } = await resultsOf();
    const of = (choice: string, kind: string) =>
      choices.find((row) => row.choice === choice && row.office === "ambassador" && row.kind === kind);
    expect(of(waysOfSharing.papers, "reply")).toMatchObject({ network: 6 / 20, actions: 20, weeks: 35 });
    expect(of(waysOfSharing.ownLeftOut, "reply")).toMatchObject({ network: 6 / 19, actions: 19, weeks: 35 });
    expect(of(waysOfSharing.lastDayLeftOut, "reply")).toMatchObject({ network: 6 / 19, actions: 19, weeks: 34 });
    expect(of(waysOfSharing.otherWeekStart, "reply")).toMatchObject({ network: 6 / 20, weeks: 34 });
    expect(of(waysOfSharing.papers, "retweet")).toMatchObject({ gone: 29 / 40 });
    expect(of(waysOfSharing.firstQueryOnly, "retweet")).toMatchObject({ network: 24 / 40, gone: 20 / 40 });
  });

  it("counts how many accounts there are on either side, without the offices", async () => {
    const { involvement, diplomats } = await resultsOf();
    expect(involvement).toMatchObject([
      { kind: "retweet", by: "network", accounts: 3, actions: 25, median: 8, once: { count: 1 } },
      { kind: "retweet", by: "others", accounts: 3, actions: 16, median: 4, once: { count: 1 } },
      { kind: "reply", by: "network", accounts: 1, actions: 6 },
      { kind: "reply", by: "others", accounts: 1, actions: 13 },
    ]);
    expect(diplomats).toEqual({ retweets: 26, replies: 6 });
  });
});

describe("the claims on the ambassador and the embassy", () => {
  it("come out as counted by hand", async () => {
    expect(outcomes(await resultsOf())).toMatchObject({
      ...{ U1: 3, U2: 41, U3: 19, U4: 37, U9: 0.6, U10: 1, U11: 0.3, U12: 0.6, U13: 24, U14: 32 },
      ...{ U15: 24 / 40, U16: 24 / 40, U22: 40, U23: 25 / 40 },
    });
  });

  it("come to the same by a data frame", async () => {
    const corpus = await officeCorpus();
    const count = (office: "ambassador" | "embassy") => networkRetweetsByDataFrame(corpus, oii2021, members, office);
    expect(await count("ambassador")).toEqual({ network: 24, all: 40 });
    expect(await count("embassy")).toEqual({ network: 1, all: 1 });
  });

  it("are not computable without posts and amplifications, nor are there figures", async () => {
    const results = await peakWeekSharesResults(await officeCorpus({ posts: [], amplifications: [] }), oii2021);
    expect(Object.values(outcomes(results)).every((value) => value === null)).toBe(true);
    expect(canDrawPeakWeekShares(results)).toBe(false);
  });

  it("on a network are not computable where the detector finds none", async () => {
    const found = outcomes(await sharesOfMembers(await officeCorpus(), oii2021, []));
    expect(found).toMatchObject({ U2: 41, U9: null, U13: null, U14: null, U15: null, U23: 25 / 40 });
  });
});

describe("the figures of peak-week shares", () => {
  it("state their numbers, and keep counts in their source data", async () => {
    const results = await resultsOf();
    const areas = peakWeekSharesFigure(results, info);
    expect(areas.title).toBe("The network made 60.0% of the ambassador's retweets");
    expect(areas.sourceData.rows).toContainEqual({
      ...{ series: "Retweets of the ambassador", week: "2020-06-28", days: 7 },
      ...{ part: "network, gone by the first query", actions: 16, of: 40, share: 0.4 },
    });
    const weeks = peakWeekSharesWeeksFigure(results, info);
    expect(weeks.title).toBe("In 1 of 1 weeks the network made half of the ambassador's retweets or more, up to 60.0%");
    const choices = peakWeekSharesChoicesFigure(results, info);
    expect(choices.title).toContain("moves the network's share of replies by 1.6 points");
    for (const figure of [areas, weeks, choices]) expect((await renderFigure(figure)).svg).toContain("Synthetic twin.");
  });

  it("hold the same shares in the plot to explore", async () => {
    const { data } = peakWeekSharesPlot(await resultsOf(), info);
    expect(data).toHaveLength(20);
    expect(data[0]).toMatchObject({
      y: [0.4],
      customdata: [["2020-06-28", 16, 40]],
      name: "network, gone by 2021-03-01",
    });
  });
});
