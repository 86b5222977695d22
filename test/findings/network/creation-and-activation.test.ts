import { describe, expect, it } from "vitest";
import { creationClusters, creationTable } from "../../../src/findings/network/creation-clusters.js";
import { scanCreation } from "../../../src/findings/network/creation-scan.js";
import { cumulativeAmplification } from "../../../src/findings/network/cumulative-amplification.js";
import { jointActivation } from "../../../src/findings/network/joint-activation.js";
import { focusOf, type HandMadeAccount, instantOf, member, real, traceRow, twin } from "./hand-made.js";

/** So many accounts of the benchmark group, created a day apart from 1 January 2015 on. */
function crowd(size: number, given: Partial<HandMadeAccount> = {}): HandMadeAccount[] {
  return Array.from({ length: size }, (_, at) => ({
    id: `other ${at}`,
    created: new Date(Date.parse("2015-01-01T12:00:00Z") + at * 86_400_000).toISOString(),
    first: "2020-06-10T00:00:00Z",
    ...given,
  }));
}

const born = (id: string, created?: string): HandMadeAccount => ({
  id,
  first: "2020-06-10T00:00:00Z",
  ...(created === undefined ? {} : { created }),
});

const two = [
  born("1", "2016-05-01T08:00:00Z"),
  born("2", "2016-05-01T08:04:30Z"),
  born("3", "2016-05-01T08:09:00Z"),
  born("4", "2019-10-02T23:58:00Z"),
  born("5", "2019-10-03T00:01:00Z"),
  born("6", "2019-10-03T00:02:00Z"),
  born("7", "2012-01-01T00:00:00Z"),
  born("8"),
];
const ids = two.map(({ id }) => id);

describe("clusters of creation", () => {
  it("are found one after the other without a date, across midnight too", () => {
    const scanned = scanCreation(ids, focusOf([...two, ...crowd(400)]));
    expect(scanned.map(({ members }) => members.map(({ id }) => id))).toEqual([
      ["1", "2", "3"],
      ["4", "5", "6"],
    ]);
    const { clustered, unknown, clusters } = creationClusters(
      scanned,
      two.map(({ id, created }) => member(id, { createdAt: created === undefined ? null : instantOf(created) })),
      twin,
    );
    expect(clustered).toMatchObject({ count: 6, of: 8, share: 0.75 });
    expect(unknown).toBe(1);
    expect(clusters).toMatchObject([
      { day: "2016-05-01", accounts: 3, windowMinutes: 10, minutes: 9, offsets: [0, 4.5, 9] },
      { day: "2019-10-02", accounts: 3, minutes: 4, offsets: [0, 3, 4] },
    ]);
    for (const { expected, pValue } of clusters) {
      expect(expected).toBeLessThan(0.2);
      expect(pValue).toBeLessThanOrEqual(0.01);
    }
  });

  it("are none where the benchmark group was created in the same minutes", () => {
    const wave = crowd(400, { created: "2016-05-01T08:05:00Z" });
    const others = crowd(40).map(({ id, ...rest }) => ({ id: `quiet ${id}`, ...rest }));
    expect(scanCreation(["1", "2", "3"], focusOf([...two, ...wave, ...others]))).toEqual([]);
  });

  it("are none without members, of one member, or of members of unknown age", () => {
    for (const members of [[], ["1"], ["8"]]) expect(scanCreation(members, focusOf([...two, ...crowd(9)]))).toEqual([]);
  });

  it("give minutes on the twin only; elsewhere months and rounded counts", () => {
    const scanned = scanCreation(ids, focusOf([...two, ...crowd(400)]));
    const accounts = [
      member("7", { createdAt: instantOf("2012-01-01T00:00:00Z") }),
      member("1", { createdAt: instantOf("2016-05-01T08:00:00Z"), fate: "suspended" }),
    ];
    const rows = [traceRow("1", { activity: { retweets: 1234, quotes: 1, replies: 56 } })];
    expect(creationTable(scanned, accounts, rows, twin)).toEqual([
      { account: "pseudonym of 1", created: "2016-05-01 08:00", fate: "suspended", retweets: 1234, replies: 56 },
    ]);
    expect(creationTable(scanned, accounts, rows, real)).toMatchObject([
      { created: "2016-05", retweets: 1200, replies: 56 },
    ]);
    const everyone = ids.map((id) => member(id));
    expect(creationClusters(scanned, everyone, real).clusters[0]?.offsets).toBeNull();
  });
});

