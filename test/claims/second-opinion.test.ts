import { describe, expect, it } from "vitest";
import { createdByDataFrame } from "../../src/claims/second-opinion/account-growth.js";
import { labelledByDataFrame } from "../../src/claims/second-opinion/labelling-rates.js";
import { accountGrowth } from "../../src/findings/account-growth.js";
import { labellingRates } from "../../src/findings/labelling-rates.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { auditedTwin } from "../audited-twin.js";
import { account, day, instant, label, principal, tinyCorpus } from "../tiny-corpus.js";

const diplomatsOnTwitter = ({ group, platform }: { group: string; platform: string }) =>
  group === "diplomat" && platform === "twitter";

describe("the second opinion of a data frame", () => {
  it("agrees with the queries on the twin", async () => {
    const corpus = await tinyCorpus(auditedTwin(7).rows);
    const rate = (await labellingRates(corpus, oii2021.labelDay)).find(diplomatsOnTwitter);
    expect(await labelledByDataFrame(corpus, oii2021.labelDay)).toEqual({
      labelled: rate?.labelled.count,
      observed: rate?.labelled.of,
    });
    const growth = (await accountGrowth(corpus, oii2021)).find(diplomatsOnTwitter);
    expect(await createdByDataFrame(corpus, oii2021)).toEqual({
      early: growth?.early,
      recent: growth?.recent.count,
      existing: growth?.recent.of,
    });
  });

  it("counts a corpus that was counted by hand", async () => {
    const corpus = await tinyCorpus({
      accounts: [
        account("1", { created_at: instant("2018-06-01T00:00:00Z") }),
        account("2", { created_at: instant("2020-06-01T00:00:00Z") }),
        account("3"),
        account("f", { platform: "facebook", created_at: instant("2020-06-01T00:00:00Z") }),
      ],
      principals: ["1", "2", "3", "f"].map((id) => principal(id)),
      labels: [label("1", "2021-01-01", "x"), label("2", "2021-02-01", "y"), label("3", "2021-02-01", null)],
    });
    expect(await createdByDataFrame(corpus, oii2021)).toEqual({ early: 1, recent: 1, existing: 2 });
    expect(await labelledByDataFrame(corpus, day("2021-03-01"))).toEqual({ labelled: 1, observed: 2 });
  });
});
