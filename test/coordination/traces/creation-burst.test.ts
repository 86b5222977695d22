import { describe, expect, it } from "vitest";
import { creationBursts } from "../../../src/coordination/traces/creation-burst.js";
import { randomNumbers } from "../../../src/statistics/random-numbers.js";

const day = 86_400;
const year = 365 * day;

/** Creation times spread over a number of years, the same for the same name. */
function scattered(name: string, accounts: number, years: number): number[] {
  const random = randomNumbers(name);
  return Array.from({ length: accounts }, () => random() * years * year);
}

describe("creation bursts", () => {
  it("count others up to exactly ten minutes, an hour and a day away, not the account itself", () => {
    const at = 300 * day;
    const created = [at, at + 600, at - 601, at + 3600, at - 3601, at + day, at - day - 1];
    expect(creationBursts(created, 2 * year)[0]).toMatchObject({ withinTenMinutes: 1, withinHour: 3, withinDay: 5 });
  });

  it("know nothing about an account without a creation time, and do not count it", () => {
    const bursts = creationBursts([Number.NaN, 0, 100 * day], year);
    expect(Object.values(bursts[0] ?? {})).toEqual(Array(7).fill(null));
    expect(bursts[1]?.withinDay).toBe(0);
  });

  it("expect what the days around it give, without the day on either side", () => {
    // One account a day at noon but for a twin of the middle one: one a day in every neighbourhood, borders left out.
    const created = [...Array.from({ length: 361 }, (_, at) => (at + 0.5) * day), 180.5 * day + 60];
    const burst = creationBursts(created, 361 * day)[180];
    expect(burst?.withinDay).toBe(3);
    expect(burst?.expectedWithinDay).toBeCloseTo((2 * 88) / 89, 10);
  });

  it("are surprising where five accounts appear within minutes, and not where everybody signs up for months", () => {
    const background = scattered("background", 2000, 8);
    const burst = creationBursts([...background, ...[0, 60, 120, 240, 500].map((at) => 5 * year + at)], 8 * year);
    expect(burst.slice(-5).every(({ pValue }) => (pValue ?? 1) < 1e-6)).toBe(true);
    const wave = scattered("wave", 2000, 1).map((time) => 4 * year + time);
    const crowded = creationBursts([...background, ...wave], 8 * year).slice(-2000);
    expect(crowded.filter(({ pValue }) => (pValue ?? 1) <= 0.05).length).toBeLessThan(0.06 * 2000);
  });

  it("call at most as many accounts surprising as the p-value says when creation is uniform", () => {
    const bursts = creationBursts(scattered("uniform", 4000, 6), 6 * year);
    for (const level of [0.01, 0.05, 0.2]) {
      const share = bursts.filter(({ pValue }) => (pValue ?? 1) <= level).length / bursts.length;
      expect(share, `p <= ${level}`).toBeLessThan(1.15 * level);
    }
  });

  it("follow the rhythm of the day: accounts created at the busy hours are not surprising for that", () => {
    const random = randomNumbers("rhythm");
    const created = Array.from({ length: 6000 }, () => {
      // The middle of three random moments of a day: half as busy again at noon as on average.
      const moments = [random(), random(), random()].sort((a, b) => a - b);
      return (Math.floor(random() * 2000) + (moments[1] as number)) * day;
    });
    const bursts = creationBursts(created, 2000 * day);
    expect(bursts.filter(({ pValue }) => (pValue ?? 1) <= 0.01).length / bursts.length).toBeLessThan(0.01);
    const sum = (name: "withinHour" | "expectedWithinHour") =>
      bursts.reduce((total, burst) => total + (burst[name] ?? 0), 0);
    expect(sum("withinHour") / sum("expectedWithinHour")).toBeLessThan(1);
    expect(sum("withinHour") / sum("expectedWithinHour")).toBeGreaterThan(0.8);
  });

  it("has no chance to compare with where everything was created within two days", () => {
    expect(creationBursts([0, 100], 200)[0]).toMatchObject({
      withinTenMinutes: 1,
      expectedWithinDay: null,
      pValue: null,
    });
    expect(creationBursts([], 0)).toEqual([]);
  });
});
