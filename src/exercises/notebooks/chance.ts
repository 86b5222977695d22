import type { Exercise } from "../exercise.js";

export const chance: Exercise = {
  number: 5,
  name: "chance",
  title: "chance and null models",
  story: `Two accounts retweeted five posts within a minute of each other. Is that a lot? Popular posts draw crowds, and in a crowd somebody is
always next to somebody. A *null model* says what would happen if the thing you suspect did not exist, with everything else left as it is.
Here: everybody acts on the posts they acted on, at the times at which somebody acted, but who was there when is shuffled.`,
  steps: [
    {
      text: "**The data.** Eight accounts on three posts, and random numbers from a fixed start, so that every run shuffles alike.",
    },
    {
      code: `import { show } from "amplification-audit";

interface Act {
  account: string;
  target: string;
  second: number;
}

const acts: Act[] = [..."abcdefgh"].flatMap((account, at) => [
  { account: account, target: at < 5 ? "post-1" : "post-2", second: at * 7 },
  { account: account, target: "post-3", second: at * 11 },
]);

let state = 1;
function random(): number {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
}`,
    },
    {
      ask: `**1. The shuffle.** Write \`shuffled\`: the same acts with the accounts exchanged at random *within each target*. No target and no time
changes, and each post keeps its accounts.`,
      blank: `function shuffled(acts: Act[], random: () => number): Act[] | undefined {
  // your code: random() gives a number from 0 up to, but not including, 1
  return undefined;
}`,
      hint: `Work on a copy: \`acts.map((act) => ({ ...act }))\`. For each act from the last to the second, choose one of the acts *on the same
target* up to and including it, with \`Math.floor(random() * length)\`, and let the two exchange their accounts.`,
      solution: `function shuffled(acts: Act[], random: () => number): Act[] {
  const copy = acts.map((act) => ({ ...act }));
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const one = copy[last];
    const same = copy.slice(0, last + 1).filter((other) => other.target === one?.target);
    const other = same[Math.floor(random() * same.length)];
    if (one && other) [one.account, other.account] = [other.account, one.account];
  }
  return copy;
}`,
    },
    {
      ask: `**2. The p-value.** Write \`pValue\`: how often chance did at least as well as what was observed. The observation counts as one of the
ways in which chance could have turned out, so that the value is never 0.`,
      blank: `function pValue(observed: number, chance: number[]): number | undefined {
  // your code: chance holds the same statistic, once for each shuffle
  return undefined;
}`,
      hint: "One plus the number of shuffles that are at least as large, over one plus the number of shuffles.",
      solution: `function pValue(observed: number, chance: number[]): number {
  return (1 + chance.filter((value) => value >= observed).length) / (1 + chance.length);
}`,
    },
    { text: "How often are *a* and *b* within ten seconds of each other? Seen, and in 199 shuffles." },
    {
      code: `function meetings(acts: Act[]): number {
  const [a, b] = ["a", "b"].map((name) => acts.filter(({ account }) => account === name));
  return (a ?? []).flatMap((one) =>
    (b ?? []).filter((other) => other.target === one.target && Math.abs(other.second - one.second) <= 10),
  ).length;
}

const byChance = Array.from({ length: 199 }, () => meetings(shuffled(acts, random) ?? []));
show([{ seen: meetings(acts), largestByChance: Math.max(...byChance), pValue: pValue(meetings(acts), byChance) }]);`,
    },
  ],
  parts: ["shuffled", "pValue"],
  next: {
    notebook: "09-network-detection",
    why: "the null models that decide which accounts act together more than chance has it.",
  },
};
