import { describe, expect, it } from "vitest";
import { firstDayOfWeek } from "../../src/study/week.js";
import { day } from "../tiny-corpus.js";

describe("the first day of a week", () => {
  it("is the day itself on Sunday where weeks begin on Sunday, and six days back where they begin on Monday", () => {
    expect(firstDayOfWeek(day("2021-01-31"), "sunday")).toBe("2021-01-31");
    expect(firstDayOfWeek(day("2021-01-31"), "monday")).toBe("2021-01-25");
  });

  it("lies before the papers' window, which begins on a Tuesday", () => {
    expect(firstDayOfWeek(day("2020-06-09"), "sunday")).toBe("2020-06-07");
    expect(firstDayOfWeek(day("2020-06-09"), "monday")).toBe("2020-06-08");
  });

  it("crosses the end of a year and a leap day", () => {
    expect(firstDayOfWeek(day("2021-01-01"), "sunday")).toBe("2020-12-27");
    expect(firstDayOfWeek(day("2020-03-01"), "monday")).toBe("2020-02-24");
  });
});
