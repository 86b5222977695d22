import type { Exercise } from "../exercise.js";

export const weeklyShares: Exercise = {
  number: 7,
  name: "weekly-shares",
  title: "weekly shares",
  story: `In some peak weeks the network made 50% to 75% of the engagement with the two London accounts (claim U15). A week begins on some day, and
a share of a week is not the mean of the shares of its days. Both choices move the number that ends up in the headline.`,
  steps: [
    { text: "**The data.** Retweets of one account by day: all of them, and those by the network." },
    {
      code: `import * as aq from "arquero";
import { show } from "amplification-audit";

interface DayCount {
  day: string;
  all: number;
  network: number;
}

const days: DayCount[] = [
  { day: "2021-01-30", all: 10, network: 9 },
  { day: "2021-01-31", all: 90, network: 9 },
  { day: "2021-02-06", all: 10, network: 6 },
  { day: "2021-02-07", all: 40, network: 20 },
];`,
    },
    {
      ask: "**1. The week.** Write `weekOf`: the day on which a day's week began. The papers' weeks begin on Sunday.",
      blank: `function weekOf(day: string): string | undefined {
  // your code
  return undefined;
}`,
      hint: `\`new Date(day).getUTCDay()\` is 0 on a Sunday and 6 on a Saturday: so many days to go back. The package's \`addDays(utcDay(day), -3)\`
goes back three.`,
      solution: `import { addDays, utcDay } from "amplification-audit";

function weekOf(day: string): string {
  return addDays(utcDay(day), -new Date(day).getUTCDay());
}`,
    },
    {
      ask: `**2. The shares.** Write \`weeklyShares\`: one row \`{ week, share }\` a week, the first week first; the share is the network's part of
*all the week's* retweets.`,
      blank: `function weeklyShares(days: DayCount[]): { week: string; share: number }[] | undefined {
  // your code
  return undefined;
}`,
      hint: `With arquero: make a table of rows that know their week, then \`groupby\` the week, \`rollup\` both counts with \`aq.op.sum\`, and
\`orderby\` the week. \`.objects()\` gives the rows; divide the sums in each.`,
      solution: `function weeklyShares(days: DayCount[]): { week: string; share: number }[] {
  const sums = aq
    .from(days.map((count) => ({ ...count, week: weekOf(count.day) })))
    .groupby("week")
    .rollup({ all: aq.op.sum("all"), network: aq.op.sum("network") })
    .orderby("week");
  const rows = sums.objects() as { week: string; all: number; network: number }[];
  return rows.map(({ week, all, network }) => ({ week: week, share: network / all }));
}`,
    },
    { text: "The weeks by your functions. What would the mean of the days' shares say about the week of 31 January?" },
    { code: `show(weeklyShares(days) ?? [], { caption: "The network's share by week" });` },
  ],
  parts: ["weekOf", "weeklyShares"],
  next: {
    notebook: "11-peak-week-shares",
    why: "the shares of every week, peak weeks among them, and how each choice moves them.",
  },
};
