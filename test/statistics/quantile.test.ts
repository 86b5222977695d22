import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantile, quantileAt, wholeUp } from "../../src/statistics/quantile.js";

describe("a quantile", () => {
  it("of type 7 lies between two values, as R's default gives it", () => {
    const values = [1, 2, 4, 8, 16];
    expect([0, 0.1, 0.25, 0.5, 0.9, 1].map((part) => quantile(values, part))).toEqual([1, 1.4, 2, 4, 12.8, 16]);
  });

  it("of type 1 is always one of the values", () => {
    const values = [1, 2, 4, 8, 16];
    expect([0, 0.1, 0.2, 0.21, 0.5, 0.99, 1].map((part) => quantile(values, part, 1))).toEqual([1, 1, 1, 2, 4, 16, 16]);
  });

  it("of type 1 does not slip to the next value where the product only just misses a whole number", () => {
    const hundred = Array.from({ length: 100 }, (_, at) => at + 1);
    expect(quantile(hundred, 0.07, 1)).toBe(7);
    expect(quantile(hundred, 0.99, 1)).toBe(99);
    expect(wholeUp(100 * 0.07)).toBe(7);
    expect(wholeUp(7.001)).toBe(8);
  });

  it("of nothing is null, and a part beyond 0..1 is refused", () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(() => quantile([1], 1.5)).toThrow("part must be in 0..1: 1.5");
    expect(() => quantileAt(0, 0.5, 7, () => 0)).toThrow("quantile of no values");
  });

  it("never falls as the part rises, in either type", () => {
    const parts = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.nat(100), { minLength: 1 }), parts, parts, (values, a, b) => {
        const sorted = values.sort((x, y) => x - y);
        for (const type of [1, 7] as const) {
          const low = quantile(sorted, Math.min(a, b), type) ?? Number.NaN;
          expect(low).toBeLessThanOrEqual((quantile(sorted, Math.max(a, b), type) ?? Number.NaN) + 1e-9);
        }
      }),
    );
  });
});
