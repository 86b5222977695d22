import { describe, expect, it } from "vitest";
import type { CorpusInfo } from "../../src/corpus/info.js";
import type { Figure } from "../../src/figures/figure.js";
import { canDrawNetworkTraces, networkTracesFigure } from "../../src/figures/network-traces.js";
import {
  canDrawNetworkTracesActivity,
  networkTracesActivityFigure,
} from "../../src/figures/network-traces-activity.js";
import { canDrawNetworkTracesChains, networkTracesChainsFigure } from "../../src/figures/network-traces-chains.js";
import {
  canDrawNetworkTracesCoActivity,
  networkTracesCoActivityFigure,
} from "../../src/figures/network-traces-co-activity.js";
import {
  canDrawNetworkTracesCreation,
  networkTracesCreationFigure,
} from "../../src/figures/network-traces-creation.js";
import {
  canDrawNetworkTracesCumulative,
  networkTracesCumulativeFigure,
} from "../../src/figures/network-traces-cumulative.js";
import { canDrawNetworkTracesHours, networkTracesHoursFigure } from "../../src/figures/network-traces-hours.js";
import { canDrawNetworkTracesPhrases, networkTracesPhrasesFigure } from "../../src/figures/network-traces-phrases.js";
import { canDrawNetworkTracesShares, networkTracesSharesFigure } from "../../src/figures/network-traces-shares.js";
import { renderFigure } from "../../src/figures/render.js";
import { coActivityNetwork } from "../../src/findings/network/co-activity-network.js";
import { jointTest } from "../../src/findings/network/joint-test.js";
import { groupsOf } from "../../src/findings/network/membership.js";
import { shareComparisons } from "../../src/findings/network/share-comparisons.js";
import { type NetworkTracesResults, networkTracesResults } from "../../src/findings/network-traces.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { traceRow, twin } from "../findings/network/hand-made.js";
import { day, instant, tinyCorpus } from "../tiny-corpus.js";

const info: CorpusInfo = {
  ...{ name: "tiny", title: "Tiny", description: "", basis: "synthetic twin", listName: "list", sources: [] },
};

/** The results on a corpus of nobody, with what the test is about. */
async function resultsWith(given: Partial<NetworkTracesResults>): Promise<NetworkTracesResults> {
  const corpus = await tinyCorpus({ accounts: [], principals: [] });
  return { ...(await networkTracesResults(corpus, oii2021)), members: 4, ...given };
}

async function drawn(figure: Figure): Promise<string> {
  const { svg } = await renderFigure(figure);
  expect(figure.alt.length).toBeGreaterThan(60);
  return svg;
}

const share = (count: number, of: number) => ({ count, of, share: count / of, low: 0, high: 1 });

it("no figure of network traces is drawn where no network was found", async () => {
  const nothing = { ...(await resultsWith({})), members: 0 };
  const tests = [
    ...[canDrawNetworkTraces, canDrawNetworkTracesCreation, canDrawNetworkTracesCumulative],
    ...[canDrawNetworkTracesActivity, canDrawNetworkTracesHours, canDrawNetworkTracesChains],
    ...[canDrawNetworkTracesShares, canDrawNetworkTracesCoActivity, canDrawNetworkTracesPhrases],
  ];
  for (const canDraw of tests) expect(canDraw(nothing)).toBe(false);
});

const rows = [
  traceRow("m1", { coverage: { threadRetweeted: 0.3 }, creation: { qValue: 0.01 } }),
  traceRow("m2", { coverage: { threadRetweeted: 0.2 } }),
  traceRow("x"),
  traceRow("y"),
];

describe("the figure of all traces", () => {
  it("sets both groups beside each other and marks the traces by which members were found", async () => {
    const results = await resultsWith({ joint: jointTest(groupsOf(rows, ["m1", "m2"])) });
    expect(canDrawNetworkTraces(results)).toBe(true);
    const figure = networkTracesFigure(results, info);
    expect(figure.sourceData.rows.slice(0, 2)).toMatchObject([
      { trace: "created together", group: "network", conspicuous: 1, tested: 2, share: 0.5, p: "p 0.50" },
      { trace: "created together", group: "benchmarkGroup", conspicuous: 0, tested: 2, share: 0 },
    ]);
    expect(await drawn(figure)).toContain("taking over from each other *");
  });
});

