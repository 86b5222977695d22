import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proportion } from "../../src/statistics/proportion.js";

describe("a proportion", () => {
  it("gives the published Wilson interval of 31 of 62", () => {
    const { share, low, high } = proportion(31, 62);
    expect(share).toBe(0.5);
    expect(low).toBeCloseTo(0.37922741, 8);
    expect(high).toBeCloseTo(0.62077259, 8);
  });

  it("keeps its interval within 0 and 1 and around the share, whatever the counts", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (a, b) => {
        const { count, of, share, low, high } = proportion(Math.min(a, b), Math.max(a, b));
        if (share === null) return;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(share + 1e-12);
        expect(high).toBeGreaterThanOrEqual(share - 1e-12);
        expect(count).toBeLessThanOrEqual(of);
      }),
    );
  });

  it("mirrors itself: the interval of the rest is the interval turned around", () => {
    const some = proportion(27, 189);
    const rest = proportion(162, 189);
    expect(rest.low).toBeCloseTo(1 - some.high, 12);
    expect(rest.high).toBeCloseTo(1 - some.low, 12);
  });

  it("says nothing about nothing", () => {
    const none = proportion(0, 0);
    expect(none.share).toBeNull();
    expect([none.low, none.high]).toEqual([0, 1]);
  });

  it.each([
    [3, 2],
    [-1, 2],
    [0.5, 2],
  ])("refuses %d of %d", (count, of) => {
    expect(() => proportion(count, of)).toThrow(/not a proportion/);
  });
});
