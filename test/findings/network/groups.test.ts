import { describe, expect, it } from "vitest";
import { coActivityNetwork } from "../../../src/findings/network/co-activity-network.js";
import { jointTest } from "../../../src/findings/network/joint-test.js";
import { languageTest } from "../../../src/findings/network/language-test.js";
import { memberActivity } from "../../../src/findings/network/member-activity.js";
import { memberTable } from "../../../src/findings/network/member-table.js";
import { groupsOf } from "../../../src/findings/network/membership.js";
import { phraseNetwork } from "../../../src/findings/network/phrase-network.js";
import { shareComparisons } from "../../../src/findings/network/share-comparisons.js";
import { springLayout } from "../../../src/findings/network/spring-layout.js";
import { focusOf, instantOf, member, real, traceRow, twin } from "./hand-made.js";

const names = (prefix: string, size: number) => Array.from({ length: size }, (_, at) => `${prefix}${at}`);

describe("the four shares", () => {
  const row = (account: string, threadRetweeted: number | null, replies = 5) =>
    traceRow(account, { coverage: { threadRetweeted }, language: { replies, overlapShare: 0.5 } });
  const groups = groupsOf(
    [row("m1", 0.2), row("m2", 0.4, 4), row("x", 0), row("y", 0.1), row("z", null)],
    ["m1", "m2"],
  );
  const [threads, , , language] = shareComparisons(groups, twin);

  it("are compared where they are known", () => {
    expect(threads).toMatchObject({
      share: "threadRetweeted",
      network: { accounts: 2, lowerQuartile: 0.25 },
      benchmark: { accounts: 2, median: 0.05 },
      values: [0.2, 0.4],
      effect: { delta: { value: 1 } },
    });
    expect(threads?.effect?.difference.value).toBeCloseTo(0.25, 12);
    // One of the six ways to choose two of four.
    expect(threads?.effect?.pValue).toBeCloseTo(1 / 6, 1);
  });

  it("count the benchmark group in hundredths, the border belonging to the next", () => {
    expect([threads?.histogram[0], threads?.histogram[10], threads?.histogram.length]).toEqual([1, 1, 100]);
  });

  it("take overlapping language of at least five replies", () => {
    expect(language).toMatchObject({
      share: "overlappingLanguage",
      network: { accounts: 1 },
      benchmark: { accounts: 3 },
    });
  });

  it("have no effect without members, and two decimals outside the twin", () => {
    expect(shareComparisons({ network: [], benchmark: [row("x", 0.1)] }, twin)[0]).toMatchObject({
      effect: null,
      values: [],
    });
    const exact = shareComparisons(groupsOf([row("m", 0.1234), row("x", 0)], ["m"]), real);
    expect(exact[0]?.values).toEqual([0.12]);
  });
});

describe("the joint test", () => {
  const conspicuous = { creation: { qValue: 0.01 }, coActivity: { givenDelayQValue: 0.01 } };
  const busy = { activity: { retweets: 300, quotes: 0, replies: 0 } };

  it("counts accounts in which a trace is conspicuous, up to q = .05, of those tested", () => {
    const rows = [
      traceRow("m1", { creation: { qValue: 0.05 } }),
      traceRow("m2", { creation: { qValue: 0.051 } }),
      traceRow("m3", { creation: { qValue: null } }),
      traceRow("x"),
      traceRow("y"),
    ];
    const [created] = jointTest(groupsOf(rows, ["m1", "m2", "m3"])).traces;
    expect(created).toMatchObject({ network: { count: 1, of: 2 }, benchmark: { count: 0, of: 2 } });
    expect(created?.fisher).toBeCloseTo(0.5, 12);
    expect(created?.givenActivity).toBeCloseTo(0.5, 12);
  });

  it("leaves out of its p-value the traces by which members were found", () => {
    const rows = [
      ...names("m", 10).map((id) => traceRow(id, { coActivity: { givenDelayQValue: 0.001 } })),
      ...names("x", 30).map((id) => traceRow(id)),
    ];
    const { pValue, withFoundBy } = jointTest(groupsOf(rows, names("m", 10)));
    expect(pValue).toBeGreaterThan(0.5);
    expect(withFoundBy).toBeLessThan(1e-6);
  });

  it("is not impressed where busy members are compared with idle others", () => {
    const rows = [
      ...names("m", 6).map((id) => traceRow(id, { ...conspicuous, ...busy })),
      ...names("b", 6).map((id) => traceRow(id, { ...conspicuous, ...busy })),
      ...names("x", 200).map((id) => traceRow(id)),
    ];
    const { traces, pValue } = jointTest(groupsOf(rows, names("m", 6)));
    expect(traces[0]?.fisher).toBeLessThan(1e-6);
    expect(traces[0]?.givenActivity).toBe(1);
    expect(pValue).toBeGreaterThan(0.5);
  });

  it("does not compare busy members with idle others at all", () => {
    const rows = [traceRow("m", { ...conspicuous, ...busy }), traceRow("x")];
    const [created] = jointTest(groupsOf(rows, ["m"])).traces;
    expect(created).toMatchObject({ network: { count: 1, of: 1 }, givenActivity: null });
    expect(created?.fisher).toBeCloseTo(0.5, 12);
  });

  it("finds what members have beyond their activity", () => {
    const rows = [
      ...names("m", 6).map((id) => traceRow(id, { ...conspicuous, ...busy })),
      ...names("b", 30).map((id) => traceRow(id, busy)),
    ];
    expect(jointTest(groupsOf(rows, names("m", 6))).pValue).toBeLessThan(0.001);
  });

  it("has no p-value without members", () => {
    expect(jointTest({ network: [], benchmark: [traceRow("x")] })).toMatchObject({ pValue: null, withFoundBy: null });
  });
});

