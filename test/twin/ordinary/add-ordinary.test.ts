import { describe, expect, it } from "vitest";
import { oii2021 } from "../../../src/study/oii-2021.js";
import { audienceBits, londonBit } from "../../../src/twin/calibrate/audiences.js";
import { tallies } from "../../../src/twin/calibrate/tallies.js";
import { topShare } from "../../../src/twin/calibrate/top-share.js";
import { amplificationTotals } from "../../../src/twin/calibration.js";
import { quote, reply, retweet } from "../../../src/twin/events.js";
import { bounds } from "../../../src/twin/rhythm.js";
import { plantLondonOf, principalOf, sampleTwin } from "./sample-twin.js";

type Twin = ReturnType<typeof sampleTwin>;

const counted = (twin: Twin) => tallies(twin.principals, twin.events, twin.amplifiers, twin.study);

function highestShareElsewhere(twin: Twin): number {
  const bits = audienceBits(twin.principals);
  const { retweets, suspendedRetweets } = counted(twin).perPrincipal;
  const shares = Array.from(retweets, (count, at) =>
    count >= 100 && ((bits[at] ?? 0) & londonBit) === 0 ? (suspendedRetweets[at] ?? 0) / count : 0,
  );
  return Math.max(...shares);
}

function expectPossible({ events, amplifiers, posts, principals, study, planted }: Twin): void {
  const { from, to } = bounds(study.amplificationWindow);
  const wrong: string[] = [];
  for (let event = planted.events; event < events.count; event += 1) {
    const [amplifier, time, post] = [events.amplifier.at(event), events.time.at(event), events.post.at(event)];
    const principal = events.principal.at(event);
    const targetTime = events.targetTime.at(event);
    if (time < from || time >= to || time % 1000 !== 0) wrong.push(`${event}: outside the window`);
    if (time <= amplifiers.createdAt.at(amplifier)) wrong.push(`${event}: before the account`);
    if (time >= amplifiers.endOf(amplifier)) wrong.push(`${event}: after the account's end`);
    if (time <= targetTime) wrong.push(`${event}: before the post`);
    if (targetTime < Date.parse(principals[principal]?.account.created_at ?? ""))
      wrong.push(`${event}: no principal yet`);
    if (post < 0 ? targetTime >= from : posts.time[post] !== targetTime) wrong.push(`${event}: wrong time of the post`);
    if (post >= 0 && (posts.principal[post] !== principal || posts.kind[post] === 1))
      wrong.push(`${event}: wrong post`);
  }
  expect(wrong).toEqual([]);
}

describe.each([
  [2021, 0.01],
  [3, 0.01],
  [2021, 0.05],
  [77, 0.05],
])("ordinary amplifiers of seed %d at scale %d, without London", (seed, scale) => {
  const twin = sampleTwin(seed, scale);
  const { diplomat, state_media, both, suspendedRetweeters, quotes, replies } = amplificationTotals;
  const at = (published: number) => Math.round(published * scale);

  it("meet the scaled totals exactly", () => {
    expect(counted(twin)).toMatchObject({
      diplomat: {
        retweets: at(diplomat.retweets),
        retweeters: at(diplomat.retweeters),
        suspendedRetweets: at(diplomat.suspendedRetweets),
        suspendedRetweeters: at(diplomat.suspendedRetweeters),
      },
      state_media: {
        retweets: at(state_media.retweets),
        retweeters: at(state_media.retweeters),
        suspendedRetweets: at(state_media.suspendedRetweets),
      },
      both: { retweeters: at(both.retweeters) },
      either: { suspendedRetweeters: at(suspendedRetweeters) },
      london: { retweets: 0, retweeters: 0 },
    });
  });

  it("quote and reply as often as planned", () => {
    const kinds = [...twin.events.kind.view()];
    expect(kinds.filter((kind) => kind === quote)).toHaveLength(at(quotes));
    expect(kinds.filter((kind) => kind === reply)).toHaveLength(at(replies));
  });

  it("act only when they, the principal and the post exist", () => {
    expectPossible(twin);
  });

  it("leave no principal near London's share of suspended accounts", () => {
    expect(highestShareElsewhere(twin)).toBeLessThan(amplificationTotals.highestSuspendedShare);
  });

  it("differ in activity as people do", () => {
    const { perAmplifier, perPrincipal } = counted(twin);
    expect(topShare([perAmplifier.diplomat], 0.01)).toBeGreaterThan(scale < 0.05 ? 0.35 : 0.486);
    expect(topShare([perAmplifier.diplomat], 0.01)).toBeLessThan(0.492);
    expect(topShare([perPrincipal.retweets], 0.1)).toBeGreaterThan(0.3);
  });
});

