import { describe, expect, it } from "vitest";
import { fisherExact } from "../../src/statistics/fisher-exact.js";
import { stratifiedUpperTail } from "../../src/statistics/stratified-count.js";

describe("the tail of a count within strata", () => {
  it("is Fisher's in one stratum", () => {
    const stratum = { population: 20, marked: 6, drawn: 8 };
    for (let count = 0; count <= 6; count += 1) {
      const table = [
        [count, 8 - count],
        [6 - count, 6 + count],
      ] as const;
      expect(stratifiedUpperTail(count, [stratum])).toBeCloseTo(fisherExact(table, "greater"), 12);
    }
  });

  it("adds the strata up: a coin in each of two", () => {
    const coin = { population: 2, marked: 1, drawn: 1 };
    expect([0, 1, 2, 3].map((count) => stratifiedUpperTail(count, [coin, coin]).toFixed(6))).toEqual([
      "1.000000",
      "0.750000",
      "0.250000",
      "0.000000",
    ]);
  });

  it("learns nothing from strata of members only, without members, or in which all are marked", () => {
    const coin = { population: 2, marked: 1, drawn: 1 };
    const silent = [
      { population: 3, marked: 2, drawn: 3 },
      { population: 9, marked: 4, drawn: 0 },
      { population: 5, marked: 5, drawn: 1 },
    ];
    expect(stratifiedUpperTail(4, [coin, ...silent])).toBeCloseTo(0.5, 12);
    expect(stratifiedUpperTail(3, [coin, ...silent])).toBeCloseTo(1, 12);
  });

  it("undoes a confounder: busy members and busy others are marked alike", () => {
    // Of the busy nine in ten are marked, of the idle none; members are all busy.
    const busy = { population: 100, marked: 90, drawn: 50 };
    const idle = { population: 900, marked: 0, drawn: 0 };
    expect(
      fisherExact(
        [
          [45, 5],
          [45, 905],
        ],
        "greater",
      ),
    ).toBeLessThan(1e-20);
    expect(stratifiedUpperTail(45, [busy, idle])).toBeGreaterThan(0.5);
  });

  it("refuses what is no draw", () => {
    expect(() => stratifiedUpperTail(1, [{ population: 2, marked: 3, drawn: 1 }])).toThrow(RangeError);
  });
});
