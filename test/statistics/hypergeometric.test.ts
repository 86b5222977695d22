import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  hypergeometricLowerTail,
  hypergeometricUpperTail,
  logHypergeometricUpperTail,
} from "../../src/statistics/hypergeometric.js";
import { expectClose } from "./close.js";

describe("shared targets of two accounts drawn at random", () => {
  it("gives the known answers of the three-account example", () => {
    // Accounts with 3, 1 and 2 of 4 targets, sharing 0, 2 and 0.
    expect(hypergeometricUpperTail(0, { population: 4, marked: 3, drawn: 1 })).toBe(1);
    expect(hypergeometricUpperTail(2, { population: 4, marked: 3, drawn: 2 })).toBeCloseTo(0.5, 14);
    expect(hypergeometricUpperTail(2, { population: 4, marked: 2, drawn: 2 })).toBeCloseTo(1 / 6, 14);
  });

  it("counts all ways to draw", () => {
    const [population, marked, drawn] = [9, 4, 5];
    const ways = Array.from({ length: 2 ** population }, (_, set) => set).filter((set) => bits(set) === drawn);
    for (let common = 0; common <= 5; common += 1) {
      const share = ways.filter((set) => bits(set & (2 ** marked - 1)) >= common).length / ways.length;
      expect(hypergeometricUpperTail(common, { population, marked, drawn })).toBeCloseTo(share, 13);
    }
  });

  it("keeps its digits in populations of a billion and tails of ten to the minus nine hundred", () => {
    expectClose(
      hypergeometricUpperTail(5, { population: 1e9, marked: 1000, drawn: 2000 }),
      2.622574122330158e-16,
      1e-11,
    );
    expectClose(
      hypergeometricUpperTail(30, { population: 1e6, marked: 5000, drawn: 3000 }),
      3.942302440727352e-4,
      1e-11,
    );
    expectClose(
      hypergeometricUpperTail(12, { population: 1e6, marked: 5000, drawn: 3000 }),
      1 - hypergeometricLowerTail(11, { population: 1e6, marked: 5000, drawn: 3000 }),
      1e-12,
    );
    expectClose(
      logHypergeometricUpperTail(200, { population: 1e7, marked: 300, drawn: 250 }),
      -2050.115685668325,
      1e-13,
    );
  });

  it("does not care which account comes first, and its tails complete each other", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(), fc.nat(), fc.nat(), (population, a, b, c) => {
        const [marked, drawn, common] = [a % (population + 1), b % (population + 1), c % (population + 1)];
        const upper = hypergeometricUpperTail(common, { population, marked, drawn });
        expect(hypergeometricUpperTail(common, { population, marked: drawn, drawn: marked })).toBeCloseTo(upper, 11);
        expect(upper + hypergeometricLowerTail(common - 1, { population, marked, drawn })).toBeCloseTo(1, 10);
      }),
    );
  });

  it("refuses an account with more targets than there are", () => {
    expect(() => hypergeometricUpperTail(1, { population: 4, marked: 5, drawn: 2 })).toThrow(/not a draw/);
  });
});

function bits(set: number): number {
  return set.toString(2).replaceAll("0", "").length;
}
