import { describe, expect, it } from "vitest";
import { bootstrapIntervals } from "../../src/statistics/bootstrap.js";
import { proportion } from "../../src/statistics/proportion.js";

const shareOfFirst = (drawn: ArrayLike<number>) => [(drawn[0] ?? 0) / ((drawn[0] ?? 0) + (drawn[1] ?? 0))];

describe("the bootstrap", () => {
  it("agrees with the Wilson interval where every account retweets once", () => {
    const [interval] = bootstrapIntervals([300, 700], shareOfFirst, { seed: "test", resamples: 4000 });
    const { low, high } = proportion(300, 1000);
    expect(interval?.low).toBeCloseTo(low, 2);
    expect(interval?.high).toBeCloseTo(high, 2);
  });

  it("is wider than Wilson's where the same retweets come from few accounts", () => {
    // 3 suspended accounts of 100 retweets each among 10: Wilson over 1,000 retweets would be 27% to 33%.
    const [interval] = bootstrapIntervals([3, 7], shareOfFirst, { seed: "test" });
    expect(interval?.low).toBeLessThan(0.15);
    expect(interval?.high).toBeGreaterThan(0.5);
  });

  it("gives the same intervals for the same seed and others for another", () => {
    const run = (seed: string) => bootstrapIntervals([30, 70], shareOfFirst, { seed, resamples: 300 });
    expect(run("a")).toEqual(run("a"));
    expect(run("a")).not.toEqual(run("b"));
  });

  it("leaves samples out in which a statistic is undefined, and has none where it always is", () => {
    expect(bootstrapIntervals([5], () => [null, 2], { seed: "test" })).toEqual([null, { low: 2, high: 2 }]);
  });

  it("refuses options that make no sense", () => {
    expect(() => bootstrapIntervals([1], () => [1], { seed: "x", resamples: 0 })).toThrow("resamples");
    expect(() => bootstrapIntervals([1], () => [1], { seed: "x", level: 1 })).toThrow("level");
  });
});
