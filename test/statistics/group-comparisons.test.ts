import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { circularDistance } from "../../src/statistics/circular-distance.js";
import { fisherExact } from "../../src/statistics/fisher-exact.js";
import { weightedLogOdds } from "../../src/statistics/log-odds.js";
import { logRank } from "../../src/statistics/log-rank.js";
import { normalUpperTail } from "../../src/statistics/normal-tail.js";
import { expectClose } from "./close.js";

describe("Fisher's exact test", () => {
  it("agrees with reference values, two-sided", () => {
    expectClose(
      fisherExact([
        [8, 2],
        [1, 5],
      ]),
      0.034965034965034975,
      1e-12,
    );
    expectClose(
      fisherExact([
        [12, 300],
        [3, 900],
      ]),
      1.4559643338314025e-5,
      1e-11,
    );
    expectClose(
      fisherExact([
        [2, 10],
        [15, 3],
      ]),
      0.0005367241191434357,
      1e-12,
    );
  });

  it("has one-sided tails that share only the observed table", () => {
    const table = [
      [8, 2],
      [1, 5],
    ] as const;
    // C(10,8) C(6,1) / C(16,9)
    expect(fisherExact(table, "greater") + fisherExact(table, "less") - 1).toBeCloseTo((45 * 6) / 11440, 12);
  });

  it("does not change when groups and properties swap places", () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30), (a, b, c, d) => {
        const p = fisherExact([
          [a, b],
          [c, d],
        ]);
        expect(
          fisherExact([
            [c, d],
            [a, b],
          ]),
        ).toBeCloseTo(p, 11);
        expect(
          fisherExact([
            [a, c],
            [b, d],
          ]),
        ).toBeCloseTo(p, 11);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("refuses half a member", () => {
    expect(() =>
      fisherExact([
        [0.5, 1],
        [1, 1],
      ]),
    ).toThrow(/whole number/);
  });
});

describe("weighted log-odds", () => {
  const one = "the quick brown fox jumps over the lazy pig".split(" ");
  const two = "the lazy purple pig jumps over the lazier donkey".split(" ");
  const words = [...new Set([...one, ...two])];
  const count = (text: string[]) => words.map((word) => text.filter((other) => other === word).length);

  it("gives the known scores of the two documents", () => {
    const { z } = weightedLogOdds(count(one), count(two), 0.01);
    const scores = new Map(words.map((word, at) => [word, Number(z[at])]));
    for (const word of ["quick", "fox", "brown"]) expect(scores.get(word)).toBeCloseTo(0.470828, 6);
    for (const word of ["donkey", "lazier", "purple"]) expect(scores.get(word)).toBeCloseTo(-0.470828, 6);
    for (const word of ["the", "jumps", "over", "lazy", "pig"]) expect(scores.get(word)).toBeCloseTo(0, 12);
  });

  it("takes a prior per word: a word common in the background tells less", () => {
    const rare = weightedLogOdds([5, 5, 100], [1, 1, 100], [0.1, 10, 1]);
    expect(rare.z[0]).toBeGreaterThan(rare.z[1] as number);
  });

  it("refuses counts of different words and priors of nothing", () => {
    expect(() => weightedLogOdds([1, 2], [1], 0.1)).toThrow(/same words/);
    expect(() => weightedLogOdds([1, 2], [1, 2], 0)).toThrow(/prior of word 1/);
    expect(() => weightedLogOdds([1, -2], [1, 2], 1)).toThrow(/count of word 2/);
  });
});

describe("the log-rank test", () => {
  // Remission in weeks under 6-mercaptopurine and placebo: Freireich et al. 1963, the textbook example.
  const treated = {
    times: [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
    seen: [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0],
  };
  const placebo = { times: [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23] };

  it("gives the textbook chi-squared of 16.79", () => {
    const { observed, expected, z, pValue } = logRank(treated, placebo);
    expect(observed).toBe(9);
    expect(expected).toBeCloseTo(19.2505, 4);
    expect(z).toBeCloseTo(-4.097919104767264, 12);
    expectClose(pValue, 4.168809109334529e-5, 1e-11);
  });

  it("mirrors itself when the groups swap", () => {
    expect(logRank(placebo, treated).z).toBeCloseTo(-logRank(treated, placebo).z, 12);
  });

  it("has nothing to say about nobody, or when nothing was seen", () => {
    expect(logRank({ times: [] }, { times: [1, 2] })).toMatchObject({ z: 0, pValue: 1 });
    expect(logRank({ times: [1], seen: [0] }, { times: [2], seen: [0] })).toMatchObject({ z: 0, pValue: 1 });
  });

  it("refuses times that are not numbers", () => {
    expect(() => logRank({ times: [Number.NaN] }, { times: [] })).toThrow(/not a number/);
    expect(() => logRank({ times: [1], seen: [] }, { times: [] })).toThrow(/give one for each/);
  });
});

describe("the normal tail", () => {
  it.each([
    [0, 0.5],
    [0.5, 0.3085375387259869],
    [2.4, 0.008197535924596129],
    [2.5, 0.006209665325776135],
    [2.6, 0.00466118802371875],
    [10, 7.619853024160525e-24],
    [37, 5.725571222524577e-300],
  ])("beyond %d is %d", (z, expected) => expectClose(normalUpperTail(z), expected, 2e-13));
});

describe("the distance of two daily rhythms", () => {
  const profile = fc.array(fc.nat(9), { minLength: 24, maxLength: 24 }).filter((counts) => counts.some(Boolean));
  const turned = (counts: number[], by: number) => counts.map((_, hour) => counts[(hour + by) % 24] as number);

  it("knows that midnight follows 23 h", () => {
    const at = (hour: number) => Array.from({ length: 24 }, (_, other) => Number(other === hour));
    expect(circularDistance(at(23), at(0))).toBeCloseTo(1, 12);
    expect(circularDistance(at(0), at(12))).toBeCloseTo(12, 12);
    expect(circularDistance(at(2), at(21))).toBeCloseTo(5, 12);
  });

  it("is a distance that does not change when both turn, nor with the number of events", () => {
    fc.assert(
      fc.property(profile, profile, profile, fc.nat(23), (one, two, three, by) => {
        const distance = circularDistance(one, two);
        expect(circularDistance(two, one)).toBeCloseTo(distance, 9);
        expect(circularDistance(turned(one, by), turned(two, by))).toBeCloseTo(distance, 9);
        expect(
          circularDistance(
            one.map((count) => 3 * count),
            two,
          ),
        ).toBeCloseTo(distance, 9);
        expect(distance).toBeLessThanOrEqual(12 + 1e-9);
        expect(distance).toBeLessThanOrEqual(circularDistance(one, three) + circularDistance(three, two) + 1e-9);
        expect(circularDistance(one, one)).toBe(0);
      }),
    );
  });

  it("refuses a profile of nothing", () => {
    expect(() => circularDistance([0, 0], [1, 0])).toThrow(/counts nothing/);
    expect(() => circularDistance([1], [1, 0])).toThrow(/same length/);
  });
});
