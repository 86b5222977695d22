/** Actions by account and stretch of time; one stretch where only the whole counts. */
export interface CountedActions {
  stretches: number;
  /** For each account its actions in each stretch. */
  byAccount: ReadonlyMap<string, Uint32Array>;
  /** Actions in each stretch that are in the denominator and nobody's of the accounts. */
  besides: number;
  /** A stretch with fewer actions has no share worth comparing. */
  fewest: number;
}

/** A share of the network's, and how far one account moves it. */
export interface ShareRange {
  count: number;
  of: number;
  /** Null where no stretch has enough actions. */
  share: number | null;
  /** The lowest and the highest share when any one account, member or not, is left out with all that it did. */
  low: number | null;
  high: number | null;
}

/**
 * The highest share that the members have in a stretch of time, of their own actions and those of the benchmark group; over
 * a single stretch simply their share. The members stay who they are when one account is left out: nothing is searched
 * anew, so the range says how much of the share hangs on one account's actions.
 *
 * Time is accounts times stretches.
 *
 * @param isCounted Whether the actions of an account that is no member count.
 * @example
 * const byAccount = new Map([["a", Uint32Array.of(6)], ["b", Uint32Array.of(2)], ["c", Uint32Array.of(4)]]);
 * const actions = { stretches: 1, byAccount, besides: 0, fewest: 1 };
 * highestShare(actions, new Set(["a", "b"]), () => true); // {"count":8,"of":12,"share":2/3,"low":2/6,"high":1}
 */
export function highestShare(
  { stretches, byAccount, besides, fewest }: CountedActions,
  members: ReadonlySet<string>,
  isCounted: (account: string) => boolean,
): ShareRange {
  const sums = { part: new Float64Array(stretches), whole: new Float64Array(stretches).fill(besides) };
  const counted = [...byAccount].filter(([account]) => members.has(account) || isCounted(account));
  for (const [account, actions] of counted) add(sums, actions, members.has(account), 1);
  const all = highest(sums, fewest);
  if (all === null) return { count: 0, of: 0, share: null, low: null, high: null };
  const share = all.count / all.of;
  let [low, high] = [share, share];
  for (const [account, actions] of counted) {
    add(sums, actions, members.has(account), -1);
    const rest = highest(sums, fewest);
    add(sums, actions, members.has(account), 1);
    if (rest === null) continue;
    low = Math.min(low, rest.count / rest.of);
    high = Math.max(high, rest.count / rest.of);
  }
  return { ...all, share, low, high };
}

interface Sums {
  part: Float64Array;
  whole: Float64Array;
}

function add({ part, whole }: Sums, actions: Uint32Array, isMember: boolean, sign: 1 | -1): void {
  for (let stretch = 0; stretch < actions.length; stretch += 1) {
    const change = sign * (actions[stretch] as number);
    whole[stretch] = (whole[stretch] as number) + change;
    if (isMember) part[stretch] = (part[stretch] as number) + change;
  }
}

/** The stretch with the highest share among those with enough actions, the earliest of equals. */
function highest({ part, whole }: Sums, fewest: number): { count: number; of: number } | null {
  let best: { count: number; of: number } | null = null;
  for (let stretch = 0; stretch < part.length; stretch += 1) {
    const [count, of] = [part[stretch] as number, whole[stretch] as number];
    if (of >= fewest && (best === null || count / of > best.count / best.of)) best = { count, of };
  }
  return best;
}
