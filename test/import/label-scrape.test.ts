import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelColumns, readLabelScrape } from "../../src/import/label-scrape.js";
import { refusalOf, tableOf } from "./table.js";

const header = "handle,url_handle,gov_label,verified,date_scraped";

async function scrapeOf(lines: string[], name = "labels_2022-05-09.csv") {
  return readLabelScrape(await tableOf([header, ...lines], labelColumns, name));
}

describe("a label scrape", () => {
  it("takes the day of the round from the name of the file, and counts what was scraped on another", async () => {
    const { round, account } = await scrapeOf(["a,a,NA,TRUE,2022-05-08", "b,b,NA,NA,2022-05-09", "c,c,NA,FALSE,NA"]);
    expect(round).toBe("2022-05-09");
    expect(account.notes).toEqual([
      { what: "accounts without a label", count: 3 },
      { what: "scraped on another day than the round (2022-05-08)", count: 1 },
      { what: "scraped on another day than the round (not given)", count: 1 },
    ]);
  });

  it("keeps a label in any language, and reads NA and nothing as no label", async () => {
    const { labels, account } = await scrapeOf([
      "a,a,China government official,TRUE,2022-05-09",
      "b,b,Государственный орган (Китай),FALSE,2022-05-09",
      "c,c,NA,NA,2022-05-09",
      "d,d,,TRUE,2022-05-09",
    ]);
    expect(labels).toEqual([
      { handle: "a", label: "China government official", verified: true },
      { handle: "b", label: "Государственный орган (Китай)", verified: false },
      { handle: "c", label: null, verified: null },
      { handle: "d", label: null, verified: true },
    ]);
    expect(account.notes).toContainEqual({ what: "different label texts, in whatever language", count: 2 });
  });

  it("merges a handle that says the same twice, and refuses one that does not", async () => {
    const { labels, account } = await scrapeOf(["Ab,x,NA,TRUE,2022-05-09", "aB,y,NA,TRUE,2022-05-09"]);
    expect(labels).toHaveLength(1);
    expect(account).toMatchObject({ rows: 2, kept: 1, merged: 1 });
    expect(await refusalOf(() => scrapeOf(["Ab,x,NA,TRUE,2022-05-09", "aB,y,Label,TRUE,2022-05-09"]))).toBe(
      'labels_2022-05-09.csv:3:1: duplicate handle: "aB", on line 2 with another label or badge; keep one',
    );
  });

  it("refuses a file without a day of the calendar in its name", async () => {
    for (const name of ["labels.csv", "labels_2022-02-30.csv"]) {
      expect(await refusalOf(() => scrapeOf([], name))).toBe(
        `${name}: no day of the scrape round in the name of the file; name it labels_YYYY-MM-DD.csv`,
      );
    }
  });

  it("refuses an impossible scrape day with its place", async () => {
    expect(await refusalOf(() => scrapeOf(["a,a,NA,TRUE,2022-13-01"]))).toBe(
      'labels_2022-05-09.csv:2:5: date_scraped is not a calendar day: "2022-13-01"; write YYYY-MM-DD',
    );
  });

  it("rejects what is no handle or no badge, with the place", async () => {
    const { account } = await scrapeOf([",a,NA,TRUE,2022-05-09", "b,b,NA,1,2022-05-09"]);
    expect(account.rejected.map(({ line, column, reason }) => `${line}:${column}: ${reason}`)).toEqual([
      '2:1: not a handle: ""',
      '3:4: not TRUE, FALSE or NA: "1"',
    ]);
  });

  it("accounts for every row, whatever the mixture", async () => {
    const line = fc
      .tuple(
        fc.constantFrom("a", "A", "b", "", "@c"),
        fc.constantFrom("TRUE", "yes"),
        fc.constantFrom("2022-05-08", "NA"),
      )
      .map(([handle, verified, day]) => `${handle},x,NA,${verified},${day}`);
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        const { account, labels } = await scrapeOf(lines);
        expect([account.rows, account.kept]).toEqual([lines.length, labels.length]);
        expect(account.kept + account.merged + account.rejected.length).toBe(lines.length);
      }),
      { numRuns: 50, seed: 1 },
    );
  });
});
