import { describe, expect, it } from "vitest";
import { networkTracesChecks } from "../../src/claims/checks/network-traces.js";
import { medianAmplificationsByDataFrame } from "../../src/claims/second-opinion/network-traces.js";
import { accountTraces } from "../../src/coordination/traces/account-traces.js";
import { loadFocusCorpus } from "../../src/coordination/traces/focus-events.js";
import type { CorpusBasis } from "../../src/corpus/info.js";
import type { Row } from "../../src/corpus/schema.js";
import type { CorpusRows } from "../../src/corpus/write.js";
import { activityTiles } from "../../src/findings/network/activity-tiles.js";
import { memberAccounts } from "../../src/findings/network/member-accounts.js";
import { repliesToAmbassador } from "../../src/findings/network/replies-to-ambassador.js";
import { type NetworkTracesResults, networkTraces, networkTracesResults } from "../../src/findings/network-traces.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { account, day, instant, principal, tinyCorpus } from "../tiny-corpus.js";
import { post } from "../tiny-posts.js";
import { retweet, retweets, status } from "../tiny-retweets.js";

const created: Record<string, string> = { old: "2012-05-06T00:00:00Z", young: "2020-07-08T00:00:00Z" };
const ids = ["ambassador", "page", "old", "young", "other"];

function london(given: Partial<CorpusRows> = {}, basis?: CorpusBasis) {
  return tinyCorpus(
    {
      accounts: ids.map((id) =>
        account(id, {
          handle: `@${id}`,
          platform: id === "page" ? "facebook" : "twitter",
          created_at: created[id] === undefined ? null : instant(created[id]),
        }),
      ),
      principals: [
        principal("ambassador", { country: "GB", category: "ambassador" }),
        principal("page", { country: "GB", category: "ambassador" }),
      ],
      ...given,
    },
    basis,
  );
}

const members = ["young", "old", "other"];

describe("the members of a network", () => {
  it("come in order of creation with their pseudonyms, on the twin only", async () => {
    const accounts = await memberAccounts(await london(), oii2021, [...members, "nobody"]);
    expect(accounts.map(({ name }) => name)).toEqual(["@old", "@young", "@other"]);
    const real = await memberAccounts(await london({}, "real data"), oii2021, members);
    expect(real.map(({ id, name }) => [id, name])).toEqual([
      ["old", "account 1"],
      ["young", "account 2"],
      ["other", "account 3"],
    ]);
  });

  it.each([
    [[status("old", "suspended"), status("old", "suspended", "2021-05-05")], "suspended"],
    [[status("old", "deleted"), status("old", "suspended", "2021-05-05")], "deleted"],
    [[status("old", "active"), status("old", "suspended", "2021-05-05")], "suspended later"],
    [[status("old", "suspended", "2021-05-05")], "suspended later"],
    [[status("old", "active"), status("old", "suspended", "2021-06-01")], "active"],
    [[], "unknown"],
  ])("have the fate that the study's status days tell: %j", async (statuses, fate) => {
    expect(await memberAccounts(await london({ statuses }), oii2021, ["old"])).toMatchObject([{ fate }]);
  });
});

describe("activity tiles", () => {
  const week = (account_id: string, first: string): Row<"activity"> => ({ account_id, week: day(first), posts: 1 });
  const activity = [week("old", "2020-06-28"), week("old", "2020-07-26"), week("young", "2020-07-12")];

  it("have a letter a week: active, silent, not created before the week's end", async () => {
    const corpus = await london({ activity });
    const tiles = await activityTiles(corpus, await memberAccounts(corpus, oii2021, members));
    expect(tiles.periods).toEqual(["2020-06-28", "2020-07-05", "2020-07-12", "2020-07-19", "2020-07-26"]);
    expect(tiles.accounts).toMatchObject([
      { account: "@old", states: "asssa" },
      { account: "@young", states: "nsass" },
      { account: "@other", states: null },
    ]);
  });

  it("are months outside the twin", async () => {
    const corpus = await london({ activity }, "real data");
    const tiles = await activityTiles(corpus, await memberAccounts(corpus, oii2021, members));
    expect(tiles).toMatchObject({ unit: "month", periods: ["2020-06-01", "2020-07-01"] });
    expect(tiles.accounts.map(({ states }) => states)).toEqual(["aa", "na", null]);
  });

  it("are none where the corpus holds no histories", async () => {
    const corpus = await london();
    const tiles = await activityTiles(corpus, await memberAccounts(corpus, oii2021, ["old"]));
    expect(tiles).toMatchObject({ periods: [], accounts: [{ account: "@old", states: null }] });
  });
});

