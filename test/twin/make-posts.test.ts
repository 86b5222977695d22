import { describe, expect, it } from "vitest";
import { sha256 } from "../../src/files/hash.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { makePosts } from "../../src/twin/make-posts.js";
import { londonPrincipals } from "../../src/twin/post-groups.js";
import { type Posts, postKinds } from "../../src/twin/posts.js";
import { twinPrincipals } from "../../src/twin/principals.js";
import { bounds } from "../../src/twin/rhythm.js";
import { localOffset, timeZoneOf } from "../../src/twin/time-zones.js";

const hour = 3_600_000;
const day = 24 * hour;
const retweetWindowEnd = bounds(oii2021.amplificationWindow).to;

function twinOf(seed: number, scale: number) {
  const principals = twinPrincipals(seed);
  return { principals, posts: makePosts(principals, { seed, scale, study: oii2021 }) };
}

/** Sums over the posts of those principals that keep to a condition. */
function totals({ principals, posts }: ReturnType<typeof twinOf>, keep: (number: number, row: number) => boolean) {
  const sums = { posts: 0, likes: 0, replies: 0, shares: 0 };
  principals.forEach((_, number) => {
    for (let row = posts.start[number] ?? 0; row < (posts.start[number + 1] ?? 0); row += 1) {
      if (!keep(number, row)) continue;
      sums.posts += 1;
      sums.likes += Math.max(0, posts.likes[row] ?? 0);
      sums.replies += Math.max(0, posts.replies[row] ?? 0);
      sums.shares += Math.max(0, posts.shares[row] ?? 0);
    }
  });
  return sums;
}

function bytesOf(posts: Posts): string {
  const { principal, start, time, kind, threadOf, likes, replies, shares } = posts;
  const columns = [principal, start, time, kind, threadOf, likes, replies, shares];
  return columns.map(({ buffer }) => sha256(new Uint8Array(buffer))).join();
}

describe("the posts at scale 1", () => {
  const whole = twinOf(2021, 1);
  const { principals, posts } = whole;
  const group = (wanted: string, platform?: string) =>
    totals(whole, (number) => {
      const { account, principal } = principals[number] ?? { account: undefined, principal: undefined };
      return principal?.group === wanted && (platform === undefined || account?.platform === platform);
    });

  it("have the published numbers of posts and engagement", () => {
    expect(group("diplomat", "twitter")).toEqual({ posts: 201_382, likes: 7e6, replies: 1e6, shares: 1.3e6 });
    expect(group("diplomat", "facebook").posts).toBe(34_041);
    const media = group("state_media");
    expect(media).toMatchObject({ posts: 714_577, likes: 355e6 });
    expect(media.replies + media.shares).toBe(27e6);
    expect(posts.count).toBe(950_000);
  });

  it("give the spokesperson 2,036 tweets and 171,651 shares", () => {
    const number = principals.findIndex(({ principal }) => principal.name === "foreign ministry, spokesperson");
    expect(totals(whole, (one) => one === number)).toMatchObject({ posts: 2_036, shares: 171_651 });
  });

  it("have kinds in the shares that the twin states", () => {
    const kinds = new Map<string, number>();
    const diplomats = posts.start[189] ?? 0; // the first 189 principals are the diplomats on Twitter
    for (let row = 0; row < diplomats; row += 1) {
      const kind = postKinds[posts.kind[row] ?? 0] ?? "";
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1 / diplomats);
    }
    expect(kinds.get("retweet")).toBeGreaterThan(0.2);
    expect(kinds.get("retweet")).toBeLessThan(0.38);
    expect(kinds.get("quote")).toBeGreaterThan(0.05);
    expect(kinds.get("reply")).toBeGreaterThan(0.07);
    expect(kinds.get("text")).toBeGreaterThan(0.4);
  });
});

