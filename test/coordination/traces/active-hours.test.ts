import { describe, expect, it } from "vitest";
import { activeHours } from "../../../src/coordination/traces/active-hours.js";
import { randomNumbers } from "../../../src/statistics/random-numbers.js";

const hour = 3600;

/** So many days of activity of each account around its own hour of the day. */
function rows(centres: readonly number[], days = 30) {
  const random = randomNumbers("hours");
  return centres.flatMap((centre, account) =>
    Array.from({ length: days }, (_, day) => ({
      account,
      seconds: (day * 24 + ((centre + 3 * random()) % 24)) * hour,
    })),
  );
}

const measured = (given: { account: number; seconds: number }[], accounts: number) =>
  activeHours(
    given.map(({ account }) => account),
    given.map(({ seconds }) => seconds),
    accounts,
  );

describe("active hours", () => {
  it("count an hour of the calendar once, in UTC", () => {
    const given = [0, 10, 20, 3599, 3600, 24 * hour].map((seconds) => ({ account: 0, seconds }));
    expect(measured(given, 1)[0]).toMatchObject({ hours: 3, profile: null, distance: null, pValue: null });
  });

  it("rank the account that is awake at night behind all that are awake by day", () => {
    const centres = [2, ...Array.from({ length: 40 }, (_, at) => 10 + (at % 5))];
    const found = measured(rows(centres), 41);
    expect(found[0]?.distance).toBeGreaterThan(9);
    expect(found[0]?.pValue).toBeCloseTo(1 / 41, 12);
    expect(found[0]?.expectedDistance).toBeLessThan(2);
    expect(found[3]?.pValue).toBeGreaterThan(0.1);
    expect(found[0]?.profile?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("are compared with two hundred accounts of about as many hours, and give ranks that are spread evenly", () => {
    const random = randomNumbers("centres");
    const found = measured(
      rows(
        Array.from({ length: 600 }, () => random() * 24),
        12,
      ),
      600,
    );
    const share = found.filter(({ pValue }) => (pValue ?? 1) <= 0.1).length / 600;
    expect(share).toBeGreaterThan(0.07);
    expect(share).toBeLessThan(0.13);
    expect(Math.min(...found.map(({ pValue }) => pValue ?? 1))).toBeGreaterThanOrEqual(1 / 201);
  });

  it("have nothing to compare an account with that is alone", () => {
    expect(measured(rows([5]), 1)[0]).toMatchObject({ hours: 30, profile: null, distance: null, pValue: null });
  });
});
