import type { TargetOrder } from "./target-order.js";

/** The accounts that an account acted together with. */
export interface Partners {
  partners: number;
  expectedPartners: number;
  /** Met on at least two targets. */
  partnersTwice: number;
  expectedPartnersTwice: number;
}

/**
 * With how many different accounts each account acts within the window on the same target, and with how many on at
 * least two targets; both as observed and as expected if account labels are exchanged within each target.
 *
 * Two accounts with a and b events on a target meet there by chance with probability 1 - (1 - p)^(ab), where p is the
 * share of all pairs of events on the target that lie within the window: exact for one event each, and else as if pairs
 * were independent. Time is the pairs of events within the window plus the pairs of accounts on a target; memory
 * follows the events.
 *
 * @param accounts Number of accounts; numbers of accounts are below it.
 * @example
 * const order = orderByTarget({ account: [0, 1, 2], target: [5, 5, 5], seconds: [0, 10, 999] }, 60);
 * partnersOf(order, 3).map(({ partners }) => partners); // [1, 1, 0]
 */
export function partnersOf(order: TargetOrder, accounts: number): Partners[] {
  const visits = visitsOf(order, accounts);
  const met = new Tally(accounts);
  const chance = new Tally(accounts);
  return visits.map((own, account) => {
    for (const visit of own) {
      for (const partner of metOn(order, visit, account)) met.add(partner, 1);
      addChances(chance, visit, account);
    }
    const [seen, expected] = [met.take(), chance.take()];
    return {
      partners: seen.once,
      expectedPartners: expected.once,
      partnersTwice: seen.twice,
      expectedPartnersTwice: expected.twice,
    };
  });
}

/** An account's events on one target. */
interface Visit {
  places: number[];
  target: {
    accounts: Uint32Array;
    /** Events of each of them. */
    events: Uint32Array;
    /** Share of the pairs of events within the window. */
    together: number;
  };
}

/** Adds the chance of meeting each other account of the target. */
function addChances(chance: Tally, { places, target }: Visit, own: number): void {
  const { accounts, events, together } = target;
  if (together === 0) return;
  for (let at = 0; at < accounts.length; at += 1) {
    const partner = accounts[at] as number;
    if (partner === own) continue;
    const pairs = (events[at] as number) * places.length;
    chance.add(partner, pairs === 1 ? together : 1 - (1 - together) ** pairs);
  }
}

function visitsOf(order: TargetOrder, accounts: number): Visit[][] {
  const visits: Visit[][] = Array.from({ length: accounts }, () => []);
  for (let group = 0; group + 1 < order.starts.length; group += 1) {
    const [start, end] = [order.starts[group] as number, order.starts[group + 1] as number];
    const places = new Map<number, number[]>();
    let pairs = 0;
    for (let place = start; place < end; place += 1) {
      const account = order.account[place] as number;
      const known = places.get(account);
      if (known) known.push(place);
      else places.set(account, [place]);
      pairs += (order.high[place] as number) - place - 1;
    }
    const all = ((end - start) * (end - start - 1)) / 2;
    const target = {
      accounts: Uint32Array.from(places.keys()),
      events: Uint32Array.from(places.values(), (own) => own.length),
      together: all === 0 ? 0 : pairs / all,
    };
    for (const [account, own] of places) visits[account]?.push({ places: own, target });
  }
  return visits;
}

/** The other accounts within the window of a visit, each once. */
function metOn({ account, low, high }: TargetOrder, { places }: Visit, own: number): Set<number> {
  const met = new Set<number>();
  for (const place of places) {
    for (let near = low[place] as number; near < (high[place] as number); near += 1) {
      if (account[near] !== own) met.add(account[near] as number);
    }
  }
  return met;
}

/**
 * Follows for each partner the probability of no meeting so far and of exactly one; a meeting that was seen has
 * probability 1.
 */
class Tally {
  private readonly none: Float64Array;
  private readonly one: Float64Array;
  private touched: number[] = [];

  constructor(accounts: number) {
    this.none = new Float64Array(accounts).fill(1);
    this.one = new Float64Array(accounts);
  }

  add(partner: number, probability: number): void {
    if (probability === 0) return;
    const none = this.none[partner] as number;
    const one = this.one[partner] as number;
    if (none === 1) this.touched.push(partner);
    this.one[partner] = one * (1 - probability) + none * probability;
    this.none[partner] = none * (1 - probability);
  }

  /** Expected partners met at least once and at least twice; starts anew. */
  take(): { once: number; twice: number } {
    let [once, twice] = [0, 0];
    for (const partner of this.touched) {
      const none = this.none[partner] as number;
      once += 1 - none;
      twice += Math.max(0, 1 - none - (this.one[partner] as number));
      this.none[partner] = 1;
      this.one[partner] = 0;
    }
    this.touched = [];
    return { once, twice };
  }
}
