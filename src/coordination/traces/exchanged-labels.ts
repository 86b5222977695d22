import type { TargetOrder } from "./target-order.js";

/**
 * For each place of an order the probability that an event of its account in its stratum is co-active if account labels
 * are exchanged at random within target and stratum: that another account's event lies within the window of it.
 *
 * Exact for each event: the mean over the positions that it could have had. Whether a neighbour there belongs to the
 * same account is drawn as well, without replacement, so that an account that acts often on a target is not its own
 * company. The events of an account on different targets are independent; several on one target exclude each other from
 * positions, which makes their sum vary less than independent events would, so a Poisson-binomial tail of these
 * probabilities is exact for accounts that act once a target and leans to caution for the others.
 *
 * @param stratum Number of the stratum of each place; labels are exchanged within target only, if it is left out.
 * Time is events plus, for accounts that act several times on a target, positions times their neighbours.
 * @example
 * const order = orderByTarget({ account: [1, 2, 3, 4], target: [0, 0, 0, 0], seconds: [0, 30, 300, 900] }, 60);
 * [...chanceOfCompany(order)]; // [0.5, 0.5, 0.5, 0.5]
 */
export function chanceOfCompany(order: TargetOrder, stratum?: ArrayLike<number>): Float64Array {
  const chance = new Float64Array(order.event.length);
  for (let group = 0; group + 1 < order.starts.length; group += 1) {
    const [start, end] = [order.starts[group] as number, order.starts[group + 1] as number];
    const strata = placesBy(start, end, (place) => stratum?.[place] ?? 0);
    const accounts = placesBy(start, end, (place) => order.account[place] as number);
    const alone = new Map([...strata].map(([key, places]) => [key, shareWithNeighbours(order, places)]));
    for (const own of accounts.values()) {
      if (own.length === 1) chance[own[0] as number] = alone.get(stratum?.[own[0] as number] ?? 0) as number;
      else chanceOfSeveral(order, own, strata, stratum, chance);
    }
  }
  return chance;
}

function placesBy(start: number, end: number, keyOf: (place: number) => number): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (let place = start; place < end; place += 1) {
    const key = keyOf(place);
    const known = groups.get(key);
    if (known) known.push(place);
    else groups.set(key, [place]);
  }
  return groups;
}

/** For an account with one event on the target: every neighbour is another account's. */
function shareWithNeighbours({ low, high }: TargetOrder, places: readonly number[]): number {
  let accompanied = 0;
  for (const place of places) if ((high[place] as number) - (low[place] as number) > 1) accompanied += 1;
  return accompanied / places.length;
}

function chanceOfSeveral(
  order: TargetOrder,
  own: readonly number[],
  strata: ReadonlyMap<number, readonly number[]>,
  stratum: ArrayLike<number> | undefined,
  chance: Float64Array,
): void {
  const held = new Map<number, number>();
  for (const place of own) held.set(stratum?.[place] ?? 0, (held.get(stratum?.[place] ?? 0) ?? 0) + 1);
  const means = new Map<number, number>();
  for (const key of held.keys()) {
    const positions = strata.get(key) as readonly number[];
    let sum = 0;
    for (const position of positions) sum += 1 - ownNeighboursOnly(order, position, { held, strata, stratum });
    means.set(key, sum / positions.length);
  }
  for (const place of own) chance[place] = means.get(stratum?.[place] ?? 0) as number;
}

interface Labels {
  /** Events of the account in each stratum. */
  held: ReadonlyMap<number, number>;
  strata: ReadonlyMap<number, readonly number[]>;
  stratum: ArrayLike<number> | undefined;
}

/**
 * Probability that all neighbours of a position get the account's own labels, given that the position itself has one.
 */
function ownNeighboursOnly({ low, high }: TargetOrder, position: number, { held, strata, stratum }: Labels): number {
  const drawn = new Map([[stratum?.[position] ?? 0, 1]]);
  let probability = 1;
  for (let place = low[position] as number; place < (high[position] as number); place += 1) {
    if (place === position) continue;
    const key = stratum?.[place] ?? 0;
    const before = drawn.get(key) ?? 0;
    const left = (held.get(key) ?? 0) - before;
    if (left <= 0) return 0;
    probability *= left / ((strata.get(key)?.length ?? 0) - before);
    drawn.set(key, before + 1);
  }
  return probability;
}
