import { beforeEach, describe, expect, it } from "vitest";
import { accountTraces } from "../../../src/coordination/traces/account-traces.js";
import { loadFocusCorpus } from "../../../src/coordination/traces/focus-events.js";
import { activityOf, coActivityEvents, coverageInput } from "../../../src/coordination/traces/focus-views.js";
import { traceCells, traceColumns } from "../../../src/coordination/traces/trace-columns.js";
import type { Corpus } from "../../../src/corpus/corpus.js";
import type { Row } from "../../../src/corpus/schema.js";
import type { CorpusRows } from "../../../src/corpus/write.js";
import { oii2021 } from "../../../src/study/oii-2021.js";
import { account, day, instant, principal, tinyCorpus } from "../../tiny-corpus.js";
import { retweet, retweets } from "../../tiny-retweets.js";

const accounts = ["a", "b", "c", "ambassador", "embassy", "page", "paris", "daily"];

/** London's ambassador and embassy, its Facebook page, another embassy and a state medium, amplified by a, b and c. */
function london(amplifications: Row<"amplifications">[], given: Partial<CorpusRows> = {}): Promise<Corpus> {
  return tinyCorpus({
    accounts: accounts.map((id) =>
      account(id, { created_at: instant("2020-01-01T00:00:00Z"), platform: id === "page" ? "facebook" : "twitter" }),
    ),
    principals: [
      principal("ambassador", { country: "GB", category: "ambassador" }),
      principal("embassy", { country: "GB", category: "other" }),
      principal("page", { country: "GB", category: "embassy" }),
      principal("paris", { country: "FR", category: "embassy" }),
      principal("daily", { group: "state_media", category: "media", country: "GB" }),
    ],
    amplifications,
    ...given,
  });
}

const of = (principal_id: string, more: Partial<Row<"amplifications">> = {}) => ({ principal_id, ...more });

const post = (post_id: string, at: string, given: Partial<Row<"posts">> = {}): Row<"posts"> => ({
  post_id,
  account_id: "ambassador",
  created_at: instant(at),
  kind: "text",
  target_post_id: null,
  target_account_id: null,
  likes: null,
  replies: null,
  shares: null,
  language: null,
  text: null,
  ...given,
});

describe("the pool", () => {
  it("is who amplified a diplomat of the focus country on Twitter in the window, and no principal", async () => {
    const corpus = await london([
      retweet("a", "2020-07-01T00:00:00Z", of("embassy")),
      retweet("b", "2020-07-01T00:00:00Z", of("paris")),
      retweet("b", "2020-07-01T00:00:01Z", of("page")),
      retweet("b", "2020-07-01T00:00:02Z", of("daily")),
      retweet("paris", "2020-07-01T00:00:00Z", of("ambassador")),
      retweet("c", "2021-01-31T23:59:59Z", of("ambassador")),
      retweet("b", "2021-02-01T00:00:00Z", of("ambassador")),
      retweet("b", "2020-06-08T23:59:59Z", of("ambassador")),
    ]);
    const { pool, events } = await loadFocusCorpus(corpus, oii2021);
    expect(pool.id).toEqual(["a", "c"]);
    expect([...events.account]).toEqual([0, 1]);
  });

  it("knows what else its accounts amplified: other diplomats, state media, and when first", async () => {
    const corpus = await london([
      retweet("a", "2020-06-10T00:00:00Z", of("daily")),
      retweet("a", "2020-07-01T00:00:00Z", of("ambassador")),
      retweet("a", "2020-07-02T00:00:00Z", of("paris")),
      retweet("a", "2020-07-03T00:00:00Z", of("paris", { kind: "reply" })),
    ]);
    const { pool } = await loadFocusCorpus(corpus, oii2021);
    expect(pool.firstAmplification[0]).toBe(Date.parse("2020-06-10T00:00:00Z") / 1000);
    expect(
      [pool.diplomatAmplifications, pool.diplomatRetweets, pool.focusRetweets, pool.principals].map(([n]) => n),
    ).toEqual([3, 2, 1, 3]);
  });

  it("is empty where nobody is posted to the country or nobody amplified", async () => {
    const corpus = await london([]);
    expect(await accountTraces(corpus, oii2021)).toEqual({ pool: 0, rows: [], phrases: [], pairs: [] });
    const elsewhere = { ...oii2021, focusCountry: "NZ" };
    expect((await accountTraces(corpus, elsewhere)).pool).toBe(0);
  });
});

describe("the longest silence", () => {
  const first = retweet("a", "2020-08-12T12:00:00Z", of("ambassador"));
  const week = (at: string, id = "a") => ({ account_id: id, week: day(at), posts: 1 });
  const silenceOf = async (activity: Row<"activity">[]) =>
    (await loadFocusCorpus(await london([first], { activity }), oii2021)).pool.longestSilence[0];

  it("is between two weeks with posts, the second of them the first amplification's at the latest", async () => {
    const weeks = [week("2019-12-29"), week("2020-01-05"), week("2020-03-01"), week("2020-08-09")];
    // Awake to 8 March, then silent until 12 August at noon.
    expect(await silenceOf(weeks)).toBeCloseTo(157.5, 10);
    // Awake to 12 January and from 1 March to 8 August: the 49 days between are longest.
    const months = Array.from({ length: 23 }, (_, at) =>
      new Date(Date.UTC(2020, 2, 1 + 7 * at)).toISOString().slice(0, 10),
    );
    expect(await silenceOf([week("2019-12-29"), week("2020-01-05"), ...months.map((at) => week(at))])).toBe(49);
  });

  it("begins with creation, and not before the table does", async () => {
    expect(await silenceOf([week("2020-08-09"), week("2019-12-29", "b")])).toBeCloseTo(224.5, 10);
    expect(await silenceOf([week("2020-08-09"), week("2020-08-02", "b")])).toBeCloseTo(10.5, 10);
  });

  it("is not known without a history of the account, or without the table", async () => {
    expect(await silenceOf([week("2020-08-02", "b")])).toBeNaN();
    expect((await loadFocusCorpus(await london([first]), oii2021)).pool.longestSilence[0]).toBeNaN();
  });
});

