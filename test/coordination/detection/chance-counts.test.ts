import { describe, expect, it } from "vitest";
import { ChanceCounts } from "../../../src/coordination/detection/chance-counts.js";

describe("accounts that chance gives", () => {
  it("are the sum of each account's own probabilities to reach the score", () => {
    const chance = new ChanceCounts();
    chance.add(Float64Array.of(-9, -2, 1, 3), Float64Array.of(1, 0.5, 0.2, 0.05, 0), 2, 3);
    chance.add(Float64Array.of(-9, -2, 2), Float64Array.of(1, 0.3, 0.1, 0), 2, 2);
    chance.finish();
    expect([-4, 1, 2, 3, 5].map((score) => chance.expected(score).toFixed(6))).toEqual([
      "0.300000",
      "0.300000",
      "0.150000",
      "0.050000",
      "0.000000",
    ]);
  });
});
