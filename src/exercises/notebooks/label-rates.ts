import type { Exercise } from "../exercise.js";

export const labelRates: Exercise = {
  number: 2,
  name: "label-rates",
  title: "label rates and Wilson intervals",
  story: `On 1 March 2021, 27 of 189 diplomats' accounts carried Twitter's label for state-affiliated accounts (claim L2). Some texts call that 14%,
others one in eight (claims L1 and L3). A rate has a denominator, which is easy to get wrong, and an uncertainty, which is easy to forget.`,
  steps: [
    {
      text: `**The data.** Two rounds of looking at accounts. One row is one look: the label that was seen, or null if there was none. Platforms
translate their labels. \`embassy-1\` could not be looked at in March.`,
    },
    {
      code: `import * as aq from "arquero";
import { show } from "amplification-audit";

interface Look {
  account: string;
  round: string;
  label: string | null;
}

const looks: Look[] = [
  { account: "embassy-1", round: "2021-02-01", label: "China government account" },
  { account: "embassy-2", round: "2021-02-01", label: "中国政府账户" },
  { account: "consul-1", round: "2021-02-01", label: null },
  { account: "embassy-2", round: "2021-03-01", label: "中国政府账户" },
  { account: "consul-1", round: "2021-03-01", label: null },
  { account: "consul-2", round: "2021-03-01", label: null },
];
show(aq.from(looks).groupby("round").count(), { caption: "Accounts looked at, by round" });`,
    },
    {
      ask: "**1. The rate.** Write `labelRate`: the share, from 0 to 1, of the accounts looked at in a round that carried a label.",
      blank: `function labelRate(looks: Look[], round: string): number | undefined {
  // your code
  return undefined;
}`,
      hint: `Keep the rows of the round first; they are the denominator. With arquero:
\`aq.from(looks).filter(aq.escape((look: Look) => look.account === "consul-1"))\` keeps the looks at one account, and \`numRows()\` counts. Which of them have a label, in whatever
language?`,
      solution: `function labelRate(looks: Look[], round: string): number {
  const seen = aq.from(looks).filter(aq.escape((look: Look) => look.round === round));
  const labelled = seen.filter(aq.escape((look: Look) => look.label !== null));
  return labelled.numRows() / seen.numRows();
}`,
    },
    {
      ask: `**2. The interval.** Write \`wilson\`: the 95% Wilson interval of a share, $z = 1.959963984540054$. With $p = k/n$, its middle is
$\\frac{p + z^2/2n}{1 + z^2/n}$, and it reaches $\\frac{z}{1 + z^2/n}\\sqrt{\\frac{p(1-p)}{n} + \\frac{z^2}{4n^2}}$ to either side.`,
      blank: `function wilson(count: number, of: number): { low: number; high: number } | undefined {
  const z = 1.959963984540054;
  // your code
  return undefined;
}`,
      hint: "Compute `scale = 1 + z ** 2 / of` first, then the middle, then the reach. For 0 of 10 the upper end is 0.278.",
      solution: `function wilson(count: number, of: number): { low: number; high: number } {
  const z = 1.959963984540054;
  const share = count / of;
  const scale = 1 + z ** 2 / of;
  const middle = (share + z ** 2 / (2 * of)) / scale;
  const reach = (z / scale) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return { low: middle - reach, high: middle + reach };
}`,
    },
    { text: "Is one in eight, 0.125, within the interval of 27 of 189?" },
    {
      code: `show([{ rate: 27 / 189, low: wilson(27, 189)?.low, high: wilson(27, 189)?.high, march: labelRate(looks, "2021-03-01") }]);`,
    },
  ],
  parts: ["labelRate", "wilson"],
  next: { notebook: "03-labelling-rates", why: "the rates of all groups and rounds, with the same intervals." },
};
