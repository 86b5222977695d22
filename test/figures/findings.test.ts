import { describe, expect, it } from "vitest";
import { accountGrowthFigure } from "../../src/figures/account-growth.js";
import { accountGrowthMapFigure, canDrawAccountGrowthMap } from "../../src/figures/account-growth-map.js";
import { labellingRatesFigure } from "../../src/figures/labelling-rates.js";
import { canDrawLabellingRatesWaffle, labellingRatesWaffleFigure } from "../../src/figures/labelling-rates-waffle.js";
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

const posted = () =>
  tinyCorpus({
    accounts: [...["1", "2", "3", "4", "5"].map((id) => account(id)), account("6", { platform: "facebook" })],
    principals: [
      principal("1", { country: "GB", posted_in_window: true }),
      principal("2", { country: "GB", posted_in_window: true }),
      principal("3", { country: "MT", posted_in_window: true }),
      principal("4", { country: "FR", posted_in_window: false }),
      principal("5", { posted_in_window: true }),
      principal("6", { country: "DE", posted_in_window: true }),
    ],
    labels: [
      label("1", "2021-03-01", "China government official", true),
      label("2", "2021-03-01", "China government official"),
      label("3", "2021-03-01", null, true),
      label("4", "2021-03-01", null, false),
    ],
  });

describe("the map of the diplomats' accounts", () => {
  it("counts accounts on Twitter that posted, by country, and says how many have none", async () => {
    const opened = await posted();
    const figure = accountGrowthMapFigure(await accountGrowthResults(opened, oii2021), opened.info);
    expect(figure.sourceData.rows).toEqual([
      { country: "GB", accounts: 2 },
      { country: "MT", accounts: 1 },
    ]);
    expect(figure.title).toBe("3 Twitter accounts of PRC diplomats in 2 countries");
    expect(figure.subtitle).toContain("of 4 accounts that posted in the window");
    expect(figure.note).toContain("accounts at multilateral bodies or the ministry (1)");
    expect(figure.alt).toContain("most in GB (2), MT (1); 1 to no country");
    const { svg } = await renderFigure(figure);
    expect(svg.match(/fill="#0072B2"/g)).toHaveLength(2);
  });

  it("counts those on the list where the source does not say who posted, and names a country without an outline", async () => {
    const opened = await tinyCorpus({
      accounts: [account("1"), account("2")],
      principals: [principal("1", { country: "FR" }), principal("2", { country: "XX" })],
    });
    const figure = accountGrowthMapFigure(await accountGrowthResults(opened, oii2021), opened.info);
    expect(figure.subtitle).toContain("of 2 accounts on the list");
    expect(figure.note).toContain("Without an outline: XX.");
  });

  it("is not drawn where no account has a country", async () => {
    expect(canDrawAccountGrowthMap(await accountGrowthResults(await corpus(), oii2021))).toBe(false);
  });
});

describe("the waffle of labels", () => {
  it("has every observed account in one square, and those whose badge was not seen apart", async () => {
    const opened = await posted();
    const results = await labellingRatesResults(opened, oii2021);
    const figure = labellingRatesWaffleFigure(results, opened.info);
    expect(figure.sourceData.rows.map(({ label: text, badge, accounts }) => [text, badge, accounts])).toEqual([
      ["labelled", "verified", 1],
      ["labelled", "not seen", 1],
      ["unlabelled", "verified", 1],
      ["unlabelled", "not verified", 1],
    ]);
    expect(figure.title).toBe("1 of 1 labelled accounts were verified, and 1 unlabelled ones");
    expect((await renderFigure(figure)).svg).toContain("Diplomats, Twitter: 2 of 4 labelled (50.0%)");
    expect(canDrawLabellingRatesWaffle({ ...results, rates: [] })).toBe(false);
  });
});
