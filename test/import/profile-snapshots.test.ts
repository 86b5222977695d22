import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { profileColumns, readProfiles } from "../../src/import/profile-snapshots.js";
import { refusalOf, tableOf } from "./table.js";

const header = "user_id,screen_name,description,followers_count,account_created_at,verified,date_scraped";
const good = '826108735827345410,ChinaEmb,"a\nb",24001,2017-01-30T16:44:05Z,FALSE,2022-04-14';

async function profilesOf(...lines: string[]) {
  return readProfiles(await tableOf([header, ...lines], profileColumns));
}

describe("profile snapshots", () => {
  it("keeps ids as text and the creation to the second, over line breaks in descriptions", async () => {
    const { profiles, account } = await profilesOf(good, "9007199254740993,b,NA,NA,NA,NA,2022-04-14");
    expect(profiles).toEqual([
      {
        accountId: "826108735827345410",
        handle: "ChinaEmb",
        createdAt: "2017-01-30T16:44:05Z",
        followers: 24001,
        verified: false,
        observedOn: "2022-04-14",
      },
      {
        accountId: "9007199254740993",
        handle: "b",
        createdAt: null,
        followers: null,
        verified: null,
        observedOn: "2022-04-14",
      },
    ]);
    expect(account).toMatchObject({ rows: 2, kept: 2, merged: 0, rejected: [] });
    expect(account.notes).toEqual([
      { what: "rows with line breaks inside fields", count: 1 },
      { what: "profiles without a creation date", count: 1 },
    ]);
  });

  it("refuses an id or a handle on two rows, with both places", async () => {
    const sameId = "826108735827345410,other,,1,2017-01-30T16:44:05Z,FALSE,2022-04-14";
    expect(await refusalOf(() => profilesOf(good, sameId))).toBe(
      'table.csv:4:1: duplicate id: "826108735827345410", first on line 2; keep one row an account',
    );
    const sameHandle = "1,CHINAEMB,,1,2017-01-30T16:44:05Z,FALSE,2022-04-14";
    expect(await refusalOf(() => profilesOf(good, sameHandle))).toBe(
      'table.csv:4:2: duplicate handle: "chinaemb", first on line 2; keep one row an account',
    );
  });

  it.each([
    [
      "2021-02-30T00:00:00Z",
      'account_created_at is not an instant in UTC: "2021-02-30T00:00:00Z"; write YYYY-MM-DDTHH:MM:SSZ',
    ],
    ["2021-02-03", 'account_created_at is not an instant in UTC: "2021-02-03"; write YYYY-MM-DDTHH:MM:SSZ'],
    ["1970-01-01T00:00:00Z", 'created before 2004-02-04T00:00:00Z: "1970-01-01T00:00:00Z"; correct the date'],
    [
      "2022-04-15T00:00:00Z",
      'created after it was seen on 2022-04-14: "2022-04-15T00:00:00Z"; correct one of the two dates',
    ],
  ])("refuses the impossible creation date %s with its place", async (date, message) => {
    expect(await refusalOf(() => profilesOf(good, `1,b,,1,${date},TRUE,2022-04-14`))).toBe(`table.csv:4:5: ${message}`);
  });

  it("refuses an impossible scrape day with its place", async () => {
    expect(await refusalOf(() => profilesOf("1,b,,1,2020-01-01T00:00:00Z,TRUE,2022-04-31"))).toBe(
      'table.csv:2:7: date_scraped is not a calendar day: "2022-04-31"; write YYYY-MM-DD',
    );
  });

  it("rejects rows whose other values cannot be read, with the place", async () => {
    const rest = "2020-01-01T00:00:00Z,TRUE,2022-04-14";
    const { account } = await profilesOf(
      `8.26E+17,a,,1,${rest}`,
      `2,@b,,1,${rest}`,
      `3,c,,"1,000",${rest}`,
      "4,d,,1,2020-01-01T00:00:00Z,yes,2022-04-14",
    );
    expect(account).toMatchObject({ rows: 4, kept: 0 });
    expect(account.rejected.map(({ line, column, reason }) => `${line}:${column}: ${reason}`)).toEqual([
      '2:1: not an id: "8.26E+17"',
      '3:2: not a handle: "@b"',
      '4:4: not a count: "1,000"',
      '5:6: not TRUE, FALSE or NA: "yes"',
    ]);
  });

  it("accounts for every row, whatever the mixture", async () => {
    const values = fc.tuple(
      fc.constantFrom("", "E+17", "x"),
      fc.constantFrom("", "@", " "),
      fc.constantFrom("0", "NA", "-1", "1.5", ""),
      fc.constantFrom("TRUE", "FALSE", "NA", "", "T"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(values, { maxLength: 12 }), async (rows) => {
        const lines = rows.map(
          ([id, handle, followers, verified], index) =>
            `${index}${id},${handle}h${index},,${followers},NA,${verified},2022-04-14`,
        );
        const { account, profiles } = await profilesOf(...lines);
        expect([account.rows, account.kept]).toEqual([rows.length, profiles.length]);
        expect(account.kept + account.merged + account.rejected.length).toBe(rows.length);
      }),
      { numRuns: 50, seed: 1 },
    );
  });
});
