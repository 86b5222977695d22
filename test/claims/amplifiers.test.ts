import { describe, expect, it } from "vitest";
import type { Check } from "../../src/claims/check.js";
import { rapidFireChecks } from "../../src/claims/checks/rapid-fire.js";
import { superSpreadersChecks } from "../../src/claims/checks/super-spreaders.js";
import { suspendedAmplifiersChecks } from "../../src/claims/checks/suspended-amplifiers.js";
import { busiestByDataFrame, rapidFireByDataFrame } from "../../src/claims/second-opinion/rapid-fire.js";
import { superSpreadersByDataFrame } from "../../src/claims/second-opinion/super-spreaders.js";
import { suspendedAmplifiersByDataFrame } from "../../src/claims/second-opinion/suspended-amplifiers.js";
import { seconded } from "../../src/claims/seconded.js";
import type { Row } from "../../src/corpus/schema.js";
import { rapidFireResults } from "../../src/findings/rapid-fire.js";
import { superSpreadersResults } from "../../src/findings/super-spreaders.js";
import { suspendedAmplifiersResults } from "../../src/findings/suspended-amplifiers.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { account, principal, tinyCorpus } from "../tiny-corpus.js";
import { retweet, retweets, status } from "../tiny-retweets.js";

const corpusOf = (amplifications: Row<"amplifications">[], statuses: Row<"statuses">[]) =>
  tinyCorpus({
    accounts: ["london", "embassy", "medium", "a", "b", "c", "d"].map((id) => account(id)),
    principals: [
      principal("london", { category: "ambassador", country: "GB", name: "ambassador, London" }),
      principal("embassy", { category: "embassy", country: "GB" }),
      principal("medium", { group: "state_media" }),
    ],
    amplifications,
    statuses,
  });

const toLondon = { principal_id: "london" };
const someRetweets = [
  ...retweets("a", 90, 5, toLondon),
  ...retweets("b", 150, 20, toLondon),
  ...retweets("c", 7, 86_400, toLondon),
  ...retweets("b", 3, 60, { principal_id: "medium" }),
  retweet("a", "2021-02-01T00:00:00Z", toLondon),
  retweet("a", "2020-08-01T00:00:00Z", { ...toLondon, kind: "reply" }),
];
const someStatuses = [
  status("a", "suspended"),
  status("b", "active"),
  status("b", "suspended", "2021-05-05"),
  status("c", "deleted"),
];

function outcomes<Results>(checks: Check<Results>[], results: Results): Record<string, number | null> {
  return Object.fromEntries(
    checks.map(({ claim, recompute }) => {
      const outcome = recompute(results);
      return [claim, "value" in outcome ? outcome.value : null];
    }),
  );
}

describe("the claims on amplifiers", () => {
  it("come out of a tiny corpus as counted by hand, suspended at last on the last status day", async () => {
    const corpus = await corpusOf(someRetweets, someStatuses);
    expect(outcomes(suspendedAmplifiersChecks, await suspendedAmplifiersResults(corpus, oii2021))).toMatchObject({
      G1: 247,
      G2: 3,
      G3: 90 / 247,
      G4: 0,
      G5: 1,
      G6: 1,
      G11: 90 / 247,
      G12: 1,
    });
    expect(outcomes(superSpreadersChecks, await superSpreadersResults(corpus, oii2021))).toMatchObject({ G8: 150 });
    expect(outcomes(rapidFireChecks, await rapidFireResults(corpus, oii2021))).toEqual({ G9: 20, G10: 150, G14: null });
  });

  it("are not computable without amplifications", async () => {
    const corpus = await corpusOf([], []);
    const all = {
      ...outcomes(suspendedAmplifiersChecks, await suspendedAmplifiersResults(corpus, oii2021)),
      ...outcomes(superSpreadersChecks, await superSpreadersResults(corpus, oii2021)),
      ...outcomes(rapidFireChecks, await rapidFireResults(corpus, oii2021)),
    };
    expect(Object.keys(all)).toHaveLength(14);
    expect(Object.values(all).every((value) => value === null)).toBe(true);
  });

  it("are not computable where amplifications have no status, but for the counts", async () => {
    const corpus = await corpusOf(someRetweets, []);
    const found = outcomes(suspendedAmplifiersChecks, await suspendedAmplifiersResults(corpus, oii2021));
    expect(found).toMatchObject({ G1: 247, G2: 3, G3: null, G5: null, G11: null, G12: null, G13: null });
  });
});

describe("the second opinions on amplifiers", () => {
  it("come to the same numbers by another path", async () => {
    const corpus = await corpusOf(someRetweets, someStatuses);
    const suspended = await suspendedAmplifiersByDataFrame(corpus, oii2021);
    const spreaders = await superSpreadersByDataFrame(corpus, oii2021);
    const rapid = await rapidFireByDataFrame(corpus, oii2021);
    expect([suspended, spreaders, rapid].map(Object.keys)).toEqual([["G11"], ["G7", "G8"], ["G10"]]);
    expect(await busiestByDataFrame(corpus, oii2021)).toEqual({ retweets: 150, medianLag: 20 });
    const agree = <Results>(checks: Check<Results>[], results: Results, opinions: Record<string, number>) =>
      checks.map(({ claim, recompute }) => seconded(claim, recompute(results), opinions));
    agree(suspendedAmplifiersChecks, await suspendedAmplifiersResults(corpus, oii2021), suspended);
    agree(superSpreadersChecks, await superSpreadersResults(corpus, oii2021), spreaders);
    agree(rapidFireChecks, await rapidFireResults(corpus, oii2021), rapid);
  });

  it("say nothing where there is nothing", async () => {
    const corpus = await corpusOf([], []);
    expect(await suspendedAmplifiersByDataFrame(corpus, oii2021)).toEqual({});
    expect(await superSpreadersByDataFrame(corpus, oii2021)).toEqual({});
    expect(await rapidFireByDataFrame(corpus, oii2021)).toEqual({});
  });
});
