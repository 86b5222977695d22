import { describe, expect, it } from "vitest";
import { creationDaysFigure } from "../../src/figures/creation-days.js";
import { renderFigure } from "../../src/figures/render.js";
import { creationDaysResults } from "../../src/findings/creation-days.js";
import { archiveCreationDays, optionalSources } from "../../src/import/optional-data.js";
import { describeWithRealData } from "../import/real-data.js";
import { day, temporaryFolder } from "../tiny-corpus.js";

const on = (text: string, accounts: number) => ({ day: day(text), accounts });
const days = [
  on("2017-03-02", 4),
  on("2017-03-01", 9),
  on("2017-05-01", 5),
  on("2017-02-01", 5),
  on("2017-06-01", 3),
  on("2017-07-01", 2),
];
const info = {
  ...{ name: "archive", title: "Archive", description: "", basis: "real data" as const },
  ...{ listName: "archive", sources: [] },
};

describe("creation days", () => {
  it("count the accounts of the five busiest days, of two equal ones the earlier first", () => {
    const results = creationDaysResults(days);
    expect(results).toMatchObject({ accounts: 28, days: 6, inBusiest: { count: 26, of: 28 } });
    expect(results.busiest.map(({ day }) => day)).toEqual(["2017-03-01", "2017-02-01", "2017-05-01"]);
  });

  it("do not list a day with fewer than five accounts, in results or figure", async () => {
    const results = creationDaysResults(days);
    const figure = creationDaysFigure(results, info);
    expect(figure.sourceData.rows).toEqual([on("2017-02-01", 5), on("2017-03-01", 9), on("2017-05-01", 5)]);
    expect(JSON.stringify([results, figure])).not.toMatch(/2017-03-02|2017-06|2017-07/);
    expect(figure.note).toBe("Archive. Not drawn: 9 accounts on 3 other days.");
    expect((await renderFigure(figure)).svg).toContain("Real data.");
  });

  it("come out empty where the file is not there", async () => {
    const { days: none } = await archiveCreationDays(await temporaryFolder());
    expect(creationDaysResults(none)).toMatchObject({ accounts: 0, busiest: [], inBusiest: { share: null } });
  });
});

await describeWithRealData("the 744 accounts of August 2019", [optionalSources.creationDays], (folder) => {
  it("were created on five days to 36.4%", async () => {
    const { busiest, inBusiest, shown } = creationDaysResults((await archiveCreationDays(folder)).days);
    expect(busiest.slice(0, 2)).toEqual([on("2017-08-30", 119), on("2017-08-18", 97)]);
    expect(inBusiest).toMatchObject({ count: 271, of: 744, share: expect.closeTo(0.364, 3) });
    expect(shown).toHaveLength(23);
  });
});
