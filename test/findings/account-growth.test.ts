import { describe, expect, it } from "vitest";
import { accountGrowth, auditedAccounts, diplomatCountries, growthCurve } from "../../src/findings/account-growth.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { account, instant, principal, tinyCorpus } from "../tiny-corpus.js";

const created = (id: string, at: string | null) => account(id, { created_at: at === null ? null : instant(at) });
const diplomats = (...dates: (string | null)[]) =>
  tinyCorpus({
    accounts: dates.map((at, n) => created(String(n), at)),
    principals: dates.map((_, n) => principal(String(n))),
  });

describe("account growth", () => {
  it("counts the last second of 2018 as before 2019 and the first of 2019 as not", async () => {
    const [growth] = await accountGrowth(await diplomats("2018-12-31T23:59:59Z", "2019-01-01T00:00:00Z"), oii2021);
    expect(growth).toMatchObject({ dated: 2, early: 1 });
  });

  it("counts both end days of the two years as recent, of the accounts that existed on the last", async () => {
    const corpus = await diplomats(
      "2019-02-22T23:59:59Z",
      "2019-02-23T00:00:00Z",
      "2021-02-23T23:59:59Z",
      "2021-02-24T00:00:00Z",
    );
    const [growth] = await accountGrowth(corpus, oii2021);
    expect(growth?.recent).toMatchObject({ count: 2, of: 3 });
  });

  it("leaves accounts without a creation date out of both counts", async () => {
    const [growth] = await accountGrowth(await diplomats(null, "2020-01-01T00:00:00Z"), oii2021);
    expect(growth).toMatchObject({ dated: 1, recent: { count: 1, of: 1 } });
  });

  it("leaves out accounts that are not principals", async () => {
    const corpus = await tinyCorpus({
      accounts: [created("1", "2018-01-01T00:00:00Z"), created("amplifier", "2018-01-01T00:00:00Z")],
      principals: [principal("1")],
    });
    expect(await accountGrowth(corpus, oii2021)).toMatchObject([{ early: 1 }]);
  });

  it("adds up by day, each group and platform by itself", async () => {
    const corpus = await diplomats("2019-05-01T01:00:00Z", "2019-05-01T23:00:00Z", "2020-01-01T00:00:00Z");
    expect(await growthCurve(corpus)).toEqual([
      { group: "diplomat", platform: "twitter", day: "2019-05-01", accounts: 2 },
      { group: "diplomat", platform: "twitter", day: "2020-01-01", accounts: 3 },
    ]);
  });
});

describe("audited accounts", () => {
  it("are those that posted in the window, where the source says who did", async () => {
    const corpus = await tinyCorpus({
      accounts: [account("1"), account("2")],
      principals: [principal("1", { posted_in_window: true }), principal("2", { posted_in_window: false })],
    });
    expect(await auditedAccounts(corpus)).toMatchObject([{ listed: 2, posted: 1 }]);
  });

  it("are unknown where it does not", async () => {
    expect(await auditedAccounts(await diplomats(null))).toMatchObject([{ listed: 1, posted: null }]);
    expect(await diplomatCountries(await diplomats(null))).toBeNull();
  });

  it("count a country once over both platforms, and multilateral posts not at all", async () => {
    const corpus = await tinyCorpus({
      accounts: [account("1"), account("2", { platform: "facebook" }), account("3")],
      principals: [
        principal("1", { country: "GB", posted_in_window: true }),
        principal("2", { country: "GB", posted_in_window: true }),
        principal("3", { country: null, posted_in_window: true }),
      ],
    });
    expect(await diplomatCountries(corpus)).toBe(1);
  });
});
