import { describe, expect, it } from "vitest";
import type { CorpusInfo } from "../../src/corpus/info.js";
import type { Row } from "../../src/corpus/schema.js";
import type { Figure } from "../../src/figures/figure.js";
import { canDrawRapidFire, rapidFireFigure } from "../../src/figures/rapid-fire.js";
import { renderFigure } from "../../src/figures/render.js";
import { canDrawSuperSpreaders, superSpreadersFigure } from "../../src/figures/super-spreaders.js";
import { canDrawSuperSpreadersPace, superSpreadersPaceFigure } from "../../src/figures/super-spreaders-pace.js";
import { canDrawSuspendedAmplifiers, suspendedAmplifiersFigure } from "../../src/figures/suspended-amplifiers.js";
import { suspendedAmplifiersRetweetsFigure } from "../../src/figures/suspended-amplifiers-retweets.js";
import { rapidFireResults } from "../../src/findings/rapid-fire.js";
import { superSpreadersResults } from "../../src/findings/super-spreaders.js";
import { suspendedAmplifiersResults } from "../../src/findings/suspended-amplifiers.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { account, principal, tinyCorpus } from "../tiny-corpus.js";
import { retweets, status } from "../tiny-retweets.js";

const corpusOf = (amplifications: Row<"amplifications">[]) =>
  tinyCorpus({
    accounts: ["d", "e", "a", "b", "c"].map((id) => account(id, { handle: `handle_${id}` })),
    principals: [
      principal("d", { category: "ambassador", country: "GB", name: "ambassador, London" }),
      principal("e", { name: "ambassador, London" }),
    ],
    amplifications,
    statuses: [status("a", "suspended"), status("b", "active"), status("c", "deleted")],
  });
const some = [
  ...retweets("a", 70, 4),
  ...retweets("b", 60, 7200),
  ...retweets("c", 12, 30),
  ...retweets("b", 101, 900, { principal_id: "e" }),
];

async function drawn(figure: Figure): Promise<string> {
  const { svg } = await renderFigure(figure);
  expect(figure.alt.length).toBeGreaterThan(60);
  return svg;
}

describe("the figures of suspended amplifiers", () => {
  it("keep counts and both intervals, and tell two diplomats of the same name apart", async () => {
    const corpus = await corpusOf(some);
    const results = await suspendedAmplifiersResults(corpus, oii2021);
    const figure = suspendedAmplifiersFigure(results, corpus.info);
    expect(figure.sourceData.rows).toMatchObject([
      { diplomat: "ambassador, London (d)", suspended: 70, retweets: 142 },
      { diplomat: "ambassador, London (e)", suspended: 0, retweets: 101, share: 0 },
    ]);
    expect(figure.title).toBe("Up to 49.3% of a diplomat's retweets came from suspended accounts");
    expect(await drawn(figure)).toContain("70 of 142");
    const numbers = suspendedAmplifiersRetweetsFigure(results, corpus.info);
    expect(numbers.sourceData.rows[0]).toMatchObject({ suspended: 70, suspendedAccounts: 1 });
    expect(await drawn(numbers)).toContain("70 by 1 account<");
  });
});

describe("the figures of super-spreaders", () => {
  it("draw the curve to its tenth and mark the top shares", async () => {
    const corpus = await corpusOf(some);
    const results = await superSpreadersResults(corpus, oii2021);
    const figure = superSpreadersFigure(results, corpus.info);
    expect(figure.title).toBe("The most active 1% sent 66.3% of all retweets of diplomats");
    expect(figure.sourceData.rows.at(-1)).toMatchObject({ accounts: 0.1 });
    expect(await drawn(figure)).toContain("66.3%");
  });

  it("draw the pace in bins, with numbers of accounts and no account", async () => {
    const corpus = await corpusOf(some);
    const figure = superSpreadersPaceFigure(await superSpreadersResults(corpus, oii2021), corpus.info);
    expect(figure.title).toMatch(/^2 of 3 frequent retweeters/);
    expect(await drawn(figure)).toContain("Suspended: 1 of 1 under a minute");
    expect(JSON.stringify(figure.sourceData)).not.toContain("handle_");
  });
});

describe("the figure of rapid fire", () => {
  it("names the pseudonym and the time on the twin, and neither elsewhere", async () => {
    const corpus = await corpusOf(some);
    const figure = rapidFireFigure(await rapidFireResults(corpus, oii2021), corpus.info);
    expect(figure.sourceData.rows.slice(0, 2)).toEqual([
      { chain: "1 Jul, 12:00:00", seconds: 0, gap: null },
      { chain: "1 Jul, 12:00:00", seconds: 4, gap: 4 },
    ]);
    expect(figure.alt).toContain("handle_a");
    await drawn(figure);
    const info: CorpusInfo = { ...corpus.info, basis: "real data" };
    Object.defineProperty(corpus, "info", { value: info });
    const hidden = rapidFireFigure(await rapidFireResults(corpus, oii2021), info);
    expect(await drawn(hidden)).not.toContain("handle_a");
    expect(hidden.sourceData.rows[0]).toMatchObject({ chain: "chain 1" });
  });
});

describe("figures of a corpus without amplifications", () => {
  it("say that there is nothing to draw", async () => {
    const corpus = await corpusOf([]);
    expect(canDrawSuspendedAmplifiers(await suspendedAmplifiersResults(corpus, oii2021))).toBe(false);
    expect(canDrawSuperSpreaders(await superSpreadersResults(corpus, oii2021))).toBe(false);
    expect(canDrawSuperSpreadersPace(await superSpreadersResults(corpus, oii2021))).toBe(false);
    expect(canDrawRapidFire(await rapidFireResults(corpus, oii2021))).toBe(false);
  });
});
