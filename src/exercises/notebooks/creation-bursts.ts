import type { Exercise } from "../exercise.js";

export const creationBursts: Exercise = {
  number: 6,
  name: "creation-bursts",
  title: "creation bursts",
  story: `Nearly a third of the network that the second paper found was created on five days, within minutes of one another (claim U17). Whoever opens
accounts in bulk opens them in one sitting. But new accounts come in every minute anyway: how many neighbours would an account have by chance?`,
  steps: [
    {
      text: "**The data.** When accounts were created, in seconds after a midnight. Four came within a quarter of an hour, two of them at once.",
    },
    {
      code: `import * as aq from "arquero";
import { show } from "amplification-audit";

const created = [0, 300, 900, 900, 90_000];`,
    },
    {
      ask: `**1. Neighbours.** Write \`neighbours\`: for each account, how many *others* were created at most so many seconds before or after it.`,
      blank: `function neighbours(created: number[], seconds: number): number[] | undefined {
  // your code
  return undefined;
}`,
      hint: `For each account, filter the list by \`Math.abs\` of the difference. An account is not its own neighbour; another one created in the same
second is. Compare places in the list to tell them apart: \`(other, index) => index !== at && ...\`.`,
      solution: `function neighbours(created: number[], seconds: number): number[] {
  return created.map(
    (own, at) => created.filter((other, index) => index !== at && Math.abs(other - own) <= seconds).length,
  );
}`,
    },
    {
      ask: `**2. What chance gives.** Write \`expected\`: if the accounts came evenly over some days, how many neighbours would one of them have
within so many minutes before or after it?`,
      blank: `function expected(accounts: number, days: number, minutes: number): number | undefined {
  // your code
  return undefined;
}`,
      hint: `The others, times the part of the period that lies within the span on *both* sides. A day has 1,440 minutes. Leave the ends of the
period aside.`,
      solution: `function expected(accounts: number, days: number, minutes: number): number {
  return ((accounts - 1) * 2 * minutes) / (days * 1440);
}`,
    },
    {
      text: `What your functions say: neighbours within ten minutes, and what an even stream of five accounts in two days would give. The package
takes the intensity around each date instead of an even one, so that a wave of new users is no surprise.`,
    },
    {
      code: `const seen = neighbours(created, 600) ?? [];
const table = aq.table({ created: created, seen: created.map((_, at) => seen[at]), byChance: created.map(() => expected(5, 2, 10)) });
show(table, { caption: "Neighbours within ten minutes" });`,
    },
  ],
  parts: ["neighbours", "expected"],
  next: {
    notebook: "10-network-traces",
    why: "the days on which accounts of the network were created together, beside what chance would put there.",
  },
};
