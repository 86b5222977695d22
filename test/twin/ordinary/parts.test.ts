import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utcDay } from "../../../src/study/time.js";
import { Amplifiers } from "../../../src/twin/amplifiers.js";
import { topShare } from "../../../src/twin/calibrate/top-share.js";
import { activityOf, heavyTailed, limits, places } from "../../../src/twin/ordinary/activity.js";
import { apportionWithin } from "../../../src/twin/ordinary/apportion-within.js";
import { type Fate, lifeOf } from "../../../src/twin/ordinary/lives.js";
import { Quotas } from "../../../src/twin/ordinary/quotas.js";
import { halfShuffled, sample } from "../../../src/twin/ordinary/selection.js";
import { statusesOf, statusNames } from "../../../src/twin/ordinary/statuses.js";
import { randomStream } from "../../../src/twin/random.js";

const random = randomStream(1, "test");
const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);

describe("dividing within limits", () => {
  it("gives out the total and keeps every limit", () => {
    const parts = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 50 }), limit: fc.nat(40) }), { minLength: 1 });
    fc.assert(
      fc.property(parts, fc.double({ min: 0, max: 1, noNaN: true }), (all, part) => {
        const bounds = all.map(({ limit }) => limit);
        const total = Math.floor(sum(bounds) * part);
        const given = apportionWithin(
          total,
          all.map(({ weight }) => weight),
          bounds,
        );
        expect(sum(given)).toBe(total);
        expect(given.every((count, at) => count <= (bounds[at] ?? 0))).toBe(true);
      }),
    );
  });

  it("says when there is no room", () => {
    expect(() => apportionWithin(5, [1, 1], [2, 2])).toThrow("no room for 1 of 5; raise the limits");
  });
});

describe("quotas", () => {
  it("come out exactly, in random order", () => {
    const quotas = new Quotas(Int32Array.of(3, 0, 5, 1));
    const drawn = Array.from({ length: 9 }, () => quotas.draw(random));
    expect([0, 1, 2, 3].map((at) => drawn.filter((one) => one === at).length)).toEqual([3, 0, 5, 1]);
    expect(() => quotas.draw(random)).toThrow("used up");
  });
});

describe("heavy-tailed activity", () => {
  it("sums to the total with at least one each and nobody above the limit", () => {
    const bounds = limits(2_000, 300, random);
    const counts = heavyTailed(places(2_000, random), 9_000, 1.2, bounds);
    expect(sum(counts)).toBe(9_000);
    expect(Math.min(...counts)).toBe(1);
    expect(counts.every((count, at) => count <= (bounds[at] ?? 0))).toBe(true);
  });

  it("finds the tail that gives the wanted share of the top 1%, with those who are there already", () => {
    const plan = {
      suspended: { accounts: 500, retweets: 4_000 },
      others: { accounts: 9_500, retweets: 45_000 },
      present: Int32Array.of(0, 700, 0, 900),
      topShare: 0.489,
      most: 3_000,
    };
    const { suspended, others } = activityOf(plan, random);
    expect(topShare([plan.present, suspended, others], 0.01)).toBeCloseTo(0.489, 2);
  });

  it("says what cannot be divided", () => {
    expect(() => heavyTailed(places(3, random), 2, 1.2, limits(3, 9, random))).toThrow(
      "cannot divide 2 among 3 accounts",
    );
  });
});

describe("choosing", () => {
  it("picks different numbers in order, and all of them if need be", () => {
    const picked = sample(100, 30, random);
    expect(new Set(picked).size).toBe(30);
    expect([...picked]).toEqual([...picked].sort((a, b) => a - b));
    expect([...sample(4, 4, random)]).toEqual([0, 1, 2, 3]);
    expect([...halfShuffled(picked, random)].sort((a, b) => a - b)).toEqual([...picked]);
  });
});

describe("lives", () => {
  const at = (text: string) => Date.parse(`${text}T00:00:00Z`);
  const window = { from: at("2020-06-09"), to: at("2021-02-01") };
  const statusDays = [at("2021-03-01"), at("2021-05-05")] as const;
  const spans: Record<Fate, [from: string, to: string]> = {
    lasting: ["2021-05-05", "9999-01-01"],
    suspended: ["2020-06-09", "2021-03-01"],
    deleted: ["2020-06-09", "2021-03-01"],
    "suspended later": ["2021-03-01", "2021-05-05"],
    "deleted later": ["2021-03-01", "2021-05-05"],
  };

  it.each(Object.entries(spans))(
    "of accounts that are %s end in their time and act in between",
    (fate, [first, last]) => {
      for (let draw = 0; draw < 500; draw += 1) {
        const notBefore = window.from + random.fraction() * (window.to - window.from - 7_200_000);
        const life = lifeOf(fate as Fate, { window, statusDays, notBefore }, random);
        const end = Math.min(life.suspendedFrom, life.deletedFrom);
        expect(life.createdAt).toBeLessThan(life.acts.from);
        expect(life.acts.from).toBeLessThan(life.acts.to);
        expect(life.acts.from).toBeGreaterThanOrEqual(window.from);
        expect(life.acts.to).toBe(Math.min(end, window.to));
        expect(life.acts.to).toBeGreaterThan(notBefore);
        expect(end).toBeGreaterThan(at(first));
        expect(fate === "lasting" ? end : Math.max(end, at(last))).toBe(
          fate === "lasting" ? Number.POSITIVE_INFINITY : at(last),
        );
      }
    },
  );
});

describe("statuses", () => {
  it("are those of the first moment of the day, and of what happened first", () => {
    const amplifiers = new Amplifiers();
    const account = { group: "ordinary", createdAt: 0, followers: 0 } as const;
    const first = Date.parse("2021-03-01T00:00:00Z");
    amplifiers.add(account);
    amplifiers.add({ ...account, suspendedFrom: first });
    amplifiers.add({ ...account, suspendedFrom: first + 1 });
    amplifiers.add({ ...account, deletedFrom: first - 5 });
    amplifiers.add({ ...account, deletedFrom: first - 5, suspendedFrom: first - 9 });
    const on = (day: string) => [...statusesOf(amplifiers, utcDay(day))].map((status) => statusNames[status]);
    expect(on("2021-03-01")).toEqual(["active", "suspended", "active", "deleted", "suspended"]);
    expect(on("2021-05-05")).toEqual(["active", "suspended", "suspended", "deleted", "suspended"]);
  });
});
