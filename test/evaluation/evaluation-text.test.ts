import { describe, expect, it } from "vitest";
import type { Result } from "../../src/evaluation/evaluate.js";
import { evaluationCsv, evaluationText } from "../../src/evaluation/evaluation-text.js";
import { score } from "../../src/evaluation/score.js";
import { summaries } from "../../src/evaluation/summary.js";

const planted = {
  members: new Set(["a", "b", "c", "d"]),
  innocents: new Map([
    ["fan club", ["x", "y"]],
    ["friend", ["z"]],
  ]),
};

function result(seed: number, flagged: readonly string[]): Result {
  return { setting: "twin", effort: 0.1, seed, rule: "ours", ...score(flagged, planted) };
}

const results = [result(1, ["a", "b", "c"]), result(2, ["a", "x", "y", "o"])];

describe("scores", () => {
  it("are the shares of the flagged that are right and of the right that are flagged", () => {
    expect(results[1]).toMatchObject({ flagged: 4, right: 1, members: 4, precision: 0.25, recall: 0.25 });
    expect(results[1]?.innocents).toEqual(new Map([["fan club", { flagged: 2, of: 2 }]]));
  });

  it("have no precision where nobody is flagged", () => {
    expect(score([], planted)).toMatchObject({ flagged: 0, precision: 0, recall: 0 });
  });
});

describe("the evaluation's table", () => {
  it("gives means over seeds with intervals that hold them", () => {
    const [summary] = summaries(results);
    expect(summary).toMatchObject({
      seeds: 2,
      precision: { mean: 0.625 },
      recall: { mean: 0.5 },
      flagged: { mean: 3.5 },
    });
    expect(summary?.precision.interval).toEqual({ low: 0.25, high: 1 });
    expect(summary?.innocents).toEqual([{ group: "fan club", flagged: 1 }]);
  });

  it("says for one seed no interval", () => {
    expect(summaries(results.slice(0, 1))[0]?.recall).toEqual({ mean: 0.75, interval: null });
  });

  it("names the innocent groups that are hit, and says what the intervals are", () => {
    const text = evaluationText(results);
    expect(text).toContain("Planted in the London part of twins, effort 0.1, 2 seeds");
    expect(text).toContain("0.63 [0.25, 1.00]");
    expect(text).toContain("ours: fan club 1.0");
    expect(text).toContain("bootstrap of seeds");
  });

  it("is also a row for each rule in each case", () => {
    expect(evaluationCsv(results).split("\n").slice(1)).toEqual([
      'twin,0.1,1,"ours",3,3,4,1.000000,0.750000,',
      'twin,0.1,2,"ours",4,1,4,0.250000,0.250000,fan club: 2',
      "",
    ]);
  });
});
