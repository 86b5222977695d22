import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventTime } from "../../../src/coordination/events/event-time.js";

const timeOf = (text: string) => eventTime(new TextEncoder().encode(text));

describe("the time of an event", () => {
  it.each([
    ["0", 0],
    ["1623881091", 1623881091],
    ["-5", -5],
    [" 12 ", 12],
    ["1623881091.25", 1623881091.25],
    ["1623881091.0", 1623881091],
    ["1.6e9", 1_600_000_000],
    ["1e+05", 100_000],
    ["2021-06-16T22:04:51Z", 1623881091],
    ["2021-06-16T22:04:51", 1623881091],
    ["2021-06-16 22:04:51", 1623881091],
    ["2021-06-16 22:04:51 UTC", 1623881091],
    ["2021-06-16T22:04:51.250Z", 1623881091.25],
    ["2021-06-16T22:04:51.1234567Z", 1623881091.123457],
    ["2021-06-17T06:04:51+08:00", 1623881091],
    ["2021-06-16T16:34:51-0530", 1623881091],
    ["2021-06-16 22:04:51+00", 1623881091],
    ["2021-06-16 22:04", 1623881040],
    ["2020-02-29T00:00:00Z", 1582934400],
    ["1969-12-31T23:59:59Z", -1],
  ])("reads %j as %d", (text, seconds) => {
    expect(timeOf(text)).toBe(seconds);
  });

  it.each([
    "",
    "NA",
    "null",
    "soon",
    "-",
    ".5",
    "1,623,881,091",
    "0x10",
    "Infinity",
    "1623881091000", // milliseconds
    "2021-06-16", // no time of day: a whole day would be one instant
    "2021-02-29T00:00:00Z",
    "2021-13-01T00:00:00Z",
    "2021-00-01T00:00:00Z",
    "2021-06-31T00:00:00Z",
    "2021-06-16T24:00:00Z",
    "2021-06-16T23:60:00Z",
    "2021-06-16T23:59:60Z",
    "2021-06-16T22:04:51X",
    "2021-06-16T22:04:51+99:00",
    "2021/06/16 22:04:51",
    "Wed Jun 16 22:04:51 +0000 2021",
  ])("does not take %j for a time", (text) => {
    expect(timeOf(text)).toBeNaN();
  });

  it("agrees with the platform on every ISO 8601 time to the second", () => {
    const limits = {
      min: new Date("0100-01-01T00:00:00Z"),
      max: new Date("9999-12-31T23:59:59Z"),
      noInvalidDate: true,
    };
    fc.assert(
      fc.property(fc.date(limits), (date) => {
        const whole = new Date(Math.floor(date.getTime() / 1000) * 1000);
        expect(timeOf(whole.toISOString().replace(".000", ""))).toBe(whole.getTime() / 1000);
        expect(timeOf(whole.toISOString())).toBe(whole.getTime() / 1000);
      }),
    );
  });
});
