import { describe, expect, it } from "vitest";
import type { Row } from "../../src/corpus/schema.js";
import { activeSpans } from "../../src/findings/active-spans.js";
import { amplifierStatuses } from "../../src/findings/amplifier-statuses.js";
import { suspendedAmplifiersResults } from "../../src/findings/suspended-amplifiers.js";
import { suspendedShares } from "../../src/findings/suspended-shares.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { account, principal, tinyCorpus } from "../tiny-corpus.js";
import { retweet, retweets, status } from "../tiny-retweets.js";

const accounts = ["d", "e", "m", "a", "b", "c"].map((id) => account(id, { handle: `handle_${id}` }));
const principals = [
  principal("d", { name: "embassy, Testland" }),
  principal("e"),
  principal("m", { group: "state_media" }),
];
const corpusOf = (amplifications: Row<"amplifications">[], statuses: Row<"statuses">[] = []) =>
  tinyCorpus({ accounts, principals, amplifications, statuses });

describe("amplifiers by status", () => {
  it("count an account once for both groups together, and its retweets in full", async () => {
    const corpus = await corpusOf(
      [
        retweet("a", "2020-07-01T00:00:00Z"),
        retweet("a", "2020-07-02T00:00:00Z", { principal_id: "m" }),
        retweet("b", "2020-07-01T00:00:00Z", { principal_id: "m" }),
      ],
      [status("a", "suspended"), status("b", "active")],
    );
    const onFirstDay = (await amplifierStatuses(corpus, oii2021)).filter(({ day }) => day === "2021-03-01");
    expect(onFirstDay).toMatchObject([
      { retweeted: "diplomat", accounts: 1, retweets: 1, suspendedAccounts: { count: 1, of: 1 } },
      { retweeted: "state_media", accounts: 2, retweets: 2, suspendedRetweets: { count: 1, of: 2 } },
      { retweeted: "both", accounts: 2, retweets: 3, suspendedRetweets: { count: 2, of: 3 } },
    ]);
  });

  it("keep active and deleted accounts in the denominator, and those never asked about out of it", async () => {
    const corpus = await corpusOf(
      [...retweets("a", 3), ...retweets("b", 2), ...retweets("c", 1), ...retweets("e", 4)],
      [status("a", "suspended"), status("b", "deleted"), status("c", "active")],
    );
    const [diplomats] = await amplifierStatuses(corpus, oii2021);
    expect(diplomats).toMatchObject({
      accounts: 4,
      retweets: 10,
      suspendedRetweets: { count: 3, of: 6 },
      deletedRetweets: { count: 2, of: 6 },
      suspendedAccounts: { count: 1, of: 3 },
    });
  });

  it("keep the two status days apart", async () => {
    const corpus = await corpusOf(retweets("a", 1), [status("a", "active"), status("a", "suspended", "2021-05-05")]);
    const diplomats = (await amplifierStatuses(corpus, oii2021)).filter(({ retweeted }) => retweeted === "diplomat");
    expect(diplomats.map(({ day, suspendedRetweets }) => [day, suspendedRetweets.count])).toEqual([
      ["2021-03-01", 0],
      ["2021-05-05", 1],
    ]);
  });

  it("count the whole last day of the window and nothing after it, and retweets only", async () => {
    const corpus = await corpusOf([
      retweet("a", "2020-06-08T23:59:59Z"),
      retweet("a", "2020-06-09T00:00:00Z"),
      retweet("a", "2021-01-31T23:59:59Z"),
      retweet("a", "2021-02-01T00:00:00Z"),
      retweet("a", "2020-07-01T00:00:00Z", { kind: "quote" }),
      retweet("a", "2020-07-01T00:00:00Z", { kind: "reply" }),
    ]);
    expect((await amplifierStatuses(corpus, oii2021))[0]).toMatchObject({ retweets: 2 });
  });

  it("have no share where no status was observed", async () => {
    const [diplomats] = await amplifierStatuses(await corpusOf(retweets("a", 5)), oii2021);
    expect(diplomats).toMatchObject({ retweets: 5, suspendedRetweets: { count: 0, of: 0, share: null } });
  });
});

describe("the share of one diplomat", () => {
  const observed = [status("a", "suspended"), status("b", "active")];

  it("is given for more than 100 retweets of known status, not for 100", async () => {
    const hundred = [...retweets("a", 40), ...retweets("b", 60), ...retweets("c", 50)];
    expect(await suspendedShares(await corpusOf(hundred, observed), oii2021)).toEqual([]);
    const [share] = await suspendedShares(
      await corpusOf([...hundred, ...retweets("b", 1, 7, { amplification_id: "x" })], observed),
      oii2021,
    );
    expect(share).toMatchObject({ suspended: { count: 40, of: 101 }, accounts: 2, suspendedAccounts: 1 });
  });

  it("comes with an interval over accounts that is wider than the one over retweets", async () => {
    const [share] = await suspendedShares(
      await corpusOf([...retweets("a", 60), ...retweets("b", 60)], observed),
      oii2021,
    );
    expect(share).toMatchObject({
      name: "embassy, Testland",
      suspended: { share: 0.5 },
      byAccount: { low: 0, high: 1 },
    });
    expect(share?.suspended.low).toBeGreaterThan(0.4);
  });

  it("is listed from the highest down, under the handle where the office has no name", async () => {
    const toE = (id: string, number: number) => retweets(id, number, 60, { principal_id: "e" });
    const rows = [...retweets("a", 10), ...retweets("b", 100), ...toE("a", 110), ...toE("b", 10)];
    const shares = await suspendedShares(await corpusOf(rows, observed), oii2021);
    expect(shares.map(({ name, suspended }) => [name, suspended.count])).toEqual([
      ["handle_e", 110],
      ["embassy, Testland", 10],
    ]);
  });
});

describe("the time that suspended accounts were active", () => {
  it("runs from the first to the last amplification of any kind, of either group", async () => {
    const corpus = await corpusOf(
      [
        retweet("a", "2020-07-01T00:00:00Z", { principal_id: "m" }),
        retweet("a", "2020-07-05T00:00:00Z"),
        retweet("a", "2020-07-31T00:00:00Z", { kind: "reply" }),
        retweet("b", "2020-07-01T00:00:00Z"),
        retweet("c", "2020-07-01T00:00:00Z"),
        retweet("c", "2021-01-01T00:00:00Z"),
      ],
      [status("a", "suspended"), status("b", "suspended"), status("c", "active")],
    );
    expect(await activeSpans(corpus, oii2021)).toMatchObject([
      { amplifiers: "all", accounts: 2, median: 15, weeks: 1, months: 0 },
      { amplifiers: "at least two amplifications", accounts: 1, median: 30, weeks: 1 },
    ]);
  });
});

describe("a corpus without amplifications", () => {
  it("gives results without rows to compare, not an error", async () => {
    const { statuses, diplomats, spans } = await suspendedAmplifiersResults(await corpusOf([]), oii2021);
    expect(
      statuses.every(({ retweets: number, suspendedRetweets }) => number === 0 && suspendedRetweets.share === null),
    ).toBe(true);
    expect([diplomats, spans]).toEqual([[], []]);
  });
});
