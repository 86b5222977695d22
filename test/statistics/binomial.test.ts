import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialLowerTail, binomialUpperTail, logBinomialUpperTail } from "../../src/statistics/binomial.js";
import { clopperPearson } from "../../src/statistics/clopper-pearson.js";
import { betaQuantile, incompleteBeta } from "../../src/statistics/incomplete-beta.js";
import { logBinomialDensity, logPoissonDensity } from "../../src/statistics/log-density.js";
import { expectClose } from "./close.js";

const chance = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe("binomial tails", () => {
  it("keep their digits far from the mean, against sums in sixty digits", () => {
    expectClose(binomialUpperTail(60, 100, 0.1), 2.190939877632076e-34, 1e-13);
    expectClose(binomialUpperTail(300, 1000, 0.2), 3.811044687488623e-14, 1e-13);
    expectClose(binomialLowerTail(499_000, 1_000_000, 0.5), 0.0228041499326948, 1e-10);
    expectClose(logBinomialUpperTail(5, 10, 0.1), -6.4161507628276775, 1e-13);
  });

  it("are the sums of the probabilities of all ways to succeed", () => {
    const probability = 0.3;
    for (let count = 0; count <= 9; count += 1) {
      let sum = 0;
      for (let ways = 0; ways < 2 ** 8; ways += 1) {
        const successes = ways.toString(2).replaceAll("0", "").length;
        if (successes >= count) sum += probability ** successes * (1 - probability) ** (8 - successes);
      }
      expect(binomialUpperTail(count, 8, probability)).toBeCloseTo(sum, 14);
    }
  });

  it("complete each other, whatever the numbers", () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), chance, (a, b, probability) => {
        const [count, trials] = [Math.min(a, b), Math.max(a, b)];
        const both = binomialUpperTail(count, trials, probability) + binomialLowerTail(count - 1, trials, probability);
        expect(both).toBeCloseTo(1, 11);
      }),
    );
  });

  it("are certain about what always or never happens", () => {
    expect(binomialUpperTail(3, 3, 1)).toBe(1);
    expect(binomialUpperTail(1, 3, 0)).toBe(0);
    expect(binomialUpperTail(0, 3, 0)).toBe(1);
    expect(binomialUpperTail(4, 3, 0.5)).toBe(0);
    expect(binomialLowerTail(-1, 3, 0.5)).toBe(0);
    expect(binomialLowerTail(2, 3, 1)).toBe(0);
    expect(binomialUpperTail(0, 0, 0.5)).toBe(1);
  });

  it.each([
    [1.5, 3, 0.5],
    [1, -3, 0.5],
    [1, 3, 1.5],
    [1, 3, Number.NaN],
  ])("refuse %d of %d at %d", (count, trials, probability) => {
    expect(() => binomialUpperTail(count, trials, probability)).toThrow(RangeError);
  });
});

describe("log densities", () => {
  it("sum to one", () => {
    let [binomial, poisson] = [0, 0];
    for (let count = 0; count <= 300; count += 1) {
      binomial += Math.exp(logBinomialDensity(count, 300, 0.37));
      poisson += Math.exp(logPoissonDensity(count, 90));
    }
    expect(binomial).toBeCloseTo(1, 13);
    expect(poisson).toBeCloseTo(1, 13);
  });

  it("know what cannot happen", () => {
    expect(logBinomialDensity(4, 3, 0.5)).toBe(Number.NEGATIVE_INFINITY);
    expect(logBinomialDensity(1, 3, 0)).toBe(Number.NEGATIVE_INFINITY);
    expect(logPoissonDensity(1, 0)).toBe(Number.NEGATIVE_INFINITY);
    expect(logPoissonDensity(-1, 2)).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe("the incomplete beta function", () => {
  it("agrees with reference values, small and large", () => {
    expectClose(incompleteBeta(0.3, 2.5, 7.25), 0.6604822735819071, 1e-13);
    expectClose(incompleteBeta(0.4, 500, 700), 0.1205162890894316, 1e-12);
    expectClose(incompleteBeta(0.3335, 1e5, 2e5), 0.5769368018947587, 1e-11);
    expectClose(betaQuantile(0.025, 0.3, 4.2), 8.253579823759319e-7, 1e-12);
  });

  it("is the binomial tail", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 400 }), chance, (count, more, x) => {
        const trials = count + more;
        expect(incompleteBeta(x, count, trials - count + 1)).toBeCloseTo(binomialUpperTail(count, trials, x), 11);
      }),
    );
  });
});

describe("the Clopper-Pearson interval", () => {
  it("gives the published interval of 31 of 62", () => {
    const { low, high } = clopperPearson(31, 62);
    expect(low).toBeCloseTo(0.37024372, 8);
    expect(high).toBeCloseTo(0.62975628, 8);
  });

  it("agrees with reference values at the edges", () => {
    expect(clopperPearson(0, 10).low).toBe(0);
    expectClose(clopperPearson(0, 10).high, 0.3084971078187607, 1e-12);
    expectClose(clopperPearson(1, 1_000_000).low, 2.5317807663794178e-8, 1e-9);
    expectClose(clopperPearson(1, 1_000_000).high, 5.571630655166939e-6, 1e-9);
    expect(clopperPearson(10, 10).high).toBe(1);
  });

  it("ends at the shares whose exact tests just reject", () => {
    const { low, high } = clopperPearson(7, 40, 0.9);
    expect(binomialUpperTail(7, 40, low)).toBeCloseTo(0.05, 12);
    expect(binomialLowerTail(7, 40, high)).toBeCloseTo(0.05, 12);
  });

  it("refuses nothing of nothing", () => {
    expect(() => clopperPearson(0, 0)).toThrow(/not a proportion/);
    expect(() => clopperPearson(1, 2, 1)).toThrow(/confidence/);
  });
});
