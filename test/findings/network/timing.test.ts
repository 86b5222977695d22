import { describe, expect, it } from "vitest";
import { closestCompany } from "../../../src/findings/network/closest-company.js";
import { hoursOfDay } from "../../../src/findings/network/hours-of-day.js";
import { hoursOfDayParts, isInDayParts, londonHour } from "../../../src/findings/network/london-clock.js";
import { longestChains } from "../../../src/findings/network/longest-chains.js";
import { switchingChains } from "../../../src/findings/network/switching-chains.js";
import { focusOf, type HandMadeEvent, member, real, seconds, twin } from "./hand-made.js";

describe("the clock of London", () => {
  it.each([
    ["2020-03-29T00:59:59Z", 0],
    ["2020-03-29T01:00:00Z", 2],
    ["2020-06-30T23:30:00Z", 0],
    ["2020-10-25T00:59:59Z", 1],
    ["2020-10-25T01:00:00Z", 1],
    ["2020-12-24T23:00:00Z", 23],
    ["2021-03-28T00:59:59Z", 0],
    ["2021-03-28T01:00:00Z", 2],
  ])("at %s it is %d", (instant, hour) => {
    expect(londonHour(seconds(instant))).toBe(hour);
  });

  it.each([
    ["2020-07-01T04:59:59Z", false],
    ["2020-07-01T05:00:00Z", true],
    ["2020-07-01T10:59:59Z", true],
    ["2020-07-01T11:00:00Z", false],
    ["2020-07-01T16:00:00Z", true],
    ["2020-07-01T19:00:00Z", false],
    ["2020-12-01T05:59:59Z", false],
    ["2020-12-01T06:00:00Z", true],
    ["2020-12-01T19:59:59Z", true],
  ])("%s lies in the morning or early evening: %s", (instant, inside) => {
    expect(isInDayParts(seconds(instant))).toBe(inside);
  });

  it("has nine hours of the two parts", () => {
    expect(hoursOfDayParts).toBe(9);
  });
});

describe("hours of the day", () => {
  const events = [
    { account: "a", at: "2020-07-01T05:00:00Z" },
    { account: "a", at: "2020-07-01T05:59:59Z" },
    { account: "a", at: "2020-07-01T23:00:00Z", kind: "reply" as const },
    { account: "b", at: "2020-07-01T12:00:00Z" },
    { account: "x", at: "2020-07-01T12:00:00Z" },
  ];
  const focus = focusOf([{ id: "a" }, { id: "b" }, { id: "x" }], events);

  it("are shares of amplifications, in UTC; the parts of the day are London's", () => {
    const { network, benchmark, accounts, inDayParts } = hoursOfDay(["a", "b"], focus, [member("a")], twin);
    expect([network?.[5], network?.[12], network?.[23]]).toEqual([0.5, 0.25, 0.25]);
    expect(benchmark?.[12]).toBe(1);
    expect(accounts[0]).toMatchObject({ account: "pseudonym of a" });
    expect(accounts[0]?.shares[5]).toBeCloseTo(2 / 3, 3);
    expect(inDayParts.network).toMatchObject({ count: 2, of: 4, share: 0.5, low: 0, high: 2 / 3 });
    expect(inDayParts.benchmark).toMatchObject({ count: 0, of: 1, share: 0 });
  });

  it("of nobody are not known, and outside the twin shares have two decimals", () => {
    const none = hoursOfDay([], focusOf([]), [], twin);
    expect(none).toMatchObject({
      network: null,
      benchmark: null,
      accounts: [],
      inDayParts: { network: { share: null } },
    });
    expect(hoursOfDay(["a"], focus, [member("a")], real).accounts[0]?.shares[5]).toBe(0.67);
  });
});

