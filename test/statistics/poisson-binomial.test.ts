import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialUpperTail } from "../../src/statistics/binomial.js";
import {
  groupedPoissonBinomialUpperTail,
  poissonBinomialLowerTail,
  poissonBinomialUpperTail,
} from "../../src/statistics/poisson-binomial.js";
import { expectClose } from "./close.js";

const known = [0.123, 0.234, 0.345, 0.456, 0.567, 0.678, 0.789, 0.801, 0.911];
const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });

describe("the Poisson-binomial distribution", () => {
  it("gives the known tails of nine probabilities", () => {
    expect(poissonBinomialLowerTail(known, 5)).toBeCloseTo(0.679134512566435, 15);
    expect(poissonBinomialUpperTail(known, 5)).toBeCloseTo(0.6283853861234727, 15);
  });

  it("counts every way the trials can turn out", () => {
    for (let count = -1; count <= 10; count += 1) {
      let sum = 0;
      for (let way = 0; way < 2 ** known.length; way += 1) {
        const happened = known.map((_, trial) => (way >> trial) & 1);
        if (happened.filter(Boolean).length < count) continue;
        sum += known.reduce((all, p, trial) => all * (happened[trial] ? p : 1 - p), 1);
      }
      expect(poissonBinomialUpperTail(known, count)).toBeCloseTo(sum, 14);
      expect(poissonBinomialLowerTail(known, count - 1)).toBeCloseTo(1 - sum, 14);
    }
  });

  it("keeps all digits of a tail far below rounding", () => {
    expectClose(
      poissonBinomialUpperTail(new Float64Array(200).fill(1e-6), 10),
      binomialUpperTail(10, 200, 1e-6),
      1e-11,
    );
    expectClose(poissonBinomialUpperTail(new Float64Array(12).fill(1e-9), 12), 1e-108, 1e-12);
  });

  it("gives the same by groups as one by one, in the tail too", () => {
    const group = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(60));
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 8 }), fc.nat(12), (groups, count) => {
        const single = groups.flatMap(([p, size]) => new Array<number>(size).fill(p));
        const expected = poissonBinomialUpperTail(single, count);
        const grouped = groupedPoissonBinomialUpperTail(
          groups.map(([p]) => p),
          groups.map(([, size]) => size),
          count,
        );
        expect(Math.abs(grouped - expected)).toBeLessThanOrEqual(expected * 1e-10 + 1e-300);
      }),
    );
  });

  it("does not depend on the order of the trials, and its tails complete each other", () => {
    fc.assert(
      fc.property(chances, fc.nat(30), (probabilities, count) => {
        const upper = poissonBinomialUpperTail(probabilities, count);
        expect(poissonBinomialUpperTail(probabilities.toReversed(), count)).toBeCloseTo(upper, 12);
        expect(upper + poissonBinomialLowerTail(probabilities, count - 1)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("refuses what is not a probability or a group", () => {
    expect(() => poissonBinomialUpperTail([0.5, 1.1], 1)).toThrow(/probability must be in 0..1: 1.1/);
    expect(() => poissonBinomialUpperTail([0.5], 0.5)).toThrow(/whole number/);
    expect(() => groupedPoissonBinomialUpperTail([0.5], [1, 2], 1)).toThrow(/one of each per group/);
    expect(() => groupedPoissonBinomialUpperTail([0.5], [1.5], 1)).toThrow(/size of a group/);
  });
});
