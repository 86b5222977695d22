import { describe, expect, it } from "vitest";
import { focusConcentration } from "../../../src/coordination/traces/concentration.js";
import { coverage } from "../../../src/coordination/traces/coverage.js";

/** So many main posts, one a second from 0, then as many thread posts, one a second from 100. */
function posts(main: number, thread: number) {
  return {
    created: [...Array(main).keys(), ...Array.from({ length: thread }, (_, at) => 100 + at)],
    thread: [...Array(main).fill(0), ...Array(thread).fill(1)],
  };
}

function events(rows: { account: number; post: number; kind: "retweet" | "reply" }[]) {
  return {
    account: rows.map(({ account }) => account),
    post: rows.map(({ post }) => post),
    retweet: rows.map(({ kind }) => Number(kind === "retweet")),
    reply: rows.map(({ kind }) => Number(kind === "reply")),
  };
}

describe("coverage", () => {
  it("takes retweets of thread and of main posts apart, and replies to main posts only", () => {
    const acted = events([
      { account: 0, post: 0, kind: "retweet" },
      { account: 0, post: 30, kind: "retweet" },
      { account: 0, post: 31, kind: "retweet" },
      { account: 0, post: 1, kind: "reply" },
      { account: 0, post: 32, kind: "reply" },
    ]);
    expect(coverage({ created: [0], posts: posts(25, 10), events: acted })[0]).toMatchObject({
      mainPosts: 25,
      threadPosts: 10,
      threadRetweeted: 0.2,
      mainRetweeted: 1 / 25,
      mainReplied: 1 / 25,
    });
  });

  it("counts a post once, and none that is not among the posts", () => {
    const twice = events([
      { account: 0, post: 3, kind: "retweet" },
      { account: 0, post: 3, kind: "retweet" },
      { account: 0, post: -1, kind: "retweet" },
    ]);
    expect(coverage({ created: [0], posts: posts(25, 0), events: twice })[0]?.mainRetweeted).toBe(1 / 25);
  });

  it("is a share of what was posted while the account existed, above and below", () => {
    const late = events([
      { account: 0, post: 0, kind: "retweet" },
      { account: 0, post: 20, kind: "retweet" },
    ]);
    const [found] = coverage({ created: [5], posts: posts(30, 0), events: late });
    expect(found).toMatchObject({ mainPosts: 25, mainRetweeted: 1 / 25 });
    expect(coverage({ created: [Number.NaN], posts: posts(30, 0), events: late })[0]?.mainRetweeted).toBe(2 / 30);
  });

  it("is not known below ten thread and 25 main posts", () => {
    expect(coverage({ created: [0], posts: posts(24, 9), events: events([]) })[0]).toMatchObject({
      threadRetweeted: null,
      mainRetweeted: null,
      mainReplied: null,
      mainRetweetedRank: null,
    });
  });

  it("is ranked among the others, with their mean beside it", () => {
    const one = events([{ account: 1, post: 0, kind: "retweet" }]);
    const found = coverage({ created: [0, 0, 0], posts: posts(25, 0), events: one });
    expect(found.map(({ mainRetweetedRank }) => mainRetweetedRank)).toEqual([1, 1 / 3, 1]);
    expect(found.map(({ expectedMainRetweeted }) => expectedMainRetweeted)).toEqual([1 / 50, 0, 1 / 50]);
  });
});

describe("concentration", () => {
  const pool = (focus: number[], all: number[]) => ({
    principals: all.map(() => 1),
    diplomatAmplifications: all,
    diplomatRetweets: all,
    focusRetweets: focus,
  });

  it("is the share of retweets, beside that of all others together", () => {
    expect(focusConcentration(pool([3, 1, 0], [4, 4, 2]))[0]).toMatchObject({ share: 0.75, expectedShare: 1 / 6 });
  });

  it("is not known without retweets", () => {
    const [replier] = focusConcentration(pool([0, 1], [0, 2]));
    expect(replier).toMatchObject({ share: null, expectedShare: 0.5, pValue: null });
    expect(focusConcentration(pool([0], [0]))[0]).toMatchObject({ share: null, expectedShare: null, pValue: null });
  });

  it("is not surprising where many accounts know no other diplomat, and is where none else does", () => {
    const usual = focusConcentration(pool([...Array(50).fill(20), ...Array(50).fill(0)], Array(100).fill(20)))[0];
    const unusual = focusConcentration(pool([20, ...Array(99).fill(2)], Array(100).fill(20)))[0];
    expect(usual?.pValue).toBeGreaterThan(0.3);
    expect(unusual?.pValue).toBeLessThan(1e-4);
  });
});