const phrase = (text: string, users: string[]) => ({ phrase: text, accounts: users.length, users });

describe("the language test", () => {
  const talk = (overlapShare: number, replies = 10) => ({ language: { replies, overlapShare } });
  const members = names("m", 6);
  const others = names("x", 40);

  it("says so where members overlap more, and with each other", () => {
    const rows = [...members.map((id) => traceRow(id, talk(0.9))), ...others.map((id) => traceRow(id, talk(0.2)))];
    const test = languageTest(groupsOf(rows, members), [
      phrase("p", members),
      phrase("q", [...others.slice(0, 5), "gone"]),
    ]);
    expect(test).toMatchObject({ members: 6, benchmark: 40, pValue: 0.001 });
    expect(test?.overlap.observed).toBeCloseTo(0.9, 12);
    expect(test?.overlap.expected).toBeCloseTo((6 * 0.9 + 40 * 0.2) / 46, 1);
    expect(test?.sharedWithin.observed).toBe(15);
  });

  it("needs both: overlapping with others is not overlapping within", () => {
    const rows = [...members.map((id) => traceRow(id, talk(0.9))), ...others.map((id) => traceRow(id, talk(0.2)))];
    const test = languageTest(groupsOf(rows, members), [phrase("q", others.slice(0, 5))]);
    expect(test?.overlap.pValue).toBe(0.001);
    expect(test?.pValue).toBe(1);
  });

  it("compares with accounts that write as much", () => {
    const prolific = names("b", 6);
    const rows = [
      ...[...members, ...prolific].map((id) => traceRow(id, talk(0.9, 400))),
      ...others.map((id) => traceRow(id, talk(0.2))),
    ];
    expect(languageTest(groupsOf(rows, members), [phrase("p", members)])?.overlap.pValue).toBe(1);
  });

  it("is silent on fewer than two members with five replies", () => {
    const rows = [traceRow("m0", talk(0.9)), traceRow("m1", talk(0.9, 4)), traceRow("x", talk(0))];
    expect(languageTest(groupsOf(rows, ["m0", "m1"]), [])).toBeNull();
  });
});

describe("the phrases of the network", () => {
  const members = names("m", 4);

  it("are used by at least five accounts, three quarters of them members", () => {
    const all = phraseNetwork(members, [
      phrase("a a a a a a", [...members, "x"]),
      phrase("b b b b b b", ["m0", "m1", "m2", "x", "y"]),
      phrase("c c c c c c", members),
    ]);
    expect(all).toMatchObject({
      phrases: 3,
      ofNetwork: 1,
      shown: [{ phrase: "a a a a a a", accounts: 5, members: 4 }],
    });
  });

  it("are joined to passages both ways where nearly the same accounts used them", () => {
    const users = [...names("m", 5)];
    const all = phraseNetwork(names("m", 8), [
      phrase("two three four five six seven", users),
      phrase("one two three four five six", users),
      phrase("three four five six seven eight", users),
      phrase("four five six seven eight nine", names("m", 8).slice(2, 8)),
    ]);
    expect(all.shown.map((one) => one.phrase)).toEqual([
      "four five six seven eight nine",
      "one two three four five six seven eight",
    ]);
    expect(all).toMatchObject({ ofNetwork: 4, passages: 2, links: [] });
  });

  it("are linked where at least five accounts used both, and carry no account", () => {
    const users = [...names("m", 4), "x"];
    const all = phraseNetwork(members, [phrase("a b c d e f", users), phrase("g h i j k l", users)]);
    expect(all.links).toEqual([[0, 1, 5]]);
    expect(JSON.stringify(all)).not.toMatch(/m0|"x"/);
  });

  it("that go on in a circle end", () => {
    const users = names("m", 5);
    const words = "a b c d e f a b c d e".split(" ");
    const circle = Array.from({ length: 6 }, (_, at) => phrase(words.slice(at, at + 6).join(" "), users));
    expect(phraseNetwork(users, circle).shown).toHaveLength(1);
  });
});

