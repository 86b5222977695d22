import { describe, expect, it } from "vitest";
import { oii2021 } from "../../../src/study/oii-2021.js";
import { Amplifiers } from "../../../src/twin/amplifiers.js";
import { calibrationTable } from "../../../src/twin/calibrate/calibration-table.js";
import { tallies } from "../../../src/twin/calibrate/tallies.js";
import { topShare } from "../../../src/twin/calibrate/top-share.js";
import { Events, reply, retweet } from "../../../src/twin/events.js";
import { twinLabels } from "../../../src/twin/labels.js";
import { twinPrincipals } from "../../../src/twin/principals.js";
import { principalOf, sampleTwin } from "../ordinary/sample-twin.js";

const principals = twinPrincipals(4);
const during = Date.parse("2020-10-01T00:00:00Z");

describe("tallies", () => {
  const amplifiers = new Amplifiers();
  const account = { group: "ordinary", createdAt: 0, followers: 0 } as const;
  const lasting = amplifiers.add(account);
  const gone = amplifiers.add({ ...account, suspendedFrom: Date.parse("2021-02-20T00:00:00Z") });
  const later = amplifiers.add({ ...account, suspendedFrom: Date.parse("2021-03-02T00:00:00Z") });
  const ambassador = principalOf(principals, "twin_ambassador_gb");
  const elsewhere = principalOf(principals, "twin_embassy_fr");
  const outlet = principalOf(principals, "twin_outlet_a_en");
  const events = new Events();
  events.add(lasting, ambassador, 0, retweet, during, during - 1000);
  events.add(gone, ambassador, 0, retweet, during, during - 1000);
  events.add(gone, elsewhere, 0, retweet, during, during - 1000);
  events.add(gone, outlet, 0, retweet, during, during - 1000);
  events.add(later, outlet, 0, retweet, during, during - 1000);
  events.add(later, elsewhere, 0, reply, during, during - 1000);
  events.add(later, elsewhere, 0, retweet, Date.parse("2021-02-01T00:00:00Z"), during);
  events.add(lasting, outlet, 0, retweet, Date.parse("2021-01-31T23:59:59Z"), during);
  const counted = tallies(principals, events, amplifiers, oii2021);

  it("count retweets in the window by audience, and those by accounts suspended on 1 March", () => {
    expect(counted.diplomat).toEqual({ retweets: 3, retweeters: 2, suspendedRetweets: 2, suspendedRetweeters: 1 });
    expect(counted.state_media).toEqual({ retweets: 3, retweeters: 3, suspendedRetweets: 1, suspendedRetweeters: 1 });
    expect(counted.london).toEqual({ retweets: 2, retweeters: 2, suspendedRetweets: 1, suspendedRetweeters: 1 });
  });

  it("count an account once, whichever audiences it belongs to", () => {
    expect(counted.both).toEqual({ retweeters: 2, suspendedRetweeters: 1 });
    expect(counted.either).toEqual({ retweeters: 3, suspendedRetweeters: 1 });
  });

  it("count by principal and by amplifier", () => {
    expect(counted.perPrincipal.retweets[ambassador]).toBe(2);
    expect(counted.perPrincipal.suspendedRetweets[elsewhere]).toBe(1);
    expect([...counted.perAmplifier.diplomat]).toEqual([1, 2, 0]);
    expect([...counted.perAmplifier.state_media]).toEqual([1, 1, 1]);
  });
});

describe("the share of the top part", () => {
  it("is what the most active accounts make, over one array or several", () => {
    expect(topShare([Int32Array.of(1, 1, 1, 1, 96)], 0.2)).toBe(0.96);
    expect(topShare([Int32Array.of(0, 96, 0), Int32Array.of(1, 1, 1, 1)], 0.2)).toBe(0.96);
    expect(topShare([], 0.01)).toBe(0);
  });
});

describe("the calibration table", () => {
  const twin = sampleTwin(4, 0.05);
  const parts = { ...twin, labels: twinLabels(4, twin.principals), members: [] };
  const row = (rows: ReturnType<typeof calibrationTable>, quantity: string) =>
    rows.find((one) => one.quantity === quantity);

  it("has no error where the twin meets its totals", () => {
    const rows = calibrationTable(parts);
    const exact = [
      "retweets of diplomats",
      "accounts that retweeted state media",
      "suspended accounts that retweeted either",
    ];
    for (const quantity of exact) expect(row(rows, quantity)).toMatchObject({ relation: "equal", error: 0 });
    expect(row(rows, "diplomats on Twitter")).toMatchObject({ claim: "V11", target: 189, reached: 189, error: 0 });
  });

  it("counts what is there: one retweet more, by a suspended account, shows", () => {
    const { events, amplifiers } = twin;
    const before = calibrationTable(parts);
    const account = amplifiers.add({ group: "ordinary", createdAt: 0, suspendedFrom: during + 1000, followers: 0 });
    events.add(account, principalOf(twin.principals, "twin_embassy_fr"), -1, retweet, during, 0);
    const after = calibrationTable(parts);
    for (const quantity of ["retweets of diplomats", "suspended accounts that retweeted either"]) {
      expect(row(after, quantity)?.reached).toBe((row(before, quantity)?.reached ?? 0) + 1);
      expect(row(after, quantity)?.error).toBeGreaterThan(0);
    }
  });

  it("names an unmet bound by its distance", () => {
    expect(row(calibrationTable(parts), "retweets of the ambassador")).toMatchObject({
      target: 43_100,
      reached: 0,
      error: -1,
    });
  });
});
