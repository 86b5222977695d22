import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  permutationTest,
  shuffledLabels,
  withinTarget,
  withinTargetAndHour,
} from "../../../src/coordination/null-models/label-permutation.js";
import { coActionProbability, pairTimingPValue } from "../../../src/coordination/null-models/timing-null.js";

describe("the analytic timing null", () => {
  it("is how often a random pair of a target's accounts acted together", () => {
    const times = [0, 10, 50, 500];
    let pairs = 0;
    let assignments = 0;
    for (const a of times) {
      for (const b of times) {
        if (a === b) continue;
        assignments += 1;
        if (Math.abs(a - b) <= 60) pairs += 1;
      }
    }
    expect(coActionProbability(pairs / 2, times.length)).toBe(pairs / assignments);
  });

  it("adds up over shared targets", () => {
    expect(pairTimingPValue([0.1, 0.2], 2)).toBeCloseTo(0.02, 14);
    expect(pairTimingPValue([0.1, 0.2], 1)).toBeCloseTo(1 - 0.9 * 0.8, 14);
    expect(pairTimingPValue([1, 1], 2)).toBe(1);
    expect(pairTimingPValue([], 0)).toBe(1);
  });

  it.each([
    [4, 3],
    [0, 1],
    [-1, 5],
    [0.5, 5],
  ])("refuses %d pairs of %d accounts", (pairs, accounts) => {
    expect(() => coActionProbability(pairs, accounts)).toThrow(RangeError);
  });
});

describe("label permutations", () => {
  const events = fc.array(
    fc.record({ account: fc.nat(9), target: fc.nat(3), time: fc.integer({ min: -1e6, max: 1e9 }) }),
    {
      maxLength: 40,
    },
  );
  const hour = (time: number) => new Date(time * 1000).getUTCHours();
  const inGroups = (accounts: ArrayLike<number>, groups: string[]) =>
    groups.map((group, event) => `${group} ${accounts[event]}`).sort();

  it("keep who acted on which target, and in the strict form in which hour of the day", () => {
    fc.assert(
      fc.property(events, fc.string(), (rows, seed) => {
        const labels = rows.map(({ account }) => account);
        const targets = rows.map(({ target }) => target);
        const times = rows.map(({ time }) => time);
        const loose = shuffledLabels(labels, withinTarget(targets), seed);
        const strict = shuffledLabels(labels, withinTargetAndHour(targets, times), seed);
        const byTarget = targets.map(String);
        const byHour = rows.map(({ target, time }) => `${target} ${hour(time)}`);
        for (let shuffle = 0; shuffle < 3; shuffle += 1) {
          expect(inGroups(loose.next().value, byTarget)).toEqual(inGroups(labels, byTarget));
          expect(inGroups(strict.next().value, byHour)).toEqual(inGroups(labels, byHour));
        }
      }),
    );
  });

  it("reach every order of a target's labels about equally often", () => {
    const shuffles = shuffledLabels([1, 2, 3], withinTarget([0, 0, 0]), "orders");
    const seen = new Map<string, number>();
    for (let draw = 0; draw < 6000; draw += 1) {
      const order = [...shuffles.next().value].join("");
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(["123", "132", "213", "231", "312", "321"]);
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it("depend on nothing but the seed", () => {
    const draw = (seed: string) => [
      ...shuffledLabels([1, 2, 3, 4, 5, 6], withinTarget([0, 0, 0, 0, 0, 0]), seed).next().value,
    ];
    expect(draw("one")).toEqual(draw("one"));
    expect(draw("one")).not.toEqual(draw("two"));
  });

  // Accounts 0 and 1 act within a second of each other on each of eight targets, six others at any time.
  const planted = Array.from({ length: 8 }, (_, target) =>
    Array.from({ length: 8 }, (_, account) => ({ account, target, time: account < 2 ? account : account * 10_000 })),
  ).flat();
  const together = (accounts: ArrayLike<number>) =>
    planted.filter(({ time }, event) => time <= 1 && (accounts[event] as number) < 2).length;

  it("tell two accounts that always act together from chance", () => {
    const test = permutationTest(
      planted.map(({ account }) => account),
      { strata: withinTarget(planted.map(({ target }) => target)), replicates: 199, seed: "test", statistic: together },
    );
    expect(test.observed).toBe(16);
    expect(test.pValue).toBe(1 / 200);
    // Two of eight labels fall on two of eight events: four over eight targets.
    expect(Math.abs(test.expected - 4)).toBeLessThan(0.5);
  });

  it("find nothing where each event is alone in its hour", () => {
    const accounts = planted.map(({ account }) => account);
    const targets = planted.map(({ target }) => target);
    const hours = planted.map(({ account }) => account * 3600);
    const strata = withinTargetAndHour(targets, hours);
    expect(permutationTest(accounts, { strata, replicates: 19, seed: "test", statistic: together }).pValue).toBe(1);
  });

  it("refuse labels that do not fit their events", () => {
    const strata = withinTarget([0, 0]);
    const statistic = () => 0;
    expect(() => permutationTest([1], { strata, replicates: 9, seed: "test", statistic })).toThrow(
      /1 labels for 2 events/,
    );
    expect(() => permutationTest([1, 2], { strata, replicates: 0, seed: "test", statistic })).toThrow(/replicates/);
    expect(() => permutationTest([1, 2], { strata, replicates: 9, seed: "test", statistic: () => Number.NaN })).toThrow(
      /not a number/,
    );
    expect(() => withinTargetAndHour([0, 0], [1])).toThrow(/give one for each/);
  });
});
