import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion } from "../../src/twin/apportion.js";

describe("apportioning", () => {
  it("gives what is left to the largest remainders", () => {
    expect([...apportion(10, [0.14, 0.33, 0.53])]).toEqual([2, 3, 5]);
    expect([...apportion(10, [1, 1, 1])]).toEqual([4, 3, 3]);
    expect([...apportion(7, [0, 5, 0, 1])]).toEqual([0, 6, 0, 1]);
  });

  it("adds up exactly, gives nothing for a weight of 0 and stays within one of the exact share", () => {
    const weights = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e6, noNaN: true })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000_000 }), weights, (total, given) => {
        const sum = given.reduce((a, b) => a + b, 0);
        fc.pre(sum > 0);
        const shares = apportion(total, given);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
        given.forEach((weight, at) => {
          if (weight === 0) expect(shares[at]).toBe(0);
          expect(Math.abs((shares[at] ?? 0) - (total * weight) / sum)).toBeLessThan(1 + 1e-6);
        });
      }),
    );
  });

  it("says what it cannot give out", () => {
    expect(() => apportion(1, [0, 0])).toThrow(/all weights are 0/);
    expect(() => apportion(1, [-1, 2])).toThrow(/not a weight: -1/);
    expect(() => apportion(1.5, [1])).toThrow(/not a number of things/);
    expect([...apportion(0, [0, 0])]).toEqual([0, 0]);
  });
});