describe("the events", () => {
  it("share a target by its id alone; none matches none", async () => {
    const corpus = await london([
      retweet("a", "2020-07-01T00:00:00Z", of("ambassador", { target_post_id: "1" })),
      retweet("b", "2020-07-01T00:00:01Z", of("ambassador", { target_post_id: "1", kind: "reply" })),
      retweet("b", "2020-07-01T00:00:02Z", of("ambassador", { target_post_id: "2", kind: "quote" })),
      retweet("c", "2020-07-01T00:00:03Z", of("ambassador")),
    ]);
    const focus = await loadFocusCorpus(corpus, oii2021);
    expect([...focus.events.target]).toEqual([0, 0, 1, -1]);
    expect(Array.from(coActivityEvents(focus).target)).toEqual([0, 0, -1, -1]);
    expect(activityOf(focus)).toEqual([
      { retweets: 1, quotes: 0, replies: 0 },
      { retweets: 0, quotes: 1, replies: 1 },
      { retweets: 1, quotes: 0, replies: 0 },
    ]);
  });

  it("know the posts of the window: own replies are threads, retweets are no posts", async () => {
    const posts = [
      post("1", "2020-07-01T00:00:00Z"),
      post("2", "2020-07-01T00:00:01Z", { kind: "reply", target_account_id: "ambassador" }),
      post("3", "2020-07-01T00:00:02Z", { kind: "reply", target_account_id: "paris" }),
      post("4", "2020-07-01T00:00:03Z", { kind: "retweet" }),
      post("5", "2021-02-01T00:00:00Z"),
      post("6", "2020-07-01T00:00:00Z", { account_id: "paris" }),
    ];
    const events = ["2", "5", "9"].map((target_post_id, at) =>
      retweet("a", `2020-08-01T00:00:0${at}Z`, of("ambassador", { target_post_id })),
    );
    const input = coverageInput(await loadFocusCorpus(await london(events, { posts }), oii2021));
    expect(Array.from(input.posts.thread)).toEqual([0, 1, 0]);
    expect(Array.from(input.events.post)).toEqual([1, -1, -1]);
  });
});

describe("the table of traces", () => {
  let corpus: Corpus;
  beforeEach(async () => {
    const text = "no one is above the law";
    corpus = await london([
      ...retweets("a", 6, 10, of("ambassador", { target_post_id: "1" })),
      ...retweets("b", 6, 10, of("ambassador", { target_post_id: "1", kind: "reply", text })),
      ...retweets("c", 4, 10, of("ambassador", { target_post_id: "1" })),
    ]);
  });

  it("has a row for each account with five events; the others are background only", async () => {
    const table = await accountTraces(corpus, oii2021);
    expect(table.pool).toBe(3);
    expect(table.rows.map((row) => row.account)).toEqual(["a", "b"]);
    expect(table.rows[0]?.coActivity).toMatchObject({ events: 6, together: 6, partners: 2 });
    expect(table.rows[0]?.creation).toMatchObject({ withinTenMinutes: 2, expectedWithinDay: 0 });
    expect(table.rows[1]?.language).toMatchObject({ replies: 6, differentReplies: 1, shared: 0 });
    expect(table.phrases).toEqual([]);
    expect(table.pairs).toEqual([{ first: "a", second: "c", together: 4, rate: 0.4 }]);
    expect((await accountTraces(corpus, oii2021, { fewestEvents: 1 })).rows).toHaveLength(3);
  });

  it("survives JSON: what is not known is null", async () => {
    const table = await accountTraces(corpus, oii2021);
    expect(JSON.parse(JSON.stringify(table))).toEqual(table);
  });

  it("is written as cells under columns with names and meanings of their own", async () => {
    const { rows } = await accountTraces(corpus, oii2021);
    for (const row of rows) {
      expect(traceCells(row)).toHaveLength(traceColumns.length);
      expect(traceCells(row).filter((value) => typeof value === "number" && !Number.isFinite(value))).toEqual([]);
    }
    const names = traceColumns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => /^[a-z]+(_[a-z]+)+$/.test(name))).toBe(true);
    expect(traceColumns.every(({ description }) => description.length > 5)).toBe(true);
    const cells = new Map(names.map((name, at) => [name, traceCells(rows[0] as (typeof rows)[0])[at]]));
    expect(cells.get("account_id")).toBe("a");
    expect(cells.get("co_activity_together")).toBe(6);
    expect(cells.get("papers_candidate")).toBe(0);
    expect(names.indexOf("co_activity_q_value")).toBe(names.indexOf("co_activity_p_value") + 1);
  });
});