describe("replies to the ambassador", () => {
  const main = Array.from({ length: 30 }, (_, at) => post(`p${at}`, "ambassador", { created_at: posted(at) }));
  const posts = [
    ...main,
    post("thread", "ambassador", { kind: "reply", target_account_id: "ambassador" }),
    post("retweet", "ambassador", { kind: "retweet" }),
    post("early", "ambassador", { created_at: instant("2020-06-08T23:59:59Z") }),
    post("last", "ambassador", {
      kind: "reply",
      target_account_id: "old",
      created_at: instant("2021-01-31T23:59:59Z"),
    }),
    post("late", "ambassador", { created_at: instant("2021-02-01T00:00:00Z") }),
    post("elsewhere", "page"),
  ];
  const reply = (account_id: string, target_post_id: string, at = "2021-01-31T12:00:00Z") =>
    retweet(account_id, at, {
      principal_id: "ambassador",
      kind: "reply",
      target_post_id,
      amplification_id: `${account_id} ${target_post_id} ${at}`,
    });
  const amplifications = [
    ...main.slice(0, 15).map(({ post_id }) => reply("old", post_id)),
    reply("old", "p0", "2021-01-31T13:00:00Z"),
    reply("old", "thread"),
    reply("old", "late"),
    { ...reply("old", "p20"), kind: "retweet" as const },
    ...main.map(({ post_id }) => reply("young", post_id)),
    reply("other", "last"),
  ];

  it("count main posts of the window once, while the account existed", async () => {
    const corpus = await london({ posts, amplifications });
    const accounts = await memberAccounts(corpus, oii2021, members);
    // Thirty main posts and the reply to another; the young account was created when five of them had been posted.
    expect(await repliesToAmbassador(corpus, oii2021, accounts)).toEqual([
      { account: "@young", posts: 26, replied: 25, share: 25 / 26 },
      { account: "@old", posts: 31, replied: 15, share: 15 / 31 },
      { account: "@other", posts: 31, replied: 1, share: 1 / 31 },
    ]);
  });

  it("need 25 posts", async () => {
    const corpus = await london({ posts: main.slice(0, 29), amplifications: amplifications.slice(0, 10) });
    const rows = await repliesToAmbassador(corpus, oii2021, await memberAccounts(corpus, oii2021, members));
    expect(rows.map(({ account: name }) => name)).toEqual(["@old", "@other"]);
  });

  /** Five posts before the young account was created, then one a day. */
  function posted(at: number) {
    const from = at < 5 ? Date.parse("2020-07-01T00:00:00Z") : Date.parse("2020-07-08T00:00:00Z");
    return instant(new Date(from + (at % 5) * 60_000 + Math.floor(at / 5) * 86_400_000).toISOString());
  }
});

describe("the whole finding", () => {
  it("takes its members from outside and needs no more than amplifications", async () => {
    const corpus = await london({
      amplifications: ["old", "young"].flatMap((id) => retweets(id, 6, 3600, { principal_id: "ambassador" })),
    });
    const [traces, focus] = [await accountTraces(corpus, oii2021), await loadFocusCorpus(corpus, oii2021)];
    const results = await networkTraces(corpus, oii2021, { members: ["old"], traces, focus });
    expect(results).toMatchObject({
      ...{ members: 1, benchmark: 1, withTraces: { network: 1, benchmark: 1 } },
      ...{ activation: null, activity: { median: 6 }, table: [{ account: "@old", focusRetweets: 6 }] },
    });
    expect(JSON.parse(JSON.stringify(results))).toEqual(results);
    const second = await medianAmplificationsByDataFrame(corpus, oii2021, ["old"]);
    expect(second).toBe(6);
  });

  it("has no rows on a corpus without amplifications, and no claim is computable", async () => {
    const results = await networkTracesResults(await london(), oii2021);
    expect(results).toMatchObject({ members: 0, benchmark: 0, created: [], activation: null, table: [] });
    expect(JSON.parse(JSON.stringify(results))).toEqual(results);
    for (const { recompute } of networkTracesChecks) expect(recompute(results)).toHaveProperty("notComputable");
  });
});

describe("the median member by data frame", () => {
  it("counts what is in the window, of focus principals, by members with at least five", async () => {
    const to = { principal_id: "ambassador" };
    const corpus = await london({
      amplifications: [
        ...retweets("old", 6, 3600, to),
        ...retweets("young", 9, 3600, { ...to, kind: "reply" }),
        ...retweets("other", 4, 3600, to),
        ...retweets("old", 3, 60, { principal_id: "page" }),
        retweet("old", "2021-02-01T00:00:00Z", to),
        retweet("old", "2021-01-31T23:59:59Z", to),
      ],
    });
    expect(await medianAmplificationsByDataFrame(corpus, oii2021, members)).toBe((7 + 9) / 2);
    expect(await medianAmplificationsByDataFrame(corpus, oii2021, ["other"])).toBeNull();
    expect(await medianAmplificationsByDataFrame(await london(), oii2021, members)).toBeNull();
  });
});

describe("the checks of network traces", () => {
  const outcome = async (claim: string, given: Partial<NetworkTracesResults>) => {
    const corpus = await london();
    const empty = await networkTracesResults(corpus, oii2021);
    const check = networkTracesChecks.find((one) => one.claim === claim) ?? expect.fail();
    return check.recompute({ ...empty, members: 60, ...given });
  };
  const cluster = (on: string, accounts: number) => ({
    ...{ day: day(on), accounts, expected: 0, benchmark: 0, pValue: 0.001 },
    ...{ windowMinutes: 10, minutes: 5, offsets: null },
  });

  it("count for U17 only clusters on the published days", async () => {
    const clusters = [cluster("2020-04-21", 12), cluster("2020-08-26", 8), cluster("2020-09-01", 40)];
    const clustered = { count: 60, of: 60, share: 1, low: 1, high: 1 };
    expect(await outcome("U17", { creation: { clustered, unknown: 0, clusters } })).toMatchObject({ value: 20 / 60 });
  });

  it("say for U18 how many days the found and the published ones span", async () => {
    const found = (days: string[]) => ({
      days: days.map(day),
      activated: { count: 2, of: 3, share: 2 / 3, low: 0, high: 1 },
      benchmark: { count: 0, of: 9, share: 0, low: 0, high: 1 },
      ...{ expected: 0, pValue: 0.001, medianSilenceDays: null, knownHistories: 0 },
    });
    expect(await outcome("U18", { activation: found(["2020-08-12", "2020-08-13"]) })).toMatchObject({ value: 2 });
    expect(await outcome("U18", { activation: found(["2020-08-13"]) })).toMatchObject({ value: 2 });
    expect(await outcome("U18", { activation: found(["2020-08-13", "2020-08-14"]) })).toMatchObject({ value: 3 });
    expect(await outcome("U18", { activation: null })).toHaveProperty("notComputable");
  });
});
