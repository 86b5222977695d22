import type { AudienceTally, Tallies } from "../calibrate/tallies.js";
import { amplificationTotals } from "../calibration.js";
import { londonScale } from "../post-totals.js";

/** Ordinary accounts in one state that are to be added, and the retweets they are to make. */
export interface StatePlan {
  diplomat: { accounts: number; retweets: number };
  state_media: { accounts: number; retweets: number };
  /** How many of the accounts retweet both. */
  both: number;
}

/** What ordinary accounts add, by whether they are suspended on the first status day. */
export interface Shortfall {
  suspended: StatePlan;
  others: StatePlan;
}

/**
 * What is missing to the published totals once the planted accounts have acted.
 *
 * Scale multiplies everything outside London, as measured; at scale 1 the sums are the published ones. More planted than
 * there is room for leaves nothing to add.
 */
export function shortfallOf(present: Tallies, scale: number): Shortfall {
  const { diplomat, state_media, suspendedRetweeters, both } = amplificationTotals;
  const { london } = present;
  const missing = (published: number, of: number, inLondon: number) => {
    const outside = Math.round((published - inLondon / londonScale(scale)) * scale);
    return Math.max(0, outside - (of - inLondon));
  };
  const ofDiplomats = (name: keyof AudienceTally) => missing(diplomat[name], present.diplomat[name], london[name]);
  const ofMedia = (name: keyof typeof state_media) => missing(state_media[name], present.state_media[name], 0);

  const suspendedBoth = missing(both.suspendedRetweeters, present.both.suspendedRetweeters, 0);
  const suspendedAll = missing(suspendedRetweeters, present.either.suspendedRetweeters, london.suspendedRetweeters);
  const suspendedDiplomats = Math.min(ofDiplomats("suspendedRetweeters"), suspendedAll);
  const inBoth = Math.min(suspendedBoth, suspendedDiplomats);
  const suspended: StatePlan = {
    diplomat: { accounts: suspendedDiplomats, retweets: ofDiplomats("suspendedRetweets") },
    state_media: { accounts: suspendedAll - suspendedDiplomats + inBoth, retweets: ofMedia("suspendedRetweets") },
    both: inBoth,
  };
  const rest = (missing: number, of: number) => Math.max(0, missing - of);
  const others: StatePlan = {
    diplomat: {
      accounts: rest(ofDiplomats("retweeters"), suspended.diplomat.accounts),
      retweets: rest(ofDiplomats("retweets"), suspended.diplomat.retweets),
    },
    state_media: {
      accounts: rest(ofMedia("retweeters"), suspended.state_media.accounts),
      retweets: rest(ofMedia("retweets"), suspended.state_media.retweets),
    },
    both: rest(missing(both.retweeters, present.both.retweeters, 0), inBoth),
  };
  return { suspended: possible(suspended), others: possible(others) };
}

/** No more accounts than retweets, none without the other, and no more in both audiences than in the smaller. */
function possible({ diplomat, state_media, both }: StatePlan): StatePlan {
  const feasible = ({ accounts, retweets }: StatePlan["diplomat"]) => ({
    accounts: Math.min(accounts, retweets),
    retweets: accounts === 0 ? 0 : retweets,
  });
  const fitted = { diplomat: feasible(diplomat), state_media: feasible(state_media) };
  return { ...fitted, both: Math.min(both, fitted.diplomat.accounts, fitted.state_media.accounts) };
}
