import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UpperTails } from "../../../src/coordination/detection/upper-tails.js";
import { poissonBinomialUpperTail } from "../../../src/statistics/poisson-binomial.js";

const chances = fc.array(fc.double({ min: 1e-4, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 60 });

describe("upper tails", () => {
  it("are those of coins", () => {
    const counts = new UpperTails();
    const most = counts.follow(Float64Array.of(0.5, 0.5), 0, 2, 2);
    expect(most).toBe(2);
    expect([...counts.tails.subarray(0, 4)]).toEqual([1, 0.75, 0.25, 0]);
  });

  it("agree with the exact distribution as far as they go, account after account", () => {
    const counts = new UpperTails();
    fc.assert(
      fc.property(chances, fc.nat(60), (all, wish) => {
        const asked = Math.min(wish, all.length);
        const most = counts.follow(Float64Array.from([0.9, ...all]), 1, all.length + 1, asked);
        expect(most).toBeGreaterThanOrEqual(asked);
        for (let count = 0; count <= Math.min(most + 1, all.length); count += 1) {
          const exact = poissonBinomialUpperTail(all, count);
          expect(Math.abs((counts.tails[count] as number) - exact)).toBeLessThanOrEqual(1e-10 * exact);
        }
      }),
    );
  });

  it("leave out nothing that is not negligible", () => {
    const counts = new UpperTails();
    fc.assert(
      fc.property(chances, (all) => {
        const most = counts.follow(Float64Array.from(all), 0, all.length, 0);
        expect(most === all.length || poissonBinomialUpperTail(all, most + 1) < 1e-7).toBe(true);
      }),
    );
  });
});
