import { describe, expect, it } from "vitest";
import { randomNumbers } from "../../src/statistics/random-numbers.js";
import { randomPlaces } from "../../src/statistics/random-places.js";
import { cliffsDelta, compareGroups } from "../../src/statistics/two-groups.js";

describe("Cliff's delta", () => {
  it.each([
    [[4, 5, 6], [1, 2, 3], 1],
    [[1, 2, 3], [4, 5, 6], -1],
    [[1, 2], [1, 2], 0],
    // 2 > 1 once, 2 = 2 once, 3 above both: (1 + 2) of 4.
    [[2, 3], [1, 2], 0.75],
    [[0, 0, 0, 1], [0], 0.25],
  ])("of %j against %j is %d", (first, second, delta) => {
    expect(cliffsDelta(first, second)).toBeCloseTo(delta, 12);
  });

  it.each([
    [[], [1]],
    [[1], []],
    [[Number.NaN], [1]],
  ])("refuses %j against %j", (first, second) => {
    expect(() => cliffsDelta(first, second)).toThrow(RangeError);
  });
});

describe("two groups", () => {
  it("are compared by the difference of medians that lie between two values", () => {
    const { difference, delta, pValue } = compareGroups([7, 8, 9], [1, 2, 3, 4], { seed: "test" });
    expect(difference.value).toBe(5.5);
    expect(difference.low).toBeGreaterThanOrEqual(3);
    expect(difference.high).toBeLessThanOrEqual(8);
    expect(delta).toEqual({ value: 1, low: 1, high: 1 });
    // One of the 35 ways to choose three of seven is as extreme.
    expect(pValue).toBeCloseTo(1 / 35, 2);
  });

  it("that are alike have an interval around none and no small p-value, and the same seed the same answer", () => {
    const random = randomNumbers("alike");
    const [one, other] = [Array.from({ length: 60 }, random), Array.from({ length: 80 }, random)];
    const compared = compareGroups(one, other, { seed: "test" });
    expect(compared.difference.low).toBeLessThan(0);
    expect(compared.difference.high).toBeGreaterThan(0);
    expect(compared.pValue).toBeGreaterThan(0.05);
    expect(compareGroups(one, other, { seed: "test" })).toEqual(compared);
  });

  it("with ties only have a p-value of one", () => {
    expect(compareGroups([0, 0], [0, 0, 0], { seed: "test" }).pValue).toBe(1);
  });
});

describe("random places", () => {
  it("are different, ascending, and each as likely as any other", () => {
    const random = randomNumbers("places");
    const seen = new Uint32Array(5);
    for (let draw = 0; draw < 5000; draw += 1) {
      const places = [...randomPlaces(2, 5, random)];
      expect(places[0]).toBeLessThan(places[1] as number);
      for (const place of places) seen[place] = (seen[place] as number) + 1;
    }
    for (const count of seen) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it("cannot be more than there are", () => {
    expect(() => randomPlaces(3, 2, () => 0)).toThrow(RangeError);
  });
});
