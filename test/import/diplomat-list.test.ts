import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diplomatListColumns, readDiplomatList } from "../../src/import/diplomat-list.js";
import { tableOf } from "./table.js";

const header = "country,ISO2,cat,twitter_handle,user_id,,,";

async function listOf(...lines: string[]) {
  return readDiplomatList(await tableOf([header, ...lines], diplomatListColumns));
}

function noted(list: Awaited<ReturnType<typeof listOf>>): Record<string, number> {
  return Object.fromEntries(list.account.notes.map(({ what, count }) => [what, count]));
}

describe("the list of diplomats", () => {
  it("reads the letters of the roles, with or without spaces", async () => {
    const letters = ["A", "E", "C ", "S", "B", "M", "MP", "O"];
    const { accounts } = await listOf(...letters.map((letter, index) => `Chad,TD,${letter},h${index},tbc,,,`));
    expect(accounts.map(({ category, group }) => [category, group])).toEqual([
      ["ambassador", "diplomat"],
      ["embassy", "diplomat"],
      ["consulate", "diplomat"],
      ["staff", "diplomat"],
      ["foreign_ministry", "diplomat"],
      ["media", "state_media"],
      ["media_personality", "state_media"],
      ["other", "diplomat"],
    ]);
  });

  it("takes a role that the legend lacks for other, a missing one for unknown, and counts both", async () => {
    const list = await listOf("Chad,TD,UF,a,,,,", "Chad,TD,,b,,,,");
    expect(list.accounts.map(({ category }) => category)).toEqual(["other", null]);
    expect(noted(list)).toEqual({ "role UF is not in the legend, taken for other": 1, "accounts without a role": 1 });
  });

  it("keeps Namibia, whose code is NA", async () => {
    expect((await listOf("Namibia,NA,E,a,,,,")).accounts[0]?.country).toBe("NA");
  });

  it("gives a multilateral post its institution and no country", async () => {
    const { accounts } = await listOf("EU,OTH,E,a,,,,", ",OTH,B,b,,,,", "Mali,ML,E,c,,,,");
    expect(accounts.map(({ country, institution }) => [country, institution])).toEqual([
      [null, "EU"],
      [null, null],
      ["ML", null],
    ]);
  });

  it("keeps countries without an account, and counts those that have one in no other row", async () => {
    const list = await listOf("Ghana,GH,,,,,,", "Ghana,GH,E,a,,,,", "CuraÃ§ao,CW,,,tbc,,,", "Aruba,AW,,,,,,");
    expect(list.countriesWithout).toEqual(["AW", "CW"]);
    expect(list.account).toMatchObject({ rows: 4, kept: 4, merged: 0, rejected: [] });
    expect(noted(list)).toEqual({
      "mis-encoded country names repaired": 1,
      "rows without a handle": 3,
      "countries without an account": 2,
    });
  });

  it("repairs the name of an institution", async () => {
    expect((await listOf("RÃ©union,OTH,E,a,,,,")).accounts[0]?.institution).toBe("Réunion");
  });

  it("tells the legend from remarks in columns without a name", async () => {
    const list = await listOf(
      "Mali,ML,E,a,,,Legend: ,",
      "Togo,TG,E,b,,,A,Ambassador",
      "Chad,TD,E,c,,check,,",
      "Oman,OM,E,d,,,,",
    );
    expect(list.accounts).toHaveLength(4);
    expect(noted(list)).toEqual({
      "lines of the legend in columns without a name": 2,
      "remarks in columns without a name, left out": 1,
    });
  });

  it("merges handles that differ only in case, and says when they disagree", async () => {
    const list = await listOf("Mali,ML,E,Abc,,,,", "Mali,ML,E,aBC,,,,", "Chad,TD,E,ABC,,,,");
    expect(list.accounts.map(({ handle, country }) => [handle, country])).toEqual([["Abc", "ML"]]);
    expect(list.account).toMatchObject({ rows: 3, kept: 1, merged: 2 });
    expect(noted(list)).toMatchObject({
      "handles listed more than once": 2,
      "of these with another role or country, the first kept": 1,
    });
  });

  it("rejects what is no country code or no handle, with the place", async () => {
    const { account, accounts } = await listOf(
      "Mali,ml,E,a,,,,",
      "Mali,ML,E,@b,,,,",
      "Mali,ML,E,https://x.y/c,,,,",
      ",,,,,,,",
    );
    expect(accounts).toEqual([]);
    const remedy = "write the handle alone, without @ or address";
    const codes = "write ISO 3166-1 alpha-2, or OTH for a multilateral post";
    expect(account.rejected).toEqual([
      { line: 2, column: 2, reason: 'not a country code: "ml"', remedy: codes },
      { line: 3, column: 4, reason: 'not a handle: "@b"', remedy },
      { line: 4, column: 4, reason: 'not a handle: "https://x.y/c"', remedy },
      { line: 5, column: 2, reason: 'not a country code: ""', remedy: codes },
    ]);
  });

  it("accounts for every row, whatever the mixture", async () => {
    const line = fc
      .tuple(
        fc.constantFrom("Mali", "RÃ©union", "", '"Bolivia, State of"', '"two\nlines"'),
        fc.constantFrom("ML", "OTH", "NA", "", "xx"),
        fc.constantFrom("A", "C ", "UF", ""),
        fc.constantFrom("a", "A", "b", "", "@c", "much_too_long_for_a_handle"),
        fc.constantFrom("Legend:", "check", ""),
      )
      .map(([country, code, role, handle, beside]) => `${country},${code},${role},${handle},,,${beside},`);
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        const { account, accounts } = await listOf(...lines);
        expect(account.rows).toBe(lines.length);
        expect(account.kept + account.merged + account.rejected.length).toBe(lines.length);
        const without = account.notes.find(({ what }) => what === "rows without a handle")?.count ?? 0;
        expect(account.kept).toBe(accounts.length + without);
      }),
      { numRuns: 50, seed: 1 },
    );
  });
});
