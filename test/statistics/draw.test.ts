import { describe, expect, it } from "vitest";
import { drawBinomial, sampler } from "../../src/statistics/draw.js";
import { randomNumbers } from "../../src/statistics/random-numbers.js";

function momentsOf(trials: number, probability: number): { mean: number; variance: number } {
  const random = randomNumbers(`${trials} of ${probability}`);
  const drawn = Array.from({ length: 20_000 }, () => drawBinomial(trials, probability, random));
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (drawn.length - 1);
  return { mean, variance };
}

describe("a binomial draw", () => {
  it.each([
    [10, 0.3],
    [5000, 0.001],
    [40, 0.5],
    [1000, 0.02],
    [100_000, 0.37],
    [1000, 0.9],
  ])("of %d trials at %d has the mean and variance of the distribution", (trials, probability) => {
    const { mean, variance } = momentsOf(trials, probability);
    const expected = trials * probability * (1 - probability);
    expect(Math.abs(mean - trials * probability)).toBeLessThan(4 * Math.sqrt(expected / 20_000));
    expect(variance / expected).toBeGreaterThan(0.95);
    expect(variance / expected).toBeLessThan(1.05);
  });

  it("knows what is certain", () => {
    const random = randomNumbers("certain");
    expect([drawBinomial(7, 0, random), drawBinomial(7, 1, random), drawBinomial(0, 0.5, random)]).toEqual([0, 7, 0]);
    expect(() => drawBinomial(1.5, 0.5, random)).toThrow("not a number of trials: 1.5");
    expect(() => drawBinomial(1, Number.NaN, random)).toThrow("probability");
  });
});

describe("a sample with replacement", () => {
  it("draws as many units as there are, each as often as its kind is common", () => {
    const random = randomNumbers("sample");
    const draw = sampler([70, 0, 25, 2, 3]);
    const sums = [0, 0, 0, 0, 0];
    for (let sample = 0; sample < 4000; sample += 1) {
      const drawn = Array.from(draw(random));
      expect(drawn.reduce((sum, value) => sum + value, 0)).toBe(100);
      drawn.forEach((value, kind) => {
        sums[kind] = (sums[kind] ?? 0) + value / 4000;
      });
    }
    const [first, none, third, fourth, fifth] = sums as [number, number, number, number, number];
    expect(none).toBe(0);
    for (const [mean, expected] of [
      [first, 70],
      [third, 25],
      [fourth, 2],
      [fifth, 3],
    ] as const) {
      expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected / 100)) / 4000));
    }
  });

  it("draws nothing from nothing", () => {
    expect(Array.from(sampler([])(randomNumbers("nothing")))).toEqual([]);
  });
});
