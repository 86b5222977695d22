import { poissonBinomialUpperTail } from "../../statistics/poisson-binomial.js";
import { chanceOfCompany } from "./exchanged-labels.js";
import { type Partners, partnersOf } from "./partners.js";
import { orderByTarget, type TargetedEvents, type TargetOrder } from "./target-order.js";

/** How often an account acts within the window of another account on the same target, and how often by chance alone. */
export interface CoActivity extends Partners {
  /** Its retweets and replies with a known target. */
  events: number;
  /** Of these within the window of another account's on the same target. */
  together: number;
  /** Of these by chance, if account labels are exchanged within each target. */
  expected: number | null;
  pValue: number | null;
  /** The same if labels are only exchanged among events of like kind and like delay since the post. */
  expectedGivenDelay: number | null;
  givenDelayPValue: number | null;
}

export const coActivityColumns = {
  events: "Retweets of and replies to posts of the focus principals whose id is known",
  together: "Of these at most the study's window of seconds from one by another account on the same post",
  expected: "The same, as expected if accounts are exchanged within each post",
  pValue: "Chance of at least as many under that exchange",
  expectedGivenDelay: "The same, as expected if accounts are exchanged among events of one kind and delay on each post",
  givenDelayPValue: "Chance of at least as many under that stricter exchange",
  partners: "Different accounts it acted together with",
  expectedPartners: "The same, as expected if accounts are exchanged within each post",
  partnersTwice: "Accounts it acted together with on at least two posts",
  expectedPartnersTwice: "The same, as expected",
} satisfies Record<keyof CoActivity, string>;

/** Events with what the second null model keeps. */
export interface DelayedEvents extends TargetedEvents {
  /** Number of the class of kind and delay: see `delayClass`. */
  stratum: ArrayLike<number>;
}

/**
 * Co-activity: does an account act within seconds of others on the same targets more often than chance? (Claims U19,
 * U30.)
 *
 * Chance exchanges account labels among the events of a target, which keeps who acted on what and every time, and
 * breaks only who was there when; the count over an account's events is Poisson-binomial (see `chanceOfCompany`).
 * Whoever answers posts within seconds meets the others who do, without knowing of them: reaction to the post, not to
 * each other. The second p-value therefore exchanges labels only among events of like kind and like delay since the
 * post; it gives up what happens right after a post, where everyone is together, and with it some power. An account
 * none of whose events could have been otherwise has no p-value.
 *
 * @param accounts Number of accounts; numbers of accounts are below it.
 * @param window Seconds, both ends included.
 * @returns One entry an account. Time is events log events, plus pairs within the window, plus pairs of accounts on a
 *   target.
 * @throws RangeError when the window is negative or not a number.
 * @example
 * const events = { account: [0, 1, 2], target: [7, 7, 7], seconds: [0, 60, 200], stratum: [0, 0, 0] };
 * coActivity(events, { accounts: 3, window: 60 })[0]?.expected?.toFixed(4); // "0.6667"
 */
export function coActivity(events: DelayedEvents, options: { accounts: number; window: number }): CoActivity[] {
  const order = orderByTarget(events, options.window);
  const stratum = order.event.map((event) => events.stratum[event] as number);
  const within = byAccount(order, chanceOfCompany(order), options.accounts);
  const strict = byAccount(order, chanceOfCompany(order, stratum), options.accounts);
  const together = togetherOf(order, options.accounts);
  const partners = partnersOf(order, options.accounts);
  return Array.from({ length: options.accounts }, (_, account) => {
    const count = together[account] as number;
    const [loose, kept] = [within[account] as number[], strict[account] as number[]];
    return {
      events: loose.length,
      together: count,
      ...tested(count, loose),
      expectedGivenDelay: tested(count, kept).expected,
      givenDelayPValue: tested(count, kept).pValue,
      ...(partners[account] as Partners),
    };
  });
}

function tested(count: number, chances: readonly number[]): { expected: number | null; pValue: number | null } {
  const expected = chances.length === 0 ? null : chances.reduce((sum, chance) => sum + chance, 0);
  const open = chances.some((chance) => chance > 0 && chance < 1);
  return { expected, pValue: open ? poissonBinomialUpperTail(chances, count) : null };
}

function byAccount({ account }: TargetOrder, chance: Float64Array, accounts: number): number[][] {
  const lists: number[][] = Array.from({ length: accounts }, () => []);
  for (let place = 0; place < account.length; place += 1) {
    lists[account[place] as number]?.push(chance[place] as number);
  }
  return lists;
}

/** Events of each account that have another account's event within the window. */
function togetherOf({ account, low, high }: TargetOrder, accounts: number): Uint32Array {
  const together = new Uint32Array(accounts);
  for (let place = 0; place < account.length; place += 1) {
    const own = account[place] as number;
    let near = low[place] as number;
    while (near < (high[place] as number) && account[near] === own) near += 1;
    if (near < (high[place] as number)) together[own] = (together[own] as number) + 1;
  }
  return together;
}
