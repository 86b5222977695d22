import { describe, expect, it } from "vitest";
import { windowedEvents } from "../../src/coordination/detection/windowed-events.js";
import { eventsOf } from "../../src/coordination/events/events-of.js";
import type { Case } from "../../src/evaluation/case.js";
import { rules } from "../../src/evaluation/rules/rules.js";

type Row = readonly [actor: string, target: string, seconds: number];

function caseOf(rows: readonly Row[], members: readonly string[] = []): Case {
  const table = eventsOf(rows.map(([actor, target, seconds]) => ({ actor, target, seconds })));
  return {
    table,
    events: windowedEvents(table, 60),
    members: new Set(members),
    innocents: new Map(),
    detect: async () => ["found"],
  };
}

async function flagged(rule: string, one: Case): Promise<string[]> {
  const found = rules.find(({ name }) => name === rule);
  return [...((await found?.flags(one)) ?? [])].sort();
}

/** `a` and `b` together on so many targets, and far from them others who act alone. */
function campaign(targets: number, others: number): Row[] {
  return Array.from({ length: targets }, (_, target): Row[] => [
    ["a", `t${target}`, 0],
    ["b", `t${target}`, 60],
    ...Array.from({ length: others }, (_, at): Row => [`c${at}`, `t${target}`, 1000 * (at + 1)]),
  ]).flat();
}

const once: Row[] = [
  ["x", "u", 0],
  ["y", "u", 5],
  ["x", "v", 0],
  ["z", "v", 5],
  ["y", "w", 0],
  ["z", "w", 5],
];

describe("the rules that are compared", () => {
  it("ours is the detector's", async () => {
    expect(await flagged("ours", caseOf([]))).toEqual(["found"]);
  });

  it("any co-action takes who acted at least twice and once together", async () => {
    const lone: Row[] = [
      ["p", "s", 0],
      ["q", "s", 1],
    ];
    expect(await flagged("any co-action", caseOf([...campaign(2, 1), ...lone]))).toEqual(["a", "b"]);
  });

  it("CooRTweet takes the edges above the quantile of the weights", async () => {
    const one = caseOf([...campaign(4, 1), ...once]);
    expect(await flagged("CooRTweet, edge_weight .5", one)).toEqual(["a", "b"]);
    expect(await flagged("CooRTweet, edge_weight .5", caseOf(campaign(4, 1)))).toEqual([]);
  });

  it("QUT takes weights of at least five", async () => {
    expect(await flagged("QUT, min_edge_weight 5", caseOf(campaign(5, 1)))).toEqual(["a", "b"]);
    expect(await flagged("QUT, min_edge_weight 5", caseOf(campaign(4, 1)))).toEqual([]);
  });

  it("the timing null corrects for every pair with a common target", async () => {
    // One pair of ten is together on each of three targets: p = .001. With five accounts it is one of ten tests.
    expect(await flagged("timing null, pairs, BH .05", caseOf(campaign(3, 3)))).toEqual(["a", "b"]);
    // On one target p = .1, and no correction makes it smaller.
    expect(await flagged("timing null, pairs, BH .05", caseOf(campaign(1, 3)))).toEqual([]);
    // The same pair among 300 others who share a target of their own: p = .001 is none of 45,000 pairs' exceptions.
    const crowd = Array.from({ length: 300 }, (_, at): Row => [`d${at}`, "far", 100_000 * at]);
    expect(await flagged("timing null, pairs, BH .05", caseOf([...campaign(3, 3), ...crowd]))).toEqual([]);
  });

  it("the oracle takes who met the members twice and in a fifth of all it did", async () => {
    const one = caseOf(campaign(2, 0), ["a"]);
    expect(await flagged("oracle", one)).toEqual(["b"]);
    expect(await flagged("oracle", caseOf(campaign(1, 0), ["a", "b"]))).toEqual([]);
    const elsewhere = (count: number) => Array.from({ length: count }, (_, at): Row => ["b", `e${at}`, 0]);
    expect(await flagged("oracle", caseOf([...campaign(2, 0), ...elsewhere(8)], ["a"]))).toEqual(["b"]);
    expect(await flagged("oracle", caseOf([...campaign(2, 0), ...elsewhere(9)], ["a"]))).toEqual([]);
  });
});
