import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BipartiteModel, bipartiteConfigurationModel } from "../../../src/coordination/null-models/bicm.js";
import { commonTargetsTest, expectedPairs } from "../../../src/coordination/null-models/common-targets.js";
import { poissonBinomialUpperTail } from "../../../src/statistics/poisson-binomial.js";

const rowSums = (matrix: number[][]) => matrix.map((row) => row.reduce((sum, cell) => sum + cell, 0));
const columnSums = (matrix: number[][]) =>
  rowSums((matrix[0] ?? []).map((_, column) => matrix.map((row) => Number(row[column]))));
const modelOf = (matrix: number[][]) => bipartiteConfigurationModel(rowSums(matrix), columnSums(matrix));
const rowOf = (model: BipartiteModel, row: number) =>
  Array.from(model.columns.of, (_, column) => model.probability(row, column));

function networks(size: number, density = 1) {
  const cell = fc.nat(99).map((draw) => Number(draw < density * 50));
  return fc
    .tuple(fc.integer({ min: 1, max: size }), fc.integer({ min: 1, max: size }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );
}

describe("the bipartite configuration model", () => {
  it("gives the known probabilities of a 3 x 3 network", () => {
    const model = modelOf([
      [0, 0, 1],
      [0, 1, 0],
      [1, 0, 1],
    ]);
    for (const row of [0, 1]) expectRow(model, row, [0.2157792787, 0.2157792787, 0.5684414427]);
    expectRow(model, 2, [0.5684414427, 0.5684414427, 0.8631171147]);
  });

  it("gives the known probabilities of a 3 x 4 network", () => {
    const model = modelOf([
      [1, 0, 1, 1],
      [0, 1, 0, 0],
      [1, 0, 0, 1],
    ]);
    expectRow(model, 0, [0.8971670402, 0.6028329598, 0.6028329598, 0.8971670402]);
  });

  it.each([
    ["dense", 12, 1],
    ["sparse", 25, 0.15],
  ])("gives every account and every target its degree on average, in %s networks", (_, size, density) => {
    fc.assert(
      fc.property(networks(size, density), (matrix) => {
        const model = modelOf(matrix);
        const expected = matrix.map((_, row) => rowOf(model, row));
        for (const row of expected) for (const p of row) expect(p >= 0 && p <= 1).toBe(true);
        rowSums(expected).forEach((degree, row) => {
          expect(degree).toBeCloseTo(rowSums(matrix)[row] as number, 8);
        });
        columnSums(expected).forEach((degree, column) => {
          expect(degree).toBeCloseTo(columnSums(matrix)[column] as number, 8);
        });
      }),
    );
  });

  it("is the most random of the networks with these degrees: its odds ratios are all 1", () => {
    const model = bipartiteConfigurationModel([3, 2, 2, 1], [3, 2, 2, 1]);
    const odds = (row: number, column: number) => 1 / (1 / model.probability(row, column) - 1);
    for (const row of [1, 2, 3]) {
      for (const column of [1, 2, 3]) {
        expect((odds(0, 0) * odds(row, column)) / odds(0, column) / odds(row, 0)).toBeCloseTo(1, 9);
      }
    }
  });

  it("is certain where the degrees leave no choice", () => {
    const model = bipartiteConfigurationModel([3, 2, 1, 0], [3, 2, 1]);
    expect([0, 1, 2, 3].map((row) => rowOf(model, row))).toEqual([
      [1, 1, 1],
      [1, 1, 0],
      [1, 0, 0],
      [0, 0, 0],
    ]);
  });

  it("splits a network that is forced in part: two busy accounts with the two popular targets", () => {
    // The first two rows hold both first columns; the last two rows none of the last two. The rest is one of two each.
    const model = bipartiteConfigurationModel([3, 3, 1, 1], [3, 3, 1, 1]);
    expect([0, 2].map((row) => rowOf(model, row).map((p) => Number(p.toFixed(9))))).toEqual([
      [1, 1, 0.5, 0.5],
      [0.5, 0.5, 0, 0],
    ]);
  });

  it("refuses degrees that no network has", () => {
    expect(() => bipartiteConfigurationModel([2, 2], [2, 1])).toThrow(/no network has these degrees/);
    expect(() => bipartiteConfigurationModel([1, 1], [3])).toThrow(/no network has these degrees/);
    expect(() =>
      bipartiteConfigurationModel(
        [3, 3, 0],
        [2, 2, 1, 1, 0, 0].map((d) => d * 1.5),
      ),
    ).toThrow(/whole number/);
    expect(() => bipartiteConfigurationModel([4, 1], [2, 2, 1])).toThrow(/no network has these degrees/);
  });
});

describe("shared targets under the configuration model", () => {
  const matrix = [
    [1, 1, 0, 0, 1, 0],
    [1, 0, 1, 0, 1, 0],
    [1, 1, 0, 1, 0, 0],
    [1, 0, 0, 0, 0, 1],
  ];
  const model = modelOf(matrix);
  const pValue = commonTargetsTest(model);

  it("is Poisson-binomial over the targets, one by one", () => {
    for (let common = 0; common <= 4; common += 1) {
      for (const [a, b] of [
        [0, 1],
        [0, 3],
        [2, 3],
      ] as const) {
        const both = rowOf(model, a).map((p, column) => p * model.probability(b, column));
        expect(pValue(a, b, common)).toBeCloseTo(poissonBinomialUpperTail(both, common), 12);
        expect(pValue(b, a, common)).toBe(pValue(a, b, common));
      }
    }
  });

  it("expects as many pairs by chance as the p-values of all pairs sum to", () => {
    for (const common of [1, 2, 3]) {
      let sum = 0;
      for (let a = 0; a < 4; a += 1) for (let b = a + 1; b < 4; b += 1) sum += pValue(a, b, common);
      expect(expectedPairs(model, common)).toBeCloseTo(sum, 12);
    }
  });
});

function expectRow(model: BipartiteModel, row: number, expected: number[]): void {
  expected.forEach((p, column) => {
    expect(model.probability(row, column)).toBeCloseTo(p, 10);
  });
}