describe("the figure of creation", () => {
  const cluster = {
    ...{ day: day("2020-04-21"), accounts: 3, expected: 0.019, benchmark: 0, pValue: 0.001 },
    ...{ windowMinutes: 10, minutes: 5, offsets: [0, 1.5, 4.5] },
  };
  const creation = { clustered: share(3, 4), unknown: 0, clusters: [cluster] };

  it("places accounts by minute on the twin", async () => {
    const figure = networkTracesCreationFigure(await resultsWith({ creation }), info);
    expect(figure.title).toBe("75.0% of the network was created within minutes on 1 days");
    expect(figure.sourceData.rows.map(({ at }) => at)).toEqual([0, 1.5, 4.5]);
    const svg = await drawn(figure);
    for (const text of ["21 Apr 2020", "3 (0.02)", "Minutes since"]) expect(svg).toContain(text);
  });

  it("places them side by side elsewhere", async () => {
    const real = { ...creation, clusters: [{ ...cluster, offsets: null }] };
    const figure = networkTracesCreationFigure(await resultsWith({ creation: real }), { ...info, basis: "real data" });
    expect(figure.name).toBe("network-traces-creation-real-data");
    expect(figure.sourceData.rows.map(({ at }) => at)).toEqual([1, 2, 3]);
    expect(await drawn(figure)).not.toContain("Minutes since");
  });
});

describe("the figure of joint activation", () => {
  it("draws a step for each account that woke, and keeps the days on which something changes", async () => {
    const results = await resultsWith({
      activation: {
        ...{ days: [day("2020-08-12"), day("2020-08-13")], activated: share(2, 3), benchmark: share(0, 9) },
        ...{ expected: 0.1, pValue: 0.001, medianSilenceDays: 1123.5, knownHistories: 2 },
      },
      cumulative: {
        days: ["2020-08-11", "2020-08-12", "2020-08-13", "2020-08-14", "2020-08-15"].map(day),
        accounts: [
          { account: "one", fate: "suspended", amplifications: [0, 2, 2, 2, 3] },
          { account: "two", fate: "suspended later", amplifications: [0, 0, 1, 1, 1] },
        ],
      },
    });
    const figure = networkTracesCumulativeFigure(results, info);
    expect(figure.title).toBe("2 dormant accounts of the network became active on 12 and 13 Aug 2020");
    const days = figure.sourceData.rows.filter(({ account }) => account === "one").map((row) => row.day);
    expect(days).toEqual(["2020-08-11", "2020-08-12", "2020-08-14", "2020-08-15"]);
    expect(await drawn(figure)).toContain("suspended later");
  });
});

describe("the figure of activity", () => {
  it("joins neighbouring weeks of one state and says whose history is not known", async () => {
    const results = await resultsWith({
      tiles: {
        unit: "week",
        periods: ["2020-06-28", "2020-07-05", "2020-07-12", "2020-07-19"].map(day),
        accounts: [
          { account: "old", fate: "active", states: "aass" },
          { account: "young", fate: "active", states: "nnsa" },
          { account: "other", fate: "active", states: null },
        ],
      },
    });
    const figure = networkTracesActivityFigure(results, info);
    expect(figure.sourceData.rows.map(({ account, state, from, until }) => [account, state, from, until])).toEqual([
      ["old", "active", "2020-06-28", "2020-07-12"],
      ["old", "silent", "2020-07-12", "2020-07-26"],
      ["young", "silent", "2020-07-12", "2020-07-19"],
      ["young", "active", "2020-07-19", "2020-07-26"],
    ]);
    expect(figure.title).toContain("silent or suspended in 50% of the weeks");
    expect(await drawn(figure)).toContain("history not known");
  });
});

