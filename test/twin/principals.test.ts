import { describe, expect, it } from "vitest";
import { validateCorpus } from "../../src/corpus/validate.js";
import { accountGrowthResults } from "../../src/findings/account-growth.js";
import { labellingRates } from "../../src/findings/labelling-rates.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { twitterAccountId } from "../../src/twin/account-ids.js";
import { randomStream } from "../../src/twin/random.js";
import { auditedTwin } from "../audited-twin.js";
import { tinyCorpus } from "../tiny-corpus.js";

describe.each([2021, 1, 5, 77])("the twin of seed %d", (seed) => {
  const { rows } = auditedTwin(seed);

  it("keeps every rule of the schema", async () => {
    expect(await validateCorpus(await tinyCorpus(rows))).toEqual({ violations: [], total: 0 });
  });

  it("has the published numbers of accounts, countries and labels", async () => {
    const corpus = await tinyCorpus(rows);
    const { audited, countries, growth } = await accountGrowthResults(corpus, oii2021);
    const posted = Object.fromEntries(audited.map((one) => [`${one.group} ${one.platform}`, one.posted]));
    expect(posted).toEqual({
      "diplomat twitter": 189,
      "diplomat facebook": 84,
      "state_media twitter": 88,
      "state_media facebook": 88,
    });
    expect(countries).toBe(126);
    expect(growth.find(({ group, platform }) => group === "diplomat" && platform === "twitter")).toMatchObject({
      early: 44,
      recent: { count: 143, of: 189 },
    });
    const rates = await labellingRates(corpus, oii2021.labelDay);
    expect(rates.find(({ group, platform }) => group === "diplomat" && platform === "twitter")).toMatchObject({
      labelled: { count: 27, of: 189 },
    });
  });

  it("has the accounts that the papers follow before their window opens", () => {
    const followed = [...(rows.accounts ?? [])].filter(({ handle }) => /_gb$|spokesperson/.test(handle ?? ""));
    const onTwitter = followed.filter(({ platform }) => platform === "twitter");
    expect(onTwitter.map(({ handle }) => handle).sort()).toEqual([
      "twin_ambassador_gb",
      "twin_embassy_gb",
      "twin_ministry_spokesperson",
    ]);
    for (const { created_at } of onTwitter) expect((created_at ?? "") < "2020-06-09").toBe(true);
  });

  it("names roles, and shows that its handles are invented", async () => {
    for (const { handle } of [...(rows.accounts ?? [])]) expect(handle).toMatch(/^twin_/);
    for (const { name } of [...(rows.principals ?? [])]) {
      expect(name).toMatch(/^(embassy|ambassador|consulate|staff|foreign ministry|outlet [A-J]),/);
    }
  });
});

describe("the twin", () => {
  it("is the same for the same seed and another for another", () => {
    expect(auditedTwin(5).rows).toEqual(auditedTwin(5).rows);
    expect(auditedTwin(5).rows).not.toEqual(auditedTwin(6).rows);
  });

  it("gives snowflakes that carry the creation date from 2016 on, and before that ids that grow with it", () => {
    const random = randomStream(1, "test");
    const created = "2020-04-21T09:08:07Z";
    const milliseconds = (BigInt(twitterAccountId(created, random)) >> 22n) + 1_288_834_974_657n;
    expect(new Date(Number(milliseconds)).toISOString().slice(0, 19)).toBe(created.slice(0, 19));
    const older = ["2007-01-01", "2010-06-01", "2015-12-31"].map((day) => twitterAccountId(`${day}T00:00:00Z`, random));
    expect(older.map(Number)).toEqual([...older.map(Number)].sort((a, b) => a - b));
    expect(Number(older[2])).toBeLessThan(2 ** 32);
  });
});
