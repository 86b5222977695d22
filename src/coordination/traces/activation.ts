import { hypergeometricUpperTail } from "../../statistics/hypergeometric.js";
import { quantile } from "../../statistics/quantile.js";
import { placeAfter, placeOf, ranksFromAbove } from "./ranks.js";

/** How long an account slept before it amplified a principal, and who woke up with it. */
export interface Activation {
  /** From creation to the first amplification of any principal in the window; null where the creation is not known. */
  daysToFirstAmplification: number | null;
  longestSilenceDays: number | null;
  medianSilenceDays: number | null;
  silenceRank: number | null;
  /**
   * Watched without an amplification: from creation or the start of the window, whichever is later, to the first one.
   */
  quietDays: number | null;
  /** Amplifications of focus principals in the seven days from its first amplification on. */
  firstWeek: number;
  activatedWithinDay: number | null;
  expectedWithinDay: number | null;
  activatedWithinTwoDays: number | null;
  expectedWithinTwoDays: number | null;
  pValue: number | null;
}

export const activationColumns = {
  daysToFirstAmplification: "Days from its creation to its first amplification of a principal in the window",
  longestSilenceDays: "Longest silence between the two, in days; empty where its history is not known",
  medianSilenceDays: "Median of the same over the accounts whose history is known",
  silenceRank: "Share of the accounts with a known history that were silent at least as long",
  quietDays: "Days watched without an amplification, since its creation or the start of the window",
  firstWeek: "Amplifications of focus principals in the week from its first amplification of a principal on",
  activatedWithinDay: "Other dormant accounts activated at most a day before or after it; empty unless it is one",
  expectedWithinDay: "The same, as expected from the dormant accounts first seen in the month around it",
  activatedWithinTwoDays: "Other dormant accounts activated at most two days before or after it",
  expectedWithinTwoDays: "The same, as expected",
  pValue: "Chance of as many, given how many dormant accounts appeared then, corrected for the two spans tried",
} satisfies Record<keyof Activation, string>;

/** What activation is read from: one entry an account of the pool, in Unix seconds and days. */
export interface Beginnings {
  created: ArrayLike<number>;
  firstAmplification: ArrayLike<number>;
  /** Days; NaN where the history is not known. */
  longestSilence: ArrayLike<number>;
  /** Amplifications of focus principals in the week from the first amplification on. */
  firstWeek: ArrayLike<number>;
  /** Start of the window. */
  from: number;
}

const day = 86_400;
/** Watched for so many days without an amplification, an account is dormant. */
export const dormantDays = 7;
/** A dormant account is activated if it then amplifies the focus principals so often within a week. */
export const activatedEvents = 5;
/** What usually happens is taken from so many days on either side, without the two that are tested. */
const aroundDays = 30;

/**
 * Dormancy and joint activation: did an account sleep for long, and did others wake with it? (Claim U18.)
 *
 * Silence is compared with all accounts of known history: a rank says how unusual it is. For joint activation an
 * account is dormant if it was watched for at least seven days without amplifying a principal, and activated if it then
 * amplifies the focus principals at least five times in a week; a quiet newcomer who comes for one post is not. Of the
 * dormant accounts that first appear within a day (two days) of it, how many were activated, given the share among
 * those of the month on either side: hypergeometric. So a post that draws many new accounts is no evidence; that they
 * all stay is. Bonferroni over the two spans. Accounts created before the window may have amplified before it, unseen;
 * then they are less dormant than they look.
 *
 * Time n log n.
 * @example
 * const account = { created: [0], firstAmplification: [864000], longestSilence: [4], firstWeek: [2] };
 * activations({ ...account, from: 0 })[0]?.quietDays; // 10
 */
export function activations(beginnings: Beginnings): Activation[] {
  const { created, firstAmplification, longestSilence, firstWeek, from } = beginnings;
  const silences = ranksFromAbove(longestSilence);
  const median = quantile(
    Float64Array.from(longestSilence)
      .filter((days) => !Number.isNaN(days))
      .sort(),
    0.5,
  );
  const quiet = Float64Array.from(
    firstAmplification,
    (first, at) => (first - Math.max(created[at] as number, from)) / day,
  );
  const dormant = Float64Array.from(firstAmplification)
    .filter((_, at) => isDormant(quiet[at]))
    .sort();
  const activated = Float64Array.from(firstAmplification)
    .filter((_, at) => isDormant(quiet[at]) && (firstWeek[at] as number) >= activatedEvents)
    .sort();
  return Array.from(firstAmplification, (first, at) => {
    const wakes = isDormant(quiet[at]) && (firstWeek[at] as number) >= activatedEvents;
    const silence = known(longestSilence[at]);
    return {
      daysToFirstAmplification: known((first - (created[at] as number)) / day),
      longestSilenceDays: silence,
      medianSilenceDays: silence === null ? null : median,
      silenceRank: known(silences[at]),
      quietDays: known(quiet[at]),
      firstWeek: firstWeek[at] as number,
      ...(wakes ? joint(first, dormant, activated) : alone),
    };
  });
}

const isDormant = (quietDays: number | undefined) => (quietDays ?? Number.NaN) >= dormantDays;
const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);

type Joint = Pick<
  Activation,
  "activatedWithinDay" | "expectedWithinDay" | "activatedWithinTwoDays" | "expectedWithinTwoDays" | "pValue"
>;

const alone: Joint = {
  activatedWithinDay: null,
  expectedWithinDay: null,
  activatedWithinTwoDays: null,
  expectedWithinTwoDays: null,
  pValue: null,
};

function joint(first: number, dormant: Float64Array, activated: Float64Array): Joint {
  const within = (sorted: Float64Array, days: number) =>
    placeAfter(sorted, first + days * day) - placeOf(sorted, first - days * day) - 1;
  const background = (sorted: Float64Array) => within(sorted, aroundDays) - within(sorted, 2);
  const tried = [1, 2].map((days) => {
    const [appeared, woke] = [within(dormant, days), within(activated, days)];
    const population = appeared + background(dormant);
    const marked = woke + background(activated);
    const expected = population === 0 ? 0 : (appeared * marked) / population;
    return { woke, expected, pValue: hypergeometricUpperTail(woke, { population, marked, drawn: appeared }) };
  });
  const [one, two] = tried;
  return {
    activatedWithinDay: one?.woke ?? null,
    expectedWithinDay: one?.expected ?? null,
    activatedWithinTwoDays: two?.woke ?? null,
    expectedWithinTwoDays: two?.expected ?? null,
    pValue: Math.min(1, 2 * Math.min(...tried.map(({ pValue }) => pValue))),
  };
}
