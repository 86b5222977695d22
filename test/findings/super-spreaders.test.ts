import { describe, expect, it } from "vitest";
import type { Row } from "../../src/corpus/schema.js";
import { diplomatConcentrations } from "../../src/findings/diplomat-concentration.js";
import { retweetPace } from "../../src/findings/retweet-pace.js";
import { groupConcentrations, retweetHistograms, superSpreadersResults } from "../../src/findings/super-spreaders.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { account, principal, tinyCorpus } from "../tiny-corpus.js";
import { retweet, retweets, status } from "../tiny-retweets.js";

const ids = ["d", "e", "m", "a", "b", "c", "f", "g", "h"];
const corpusOf = (amplifications: Row<"amplifications">[], statuses: Row<"statuses">[] = []) =>
  tinyCorpus({
    accounts: ids.map((id) => account(id)),
    principals: [principal("d"), principal("e"), principal("m", { group: "state_media" })],
    amplifications,
    statuses,
  });

/** Five accounts with 1, 1, 1, 1 and 96 retweets. */
const uneven = [...["a", "b", "c", "f"].flatMap((id) => retweets(id, 1)), ...retweets("g", 96)];

describe("the concentration of a group's retweets", () => {
  it("adds an account's retweets of all its diplomats up", async () => {
    const corpus = await corpusOf([
      retweet("a", "2020-07-01T00:00:00Z"),
      retweet("a", "2020-07-01T00:00:01Z", { principal_id: "e" }),
    ]);
    expect(await retweetHistograms(corpus, oii2021)).toEqual([
      { group: "diplomat", histogram: { counts: [2], accounts: [1] } },
    ]);
  });

  it("has the known Gini coefficient and top shares, by whole accounts and by the papers' quantile", async () => {
    const corpus = await corpusOf(uneven);
    const [diplomats] = await groupConcentrations(corpus, oii2021, await retweetHistograms(corpus, oii2021));
    expect(diplomats).toMatchObject({ group: "diplomat", zeros: false, accounts: 5, events: 100 });
    expect(diplomats?.gini.value).toBeCloseTo(0.76, 12);
    expect(diplomats?.top[1]).toMatchObject({ part: 0.01, accounts: 1, events: 96 });
    // Running totals 1, 2, 3, 4, 100; position 3.96 of type 7: 4 + .96 * 96 = 96.16.
    expect(diplomats?.topOneByQuantile.value).toBeCloseTo(1 - 0.9616, 12);
  });

  it("counts amplifiers that never retweeted the group as zeros, whatever else they did", async () => {
    const corpus = await corpusOf([
      ...uneven,
      ...retweets("h", 3, 60, { principal_id: "m" }),
      retweet("g", "2020-07-01T00:00:00Z", { kind: "reply" }),
      retweet("m", "2020-07-01T00:00:00Z", { kind: "reply" }),
    ]);
    const [, diplomats] = await groupConcentrations(corpus, oii2021, await retweetHistograms(corpus, oii2021));
    expect(diplomats).toMatchObject({ group: "diplomat", zeros: true, accounts: 7, events: 100 });
    expect(diplomats?.gini.value).toBeCloseTo((5 * 0.76 + 2) / 7, 12);
  });

  it("ends its curve on the most active tenth", async () => {
    const { lorenz } = await superSpreadersResults(await corpusOf(uneven), oii2021);
    expect(lorenz).toMatchObject([{ points: [{ accounts: 0 }, { accounts: 0.1 }] }]);
    expect(lorenz[0]?.points[1]?.events).toBeCloseTo(0.48, 12);
  });
});

describe("the concentration of one diplomat's retweets", () => {
  it("needs more than 100 retweets", async () => {
    expect(await diplomatConcentrations(await corpusOf(uneven), oii2021)).toEqual([]);
  });

  it("takes type 1, by which the top 1% of fewer than 100 accounts is nobody", async () => {
    const [diplomat] = await diplomatConcentrations(await corpusOf([...uneven, ...retweets("h", 1)]), oii2021);
    expect(diplomat).toMatchObject({ principal: "d", accounts: 6, events: 101, topOneByQuantile: { value: 0 } });
    expect(diplomat?.top[1]?.share.value).toBeCloseTo(96 / 101, 12);
  });

  it("adds those who retweeted other diplomats as zeros to a second coefficient", async () => {
    const other = retweets("h", 1, 60, { principal_id: "e" });
    const [diplomat] = await diplomatConcentrations(
      await corpusOf([...uneven, ...retweets("m", 1), ...other]),
      oii2021,
    );
    const own = diplomat?.gini.value ?? Number.NaN;
    expect(diplomat?.giniWithZeros).toBeCloseTo((6 * own + 1) / 7, 12);
  });
});

describe("the pace of frequent retweeters", () => {
  it("counts accounts of at least ten retweets by status, a minute in the bin that begins with it", async () => {
    const corpus = await corpusOf(
      [...retweets("a", 10, 60), ...retweets("b", 10, 59), ...retweets("c", 10, 0.5), ...retweets("f", 9, 1)],
      [status("a", "suspended"), status("b", "active")],
    );
    expect(await retweetPace(corpus, oii2021)).toMatchObject([
      { status: "active", secondsFrom: 45, secondsTo: 60, retweetsFrom: 10, accounts: 1 },
      { status: "suspended", secondsFrom: 60, secondsTo: 80, accounts: 1 },
      { status: "unknown", secondsFrom: 0, secondsTo: 0.6, accounts: 1 },
    ]);
  });
});

describe("a corpus without amplifications", () => {
  it("gives results without rows, not an error", async () => {
    const results = await superSpreadersResults(await corpusOf([]), oii2021);
    expect(results).toEqual({ groups: [], lorenz: [], diplomats: [], pace: [], statusDay: "2021-03-01" });
  });
});
