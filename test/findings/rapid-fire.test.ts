import { describe, expect, it } from "vitest";
import type { CorpusBasis } from "../../src/corpus/info.js";
import type { Row } from "../../src/corpus/schema.js";
import { activeAccounts } from "../../src/findings/active-accounts.js";
import { rapidFireResults } from "../../src/findings/rapid-fire.js";
import { busiestRetweeter } from "../../src/findings/rapid-retweeter.js";
import { retweetChains } from "../../src/findings/retweet-chains.js";
import { retweetDelays } from "../../src/findings/retweet-delays.js";
import { retweetLags } from "../../src/findings/retweet-lags.js";
import { lagsByAccount, medianLag, shareWithin } from "../../src/statistics/lags.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { account, instant, principal, tinyCorpus } from "../tiny-corpus.js";
import { retweet, retweets, status } from "../tiny-retweets.js";

const corpusOf = (
  amplifications: Row<"amplifications">[],
  statuses: Row<"statuses">[] = [],
  basis: CorpusBasis = "synthetic twin",
) =>
  tinyCorpus(
    {
      accounts: ["d", "e", "m", "a", "b", "c"].map((id) => account(id, { handle: `handle_${id}` })),
      principals: [
        principal("d", { category: "ambassador", country: "GB", name: "ambassador, London" }),
        principal("e", { category: "embassy", country: "GB" }),
        principal("m", { group: "state_media" }),
      ],
      amplifications,
      statuses,
    },
    basis,
  );

const at = (second: number) =>
  new Date(Date.parse("2020-07-01T00:00:00Z") + second * 1000).toISOString().replace(".000Z", "Z");

describe("lags between retweets", () => {
  it("are an account's own, over all diplomats, with nothing between them but state media", async () => {
    const corpus = await corpusOf([
      retweet("a", at(0)),
      retweet("b", at(1)),
      retweet("a", at(2), { principal_id: "m" }),
      retweet("a", at(5), { principal_id: "e" }),
      retweet("a", at(65)),
    ]);
    const lags = await retweetLags(corpus, oii2021, await activeAccounts(corpus, oii2021));
    expect(lags).toMatchObject([
      {
        amplifiers: "top 1%",
        fewest: 3,
        accounts: 1,
        median: 32.5,
        within10: { count: 1, of: 2 },
        within60: { count: 2, of: 2 },
      },
      { amplifiers: "all others", accounts: 1, median: null, underMinute: { count: 0, of: 0 } },
    ]);
  });

  it("begin anew with the window", async () => {
    const corpus = await corpusOf([retweet("a", "2020-06-08T23:59:58Z"), retweet("a", "2020-06-09T00:00:01Z")]);
    const [lags] = await retweetLags(corpus, oii2021, await activeAccounts(corpus, oii2021));
    expect(lags).toMatchObject({ retweets: 1, within10: { of: 0 } });
  });

  it("come out as the plain functions on arrays have them", async () => {
    const rows = [...retweets("a", 120, 7), ...retweets("b", 101, 61), ...retweets("c", 3, 1)];
    const corpus = await corpusOf(rows);
    const lags = await retweetLags(corpus, oii2021, await activeAccounts(corpus, oii2021));
    const active = rows.filter(({ account_id }) => account_id !== "c");
    const byAccount = lagsByAccount(
      active.map(({ account_id, created_at }) => ({ account: account_id, seconds: Date.parse(created_at) / 1000 })),
    );
    const found = lags.find(({ amplifiers }) => amplifiers === "more than 100 retweets");
    expect(found?.within60).toEqual(shareWithin([...byAccount.values()].flat(), 60));
    expect(found?.median).toBe(medianLag([...byAccount.values()].map((own) => medianLag(own) ?? Number.NaN)));
  });
});

