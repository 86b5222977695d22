import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benjaminiHochberg } from "../../src/statistics/benjamini-hochberg.js";
import { cauchyCombination, fisherCombination } from "../../src/statistics/multiple-evidence.js";
import { permutationPValue } from "../../src/statistics/permutation-p-value.js";
import { poissonLowerTail, poissonUpperTail } from "../../src/statistics/poisson.js";
import { expectClose } from "./close.js";

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });

describe("false-discovery control", () => {
  it("agrees with reference q-values", () => {
    const given = [0.04, 0.001, 0.5, 0.02, 0.03];
    expect([...benjaminiHochberg(given)].map((q) => q.toFixed(6))).toEqual([
      "0.050000",
      "0.005000",
      "0.500000",
      "0.050000",
      "0.050000",
    ]);
    expect([...benjaminiHochberg(given, { dependence: "any" })].map((q) => q.toFixed(6))).toEqual([
      "0.114167",
      "0.011417",
      "1.000000",
      "0.114167",
      "0.114167",
    ]);
  });

  it("counts tests that were not computed as if they had been, with p = 1", () => {
    fc.assert(
      fc.property(
        pValues,
        fc.nat(50),
        fc.constantFrom("independent" as const, "any" as const),
        (some, more, dependence) => {
          const all = [...some, ...new Array<number>(more).fill(1)];
          const told = benjaminiHochberg(some, { tests: all.length, dependence });
          expect([...told]).toEqual([...benjaminiHochberg(all, { dependence }).slice(0, some.length)]);
        },
      ),
    );
  });

  it("keeps the order of the p-values and never goes below them", () => {
    fc.assert(
      fc.property(pValues, (given) => {
        const q = benjaminiHochberg(given);
        given.forEach((p, at) => {
          expect(q[at]).toBeGreaterThanOrEqual(p);
          given.forEach((other, b) => {
            if (p <= other) expect(q[at]).toBeLessThanOrEqual(q[b] as number);
          });
        });
      }),
    );
  });

  it("reports what the step-up rule rejects: all up to the largest p_(i) <= i alpha / m", () => {
    fc.assert(
      fc.property(pValues, fc.nat(20), fc.constantFrom(0.01, 0.05, 0.3), (given, more, alpha) => {
        const tests = given.length + more;
        const sorted = given.toSorted((a, b) => a - b);
        const last = sorted.findLastIndex((p, at) => (p * tests) / (at + 1) <= alpha);
        const reported = [...benjaminiHochberg(given, { tests })].filter((q) => q <= alpha).length;
        expect(reported).toBe(last < 0 ? 0 : sorted.filter((p) => p <= Number(sorted[last])).length);
      }),
    );
  });

  it("holds for a billion tests of which one was computed", () => {
    expectClose(benjaminiHochberg([1e-12], { tests: 1e9 })[0] as number, 1e-3);
    expectClose(
      benjaminiHochberg([1e-12], { tests: 1e9, dependence: "any" })[0] as number,
      1e-3 * 21.3004815023485,
      1e-12,
    );
  });

  it("refuses fewer tests than p-values, and what is not a p-value", () => {
    expect(() => benjaminiHochberg([0.1, 0.2], { tests: 1 })).toThrow(/at least the 2 p-values: 1/);
    expect(() => benjaminiHochberg([Number.NaN])).toThrow(/p-value must be in 0..1: NaN/);
  });
});

describe("combined evidence", () => {
  it("by Fisher agrees with reference values, for few and for thousands", () => {
    expectClose(fisherCombination([0.1, 0.2, 0.3, 0.04]), 0.033737749104257655, 1e-12);
    expectClose(fisherCombination(new Float64Array(2000).fill(0.4)), 0.9999399595257172, 1e-12);
    expect(fisherCombination([0, 0.7])).toBe(0);
    expect(fisherCombination([1, 1])).toBe(1);
  });

  it("leaves a single p-value alone", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 0.99, noNaN: true }), (p) => {
        expectClose(fisherCombination([p]), p, 1e-10);
        expectClose(cauchyCombination([p]), p, 1e-10);
        expectClose(cauchyCombination([p, p, p], [1, 5, 2]), p, 1e-10);
      }),
    );
  });

  it("by Cauchy survives a trace that says nothing, and a p-value of 0", () => {
    expect(cauchyCombination([1e-8, 1])).toBeLessThan(2.1e-8);
    expect(cauchyCombination([0, 1])).toBeLessThan(1e-300);
    expect(cauchyCombination([1, 1])).toBeCloseTo(0.99, 12);
  });

  it("by Cauchy weighs what it is told to", () => {
    expect(cauchyCombination([0.001, 0.5], [9, 1])).toBeLessThan(cauchyCombination([0.001, 0.5], [1, 9]));
    expect(() => cauchyCombination([0.1, 0.2], [1])).toThrow(/give one for each/);
  });

  it("refuses to combine nothing", () => {
    expect(() => fisherCombination([])).toThrow(/no p-values/);
  });
});

describe("the p-value of a permutation test", () => {
  it("is never 0 and counts ties against the observation", () => {
    expect(permutationPValue(10, new Array<number>(99).fill(1))).toBe(0.01);
    expect(permutationPValue(1, new Array<number>(99).fill(1))).toBe(1);
    expect(() => permutationPValue(1, [Number.NaN])).toThrow(/not a number/);
  });
});

describe("Poisson tails", () => {
  it("agree with reference values", () => {
    expectClose(poissonLowerTail(90, 100), 0.17138511932176148, 1e-12);
    expectClose(poissonLowerTail(110, 100), 0.8528626515577303, 1e-12);
    expectClose(poissonUpperTail(150, 100), 1.8842104660386844e-6, 1e-11);
    expect(poissonLowerTail(0, 0)).toBe(1);
    expect(poissonUpperTail(1, 0)).toBe(0);
    expect(poissonUpperTail(0, 3)).toBe(1);
  });
});
