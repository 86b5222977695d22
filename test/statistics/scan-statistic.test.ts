import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanAgainstBenchmark } from "../../src/statistics/benchmark-scan.js";
import { randomNumbers } from "../../src/statistics/random-numbers.js";
import { fullestWindow, scanTail } from "../../src/statistics/scan-statistic.js";

describe("the scan statistic", () => {
  it.each([
    [5, 7, 0.139533, 6],
    [6, 7, 0.015739, 6],
    [9, 30, 0.11633, 5],
  ])("of %d of 62 accounts within %d of 730 days gives the known %d", (count, days, expected, digits) => {
    expect(scanTail({ count, events: 62, window: days / 730 })).toBeCloseTo(expected, digits);
  });

  it("stays within 0 and 1 and falls as the burst grows", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 200 }),
        fc.double({ min: 0.001, max: 0.2, noNaN: true }),
        (events, window) => {
          let before = 1;
          for (let count = Math.ceil(events * window) + 1; count <= events + 1; count += 1) {
            const tail = scanTail({ count, events, window });
            expect(tail).toBeGreaterThanOrEqual(0);
            expect(tail).toBeLessThanOrEqual(before + 1e-12);
            before = tail;
          }
        },
      ),
    );
  });

  it("is exact for two events: they are within the window with 2u - u^2", () => {
    expect(scanTail({ count: 2, events: 2, window: 0.1 })).toBeCloseTo(0.19, 12);
  });

  it("refuses a window of the whole period", () => {
    expect(() => scanTail({ count: 2, events: 9, window: 1 })).toThrow(/fraction between 0 and 1/);
    expect(() => scanTail({ count: 2.5, events: 9, window: 0.1 })).toThrow(/whole numbers/);
  });
});

describe("the fullest window", () => {
  it("is found as by trying all", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 30 }), fc.nat(10), (times, length) => {
        const sorted = times.toSorted((a, b) => a - b);
        const counts = sorted.map((start) => sorted.filter((time) => time >= start && time <= start + length).length);
        const found = fullestWindow(sorted, length);
        expect(found.count).toBe(Math.max(...counts));
        expect(found.start).toBe(sorted[counts.indexOf(found.count)]);
      }),
    );
  });

  it("refuses times out of order", () => {
    expect(() => fullestWindow([2, 1], 1)).toThrow(/sort them/);
    expect(() => fullestWindow([], 1)).toThrow(/no times/);
  });
});

describe("bursts against a benchmark group", () => {
  const benchmark = Array.from({ length: 500 }, (_, day) => (day * 37) % 730);
  const options = { windows: [7, 30], replicates: 199, seed: "test" };

  it("finds a burst where the benchmark has none", () => {
    const group = [100, 101, 101, 102, 103, 300, 500, 650];
    const found = scanAgainstBenchmark(group, benchmark, options);
    expect(found).toMatchObject({ start: 100, window: 7, count: 5, pValue: 1 / 200 });
    expect(found.expected).toBeLessThan(0.5);
  });

  it("does not call a wave a burst when the benchmark has it too", () => {
    const wave = Array.from({ length: 200 }, (_, at) => 100 + (at % 5));
    const group = [100, 101, 102, 103, 104, 300];
    const found = scanAgainstBenchmark(group, [...wave, ...benchmark.slice(0, 40)], options);
    expect(found.pValue).toBeGreaterThan(0.05);
  });

  it("gives a p-value of at most .1 in a tenth of the groups without a burst", () => {
    let small = 0;
    for (let trial = 0; trial < 200; trial += 1) {
      const random = randomNumbers(`no burst ${trial}`);
      const pool = benchmark.map((time) => ({ time, at: random() })).sort((a, b) => a.at - b.at);
      const times = pool.map(({ time }) => time);
      const scan = { ...options, replicates: 39, seed: `no burst ${trial}` };
      if (scanAgainstBenchmark(times.slice(0, 20), times.slice(20), scan).pValue <= 0.1) small += 1;
    }
    // A tenth of 200, give or take three standard deviations.
    expect(Math.abs(small - 20)).toBeLessThanOrEqual(13);
  });

  it("has the distribution of all relabellings", () => {
    // Three of six at equal distances, window of two: only neighbours stand out. 4 of the 20 choices hold three neighbours.
    const found = scanAgainstBenchmark([1, 2, 3], [4, 5, 6], { windows: [2], replicates: 4000, seed: "all" });
    expect(found.count).toBe(3);
    expect(found.pValue).toBeGreaterThan(0.18);
    expect(found.pValue).toBeLessThan(0.22);
  });

  it("depends on nothing but its seed", () => {
    const once = scanAgainstBenchmark([1, 5, 9], benchmark, options);
    expect(scanAgainstBenchmark([9, 1, 5], benchmark.toReversed(), options)).toEqual(once);
    expect(scanAgainstBenchmark([1, 5, 9], benchmark, { ...options, seed: "other" }).chance).not.toEqual(once.chance);
  });

  it("says when no window stands out", () => {
    expect(scanAgainstBenchmark([1, 2], [], options)).toMatchObject({ statistic: 0, pValue: 1 });
  });

  it("refuses what cannot be scanned", () => {
    expect(() => scanAgainstBenchmark([], benchmark, options)).toThrow(/no times/);
    expect(() => scanAgainstBenchmark([1], [Number.NaN], options)).toThrow(/not a number/);
    expect(() => scanAgainstBenchmark([1], [], { ...options, windows: [] })).toThrow(/no window/);
    expect(() => scanAgainstBenchmark([1], [], { ...options, windows: [-1] })).toThrow(/at least 0: -1/);
    expect(() => scanAgainstBenchmark([1], [], { ...options, replicates: 0 })).toThrow(/replicates/);
  });
});