describe("the network of co-activity", () => {
  const pair = (first: string, second: string, together: number) => ({ first, second, together, rate: 0 });
  const pairs = [
    ...[pair("m0", "m1", 9), pair("m0", "m2", 4), pair("m1", "x", 5), pair("x", "y", 1), pair("y", "z", 6)],
    ...[pair("x", "v", 8), pair("v", "w", 7)],
  ];
  const network = coActivityNetwork(["m0", "m1", "m2"], pairs, twin);

  it("counts pairs by whose accounts they are", () => {
    expect(network.counts).toMatchObject([
      { between: "members", accounts: 3, pairs: 2, strong: 1, medianTogether: 6.5, together: 13 },
      { between: "member and benchmark group", accounts: 2, pairs: 1, strong: 1, together: 5 },
      { between: "benchmark group", accounts: 5, pairs: 4, strong: 3, together: 22 },
    ]);
  });

  it("draws pairs of five co-actions where five accounts hang together, without names", () => {
    expect(network.edges.map(([, , together]) => together)).toEqual([9, 5, 8, 7]);
    expect(network.nodes.map(({ member: own, together }) => [own, together])).toEqual([
      [true, 9],
      [true, 14],
      [false, 15],
      [false, 7],
      [false, 13],
    ]);
    expect(JSON.stringify(network)).not.toMatch(/m0|:"x"/);
  });

  it("rounds co-actions outside the twin", () => {
    const star = ["b", "c", "d", "e"].map((other) => pair("a", other, 123));
    const { nodes, edges } = coActivityNetwork([], star, real);
    expect(nodes.map(({ together }) => together)).toEqual([490, 120, 120, 120, 120]);
    expect(edges[0]).toEqual([0, 1, 120]);
  });

  it("lays the same network out the same way, inside a square", () => {
    const edges = [
      [0, 1, 5],
      [1, 2, 5],
      [3, 4, 5],
    ] as const;
    const points = springLayout(5, edges, "test");
    expect(springLayout(5, edges, "test")).toEqual(points);
    for (const value of points.flatMap(({ x, y }) => [x, y])) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
    const distance = (one: number, other: number) =>
      Math.hypot((points[one]?.x ?? 0) - (points[other]?.x ?? 0), (points[one]?.y ?? 0) - (points[other]?.y ?? 0));
    expect(distance(0, 1)).toBeLessThan(distance(0, 3));
    expect(springLayout(0, [], "test")).toEqual([]);
  });
});

describe("the activity of members", () => {
  const acts = (account: string, retweets: number, focus: number, all = retweets) =>
    traceRow(account, {
      activity: { retweets: focus, quotes: 0, replies: 0 },
      concentration: { diplomatAmplifications: all, share: retweets === 0 ? null : focus / retweets },
    });

  it("reads only to the whole per cent, and gives the strict count beside it", () => {
    const { median, atLeastHundred, focusOnly, noOtherDiplomat } = memberActivity([
      acts("a", 1000, 995),
      acts("b", 1000, 994),
      acts("c", 100, 100),
      acts("d", 0, 0),
    ]);
    expect(median).toBe((100 + 994) / 2);
    expect(atLeastHundred).toMatchObject({ count: 3, of: 4 });
    expect(focusOnly).toMatchObject({ count: 2, of: 3 });
    expect(noOtherDiplomat).toMatchObject({ count: 2, of: 4 });
  });

  it("of nobody is not known", () => {
    expect(memberActivity([])).toMatchObject({ median: null, low: null, focusOnly: { share: null } });
  });
});

describe("the table of members", () => {
  const events = ["00:00:00", "00:00:04", "05:00:04"].map((time) => ({ account: "a", at: `2020-07-01T${time}Z` }));
  const focus = focusOf(
    [{ id: "a" }, { id: "b" }],
    [...events, { account: "b", at: "2020-07-01T00:00:00Z", kind: "reply" }],
  );
  const input = {
    network: [
      traceRow("a", { activity: { retweets: 1234, quotes: 0, replies: 1 }, switching: { qValue: 0.04 } }),
      traceRow("b", { language: { officialAfterQValue: 0.01 }, coverage: { mainReplied: 0.123 } }),
    ],
    focus,
    accounts: [
      member("b", { createdAt: instantOf("2012-03-04T05:06:07Z") }),
      member("a", { createdAt: instantOf("2020-04-21T10:00:00Z"), fate: "suspended" }),
      member("few"),
    ],
    creation: [{ start: 0, window: 600, expected: 0, pValue: 0.001, benchmark: 0, members: [{ id: "a", created: 0 }] }],
    activation: { places: [1] },
  };

  it("has a row a member with traces, in order of creation", () => {
    expect(memberTable(input, twin)).toMatchObject([
      {
        ...{ account: "pseudonym of b", created: "2012-03-04", createdTogether: false, activatedTogether: true },
        ...{ medianLagSeconds: null, officialPhrases: true, switches: false },
      },
      {
        ...{ account: "pseudonym of a", created: "2020-04-21", createdTogether: true, activatedTogether: false },
        // Lags of 4 seconds and five hours: their median is more than an hour.
        ...{ medianLagSeconds: 3600, focusRetweets: 1234, switches: true, fate: "suspended" },
      },
    ]);
  });

  it("gives months, rounded counts and shares outside the twin", () => {
    const [b, a] = memberTable(input, real);
    expect([b?.created, b?.mainReplied]).toEqual(["2012-03", 0.12]);
    expect([a?.focusRetweets, a?.focusAmplifications]).toEqual([1200, 1200]);
  });
});
