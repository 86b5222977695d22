import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disparityFilter } from "../../../src/coordination/null-models/disparity-filter.js";

describe("the disparity filter", () => {
  it("takes the smaller of the two ends, and no evidence from an end with one edge", () => {
    // Node 0: strength 10, three edges. Node 3: strength 5, two edges.
    const alpha = disparityFilter({ from: [0, 0, 0, 3], to: [1, 2, 3, 4], weight: [6, 3, 1, 4] });
    expect([...alpha].map((value) => value.toFixed(6))).toEqual(["0.160000", "0.490000", "0.800000", "0.200000"]);
  });

  it("is one minus the beta integral of the paper", () => {
    const [share, degree, steps] = [0.3, 5, 20_000];
    let integral = 0;
    for (let step = 0; step < steps; step += 1) {
      integral += (1 - ((step + 0.5) / steps) * share) ** (degree - 2) * (share / steps);
    }
    const weight = [3, 1.75, 1.75, 1.75, 1.75];
    const [alpha] = disparityFilter({ from: [0, 0, 0, 0, 0], to: [1, 2, 3, 4, 5], weight });
    expect(alpha).toBeCloseTo(1 - (degree - 1) * integral, 8);
  });

  it("gives an edge the same value to the last digit in any order, from either end", () => {
    const edges = fc
      .uniqueArray(fc.tuple(fc.nat(8), fc.nat(8), fc.double({ min: 1e-3, max: 1e3, noNaN: true })), {
        selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
        minLength: 1,
        maxLength: 30,
      })
      .map((all) => all.filter(([a, b]) => a !== b));
    fc.assert(
      fc.property(edges, (given) => {
        const alpha = alphaOf(given);
        const turned = alphaOf(given.map(([a, b, weight]) => [b, a, weight] as const).toReversed());
        expect(turned.toReversed()).toEqual(alpha);
        const renamed = alphaOf(given.map(([a, b, weight]) => [100 - a, 100 - b, weight] as const));
        expect(renamed).toEqual(alpha);
      }),
    );
  });

  it("keeps nothing of a lone edge", () => {
    expect([...disparityFilter({ from: [0], to: [1], weight: [1e9] })]).toEqual([1]);
  });

  it("refuses what is not a weighted edge", () => {
    expect(() => disparityFilter({ from: [0], to: [1], weight: [0] })).toThrow(/weight of edge 1 must be above 0: 0/);
    expect(() => disparityFilter({ from: [0], to: [0], weight: [1] })).toThrow(/joins a node to itself/);
    expect(() => disparityFilter({ from: [0], to: [], weight: [1] })).toThrow(/one of each per edge/);
  });
});

function alphaOf(edges: readonly (readonly [number, number, number])[]): number[] {
  return [
    ...disparityFilter({
      from: edges.map(([a]) => a),
      to: edges.map(([, b]) => b),
      weight: edges.map(([, , weight]) => weight),
    }),
  ];
}
