import { describe, expect, it } from "vitest";
import { statusChecks } from "../../src/claims/checks/status.js";
import { statusesByDataFrame } from "../../src/claims/second-opinion/status.js";
import { renderFigure } from "../../src/figures/render.js";
import { canDrawStatus, statusFigure } from "../../src/figures/status.js";
import { statusOfMembers, statusResults } from "../../src/findings/status.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { members, officeCorpus } from "./shares/office-corpus.js";

describe("the status of the network", () => {
  it("is counted on both days, beside the others' who amplified the same offices", async () => {
    const { statuses } = await statusOfMembers(await officeCorpus(), oii2021, members);
    expect(statuses).toMatchObject([
      { day: "2021-03-01", accounts: "network", active: 1, suspended: 1, deleted: 0, notAsked: 1, gone: { of: 2 } },
      { day: "2021-03-01", accounts: "others", active: 2, suspended: 0, deleted: 1, notAsked: 0 },
      { day: "2021-05-05", accounts: "network", active: 0, suspended: 2, deleted: 0, notAsked: 1 },
      { day: "2021-05-05", accounts: "others", active: 1, suspended: 1, deleted: 1, notAsked: 0, gone: { count: 2 } },
    ]);
  });

  it("counts what those with one fate did to the London offices until the last query", async () => {
    const { fates } = await statusOfMembers(await officeCorpus(), oii2021, [...members, "silent"]);
    expect(fates).toEqual([
      { first: "active", last: "suspended", accounts: 1, retweets: 8, replies: 6, median: 14 },
      { first: "suspended", last: "suspended", accounts: 1, retweets: 16, replies: 0, median: 16 },
      { first: null, last: null, accounts: 2, retweets: 1, replies: 0, median: 0.5 },
    ]);
  });

  it("gives the claims, and a data frame agrees", async () => {
    const corpus = await officeCorpus();
    const results = await statusOfMembers(corpus, oii2021, members);
    const outcomes = statusChecks.map(({ claim, recompute }) => ({ claim, ...recompute(results) }));
    expect(outcomes).toMatchObject([
      { claim: "U6", value: 1 },
      { claim: "U7", value: 2 },
      { claim: "U8", value: 1 },
      { claim: "U21", value: 14 },
    ]);
    expect(await statusesByDataFrame(corpus, oii2021, members)).toEqual({ suspendedAtFirst: 1, suspendedLater: 1 });
  });

  it("is drawn a box an account", async () => {
    const corpus = await officeCorpus();
    const results = await statusOfMembers(corpus, oii2021, members);
    const figure = statusFigure(results, corpus.info);
    expect(figure.title).toBe("2 of 3 accounts of the network were suspended or deleted by 2021-05-05");
    expect(figure.sourceData.rows).toContainEqual({ day: "2021-03-01", status: "not asked", accounts: 1 });
    expect((await renderFigure(figure)).svg).toContain("1 not asked");
  });

  it("is not computable where the detector finds nobody", async () => {
    const results = await statusResults(await officeCorpus({ amplifications: [], posts: [] }), oii2021);
    expect(statusChecks.every(({ recompute }) => "notComputable" in recompute(results))).toBe(true);
    expect(canDrawStatus(results)).toBe(false);
  });
});