describe("the most active accounts", () => {
  it("take in all that tie with the last of the top 1%", async () => {
    const corpus = await corpusOf([...retweets("a", 4), ...retweets("b", 4), ...retweets("c", 1)]);
    expect(await activeAccounts(corpus, oii2021)).toMatchObject({ "top 1%": 4 });
    const [top] = await retweetLags(corpus, oii2021, await activeAccounts(corpus, oii2021));
    expect(top).toMatchObject({ amplifiers: "top 1%", accounts: 2 });
  });
});

describe("delays from post to retweet", () => {
  it("leave out retweets whose post has no date, or a later one", async () => {
    const postedBefore = (delay: number) => ({ target_created_at: instant(at(100 - delay)) });
    const corpus = await corpusOf([
      retweet("a", at(100), { ...postedBefore(10), amplification_id: "1" }),
      retweet("a", at(100), { ...postedBefore(60), amplification_id: "2" }),
      retweet("a", at(100), { ...postedBefore(-1), amplification_id: "3" }),
      retweet("a", at(100), { amplification_id: "4" }),
    ]);
    const [delays] = await retweetDelays(corpus, oii2021, await activeAccounts(corpus, oii2021));
    expect(delays).toMatchObject({ median: 35, within10: { count: 1, of: 2 }, within60: { count: 2, of: 2 } });
  });
});

describe("the busiest suspended retweeter of the ambassador in London", () => {
  const rows = [
    ...retweets("a", 3, 4),
    ...retweets("b", 9, 1),
    ...retweets("c", 20, 1, { principal_id: "e" }),
    retweet("a", "2020-09-10T23:59:59Z"),
    retweet("a", "2020-09-11T00:00:00Z"),
    retweet("a", "2020-07-01T12:00:02Z", { principal_id: "e" }),
  ];

  it("is found among accounts suspended on either day, by retweets up to the end of the last day", async () => {
    const corpus = await corpusOf(rows, [
      status("a", "suspended", "2021-05-05"),
      status("c", "suspended"),
      status("b", "active"),
    ]);
    expect(await busiestRetweeter(corpus, oii2021)).toMatchObject({
      account: "handle_a",
      principal: "ambassador, London",
      retweets: 4,
      medianLag: 4,
      chains: [{ startedAt: "2020-07-01T12:00:00Z", gaps: [2, 2, 4] }],
    });
  });

  it("loses name, times and exact counts outside the twin", async () => {
    const many = retweets("a", 123, 3);
    const found = await busiestRetweeter(await corpusOf(many, [status("a", "suspended")], "real data"), oii2021);
    expect(found).toMatchObject({ account: "account A", retweets: 120, medianLag: 3, chains: [{ startedAt: null }] });
    expect(JSON.stringify(found)).not.toContain("handle_a");
  });

  it("does not exist where no suspended account retweeted one", async () => {
    expect(await busiestRetweeter(await corpusOf(rows), oii2021)).toBeNull();
    expect(await rapidFireResults(await corpusOf([]), oii2021)).toEqual({ lags: [], delays: [], retweeter: null });
  });
});

describe("chains", () => {
  const chain = (...seconds: number[]) =>
    retweetChains(
      seconds.map((second) => ({ createdAt: instant(at(second)), seconds: second })),
      { basis: "synthetic twin" },
    );

  it("go on for a gap of a minute and end with a longer one; a single retweet is none", () => {
    expect(chain(0, 60, 121, 500).map(({ gaps }) => gaps)).toEqual([[60]]);
    expect(chain()).toEqual([]);
  });

  it("are the eight longest, in order of time", () => {
    const starts = Array.from({ length: 10 }, (_, chained) => chained * 1000);
    const seconds = starts.flatMap((start, chained) => Array.from({ length: 2 + (chained % 5) }, (_, n) => start + n));
    const found = chain(...seconds);
    expect(found.map(({ gaps }) => gaps.length)).toEqual([2, 3, 4, 5, 2, 3, 4, 5]);
  });
});
