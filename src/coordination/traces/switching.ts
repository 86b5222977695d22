import { poissonBinomialUpperTail } from "../../statistics/poisson-binomial.js";
import { placeAfter, placeOf } from "./ranks.js";

/** How often an account takes over where another stops, or stops where another takes over. */
export interface Switching {
  runs: number;
  /**
   * Pairs of a run of its own and one of another account, the second beginning within a minute of the end of the first.
   */
  switches: number;
  expected: number | null;
  /** Different accounts at the other end. */
  partners: number;
  expectedPartners: number | null;
  pValue: number | null;
}

export const switchingColumns = {
  runs: "Runs: at least three retweets of focus principals with at most a minute between them",
  switches: "Times that a run of another account begins within a minute of the end of one of its runs, or the reverse",
  expected: "The same, as expected if every run could have begun at any moment of its hour",
  partners: "Different accounts at the other end of its switches",
  expectedPartners: "The same, as expected",
  pValue: "Chance of at least as many switches",
} satisfies Record<keyof Switching, string>;

/** When each run began and ended, in Unix seconds, in order of begin, and the number of its account. */
export type Spans = Record<"account" | "begin" | "end", ArrayLike<number>>;

/** A run that begins at most so many seconds after another's end goes on where it stopped. */
export const switchLag = 60;
/** Chance moves every run to another moment of its clock hour. */
const hour = 3600;

/**
 * Consecutive switching: one account retweets a chain within seconds and stops, the next goes on (`consec1` of the
 * papers).
 *
 * Chance is interval jitter (Date, Bienenstock and Geman 1998; Amarasingham et al. 2012, Journal of Neurophysiology
 * 107:517-531): each run keeps its account and length and begins at a random moment of its clock hour, UTC, so that
 * shared hours, busy days and waves of news are kept, and only who begins within seconds of whose end is broken. The
 * probability of each pair of runs is exact; the count is taken as Poisson-binomial over pairs, as if pairs that share
 * a run were independent (they nearly are: a run's own moment hardly changes the chance of the others). Two accounts
 * that answer the same new post with a run each are the innocent explanation that remains.
 *
 * @param accounts Number of accounts; numbers of accounts are below it.
 * @returns One entry an account. Time is runs times the runs of neighbouring hours.
 * @example
 * const runs = { account: [0, 1], begin: [1000, 1300], end: [1290, 1500] };
 * switching(runs, 2).map(({ expected }) => expected?.toFixed(4)); // ["0.0308", "0.0308"]
 */
export function switching(runs: Spans, accounts: number): Switching[] {
  const tallies = Array.from({ length: accounts }, () => new Tally());
  const longest = Array.from(runs.begin, (begin, run) => (runs.end[run] as number) - begin).reduce(
    (longer, length) => Math.max(longer, length),
    0,
  );
  for (let run = 0; run < runs.begin.length; run += 1) {
    const own = runs.account[run] as number;
    tallyOf(tallies, own).runs += 1;
    // Whatever could end within a switch's lag before this run begins, both moved by up to an hour.
    const begin = runs.begin[run] as number;
    const first = placeOf(runs.begin, begin - longest - switchLag - 2 * hour);
    const past = placeAfter(runs.begin, begin + 2 * hour);
    for (let before = first; before < past; before += 1) {
      const other = runs.account[before] as number;
      if (other === own) continue;
      const chance = chanceOfSwitch(runs, before, run);
      const lag = begin - (runs.end[before] as number);
      const seen = lag >= 0 && lag <= switchLag;
      tallyOf(tallies, own).add(other, chance, seen);
      tallyOf(tallies, other).add(own, chance, seen);
    }
  }
  return tallies.map((tally) => tally.summary());
}

const tallyOf = (tallies: readonly Tally[], account: number) => tallies[account] as Tally;

/**
 * Probability that a run begins within the lag of the end of another, if both begin at a random moment of their hour.
 */
function chanceOfSwitch({ begin, end }: Spans, before: number, after: number): number {
  const [first, second] = [begin[before] as number, begin[after] as number];
  const hoursApart = Math.floor(second / hour) - Math.floor(first / hour);
  const least = (end[before] as number) - first - hoursApart * hour;
  return belowDifference(least + switchLag) - belowDifference(least);
}

/** Probability that the difference of two random moments of an hour is below so many seconds. */
function belowDifference(seconds: number): number {
  const part = Math.min(1, Math.max(-1, seconds / hour));
  return part < 0 ? (1 + part) ** 2 / 2 : 1 - (1 - part) ** 2 / 2;
}

class Tally {
  runs = 0;
  private switches = 0;
  private readonly chances: number[] = [];
  /** For each other account whether they switched, and the probability that they did not. */
  private readonly others = new Map<number, { met: boolean; never: number }>();

  add(other: number, chance: number, seen: boolean): void {
    if (chance === 0 && !seen) return;
    this.chances.push(chance);
    if (seen) this.switches += 1;
    const known = this.others.get(other) ?? { met: false, never: 1 };
    this.others.set(other, { met: known.met || seen, never: known.never * (1 - chance) });
  }

  summary(): Switching {
    const others = [...this.others.values()];
    return {
      runs: this.runs,
      switches: this.switches,
      expected: this.runs === 0 ? null : this.chances.reduce((sum, chance) => sum + chance, 0),
      partners: others.filter(({ met }) => met).length,
      expectedPartners: this.runs === 0 ? null : others.reduce((sum, { never }) => sum + 1 - never, 0),
      pValue: this.runs === 0 ? null : poissonBinomialUpperTail(this.chances, this.switches),
    };
  }
}
