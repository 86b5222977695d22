import { type FocusCorpus, kinds } from "../../coordination/traces/focus-events.js";
import type { Study } from "../../study/study.js";
import type { AmbassadorActions } from "./ambassador-actions.js";
import type { Benchmark, Choices } from "./choices.js";
import type { ChosenNetwork } from "./find-network.js";
import { highestShare, type ShareRange } from "./highest-share.js";
import { countChoices, countedActions, type Quantity, quantities } from "./quantities.js";

/** One number by one way of arriving at it. */
export interface SpecifiedShare extends ShareRange {
  quantity: Quantity;
  choices: Choices;
  /** Whether every choice is the usual one. */
  usual: boolean;
  /** Accounts of the network; none where the search found no group, and then the share is 0. */
  members: number;
}

/** Accounts with fewer retweets of and replies to the focus principals are no regulars. */
const fewestOfRegulars = 5;

/**
 * Every quantity by every way of counting it, for every network.
 *
 * @param networks the usual one first
 */
export function specifiedShares(
  networks: readonly ChosenNetwork[],
  actions: AmbassadorActions,
  focus: FocusCorpus,
  study: Study,
): SpecifiedShare[] {
  const benchmarks = benchmarkGroups(focus);
  return quantities.flatMap((quantity) =>
    countChoices(quantity, study).flatMap((count, way) => {
      const counted = countedActions(actions, quantity, count, study);
      return networks.map(({ choices, members }, network) => ({
        quantity,
        choices: { ...choices, ...count },
        usual: network === 0 && way === 0,
        members: members.size,
        ...highestShare(counted, members, benchmarks[count.benchmark]),
      }));
    }),
  );
}

function benchmarkGroups({ pool, events }: FocusCorpus): Record<Benchmark, (account: string) => boolean> {
  const amplifications = new Uint32Array(pool.id.length);
  for (const [event, account] of events.account.entries()) {
    if (events.kind[event] !== kinds.quote) amplifications[account] = (amplifications[account] as number) + 1;
  }
  const those = (isIn: (place: number) => boolean) => new Set(pool.id.filter((_, place) => isIn(place)));
  const retweeters = those((place) => (pool.diplomatRetweets[place] as number) > 0);
  const regulars = those((place) => (amplifications[place] as number) >= fewestOfRegulars);
  return {
    everyone: () => true,
    retweeters: (account) => retweeters.has(account),
    regulars: (account) => regulars.has(account),
  };
}
