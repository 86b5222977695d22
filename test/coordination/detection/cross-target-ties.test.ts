import { describe, expect, it } from "vitest";
import { crossTargetTies } from "../../../src/coordination/detection/cross-target-ties.js";

/** A tie of accounts that met on one target, or last on it. */
function tie(a: number, b: number, target: number, together = 1) {
  return { a, b, target, together, expected: 0.01, surprise: 3 };
}

function edges(...ties: ReturnType<typeof tie>[]): string[] {
  return crossTargetTies(ties).mapEdges((_, __, source, target) => `${source}-${target}`);
}

describe("ties across targets", () => {
  it("leave nothing of a clique on one target", () => {
    expect(edges(tie(1, 2, 5), tie(1, 3, 5), tie(2, 3, 5), tie(1, 4, 5), tie(2, 4, 5), tie(3, 4, 5))).toEqual([]);
  });

  it("keep a triangle over three targets, and one over two", () => {
    expect(edges(tie(1, 2, 5), tie(1, 3, 6), tie(2, 3, 7))).toEqual(["1-2", "1-3", "2-3"]);
    expect(edges(tie(1, 2, 5), tie(1, 3, 5), tie(2, 3, 6))).toEqual(["1-2", "1-3", "2-3"]);
  });

  it("keep a pair that met on two targets, and drop one that met on one", () => {
    expect(edges(tie(1, 2, 5, 2), tie(3, 4, 5))).toEqual(["1-2"]);
  });

  it("drop what hangs on a triangle, and what hung on that", () => {
    const hanging = [tie(3, 4, 8), tie(4, 5, 9)];
    expect(edges(tie(1, 2, 5), tie(1, 3, 6), tie(2, 3, 7), ...hanging)).toEqual(["1-2", "1-3", "2-3"]);
  });
});
