import { describe, expect, it } from "vitest";
import { quote, reply, retweet } from "../../../src/twin/events.js";
import { londonHour } from "../../../src/twin/london/hours.js";
import { coActivity, countBy, firstQuery, inWindow, median, ownTweets, planted, secondQuery } from "./planted.js";

const burstDays = ["2020-04-21", "2020-04-23", "2020-08-04", "2020-08-11", "2020-08-26"];
const minute = 60_000;
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

describe.each([2021, 5, 11])("the network of seed %d", (seed) => {
  const london = planted(seed);
  const { events, amplifiers, plan, ambassador, embassy } = london;
  const members = new Set(plan.members);
  const onLondon = events.filter(({ principal }) => principal === ambassador || principal === embassy);
  const actions = onLondon.filter((one) => members.has(one.amplifier));
  const traces = (amplifier: number) => amplifiers.planted.get(amplifier)?.traces ?? [];
  const withTrace = (trace: string) => plan.members.filter((member) => traces(member).includes(trace));
  const retweetsOf = (member: number) =>
    actions.filter(({ amplifier, kind }) => amplifier === member && kind === retweet);

  it("is 62: 31 suspended and 2 deleted by 1 March, 29 suspended within a week of the report", () => {
    const suspended = plan.members.map((member) => amplifiers.suspendedFrom.at(member));
    expect(members.size).toBe(62);
    expect(suspended.filter((time) => time < firstQuery)).toHaveLength(31);
    expect(plan.members.filter((member) => amplifiers.deletedFrom.at(member) < firstQuery)).toHaveLength(2);
    const later = suspended.filter((time) => time >= Date.parse("2021-04-28T00:00:00Z") && time < secondQuery);
    expect(later).toHaveLength(29);
  });

  it("has 20 accounts created within minutes of another on five days", () => {
    const created = withTrace("creation burst").map((member) => amplifiers.createdAt.at(member));
    expect(created).toHaveLength(20);
    expect([...new Set(created.map(dayOf))].sort()).toEqual(burstDays);
    for (const one of created) {
      expect(created.some((other) => other !== one && Math.abs(other - one) < 10 * minute)).toBe(true);
    }
  });

  it("has a cohort silent for years that starts on 12 and 13 August", () => {
    const cohort = withTrace("dormancy");
    expect(cohort).toHaveLength(14);
    const firsts = cohort.map((member) => {
      return dayOf(Math.min(...actions.filter(({ amplifier }) => amplifier === member).map(({ time }) => time)));
    });
    expect(firsts.every((first) => first >= "2020-08-12")).toBe(true);
    expect(firsts.filter((first) => first <= "2020-08-13").length).toBeGreaterThanOrEqual(12);
    const weeks = plan.activity.filter(({ amplifier }) => cohort.includes(amplifier)).map(({ week }) => week);
    expect(weeks.filter((week) => week > "2018-06-01" && week < "2020-08-09")).toEqual([]);
    expect(weeks.some((week) => week < "2018-06-01")).toBe(true);
  });

  it("has an account that runs through the ambassador's tweets three seconds apart until 10 September", () => {
    const [runner = -1] = withTrace("long runs");
    const times = retweetsOf(runner)
      .filter(({ principal }) => principal === ambassador)
      .map(({ time }) => time)
      .sort((a, b) => a - b);
    expect(times.length).toBeGreaterThan(1_000);
    expect(median(times.slice(1).map((time, at) => (time - (times[at] ?? 0)) / 1000))).toBe(3);
    expect(dayOf(amplifiers.suspendedFrom.at(runner))).toBe("2020-09-10");
  });

  it("has a member that replies to more than three quarters of the main tweets, and many that pass the papers' flags", () => {
    const tweets = ownTweets(london);
    const main = new Set(tweets.main);
    const [replier = -1] = withTrace("replies to most main tweets");
    const answered = actions.filter(
      ({ amplifier, kind, post }) => amplifier === replier && kind === reply && main.has(post),
    );
    expect(new Set(answered.map(({ post }) => post)).size / main.size).toBeGreaterThan(0.75);
    const threads = new Set(tweets.thread);
    const share = (member: number, of: Set<number>) =>
      retweetsOf(member).filter(({ post }) => of.has(post)).length / of.size;
    expect(plan.members.filter((member) => share(member, threads) > 0.15).length).toBeGreaterThan(8);
    expect(plan.members.filter((member) => share(member, main) > 0.25).length).toBeGreaterThan(2);
  });

  it("works on weekdays, from London's morning to early evening", () => {
    const busy = actions.filter(({ time }) => londonHour(time) >= 7 && londonHour(time) < 20);
    expect(busy.length / actions.length).toBeGreaterThan(0.9);
    const weekend = actions.filter(({ time }) => [0, 6].includes(new Date(time).getUTCDay()));
    expect(weekend.length / actions.length).toBeLessThan(0.15);
  });

  it("acts within 60 s of itself far more often than others do, who do so as well", () => {
    const pairs = coActivity(onLondon.filter((one) => inWindow(one) && one.kind !== quote));
    const strong = [...pairs].filter(([, count]) => count >= 5).map(([pair]) => pair.split(" ").map(Number));
    const within = strong.filter((pair) => pair.every((one) => members.has(one))).length;
    const without = strong.filter((pair) => pair.every((one) => !members.has(one))).length;
    expect(within / ((62 * 61) / 2)).toBeGreaterThan(0.5);
    expect(without).toBeGreaterThan(50);
    expect(within).toBeGreaterThan(2 * without);
  });

  it("has members hand runs over to each other: the same run, the next account within the minute", () => {
    const ordered = actions
      .filter(({ kind, principal }) => kind === retweet && principal === ambassador)
      .sort((a, b) => a.time - b.time || a.amplifier - b.amplifier);
    const switches = ordered.filter((one, at) => {
      const before = ordered[at - 1];
      return before && before.amplifier !== one.amplifier && one.time - before.time <= minute;
    });
    expect(switches.length).toBeGreaterThan(2_000);
  });

  it("repeats phrases across members and posts some texts twice to the same tweet, as quote and reply", () => {
    const replies = actions.filter(({ kind }) => kind === reply);
    const openings = new Map<string, Set<number>>();
    for (const { text = "", amplifier } of replies) {
      const words = text
        .toLowerCase()
        .replace(/[^a-z' ]/g, "")
        .split(" ");
      for (let at = 0; at + 6 <= words.length; at += 1) {
        const phrase = words.slice(at, at + 6).join(" ");
        openings.set(phrase, (openings.get(phrase) ?? new Set()).add(amplifier));
      }
    }
    expect([...openings.values()].filter((users) => users.size >= 5).length).toBeGreaterThan(50);
    const said = new Set(replies.map(({ amplifier, targetTime, text }) => `${amplifier} ${targetTime} ${text}`));
    const twice = actions.filter(({ kind, amplifier, targetTime, text }) => {
      return kind === quote && said.has(`${amplifier} ${targetTime} ${text}`);
    });
    expect(twice.length).toBeGreaterThan(100);
  });

  it("cannot be told by one glance: some members do little, some act mostly at leisure, a few see to other diplomats", () => {
    const counts = [...countBy(actions.filter(inWindow), ({ amplifier }) => amplifier).values()].sort((a, b) => a - b);
    expect((counts[55] ?? 0) / (counts[6] ?? 0)).toBeGreaterThan(2.5);
    expect(plan.members.filter((member) => !traces(member).includes("concentration")).length).toBeGreaterThan(5);
    const elsewhere = events.filter(({ amplifier, principal }) => {
      return members.has(amplifier) && principal !== ambassador && principal !== embassy;
    });
    expect(elsewhere.length / actions.length).toBeGreaterThan(0.001);
    expect(elsewhere.length / actions.length).toBeLessThan(0.06);
  });
});

describe("London of one seed", () => {
  it("is the same every time and another for another seed", () => {
    const first = planted(9, { scale: 0.01 });
    const again = planted(9, { scale: 0.01 });
    const other = planted(10, { scale: 0.01 });
    expect(again.events).toEqual(first.events);
    expect(again.plan).toEqual(first.plan);
    expect(other.events).not.toEqual(first.events);
  });
});
