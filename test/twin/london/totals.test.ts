import { describe, expect, it } from "vitest";
import { quote, reply, retweet } from "../../../src/twin/events.js";
import { countBy, firstQuery, inWindow, ownTweets, planted, secondQuery } from "./planted.js";

const sunday = 3;
const weekOf = ({ time }: { time: number }) => Math.floor((time / 86_400_000 - sunday) / 7);

describe.each([2021, 3, 5, 11])("London of seed %d at full effort", (seed) => {
  const london = planted(seed);
  const { events, amplifiers, ambassador, embassy } = london;
  const within = events.filter(inWindow);
  const of = (principal: number, kind: number) =>
    within.filter((event) => event.principal === principal && event.kind === kind);
  const byNetwork = (list: readonly { group: string }[]) => list.filter(({ group }) => group === "network").length;
  const suspendedBy = (list: readonly { amplifier: number }[], day: number) =>
    list.filter(({ amplifier }) => amplifiers.suspendedFrom.at(amplifier) < day).length;

  it("has the published numbers of retweets and replies", () => {
    expect([of(ambassador, retweet).length, of(embassy, retweet).length]).toEqual([43_100, 2_232]);
    expect(of(ambassador, reply).length + of(embassy, reply).length).toBe(52_733);
  });

  it("gives the network its published shares", () => {
    expect([byNetwork(of(ambassador, retweet)), byNetwork(of(embassy, retweet))]).toEqual([18_960, 670]);
    const replies = of(ambassador, reply);
    const all = replies.length + ownTweets(london).thread.length;
    expect(byNetwork(replies)).toBe(Math.round(all / 5));
    expect(byNetwork(events.filter(({ kind }) => kind !== quote))).toBeGreaterThan(25_000);
  });

  it("gives suspended accounts their published shares of the retweets", () => {
    expect(suspendedBy(of(ambassador, retweet), firstQuery)).toBe(21_550);
    expect(suspendedBy(of(embassy, retweet), firstQuery)).toBe(870);
    expect(suspendedBy(of(ambassador, retweet), secondQuery)).toBe(31_032);
  });

  it("has the network at 30 to 50% in most weeks and at 50 to 75% in a few", () => {
    const all = countBy(of(ambassador, retweet), weekOf);
    const network = countBy(
      of(ambassador, retweet).filter(({ group }) => group === "network"),
      weekOf,
    );
    const shares = [...all].map(([week, count]) => (network.get(week) ?? 0) / count);
    expect(shares).toHaveLength(35);
    const peaks = shares.filter((share) => share >= 0.5 && share <= 0.75).length;
    expect(peaks).toBeGreaterThanOrEqual(4);
    expect(peaks).toBeLessThanOrEqual(6);
    expect(shares.filter((share) => share >= 0.3 && share <= 0.5).length).toBeGreaterThanOrEqual(27);
    expect(Math.max(...shares)).toBeLessThan(0.75);
    expect(Math.min(...shares)).toBeGreaterThan(0.2);
  });

  it("lets the 29 make over 10,000 retweets and not quite 6,000 replies to the end of April", () => {
    const theirs = events.filter(
      ({ group, amplifier, principal }) =>
        group === "network" &&
        amplifiers.suspendedFrom.at(amplifier) > firstQuery &&
        amplifiers.suspendedFrom.at(amplifier) < secondQuery &&
        (principal === ambassador || principal === embassy),
    );
    const retweets = theirs.filter(({ kind }) => kind === retweet).length;
    const replies = theirs.filter(({ kind }) => kind === reply).length;
    expect(retweets).toBeGreaterThan(10_000);
    expect(replies).toBeLessThan(6_000);
    expect(replies).toBeGreaterThan(5_850);
    expect(retweets + replies).toBeGreaterThan(16_000);
    expect(Math.max(...theirs.map(({ time }) => time))).toBeGreaterThan(Date.parse("2021-04-20T00:00:00Z"));
  });

  it("has a text for every reply and quote on London and for no retweet", () => {
    for (const { principal, kind, text } of events) {
      const read = kind !== retweet && (principal === ambassador || principal === embassy);
      if ((text !== undefined) !== read) throw new Error(`kind ${kind} on ${principal} with the text ${text}`);
    }
  });

  it("has nobody act before an account exists or after it is gone, nor before the post, nor twice the same", () => {
    const seen = new Set<string>();
    for (const { amplifier, principal, post, kind, time, targetTime } of events) {
      const possible =
        Number.isInteger(time / 1000) &&
        time > amplifiers.createdAt.at(amplifier) &&
        time < amplifiers.endOf(amplifier) &&
        time > targetTime;
      if (!possible) throw new Error(`account ${amplifier} cannot act at ${new Date(time).toISOString()}`);
      const once = `${amplifier} ${principal} ${kind} ${post} ${targetTime}`;
      if (kind === retweet && seen.has(once)) throw new Error(`retweeted twice: ${once}`);
      seen.add(once);
    }
  });
});

describe("London at less effort", () => {
  const totalsOf = (effort: number) => {
    const { events, amplifiers, ambassador, embassy, plan } = planted(5, { effort });
    const within = events.filter(inWindow);
    const count = (principal: number, kind: number) =>
      within.filter((event) => event.principal === principal && event.kind === kind).length;
    const suspended = within.filter(
      ({ principal, kind, amplifier }) =>
        principal === ambassador && kind === retweet && amplifiers.suspendedFrom.at(amplifier) < firstQuery,
    );
    return {
      totals: [count(ambassador, retweet), count(embassy, retweet), count(ambassador, reply), count(embassy, reply)],
      suspended: suspended.length,
      members: plan.members.length,
      network: within.filter(({ group, principal }) => group === "network" && principal === ambassador).length,
    };
  };

  it("has the same totals and no network at all at effort 0", () => {
    expect(totalsOf(0)).toEqual({
      totals: [43_100, 2_232, 48_000, 4_733],
      suspended: 21_550,
      members: 0,
      network: 0,
    });
  });

  it("has the same totals, all 62 and about a tenth of their actions at effort 0.1", () => {
    const { network, ...rest } = totalsOf(0.1);
    expect(rest).toEqual({ totals: [43_100, 2_232, 48_000, 4_733], suspended: 21_550, members: 62 });
    expect(network / (18_960 + 9_742)).toBeGreaterThan(0.09);
    expect(network / (18_960 + 9_742)).toBeLessThan(0.18);
  });

  it("refuses an effort that is no share", () => {
    for (const effort of [-0.1, 1.1, Number.NaN]) {
      expect(() => planted(5, { effort, scale: 0.01 })).toThrow(RangeError);
    }
  });
});

describe("London at other scales", () => {
  it("stays whole at the published size", () => {
    const { events, plan, ambassador } = planted(1, { scale: 1 });
    const retweets = events.filter((one) => inWindow(one) && one.principal === ambassador && one.kind === retweet);
    expect([plan.members.length, retweets.length]).toEqual([62, 43_100]);
  });

  it.each([0.02, 0.01, 0.0005])("shrinks in proportion at scale %d", (scale) => {
    const { events, plan, ambassador } = planted(6, { scale });
    const retweets = events.filter((one) => inWindow(one) && one.principal === ambassador && one.kind === retweet);
    expect(retweets.length).toBe(Math.round((43_100 * scale) / 0.05));
    expect(Math.abs(plan.members.length - (62 * scale) / 0.05)).toBeLessThan(2);
  });
});
