import { describe, expect, it } from "vitest";
import type { AmplifierGroup } from "../../../src/twin/amplifiers.js";
import { quote, reply, retweet } from "../../../src/twin/events.js";
import { diplomatPhrases } from "../../../src/twin/post-phrases.js";
import { coActivity, countBy, inWindow, planted } from "./planted.js";

const hardNegatives: AmplifierGroup[] = [
  "fan",
  "fan club",
  "aggregator",
  "spam ring",
  "hyperactive",
  "critic",
  "pupil",
  "friend",
];

describe.each([2021, 11])("those around London of seed %d", (seed) => {
  const { events, amplifiers, plan, ambassador, embassy } = planted(seed);
  const onLondon = events.filter(({ principal }) => principal === ambassador || principal === embassy);
  const within = onLondon.filter(inWindow);
  const ofGroup = (group: AmplifierGroup) => {
    return [...amplifiers.planted].filter(([, planting]) => planting.group === group).map(([amplifier]) => amplifier);
  };
  const ordinary = within.filter(({ group }) => group === "ordinary");

  it("fall into groups of which none is another, and the network only is coordinated on London", () => {
    const sets = [plan.members, plan.audience, ...hardNegatives.map(ofGroup)];
    expect(new Set(sets.flat()).size).toBe(sets.reduce((sum, { length }) => sum + length, 0));
    expect(new Set(sets.flat()).size).toBe(amplifiers.count);
    for (const group of hardNegatives) expect(ofGroup(group).length).toBeGreaterThan(0);
    expect(ofGroup("network").sort()).toEqual([...plan.members].sort());
  });

  it("are thousands of ordinary people, a few of whom do much of it", () => {
    const counts = [...countBy(ordinary, ({ amplifier }) => amplifier).values()].sort((a, b) => b - a);
    expect(counts.length).toBeGreaterThan(4_000);
    const top = counts.slice(0, Math.ceil(counts.length / 100)).reduce((a, b) => a + b, 0);
    expect(top / ordinary.length).toBeGreaterThan(0.1);
    expect(top / ordinary.length).toBeLessThan(0.6);
  });

  it("react after seconds, hours or days, at all hours of the day", () => {
    const delays = ordinary.map(({ time, targetTime }) => (time - targetTime) / 1000);
    const share = (from: number, to: number) =>
      delays.filter((delay) => delay >= from && delay < to).length / delays.length;
    expect(share(0, 60)).toBeGreaterThan(0.03);
    expect(share(60, 86_400)).toBeGreaterThan(0.5);
    expect(share(86_400, Number.POSITIVE_INFINITY)).toBeGreaterThan(0.1);
    const byHour = countBy(ordinary, ({ time }) => new Date(time).getUTCHours());
    expect(Math.min(...byHour.values()) / ordinary.length).toBeGreaterThan(0.005);
    expect(Math.max(...byHour.values()) / ordinary.length).toBeLessThan(0.12);
  });

  it("reply in words of their own: hardly a run of six words is in five people's replies", () => {
    const users = new Map<string, Set<number>>();
    for (const { text = "", amplifier } of ordinary.filter(({ kind }) => kind === reply)) {
      const words = text.toLowerCase().split(" ");
      for (let at = 0; at + 6 <= words.length; at += 1) {
        const run = words.slice(at, at + 6).join(" ");
        users.set(run, (users.get(run) ?? new Set()).add(amplifier));
      }
    }
    const shared = [...users.values()].filter(({ size }) => size >= 5).length;
    expect(shared / users.size).toBeLessThan(0.03);
  });

  it("have fans at the same hours who retweet much of what London posts", () => {
    const retweets = within.filter(({ group, kind }) => group === "fan" && kind === retweet);
    expect(retweets.length / ofGroup("fan").length).toBeGreaterThan(60);
    expect(retweets.filter(({ time, targetTime }) => time - targetTime < 120_000).length).toBeGreaterThan(300);
  });

  it("have a fan club created within one hour of one day", () => {
    const created = ofGroup("fan club").map((member) => amplifiers.createdAt.at(member));
    expect(Math.max(...created) - Math.min(...created)).toBeLessThan(3_600_000);
  });

  it("have bots that retweet many principals within seconds, some of them suspended", () => {
    const bots = ofGroup("aggregator");
    const theirs = events.filter(({ group }) => group === "aggregator");
    expect(theirs.every(({ time, targetTime }) => time - targetTime <= 30_000)).toBe(true);
    expect(new Set(theirs.map(({ principal }) => principal)).size).toBeGreaterThan(100);
    const suspended = bots.filter((bot) => Number.isFinite(amplifiers.suspendedFrom.at(bot)));
    expect(suspended.length).toBeGreaterThan(0);
    expect(suspended.length).toBeLessThan(bots.length);
  });

  it("have a spam ring that is together elsewhere and hardly seen in London", () => {
    const theirs = events.filter(({ group }) => group === "spam ring");
    const inLondon = theirs.filter(({ principal }) => principal === ambassador || principal === embassy);
    expect(inLondon.length).toBeGreaterThan(0);
    expect(inLondon.length / theirs.length).toBeLessThan(0.25);
    expect(coActivity(theirs).size).toBeGreaterThan(40);
    expect(new Set(theirs.map(({ principal }) => principal)).size).toBeLessThanOrEqual(6);
  });

  it("have friends who meet within the minute, critics who quote the diplomats and pupils with set sentences", () => {
    const friends = coActivity(within.filter(({ group }) => group === "friend"));
    expect([...friends.values()].filter((count) => count >= 5).length).toBeGreaterThanOrEqual(6);
    const texts = (group: string) =>
      within.filter((one) => one.group === group).map(({ text = "" }) => text.toLowerCase());
    const quoting = texts("critic").filter((text) => diplomatPhrases.some((phrase) => text.includes(phrase)));
    expect(quoting.length / texts("critic").length).toBeGreaterThan(0.3);
    expect(new Set(within.filter(({ group }) => group === "critic").map(({ kind }) => kind))).toEqual(
      new Set([quote, reply]),
    );
    expect(texts("pupil").length).toBeGreaterThan(100);
  });

  it("have known histories of two for every member, with no week of fewer own posts than actions", () => {
    expect(plan.benchmark).toHaveLength(124);
    expect(plan.benchmark.some((one) => plan.members.includes(one))).toBe(false);
    const known = new Set([...plan.members, ...plan.benchmark]);
    const posts = new Map(plan.activity.map(({ amplifier, week, posts: own }) => [`${amplifier} ${week}`, own]));
    const sunday = (time: number) => new Date(Math.floor((time / 86_400_000 - 3) / 7) * 604_800_000 + 259_200_000);
    const done = new Map<string, number>();
    for (const { amplifier, time } of events) {
      const key = `${amplifier} ${sunday(time).toISOString().slice(0, 10)}`;
      if (known.has(amplifier)) done.set(key, (done.get(key) ?? 0) + 1);
    }
    for (const [key, count] of done) expect(posts.get(key) ?? 0).toBeGreaterThanOrEqual(count);
    for (const { week } of plan.activity) {
      expect(week >= "2016-11-06" && week <= "2021-04-25" && new Date(week).getUTCDay() === 0).toBe(true);
    }
  });
});