describe("the figure of hours", () => {
  it("has a row of 24 hours for each account below the lines of both groups", async () => {
    const even = new Array<number>(24).fill(1 / 24);
    const inParts = { share: 0.6, low: 0.5, high: 0.7, count: 6, of: 10 };
    const results = await resultsWith({
      hours: {
        ...{ network: even, benchmark: even, accounts: [{ account: "one", shares: even }] },
        inDayParts: { network: inParts, benchmark: { ...inParts, share: 0.4 } },
      },
    });
    const figure = networkTracesHoursFigure(results, info);
    expect(figure.sourceData.rows).toHaveLength(24);
    expect(figure.title).toContain("60.0%");
    expect(await drawn(figure)).toContain("Benchmark group");
  });
});

describe("the figure of chains", () => {
  it("draws the longest one, each turn on a row of its own", async () => {
    const legs = [
      { account: "one", seconds: [0, 5], lag: null },
      { account: "two", seconds: [20], lag: 15 },
      { account: "one", seconds: [30], lag: 10 },
    ];
    const results = await resultsWith({
      chains: {
        network: { runs: 3, switches: 2, expected: 0.1 },
        benchmark: { runs: 0, switches: 0, expected: 0 },
        chains: [
          { startedAt: null, accounts: 1, retweets: 1, legs: legs.slice(0, 1) },
          { startedAt: instant("2020-07-22T08:00:00Z"), accounts: 2, retweets: 4, legs },
        ],
      },
    });
    const figure = networkTracesChainsFigure(results, info);
    expect(figure.sourceData.rows.map(({ leg }) => leg)).toEqual(["1. one", "1. one", "2. two", "3. one"]);
    const svg = await drawn(figure);
    for (const text of ["22 Jul 2020 from 08:00:00 UTC", ">15 s<", ">10 s<"]) expect(svg).toContain(text);
  });
});

describe("the figure of shares", () => {
  it("has a panel for each share that both groups have", async () => {
    const shares = shareComparisons(groupsOf(rows, ["m1", "m2"]), twin);
    const figure = networkTracesSharesFigure(await resultsWith({ shares }), info);
    expect(figure.sourceData.rows.slice(0, 3)).toEqual([
      { share: "threadRetweeted", group: "network", from: 0.2, accounts: 1 },
      { share: "threadRetweeted", group: "network", from: 0.3, accounts: 1 },
      { share: "threadRetweeted", group: "benchmark group", from: 0, accounts: 2 },
    ]);
    const svg = await drawn(figure);
    for (const text of ["Thread posts retweeted", "25.0%", "delta 1.00"]) expect(svg).toContain(text);
  });
});

describe("the figure of co-activity", () => {
  it("numbers accounts and names none", async () => {
    const star = ["m1", "m2", "m3", "x"].map((second) => ({ first: "m0", second, together: 7, rate: 0 }));
    const coActivity = coActivityNetwork(["m0", "m1", "m2", "m3"], star, twin);
    const figure = networkTracesCoActivityFigure(await resultsWith({ coActivity }), info);
    expect(figure.sourceData.rows.map(({ between, together }) => [between, together])).toEqual([
      ["members", 7],
      ["members", 7],
      ["members", 7],
      ["others", 7],
    ]);
    expect(JSON.stringify(figure.sourceData.rows)).not.toMatch(/m0|m1/);
    expect(figure.title).toContain("3 pairs");
    await drawn(figure);
  });
});

describe("the figure of phrases", () => {
  it("shows counts of accounts and arcs between phrases", async () => {
    const shown = ["one two three four five six", "six five four three two one"].map((phrase) => ({
      ...{ phrase, accounts: 8, members: 6 },
    }));
    const phrases = { phrases: 9, ofNetwork: 3, passages: 2, shown, links: [[0, 1, 5]] as [number, number, number][] };
    const figure = networkTracesPhrasesFigure(await resultsWith({ phrases }), info);
    expect(figure.sourceData.rows[0]).toEqual({ phrase: shown[0]?.phrase, accounts: 8, members: 6, others: 2 });
    expect(figure.subtitle).toContain("at least 5 accounts both used");
    expect(await drawn(figure)).toContain("6 of 8");
  });
});
