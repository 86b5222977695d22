import { gini } from "../../statistics/concentration.js";
import { functionPart, type Part } from "../function-part.js";

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
const down = (counts: readonly number[]) => [...counts].sort((a, b) => b - a);

/** Running shares of all events, with the 0 at the start. */
function running(counts: readonly number[]): number[] {
  const total = sum(counts);
  return [0, ...counts.map((_, at) => sum(counts.slice(0, at + 1)) / total)];
}

const curve = (counts: readonly number[]) => running(down(counts));
const sampleGini = (counts: readonly number[]) => ((gini(counts) ?? 0) * counts.length) / (counts.length - 1);

const inputs: [number[]][] = [[[1, 96, 1, 1, 1]], [[3, 1]], [[2, 4, 6]]];

/** The method behind claim G7: how few accounts made nearly half of all retweets. */
export const lorenzGiniChecks: Record<string, Part> = {
  lorenz: functionPart({
    right: curve,
    inputs,
    mistakes: [
      [(counts) => running([...down(counts)].reverse()), "begins with the least active; sort the most active first"],
      [running, "keeps the order of the list; sort the most active account first"],
      [(counts) => curve(counts).slice(1), "lacks its first point: no accounts made 0 of the events"],
      [
        (counts) => curve(counts).map((share) => share * sum(counts)),
        "gives running totals; divide each by the sum of all counts",
      ],
      [down, "gives the counts themselves; add them up as you go and divide by their sum"],
    ],
    praise: "begins at 0, ends at 1 and rises most steeply first",
  }),
  gini: functionPart({
    right: (counts: readonly number[]) => gini(counts),
    inputs: [...inputs, [[5, 5, 5]]],
    mistakes: [
      [
        sampleGini,
        "has the small-sample factor n / (n - 1); the papers leave it out, so divide by the number of accounts alone",
      ],
      [(counts) => 1 - (gini(counts) ?? 0), "is 1 where all are equal; take it from 1"],
      [(counts) => (gini(counts) ?? 0) / 2, "is half of it: the area between the curve and the diagonal, so double it"],
      [
        (counts) => -(gini(counts) ?? 0),
        "has the wrong sign: measure the curve against the diagonal from the other side",
      ],
    ],
    praise: "is 0 for equal accounts and grows with those who do most",
  }),
};
