import { addDays, utcDay } from "../../study/time.js";
import { firstDayOfWeek } from "../../study/week.js";
import { functionPart, type Part } from "../function-part.js";

/** What one day saw: all retweets, and those by the network. */
interface DayCount {
  day: string;
  all: number;
  network: number;
}

const dayCount = (day: string, all: number, network: number): DayCount => ({ day, all, network });

const days = [
  dayCount("2021-01-30", 10, 9),
  dayCount("2021-01-31", 90, 9),
  dayCount("2021-02-06", 10, 6),
  dayCount("2021-02-07", 40, 20),
];

type WeekStart = "sunday" | "monday";
type ShareOf = (days: readonly DayCount[]) => number;

const weekOf = (day: string, start: WeekStart = "sunday"): string => firstDayOfWeek(utcDay(day), start);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const ratio: ShareOf = (of) => sum(of.map(({ network }) => network)) / sum(of.map(({ all }) => all));
const mean: ShareOf = (of) => sum(of.map(({ network, all }) => network / all)) / of.length;

function sharesBy(of: readonly DayCount[], share: ShareOf, start: WeekStart = "sunday") {
  const weeks = [...new Set(of.map(({ day }) => weekOf(day, start)))].sort();
  return weeks.map((week) => ({ week, share: share(of.filter(({ day }) => weekOf(day, start) === week)) }));
}

/** The method behind claims U15 and U16: the network's share of a week's engagement. */
export const weeklySharesChecks: Record<string, Part> = {
  weekOf: functionPart({
    right: (day: string) => weekOf(day),
    inputs: [["2020-06-09"], ["2021-01-31"], ["2021-01-30"], ["2021-03-01"]],
    mistakes: [
      [(day) => weekOf(day, "monday"), "lets the week start on Monday; the papers' week starts on Sunday"],
      [(day) => addDays(utcDay(weekOf(day)), 6), "gives the last day of the week; name a week by its first day"],
    ],
    praise: "names a week by its Sunday",
  }),
  weeklyShares: functionPart({
    right: (given: readonly DayCount[]) => sharesBy(given, ratio),
    inputs: [[days], [[...days].reverse()]],
    mistakes: [
      [
        (given) => sharesBy(given, mean),
        "averages the days' shares, so that a quiet day weighs as much as a busy one; divide the week's sums",
      ],
      [(given) => sharesBy(given, ratio, "monday"), "lets the week start on Monday; the papers' week starts on Sunday"],
      [(given) => sharesBy(given, (of) => 100 * ratio(of)), "gives percent; a share is from 0 to 1 here"],
      [(given) => [...sharesBy(given, ratio)].reverse(), "has the last week first; sort by week"],
    ],
    praise: "divides the sums of each week, the first week first",
  }),
};
