import { describe, expect, it } from "vitest";
import { accountGrowthFigure } from "../../src/figures/account-growth.js";
import { labellingRatesFigure } from "../../src/figures/labelling-rates.js";
import { renderFigure } from "../../src/figures/render.js";
import { accountGrowthResults } from "../../src/findings/account-growth.js";
import { labellingRatesResults } from "../../src/findings/labelling-rates.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { account, instant, label, principal, tinyCorpus } from "../tiny-corpus.js";

const corpus = () =>
  tinyCorpus({
    accounts: [
      account("1", { created_at: instant("2018-01-01T00:00:00Z") }),
      account("2", { created_at: instant("2020-01-01T00:00:00Z") }),
      account("3", { created_at: instant("2022-01-01T00:00:00Z") }),
    ],
    principals: ["1", "2", "3"].map((id) => principal(id)),
    labels: [label("1", "2021-03-01", "x"), label("2", "2021-03-01", null)],
  });

describe("the figure of account growth", () => {
  it("ends each line on the study's day, without the accounts created after it", async () => {
    const { info } = await corpus();
    const figure = accountGrowthFigure(await accountGrowthResults(await corpus(), oii2021), info, oii2021);
    expect(figure.sourceData.rows.at(-1)).toEqual({ series: "Diplomats, Twitter", day: "2021-02-23", accounts: 2 });
    expect(figure.title).toBe("50.0% of the diplomats' Twitter accounts are at most two years old");
    expect(figure.alt).toContain("1 of the 2 that existed on 2021-02-23");
  });

  it("says on its face where its rows come from, and is named after it", async () => {
    const results = await accountGrowthResults(await corpus(), oii2021);
    const { info } = await corpus();
    const [twin, real] = [info, { ...info, basis: "real data" as const }].map((origin) =>
      accountGrowthFigure(results, origin, oii2021),
    );
    expect([twin?.name, real?.name]).toEqual(["account-growth", "account-growth-real-data"]);
    expect((await renderFigure(real ?? expect.fail())).svg).toContain("Real data.");
  });
});

describe("the figure of labelling rates", () => {
  it("keeps numerator, denominator and interval in its source data, and states them in its text", async () => {
    const opened = await corpus();
    const figure = labellingRatesFigure(await labellingRatesResults(opened, oii2021), opened.info);
    expect(figure.sourceData.rows).toMatchObject([{ round: "2021-03-01", labelled: 1, observed: 2, share: 0.5 }]);
    expect(figure.alt).toContain("On 2021-03-01 1 of 2 diplomats on Twitter were labelled.");
    await renderFigure(figure);
  });
});
