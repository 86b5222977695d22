import { describe, expect, it } from "vitest";
import { movingBlockIntervals } from "../../src/statistics/moving-block-bootstrap.js";

const meanOf = (series: readonly number[]) => (places: Uint32Array) => [
  places.reduce((sum, place) => sum + (series[place] ?? 0), 0) / places.length,
];

describe("a moving-block bootstrap", () => {
  it("lays whole stretches end to end, with any start, cut to the length of the series", () => {
    const seen: number[][] = [];
    const keep = (places: Uint32Array) => {
      seen.push([...places]);
      return [0];
    };
    movingBlockIntervals(7, keep, { seed: "stretches", block: 3, resamples: 200 });
    expect(seen).toHaveLength(200);
    for (const places of seen) {
      expect(places).toHaveLength(7);
      for (const start of [0, 3]) {
        const first = places[start] ?? Number.NaN;
        expect(places.slice(start, start + 3)).toEqual([first, first + 1, first + 2]);
      }
      expect(Math.max(...places)).toBeLessThan(7);
    }
    expect(new Set(seen.map(([first]) => first))).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  it("gives a wider interval than single draws where neighbours resemble each other", () => {
    const waves = Array.from({ length: 60 }, (_, at) => Math.floor(at / 10) % 2);
    const width = (block: number) => {
      const [interval] = movingBlockIntervals(60, meanOf(waves), { seed: "waves", block });
      return (interval?.high ?? 0) - (interval?.low ?? 0);
    };
    expect(width(8)).toBeGreaterThan(width(1) * 1.8);
  });

  it("is the same for the same name and another one for another", () => {
    const series = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8];
    const run = (seed: string) => movingBlockIntervals(12, meanOf(series), { seed, block: 2 });
    expect(run("one")).toEqual(run("one"));
    expect(run("one")).not.toEqual(run("two"));
  });

  it("has no interval for a series of fewer than two blocks, nor for a statistic that is never defined", () => {
    expect(movingBlockIntervals(5, meanOf([1, 2, 3, 4, 5]), { seed: "short", block: 3 })).toEqual([null]);
    expect(movingBlockIntervals(6, () => [null, 1], { seed: "none", block: 3 })).toEqual([null, { low: 1, high: 1 }]);
    expect(movingBlockIntervals(0, () => [null], { seed: "empty", block: 1 })).toEqual([null]);
  });

  it.each([
    [{ length: 1.5, block: 1 }, /length must be a whole number: 1.5/],
    [{ length: -1, block: 1 }, /length/],
    [{ length: 4, block: 0 }, /block must be at least 1: 0/],
    [{ length: 4, block: 1, resamples: 0 }, /resamples must be at least 1: 0/],
    [{ length: 4, block: 1, level: 1 }, /level must be between 0 and 1: 1/],
  ])("refuses %o", ({ length, ...options }, message) => {
    expect(() => movingBlockIntervals(length, () => [0], { seed: "bad", ...options })).toThrow(message);
  });
});