describe.each([2021, 1, 5, 77])("the posts of seed %d at scale 0.05", (seed) => {
  const made = twinOf(seed, 0.05);
  const { principals, posts } = made;
  const rowsOf = (number: number) => ({ from: posts.start[number] ?? 0, to: posts.start[number + 1] ?? 0 });

  it("keep London whole: 2,375 and 695 posts that are not retweets, liked 172,000 times", () => {
    const { ambassador, embassy } = londonPrincipals(principals);
    const own = (row: number) => posts.kind[row] !== 1 && (posts.time[row] ?? 0) < retweetWindowEnd;
    expect(totals(made, (number, row) => number === ambassador && own(row)).posts).toBe(2_375);
    expect(totals(made, (number, row) => number === embassy && own(row)).posts).toBe(695);
    expect(totals(made, (number, row) => (number === ambassador || number === embassy) && own(row)).likes).toBe(
      172_000,
    );
  });

  it("let every principal post, and only after its account was created and inside the window", () => {
    const window = bounds(oii2021.postingWindow);
    principals.forEach(({ account }, number) => {
      const { from, to } = rowsOf(number);
      expect(to).toBeGreaterThan(from);
      const times = posts.time.subarray(from, to);
      expect(times[0]).toBeGreaterThanOrEqual(Math.max(window.from, Date.parse(account.created_at ?? "")));
      expect(times.at(-1)).toBeLessThan(window.to);
      expect(times.every((time, at) => time % 1000 === 0 && time >= (times[at - 1] ?? 0))).toBe(true);
    });
  });

  it("hang threads on the same account's earlier posts, seconds to minutes apart", () => {
    let threads = 0;
    for (let row = 0; row < posts.count; row += 1) {
      const before = posts.threadOf[row] ?? -1;
      if (before < 0) continue;
      threads += 1;
      expect([posts.principal[before], postKinds[posts.kind[row] ?? 0]]).toEqual([posts.principal[row], "reply"]);
      const gap = (posts.time[row] ?? 0) - (posts.time[before] ?? 0);
      expect(gap).toBeGreaterThanOrEqual(15_000);
      expect(gap).toBeLessThanOrEqual(150_000);
    }
    expect(threads).toBeGreaterThan(845); // London's alone
  });

  it("carry engagement on everything but retweets", () => {
    const without = (column: Int32Array) => column.findIndex((count, row) => count < 0 !== (posts.kind[row] === 1));
    expect([posts.likes, posts.replies, posts.shares].map(without)).toEqual([-1, -1, -1]);
  });

  it("come mostly from the busiest: a tenth of the ordinary diplomats on Twitter makes 30 to 50%", () => {
    const london = new Set(Object.values(londonPrincipals(principals)));
    const sizes = principals
      .flatMap((_, number) => (number < 189 && !london.has(number) ? [rowsOf(number).to - rowsOf(number).from] : []))
      .sort((a, b) => b - a);
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    const share = sum(sizes.slice(0, 19)) / sum(sizes);
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.5);
  });

  it("follow local clocks and weekdays", () => {
    const byHour = new Float64Array(24);
    const byWeekday = new Float64Array(7);
    for (let row = 0; row < (posts.start[189] ?? 0); row += 1) {
      const principal = principals[posts.principal[row] ?? 0]?.principal ?? { country: null, language: null };
      const local = (posts.time[row] ?? 0) + localOffset(timeZoneOf(principal), posts.time[row] ?? 0);
      const [atHour, atWeekday] = [Math.floor(local / hour) % 24, (Math.floor(local / day) + 4) % 7];
      byHour[atHour] = (byHour[atHour] ?? 0) + 1;
      byWeekday[atWeekday] = (byWeekday[atWeekday] ?? 0) + 1;
    }
    expect((byHour[10] ?? 0) / (byHour[3] ?? 0)).toBeGreaterThan(15);
    expect(((byWeekday[0] ?? 0) + (byWeekday[6] ?? 0)) / 2 / (byWeekday[2] ?? 1)).toBeLessThan(0.75);
  });
});

describe("streams", () => {
  it("give the same posts for the same seed and others for another", () => {
    expect(bytesOf(twinOf(3, 0.01).posts)).toBe(bytesOf(twinOf(3, 0.01).posts));
    expect(bytesOf(twinOf(3, 0.01).posts)).not.toBe(bytesOf(twinOf(4, 0.01).posts));
  });

  it("shrink London too below 0.05, and let everyone post all the same", () => {
    const { principals, posts } = twinOf(2021, 0.01);
    const { ambassador } = londonPrincipals(principals);
    const own = (posts.start[ambassador + 1] ?? 0) - (posts.start[ambassador] ?? 0);
    expect(Math.abs(own - (2_375 + 310 + 168) / 5)).toBeLessThan(4);
    expect(posts.start.every((start, number) => number === 0 || start > (posts.start[number - 1] ?? 0))).toBe(true);
  });
});
