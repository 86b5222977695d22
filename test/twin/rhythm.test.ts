import { describe, expect, it } from "vitest";
import { oii2021 } from "../../src/study/oii-2021.js";
import { addDays } from "../../src/study/time.js";
import { postings } from "../../src/twin/countries.js";
import { randomStream } from "../../src/twin/random.js";
import { bounds, curve, leisureHabit, momentOn, newsOfDays, officeHabit } from "../../src/twin/rhythm.js";
import { beijing, localOffset, london, timeZoneOf } from "../../src/twin/time-zones.js";

const hour = 3_600_000;
const day = 24 * hour;
const { from, to } = bounds(oii2021.postingWindow);
const quiet = { news: new Float64Array(), newsFrom: from };

describe("time zones", () => {
  it("follow British Summer Time over its two changes", () => {
    const offsets = ["2020-10-25T00:59:59Z", "2020-10-25T01:00:00Z", "2021-03-28T00:59:59Z", "2021-03-28T01:00:00Z"];
    expect(offsets.map((time) => localOffset(london, Date.parse(time)) / hour)).toEqual([1, 0, 0, 1]);
  });

  it("know every country of the twin, and Beijing for whoever has none", () => {
    for (const { country } of postings) {
      const { offset } = timeZoneOf({ country, language: null });
      expect(Number.isFinite(offset)).toBe(true);
    }
    const elsewhere = postings.filter(({ country }) => timeZoneOf({ country, language: null }) === beijing);
    expect(elsewhere).toEqual([]);
    expect(timeZoneOf({ country: null, language: null })).toBe(beijing);
    expect(timeZoneOf({ country: null, language: "es" }).offset).toBe(-5);
  });
});

describe("a curve of activity", () => {
  it("gives moments on whole seconds that keep to its hours and its span", () => {
    const random = randomStream(1, "test");
    const start = from + 12_345_678;
    const office = curve(start, to, { habit: officeHabit, zone: beijing, ...quiet });
    const hours = new Float64Array(24);
    for (let draw = 0; draw < 20_000; draw += 1) {
      const moment = momentOn(office, random.fraction());
      expect(moment >= start && moment < to && moment % 1000 === 0).toBe(true);
      const local = Math.floor((moment + localOffset(beijing, moment)) / hour) % 24;
      hours[local] = (hours[local] ?? 0) + 1;
    }
    const weight = officeHabit.hours.reduce((sum, one) => sum + one, 0);
    officeHabit.hours.forEach((expected, at) => {
      expect(Math.abs((hours[at] ?? 0) / 20_000 - expected / weight)).toBeLessThan(0.01);
    });
  });

  it("reaches from its first second to its last", () => {
    const short = curve(from + 500, from + 2500, { habit: leisureHabit, zone: london, ...quiet });
    expect([0, 0.999999].map((fraction) => momentOn(short, fraction) - from)).toEqual([1000, 2000]);
  });

  it("puts more on news days", () => {
    const news = Float64Array.of(1, 3, 1);
    const { runningTotals } = curve(from, from + 3 * day, {
      habit: { hours: new Array(24).fill(1), weekdays: new Array(7).fill(1) },
      zone: beijing,
      news,
      newsFrom: from,
    });
    expect(runningTotals[47]).toBeCloseTo(4 * 24);
    expect(runningTotals[71]).toBeCloseTo(5 * 24);
  });
});

describe("news days", () => {
  it.each([2021, 1, 77])("are some days of the window, the same for all who share seed %d", (seed) => {
    const news = newsOfDays(seed, oii2021.postingWindow);
    expect(news).toHaveLength((to - from) / day);
    const days = news.filter((factor) => factor >= 1.5).length;
    expect(days).toBeGreaterThan(4);
    expect(days).toBeLessThan(32);
    expect(Math.max(...news)).toBeLessThanOrEqual(3);
    expect(newsOfDays(seed, oii2021.postingWindow)).toEqual(news);
  });

  it("belong to the calendar: a window that begins later has the same days", () => {
    const { from: first, to: last } = oii2021.postingWindow;
    const later = newsOfDays(2021, { from: addDays(first, 30), to: last });
    expect(later.slice(1)).toEqual(newsOfDays(2021, oii2021.postingWindow).slice(31));
  });
});
