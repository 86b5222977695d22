import type { Exercise } from "../exercise.js";

export const lorenzGini: Exercise = {
  number: 3,
  name: "lorenz-gini",
  title: "the Lorenz curve and the Gini coefficient",
  story: `One account in a hundred made nearly half of all retweets of the diplomats (claim G7). A Lorenz curve shows the whole of such an
imbalance, and the Gini coefficient puts it into one number: 0 where all do the same, near 1 where one does everything.`,
  steps: [
    { text: "**The data.** Retweets by five accounts, in a data frame of danfojs." },
    {
      code: `import { DataFrame } from "danfojs-node";
import { show } from "amplification-audit";

const retweets = new DataFrame([
  { account: "a", retweets: 1 },
  { account: "b", retweets: 96 },
  { account: "c", retweets: 1 },
  { account: "d", retweets: 1 },
  { account: "e", retweets: 1 },
]);
const counts = retweets.column("retweets").values as number[];`,
    },
    {
      ask: `**1. The curve.** Write \`lorenz\`: sort the accounts from the most active down and give the share of all retweets that the first 0,
1, 2, ... accounts made together. The list begins with 0 and ends with 1.`,
      blank: `function lorenz(counts: number[]): number[] | undefined {
  // your code
  return undefined;
}`,
      hint: `Sort a copy: \`[...counts].sort((a, b) => b - a)\`. Add up as you go; danfojs does it with \`new Series(sorted).cumSum()\`. Divide by
the total, and do not forget the 0 at the start.`,
      solution: `import { Series } from "danfojs-node";

function lorenz(counts: number[]): number[] {
  const sorted = new Series([...counts].sort((a, b) => b - a));
  const sums = sorted.cumSum().values as number[];
  const total = sorted.sum();
  return [0, ...sums.map((sum) => sum / total)];
}`,
    },
    {
      ask: `**2. The coefficient.** Write \`gini\`: half the mean absolute difference between two accounts, over the mean. Differences are taken
over all $n^2$ pairs, each account with itself included, as the papers do.`,
      blank: `function gini(counts: number[]): number | undefined {
  // your code
  return undefined;
}`,
      hint: `$G = \\frac{\\sum_i \\sum_j |x_i - x_j|}{2 n \\sum_i x_i}$. Two loops are fine for five accounts; the package's \`gini\` sorts instead and
does 150,000.`,
      solution: `function gini(counts: number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const differences = counts.flatMap((a) => counts.map((b) => Math.abs(a - b)));
  return differences.reduce((sum, difference) => sum + difference, 0) / (2 * counts.length * total);
}`,
    },
    { text: "What your functions say about the five accounts." },
    { code: "show([{ mostActive: lorenz(counts)?.[1], gini: gini(counts) }]);" },
  ],
  parts: ["lorenz", "gini"],
  next: {
    notebook: "07-super-spreaders",
    why: "the curve of 150,000 amplifiers, and how the top 1% is counted in two ways.",
  },
};
