import { describe, expect, it } from "vitest";
import { appendixCsv, appendixFiles } from "../../src/findings/appendix-csv.js";
import { retweetedAccounts } from "../../src/findings/appendix-retweets.js";
import { appendixTables } from "../../src/findings/appendix-tables.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { account, instant, label, principal, tinyCorpus } from "../tiny-corpus.js";
import { post, retweets, status } from "../tiny-posts.js";

const amplifiers = ["a", "b", "c", "gone"];
const embassy = {
  handle: "embassy_x",
  created_at: instant("2019-10-09T14:18:32Z"),
  followers: 1234,
  verified: false,
};

const corpusOf = (basis: "synthetic twin" | "real data" = "synthetic twin") =>
  tinyCorpus(
    {
      accounts: [
        account("d", embassy),
        account("m", { platform: "facebook" }),
        account("silent"),
        ...amplifiers.map((id) => account(id)),
      ],
      principals: [
        principal("d", { name: "embassy, X", country: "GB", category: "embassy" }),
        principal("m", { group: "state_media", language: "fr" }),
        principal("silent"),
      ],
      posts: [
        post("1", "d", { shares: 5 }),
        post("2", "d", { kind: "retweet" }),
        post("3", "m", { likes: 3, replies: 2, shares: 1 }),
      ],
      amplifications: [
        ...retweets("a", "d", 1),
        ...retweets("b", "d", 1),
        ...retweets("c", "d", 2),
        ...retweets("gone", "d", 4),
        ...retweets("gone", "d", 3, { kind: "reply" }),
        ...retweets("a", "d", 5, { created_at: instant("2021-02-01T00:00:00Z") }),
      ],
      statuses: [
        status("gone", "2021-03-01", "suspended"),
        status("a", "2021-03-01", "active"),
        status("c", "2021-03-01", "deleted"),
        status("b", "2021-05-05", "suspended"),
      ],
      labels: [label("d", "2021-02-01", "China government organization", true)],
    },
    basis,
  );

/** The Gini coefficient by its other definition: the mean absolute difference over twice the mean. */
function meanDifference(...counts: number[]): number {
  const sum = counts.reduce((total, count) => total + count, 0);
  const differences = counts.flatMap((a) => counts.map((b) => Math.abs(a - b))).reduce((total, one) => total + one, 0);
  return differences / (2 * counts.length * sum);
}

describe("retweets of an account", () => {
  it("have the Gini coefficient of the textbook: 1, 1, 2, 4 give 10/32", async () => {
    const [found] = await retweetedAccounts(await corpusOf(), oii2021);
    expect(found?.giniRetweets).toBeCloseTo(0.3125, 12);
  });

  it("count those by accounts suspended on the first status day, and by nobody else", async () => {
    expect(await retweetedAccounts(await corpusOf(), oii2021)).toMatchObject([
      { account_id: "d", retweets: 8, suspended: 4 },
    ]);
  });

  it("have a Gini coefficient of 0 when shared equally, and else that of the mean difference", async () => {
    const of = async (...counts: number[]) => {
      const ids = counts.map((_, at) => `r${at}`);
      const corpus = await tinyCorpus({
        accounts: [account("d"), ...ids.map((id) => account(id))],
        principals: [principal("d")],
        amplifications: counts.flatMap((times, at) => retweets(ids[at] ?? "", "d", times)),
      });
      return (await retweetedAccounts(corpus, oii2021))[0]?.giniRetweets;
    };
    expect(await of(3, 3, 3)).toBeCloseTo(0, 12);
    expect(await of(7)).toBeCloseTo(0, 12);
    expect(await of(10, 1, 3, 2, 1)).toBeCloseTo(meanDifference(10, 1, 3, 2, 1), 12);
  });
});

describe("the appendix tables", () => {
  it("have a row for each account that posted, in the table of its group and platform", async () => {
    const tables = await appendixTables(await corpusOf(), oii2021);
    expect(tables).toMatchObject({ stateMediaOnTwitter: [], diplomatsOnFacebook: [] });
    expect(tables.diplomatsOnTwitter).toEqual([
      {
        name: "embassy, X",
        handle: "embassy_x",
        category: "embassy",
        country: "GB",
        language: null,
        created: "2019-10-09",
        followers: 1234,
        label: "China government organization",
        verified: true,
        tweets: 2,
        shares: 5,
        retweets: 8,
        giniRetweets: expect.closeTo(0.3125, 12),
        suspendedRetweets: 4,
        suspendedShare: 0.5,
      },
    ]);
    expect(tables.stateMediaOnFacebook).toMatchObject([
      { language: "fr", posts: 1, reactions: 3, comments: 2, shares: 1 },
    ]);
  });

  it("are as exact on real data, because only offices and outlets have a row", async () => {
    const tables = await appendixTables(await corpusOf("real data"), oii2021);
    expect(tables).toEqual(await appendixTables(await corpusOf(), oii2021));
    expect(tables.diplomatsOnTwitter).toMatchObject([{ created: "2019-10-09", followers: 1234 }]);
  });

  it("are empty without posts", async () => {
    const corpus = await tinyCorpus({ accounts: [account("d")], principals: [principal("d")] });
    expect(Object.values(await appendixTables(corpus, oii2021))).toEqual([[], [], [], []]);
  });
});

describe("the appendix tables as CSV", () => {
  it("put an apostrophe before what a spreadsheet would run, and not before a negative number", () => {
    const rows = ["=1+1", "+1", "-1", "@x", "\tx", "plain"].map((name) => ({ name, posts: -3 }));
    expect(appendixCsv(rows, ["name", "posts"])).toBe(
      "name,posts\n'=1+1,-3\n'+1,-3\n'-1,-3\n'@x,-3\n'\tx,-3\nplain,-3\n",
    );
  });

  it("are four files in the paper's order, with a header even where there is no row", async () => {
    const files = appendixFiles(await appendixTables(await corpusOf(), oii2021));
    expect(files.map(({ name }) => name.slice(0, 16))).toEqual([1, 2, 3, 4].map((table) => `appendix-table-${table}`));
    expect(files[0]?.csv).toContain('\n"embassy, X",embassy_x,embassy,GB,,2019-10-09,1234,2,5,8,');
    expect(files[1]?.csv).toMatch(/^name,handle,[\w,]+\n$/);
  });
});