/** Accounts created before the window that first amplified at these moments, after silences of so many days. */
const sleepers = (first: string[], longestSilence?: number): HandMadeAccount[] =>
  first.map((at, number) => ({
    id: `sleeper ${number}`,
    created: "2018-01-01T00:00:00Z",
    first: at,
    ...(longestSilence === undefined ? {} : { longestSilence }),
  }));

/** Dormant accounts of the benchmark group, one a day from the eighth day of the window on. */
const daily: HandMadeAccount[] = Array.from({ length: 200 }, (_, at) => ({
  id: `other ${at}`,
  created: "2018-01-01T00:00:00Z",
  first: new Date(Date.parse("2020-06-17T12:00:00Z") + at * 86_400_000).toISOString(),
}));

describe("joint activation", () => {
  const together = ["2020-08-12T00:00:01Z", "2020-08-12T20:00:00Z", "2020-08-13T23:59:59Z", "2020-08-14T00:00:01Z"];
  const apart = ["2020-07-01T00:00:00Z", "2020-10-01T00:00:00Z", "2020-06-09T12:00:00Z"];
  const accounts = sleepers([...together, ...apart], 100);
  const members = accounts.map(({ id }) => id);

  it("takes the two calendar days that stand out most, and who woke on them", () => {
    const found = jointActivation(members, focusOf([...accounts, ...daily]));
    // Two days hold three members whichever of the three days is left out; the last begins a day of one.
    expect(found).toMatchObject({ days: ["2020-08-12", "2020-08-13"], activated: { count: 3, of: 6 } });
    expect(found).toMatchObject({ benchmark: { count: 2, of: 200 }, medianSilenceDays: 100, knownHistories: 3 });
    expect(found?.expected).toBeCloseTo((6 * 5) / 206, 12);
    expect(found?.pValue).toBeLessThanOrEqual(0.01);
    expect(found?.places).toEqual([0, 1, 2]);
  });

  it("leaves those out who were there in the first week, and those created a week before or less", () => {
    const early = sleepers(["2020-06-15T23:59:59Z", "2020-06-15T23:59:59Z"]);
    const young = ["n1", "n2"].map((id) => ({ id, created: "2020-08-06T00:00:00Z", first: "2020-08-12T00:00:00Z" }));
    expect(jointActivation(["sleeper 0", "sleeper 1"], focusOf([...early, ...daily]))).toBeNull();
    expect(jointActivation(["n1", "n2"], focusOf([...young, ...daily]))).toBeNull();
  });

  it("is not found out of nothing where there is no benchmark group", () => {
    expect(jointActivation(members, focusOf(accounts))).toBeNull();
  });
});

describe("cumulative amplification", () => {
  const events = [
    { account: "a", at: "2020-06-09T23:59:59Z" },
    { account: "a", at: "2020-06-10T00:00:00Z", kind: "reply" as const },
    { account: "a", at: "2021-01-31T23:59:59Z" },
    { account: "b", at: "2020-06-09T00:00:00Z" },
  ];
  const focus = focusOf([{ id: "a" }, { id: "b" }], events);

  it("has a step a day of the window on the twin", () => {
    const { days, accounts } = cumulativeAmplification([0], focus, [member("a", { fate: "suspended later" })], twin);
    expect([days.length, days[0], days.at(-1)]).toEqual([237, "2020-06-09", "2021-01-31"]);
    expect(accounts).toMatchObject([{ account: "pseudonym of a", fate: "suspended later" }]);
    expect([0, 1, 235, 236].map((at) => accounts[0]?.amplifications[at])).toEqual([1, 2, 2, 3]);
  });

  it("has a step a week elsewhere, the last to the end of the window", () => {
    const { days, accounts } = cumulativeAmplification([0, 1], focus, [member("a"), member("b")], real);
    expect([days.length, days[0], days.at(-1)]).toEqual([34, "2020-06-15", "2021-01-31"]);
    expect(accounts.map(({ amplifications }) => amplifications.at(-1))).toEqual([3, 1]);
  });
});
