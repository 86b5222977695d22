import { describe, expect, it } from "vitest";
import { betaBinomialUpperTail, fitBetaBinomial } from "../../src/statistics/beta-binomial.js";
import { binomialUpperTail } from "../../src/statistics/binomial.js";
import { drawBinomial } from "../../src/statistics/draw.js";
import { randomNumbers } from "../../src/statistics/random-numbers.js";

describe("the beta-binomial tail", () => {
  it("is uniform over counts for uniform shares, and sums to one", () => {
    for (const count of [0, 1, 7, 10]) {
      expect(betaBinomialUpperTail(count, 10, { first: 1, second: 1 })).toBeCloseTo((11 - count) / 11, 12);
    }
    expect(betaBinomialUpperTail(11, 10, { first: 1, second: 1 })).toBe(0);
    expect(betaBinomialUpperTail(0, 0, { first: 2, second: 3 })).toBe(1);
  });

  it("is that of Polya's urn, by hand", () => {
    // Two of two from an urn with 2 and 3 balls, one added of the colour drawn: 2/5 x 3/6.
    expect(betaBinomialUpperTail(2, 2, { first: 2, second: 3 })).toBeCloseTo(0.2, 14);
    expect(betaBinomialUpperTail(1, 2, { first: 2, second: 3 })).toBeCloseTo(1 - (3 / 5) * (4 / 6), 14);
  });

  it("becomes the binomial tail where shares do not differ, and keeps its digits far out", () => {
    const narrow = { first: 2e8, second: 8e8 };
    expect(betaBinomialUpperTail(9, 20, narrow) / binomialUpperTail(9, 20, 0.2)).toBeCloseTo(1, 5);
    expect(Math.log10(betaBinomialUpperTail(200, 200, narrow))).toBeCloseTo(200 * Math.log10(0.2), 3);
  });

  it("refuses what is no count or no shape", () => {
    expect(() => betaBinomialUpperTail(0.5, 2, { first: 1, second: 1 })).toThrow("not a count of trials: 0.5 of 2");
    expect(() => betaBinomialUpperTail(1, 2, { first: 0, second: 1 })).toThrow(RangeError);
  });
});

describe("the fit of a beta-binomial", () => {
  it("finds the shares that counts were drawn with", () => {
    const random = randomNumbers("beta-binomial");
    const trials = Array.from({ length: 4000 }, () => 1 + Math.floor(random() * 60));
    // The second smallest of four random numbers is Beta(2, 3).
    const counts = trials.map((all) => {
      const share = [random(), random(), random(), random()].sort((a, b) => a - b)[1] as number;
      return drawBinomial(all, share, random);
    });
    const shape = fitBetaBinomial(counts, trials);
    expect(shape.first).toBeGreaterThan(1.85);
    expect(shape.first).toBeLessThan(2.15);
    expect(shape.second / shape.first).toBeCloseTo(1.5, 1);
  });

  it("stays finite where all accounts always, never or equally often succeed", () => {
    for (const counts of [
      [5, 5],
      [0, 0],
      [2, 2],
    ]) {
      const shape = fitBetaBinomial(counts, [5, 5]);
      expect(betaBinomialUpperTail(5, 5, shape)).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(shape.first + shape.second)).toBe(true);
    }
  });

  it("refuses counts that do not fit their trials, or nothing at all", () => {
    expect(() => fitBetaBinomial([3], [2])).toThrow("not a count of trials: 3 of 2");
    expect(() => fitBetaBinomial([1, 1], [2])).toThrow("2 counts for 1 accounts");
    expect(() => fitBetaBinomial([0], [0])).toThrow("no account has a trial");
  });
});
