import { describe, expect, it } from "vitest";
import { addDays, daysBetween, isUtcDay, isUtcInstant, utcDay, yearsBefore } from "../../src/study/time.js";

describe("days", () => {
  it("are days of the calendar", () => {
    expect(isUtcDay("2020-02-29")).toBe(true);
    for (const wrong of ["2021-02-29", "2021-02-30", "2021-13-01", "2021-3-1", "1 March 2021", ""]) {
      expect(isUtcDay(wrong), wrong).toBe(false);
    }
  });

  it("are refused with the value and the remedy", () => {
    expect(() => utcDay("2021-02-30")).toThrow('not a calendar day: "2021-02-30"; write YYYY-MM-DD');
  });

  it("differ by 259 over the papers' posting window, which covers 260", () => {
    expect(daysBetween(utcDay("2020-06-09"), utcDay("2021-02-23"))).toBe(259);
  });

  it("add up across months and leap days", () => {
    expect(addDays(utcDay("2020-02-28"), 2)).toBe("2020-03-01");
    expect(addDays(utcDay("2021-01-01"), -1)).toBe("2020-12-31");
  });

  it("go back by years, with 29 February becoming the 28th", () => {
    expect(yearsBefore(utcDay("2021-02-23"), 2)).toBe("2019-02-23");
    expect(yearsBefore(utcDay("2020-02-29"), 1)).toBe("2019-02-28");
  });
});

describe("instants", () => {
  it("are in UTC, to the second or finer", () => {
    expect(isUtcInstant("2019-10-09T14:18:32Z")).toBe(true);
    expect(isUtcInstant("2019-10-09T14:18:32.123Z")).toBe(true);
    for (const wrong of ["2019-10-09T24:00:00Z", "2019-02-30T00:00:00Z", "2019-10-09T14:18:32+01:00"]) {
      expect(isUtcInstant(wrong), wrong).toBe(false);
    }
  });
});
