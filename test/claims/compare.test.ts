import { describe, expect, it } from "vitest";
import { readClaims } from "../../src/claims/claim.js";
import { comparisonsOf, expectVerdicts } from "../../src/claims/compare.js";
import type { CorpusInfo } from "../../src/corpus/info.js";

const twin: CorpusInfo = {
  ...{ name: "twin", title: "Twin", description: "", basis: "synthetic twin", listName: "accounts", sources: [] },
};
const claims = (await readClaims()).filter(({ id }) => ["V1", "C2"].includes(id));
const outcome = (value: number) => ({ value, text: `${value} counted` });
const compared = (info: CorpusInfo, tweets: number) =>
  comparisonsOf(
    claims,
    [
      { claim: "V1", outcome: outcome(tweets) },
      { claim: "C2", outcome: outcome(449) },
    ],
    info,
  );

describe("the verdicts that a notebook expects", () => {
  it("are those of the twin that matches the published numbers, but for the claims named", async () => {
    expect(await expectVerdicts(compared(twin, 201_382), twin)).toBe("2 claims checked");
    await expect(expectVerdicts(compared(twin, 5), twin)).rejects.toThrow("V1 differs (5 counted)");
    expect(await expectVerdicts(compared(twin, 5), twin, { differs: ["V1"] })).toBe("2 claims checked");
    await expect(expectVerdicts(compared(twin, 201_382), twin, { differs: ["V1"] })).rejects.toThrow("V1 reproduced");
  });

  it("may be any of a twin by other settings, and of real data", async () => {
    for (const info of [{ ...twin, varied: true }, { ...twin, basis: "real data" } as const]) {
      expect(await expectVerdicts(compared(info, 5), info)).toBe("2 claims checked");
    }
  });
});

describe("claims about other accounts", () => {
  it("are not compared, and arithmetic on the published numbers still is", () => {
    const other: CorpusInfo = { ...twin, basis: "real data", study: "ministries-2023" };
    expect(compared(other, 201_382)).toMatchObject([
      {
        ...{ id: "V1", verdict: "not computable from this corpus", basis: "" },
        recomputed: "about other accounts than those of ministries-2023; there: 201382 counted",
      },
      { id: "C2", verdict: "reproduced", basis: "published figures" },
    ]);
  });
});
