import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { creationDays } from "../../src/import/io-archive-users.js";
import { describeWithRealData } from "./real-data.js";
import { fileOf, refusalOf } from "./table.js";

const header = "userid,user_screen_name,account_creation_date";

describe("the users of an archive", () => {
  it("counts accounts by creation day, and those whose id is shown", async () => {
    const path = await fileOf([header, "12,a,2017-08-30", "Ab+/3=,b,2017-08-18", "13,c,2017-08-30"]);
    expect(await creationDays(path)).toEqual({
      accounts: 3,
      clear: 2,
      days: [
        { day: "2017-08-18", accounts: 1 },
        { day: "2017-08-30", accounts: 2 },
      ],
    });
  });

  it("refuses bad rows by their place, and quotes no id or name", async () => {
    const refused = async (...lines: string[]) => {
      const path = await fileOf([header, ...lines]);
      return refusalOf(() => creationDays(path));
    };
    expect(await refused("12,secret,2017-02-30")).toBe(
      'table.csv:2:3: date is not a calendar day: "2017-02-30"; write YYYY-MM-DD',
    );
    expect(await refused("12,secret,2017-02-03", "12,secret,2017-02-03")).toBe(
      "table.csv:3:1: duplicate id: as on line 2; keep one row",
    );
    expect(await refused("secret name,secret,2017-02-03")).toBe(
      "table.csv:2:1: neither an id nor a hash; restore the file as the archive published it",
    );
  });
});

const id = "twitter-io/china_082019_1_users_csv_hashed.csv";
await describeWithRealData("the 744 accounts of August 2019", [id], (folder) => {
  it("has its five busiest days hold 271 accounts", async () => {
    const { accounts, clear, days } = await creationDays(join(folder, id));
    const busiest = [...days].sort((a, b) => b.accounts - a.accounts);
    expect([accounts, clear]).toEqual([744, 490]);
    expect(busiest.slice(0, 2)).toEqual([
      { day: "2017-08-30", accounts: 119 },
      { day: "2017-08-18", accounts: 97 },
    ]);
    expect(busiest.slice(0, 5).reduce((sum, { accounts }) => sum + accounts, 0)).toBe(271);
    expect(days.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(744);
  });
});
