import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gini, lorenzCurve, topAccounts, topShare, topShareByQuantile } from "../../src/statistics/concentration.js";
import { concentration } from "../../src/statistics/concentration-estimate.js";
import { countHistogram, totals, withZeros } from "../../src/statistics/count-histogram.js";
import { quantile } from "../../src/statistics/quantile.js";

const counts = fc.array(fc.nat(50), { minLength: 1, maxLength: 60 });

describe("the Gini coefficient", () => {
  it.each([
    [[1, 2, 3, 4], 0.25],
    [[0, 0, 0, 10], 0.75],
    [[1, 1, 1, 1, 96], 0.76],
    [[5, 5, 5], 0],
    [[7], 0],
  ])("of %j is %d", (given, expected) => {
    expect(gini(given)).toBeCloseTo(expected, 12);
  });

  it("is undefined where nobody did anything", () => {
    expect(gini([])).toBeNull();
    expect(gini([0, 0])).toBeNull();
  });

  it("is half the mean difference over the mean", () => {
    fc.assert(
      fc.property(counts, (given) => {
        const sum = given.reduce((total, count) => total + count, 0);
        if (sum === 0) return;
        const apart = given.flatMap((a) => given.map((b) => Math.abs(a - b))).reduce((total, gap) => total + gap, 0);
        expect(gini(given)).toBeCloseTo(apart / (2 * given.length * sum), 10);
      }),
    );
  });

  it("rises with accounts that did nothing, by the known formula", () => {
    const before = gini([1, 2, 3, 4]) ?? Number.NaN;
    expect(gini(withZeros(countHistogram([1, 2, 3, 4]), 6))).toBeCloseTo((4 * before + 6) / 10, 12);
    expect(withZeros(countHistogram([0, 2]), 3)).toEqual({ counts: [0, 2], accounts: [4, 1] });
  });
});

describe("the share of the most active", () => {
  it("takes whole accounts, at least that part of them and at least one", () => {
    expect(topShare([1, 1, 1, 1, 96], 0.2)).toBe(0.96);
    expect(topShare([1, 1, 1, 1, 96], 0.01)).toBe(0.96);
    expect([topAccounts(150_000, 0.01), topAccounts(101, 0.01), topAccounts(100, 0.07)]).toEqual([1500, 2, 7]);
  });

  it("by the papers' definition interpolates the running totals", () => {
    // Totals 1, 2, 3, 4, 100: the quantile .8 of type 7 is 4 + .2 * 96 = 23.2.
    expect(topShareByQuantile([96, 1, 1, 1, 1], 0.2)).toBeCloseTo(1 - 0.232, 12);
  });

  it("by the papers' other quantile is nobody among fewer than 100 accounts", () => {
    expect(topShareByQuantile([96, 1, 1, 1, 1], 0.01, 1)).toBe(0);
    expect(topShareByQuantile([96, 1, 1, 1, 1], 0.2, 1)).toBeCloseTo(0.96, 12);
  });

  it("is one minus the quantile of the running totals, however the accounts are ordered", () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(0.001, 0.01, 0.05, 0.1), fc.constantFrom(1, 7), (given, part, type) => {
        let running = 0;
        const sums = [...given].sort((a, b) => a - b).map((count) => (running += count));
        if (running === 0) return;
        const expected = 1 - (quantile(sums, 1 - part, type as 1 | 7) ?? Number.NaN) / running;
        expect(topShareByQuantile(given, part, type as 1 | 7)).toBeCloseTo(expected, 10);
      }),
    );
  });

  it("is undefined without events, and refuses what is no count or no part", () => {
    expect(topShare([], 0.01)).toBeNull();
    expect(topShareByQuantile([0], 0.01)).toBeNull();
    expect(() => topShare([1.5], 0.01)).toThrow("not a count: 1.5");
    expect(() => topShare([1], 2)).toThrow("part must be in 0..1: 2");
  });
});

describe("the Lorenz curve", () => {
  it("runs from nobody to all, the most active first", () => {
    expect(lorenzCurve([3, 1])).toEqual([
      { accounts: 0, events: 0 },
      { accounts: 0.5, events: 0.75 },
      { accounts: 1, events: 1 },
    ]);
    expect(lorenzCurve([0])).toEqual([]);
  });

  it("encloses the Gini coefficient with the diagonal", () => {
    fc.assert(
      fc.property(counts, (given) => {
        const curve = lorenzCurve(given);
        const area = curve.slice(1).reduce((sum, { accounts, events }, at) => {
          const before = curve[at] ?? { accounts: 0, events: 0 };
          return sum + ((accounts - before.accounts) * (events + before.events)) / 2;
        }, 0);
        if (curve.length > 0) expect(2 * area - 1).toBeCloseTo(gini(given) ?? Number.NaN, 10);
      }),
    );
  });
});

describe("the concentration", () => {
  const many = Array.from({ length: 500 }, (_, at) => 1 + (at % 5) + (at % 100 === 0 ? 200 : 0));

  it("holds values inside their intervals, the same in every run", () => {
    const once = concentration(many, { seed: "test", resamples: 200 });
    for (const { value, low, high } of [once.gini, ...once.top.map(({ share }) => share)]) {
      expect(low ?? 1).toBeLessThan(value ?? 0);
      expect(high ?? 0).toBeGreaterThan(value ?? 1);
    }
    expect(concentration([...many].reverse(), { seed: "test", resamples: 200 })).toEqual(once);
    expect(once).toMatchObject({ accounts: 500, events: totals(countHistogram(many)).events });
    expect(once.top[1]).toMatchObject({ part: 0.01, accounts: 5, events: 1005 });
  });

  it("of no accounts is undefined, not an error", () => {
    const none = concentration([], { seed: "test", resamples: 10 });
    expect(none).toMatchObject({ accounts: 0, events: 0, gini: { value: null, low: null, high: null } });
    expect(none.top[0]).toMatchObject({ accounts: 0, events: 0, share: { value: null } });
  });
});
