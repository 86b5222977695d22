import { betaBinomialUpperTail, fitBetaBinomial } from "../../statistics/beta-binomial.js";

/** How far an account's retweets of diplomats are for the focus principals alone. */
export interface Concentration {
  principals: number;
  diplomatAmplifications: number;
  diplomatRetweets: number;
  focusRetweets: number;
  /** `focusRetweets / diplomatRetweets`; null without retweets. */
  share: number | null;
  /** Share of all others' retweets of diplomats, taken together. */
  expectedShare: number | null;
  pValue: number | null;
}

export const concentrationColumns = {
  principals: "Different principals it amplified",
  diplomatAmplifications: "Its retweets, quotes and replies of diplomats",
  diplomatRetweets: "Its retweets of diplomats",
  focusRetweets: "Of these retweets of the focus principals",
  share: "Focus retweets over retweets of diplomats",
  expectedShare: "The same over all other accounts together",
  pValue: "Chance of as many, if its share is one drawn from those of the pool",
} satisfies Record<keyof Concentration, string>;

/** Columns of the pool, one entry an account. */
export type Diplomacy = Record<
  "principals" | "diplomatAmplifications" | "diplomatRetweets" | "focusRetweets",
  ArrayLike<number>
>;

/**
 * Concentration: does an account amplify the focus principals and hardly any other diplomat? (Claim U26.)
 *
 * Accounts of the pool differ widely in this, so chance draws each account's own share from a beta distribution fitted
 * to all of them: beta-binomial. As the pool is chosen by having amplified a focus principal, many innocent accounts
 * know no other diplomat; the trace separates little by itself. Time is accounts times their retweets, plus the fit.
 *
 * @example
 * const pool = { principals: [1], diplomatAmplifications: [5], diplomatRetweets: [4], focusRetweets: [3] };
 * focusConcentration(pool)[0]?.share; // 0.75
 */
export function focusConcentration(pool: Diplomacy): Concentration[] {
  const { diplomatRetweets: retweets, focusRetweets: focus } = pool;
  const all = { retweets: total(retweets), focus: total(focus) };
  const shape = all.retweets > 0 ? fitBetaBinomial(focus, retweets) : null;
  return Array.from(retweets, (own, at) => {
    const hit = focus[at] as number;
    const others = all.retweets - own;
    return {
      principals: pool.principals[at] as number,
      diplomatAmplifications: pool.diplomatAmplifications[at] as number,
      diplomatRetweets: own,
      focusRetweets: hit,
      share: own === 0 ? null : hit / own,
      expectedShare: others === 0 ? null : (all.focus - hit) / others,
      pValue: own === 0 || shape === null ? null : betaBinomialUpperTail(hit, own, shape),
    };
  });
}

function total(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < counts.length; at += 1) sum += counts[at] as number;
  return sum;
}