describe("the closest company", () => {
  const focus = focusOf(
    [{ id: "a" }, { id: "b" }, { id: "x" }],
    [
      { account: "a", at: "2020-07-01T00:00:00Z", post: 1 },
      { account: "a", at: "2020-07-01T00:00:05Z", post: 1, kind: "reply" },
      { account: "b", at: "2020-07-01T00:01:05Z", post: 1 },
      // Nearer, but no member; and another post.
      { account: "x", at: "2020-07-01T00:01:04Z", post: 1 },
      { account: "b", at: "2020-07-01T00:00:01Z", post: 2 },
      { account: "a", at: "2020-07-01T00:00:01Z", post: -1 },
    ],
  );

  it("is another member on the same post, before or after, and none where nobody else acted", () => {
    // 65 and 60 seconds for a, 60 for b, infinitely many for b alone on post 2; the act without a post is left out.
    expect(closestCompany(["a", "b"], focus, 60)).toEqual({ events: 4, shared: 3, within: 2, median: 62.5 });
  });

  it("has no median where most acts are alone, or nobody acts", () => {
    expect(closestCompany(["a"], focus, 60)).toEqual({ events: 2, shared: 0, within: 0, median: null });
    expect(closestCompany([], focus, 60)).toEqual({ events: 0, shared: 0, within: 0, median: null });
  });
});

describe("the longest chains", () => {
  it("switch accounts within the lag and share no run", () => {
    const runs = {
      account: [0, 1, 0, 1, 2, 3],
      begin: [0, 100, 160, 221, 900, 950],
      end: [40, 150, 160, 300, 940, 990],
    };
    // 100 - 40 = 60 is in time, 160 - 150 = 10 is, 221 - 160 = 61 is not.
    expect(longestChains(runs, 60, 3)).toEqual([
      [0, 1, 2],
      [4, 5],
    ]);
    expect(longestChains(runs, 60, 1)).toEqual([[0, 1, 2]]);
  });

  it("do not go on with the same account, nor with a run that begins before the end", () => {
    expect(longestChains({ account: [0, 0], begin: [0, 50], end: [40, 90] }, 60, 2)).toEqual([]);
    expect(longestChains({ account: [0, 1], begin: [0, 39], end: [40, 90] }, 60, 2)).toEqual([]);
    expect(longestChains({ account: [], begin: [], end: [] }, 60, 2)).toEqual([]);
  });

  it("go through whichever run has the longest chain behind it", () => {
    const runs = { account: [0, 1, 2, 3], begin: [0, 30, 50, 100], end: [20, 45, 80, 120] };
    // Run 3 follows run 2 alone, which nothing precedes in time but run 1 that ended at 45.
    expect(longestChains(runs, 20, 1)).toEqual([[0, 1, 2, 3]]);
  });
});

describe("switching chains", () => {
  const run = (account: string, minute: string): HandMadeEvent[] =>
    ["00", "20", "40"].map((second) => ({ account, at: `2020-07-22T08:${minute}:${second}Z` }));
  const events = [
    ...run("a", "00"),
    ...run("b", "01"),
    ...run("a", "02"),
    ...run("x", "03"),
    { account: "b", at: "2020-07-22T08:00:50Z", kind: "reply" as const },
  ];
  const focus = focusOf([{ id: "a" }, { id: "b" }, { id: "x" }], events);
  const accounts = [member("a"), member("b")];

  it("hold members only, with the seconds between one's last and the next one's first retweet", () => {
    const { chains, network, benchmark } = switchingChains(["a", "b"], focus, accounts, twin);
    expect(network).toMatchObject({ runs: 3, switches: 2 });
    expect(network.expected).toBeGreaterThan(0);
    expect(benchmark).toEqual({ runs: 1, switches: 0, expected: 0 });
    expect(chains).toEqual([
      {
        startedAt: "2020-07-22T08:00:00Z",
        accounts: 2,
        retweets: 9,
        legs: [
          { account: "pseudonym of a", seconds: [0, 20, 40], lag: null },
          { account: "pseudonym of b", seconds: [60, 80, 100], lag: 20 },
          { account: "pseudonym of a", seconds: [120, 140, 160], lag: 20 },
        ],
      },
    ]);
  });

  it("do not say when outside the twin", () => {
    expect(switchingChains(["a", "b"], focus, accounts, real).chains[0]?.startedAt).toBeNull();
  });
});