describe("ordinary amplifiers at the published size", () => {
  const twin = sampleTwin(2021, 1, plantLondonOf(45_332));

  it("bring the published totals with London's accounts left alone", () => {
    const { diplomat, state_media, either, both, london, perAmplifier } = counted(twin);
    expect(london.retweets).toBe(45_332);
    expect(diplomat).toMatchObject({ retweets: 735_664, suspendedRetweets: 74_302, retweeters: 150_000 });
    expect(state_media).toMatchObject({ retweets: 1_980_000, suspendedRetweets: 124_740, retweeters: 430_000 });
    expect(either.suspendedRetweeters).toBe(26_879);
    expect(both.retweeters).toBe(40_000);
    expect(Math.abs(topShare([perAmplifier.diplomat], 0.01) - 0.489)).toBeLessThan(0.003);
    expect(highestShareElsewhere(twin)).toBeLessThan(0.38);
    const [ambassador, members] = [principalOf(twin.principals, "twin_ambassador_gb"), twin.planted.accounts];
    const onHim = twin.events.amplifier.view().filter((_, event) => twin.events.principal.at(event) === ambassador);
    expect(onHim.every((amplifier) => amplifier < members)).toBe(true);
  });

  it("act only when they, the principal and the post exist", () => {
    expectPossible(twin);
  });

  it("react within seconds to days, follow the posts' shares, and almost never retweet twice", () => {
    const { events, posts } = twin;
    const delays = new Float64Array(events.count)
      .map((_, at) => (events.time.at(at) - events.targetTime.at(at)) / 1000)
      .sort();
    const quantile = (part: number) => delays[Math.floor(part * delays.length)] ?? 0;
    expect(quantile(0.02)).toBeLessThan(60);
    expect(quantile(0.5)).toBeGreaterThan(1_800);
    expect(quantile(0.9)).toBeGreaterThan(86_400);
    const perPost = new Int32Array(posts.count);
    const pairs = new Set<number>();
    let retweets = 0;
    for (let event = twin.planted.events; event < events.count; event += 1) {
      const post = events.post.at(event);
      if (post < 0 || events.kind.at(event) !== retweet) continue;
      perPost[post] = (perPost[post] ?? 0) + 1;
      pairs.add(events.amplifier.at(event) * posts.count + post);
      retweets += 1;
    }
    expect(retweets - pairs.size).toBeLessThan(retweets / 10_000);
    const popular = perPost.filter((_, post) => (posts.shares[post] ?? 0) >= 50);
    const quiet = perPost.filter((_, post) => posts.shares[post] === 2);
    const mean = (counts: Int32Array) => counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(mean(popular)).toBeGreaterThan(5 * mean(quiet));
  });

  it("are suspended over time, some only after the first status day, and some delete their accounts", () => {
    const { amplifiers } = twin;
    const [first = "", second = ""] = oii2021.statusDays;
    const endsBefore = (ends: Float64Array, day: string) => ends.filter((end) => end <= Date.parse(day)).length;
    const [suspensions, deletions] = [amplifiers.suspendedFrom.view(), amplifiers.deletedFrom.view()];
    expect(endsBefore(suspensions, "2020-10-01")).toBeGreaterThan(0.1 * endsBefore(suspensions, first));
    expect(endsBefore(suspensions, second)).toBeGreaterThan(1.2 * endsBefore(suspensions, first));
    expect(endsBefore(deletions, first)).toBeGreaterThan(1_000);
    expect(endsBefore(deletions, second)).toBeGreaterThan(endsBefore(deletions, first));
  });
});

describe("ordinary amplifiers", () => {
  it("are the same for the same seed and others for another", () => {
    const times = (seed: number) => {
      const { events, amplifiers } = sampleTwin(seed, 0.01);
      return [events, amplifiers].flatMap((table) =>
        Object.values(table).flatMap((column) => ("view" in column ? [column.view().slice()] : [])),
      );
    };
    expect(times(5)).toEqual(times(5));
    expect(times(5)).not.toEqual(times(6));
  });

  it("outnumber a spam ring wherever it strikes", () => {
    const twin = sampleTwin(8, 0.05, ({ principals, amplifiers, events }) => {
      const from = Date.parse("2020-07-01T00:00:00Z");
      const spammer = amplifiers.add({
        group: "spam ring",
        createdAt: from - 1000,
        suspendedFrom: Date.parse("2020-12-01T00:00:00Z"),
        followers: 1,
      });
      const embassy = principalOf(principals, "twin_embassy_fr");
      for (let at = 0; at < 300; at += 1)
        events.add(spammer, embassy, -1, retweet, from + at * 1000, from - 40 * 86_400_000);
    });
    expect(highestShareElsewhere(twin)).toBeLessThan(0.38);
    expect(counted(twin).diplomat.suspendedRetweets).toBe(Math.round(74_302 * 0.05));
  });
});
