import { permutationPValue } from "../../statistics/permutation-p-value.js";
import { randomNumbers } from "../../statistics/random-numbers.js";

/** Events in groups within which account labels may be exchanged. */
export interface Strata {
  /** Events, group after group. */
  events: Uint32Array;
  /** Where each group begins in `events`; the last entry is its length. */
  starts: Uint32Array;
}

const secondsPerHour = 3600;
const hoursPerDay = 24;

/**
 * Labels may be exchanged among the events of a target: keeps who acted on which target and every time, and breaks only who
 * was there when. Time n log n.
 *
 * @param targets Number of each event's target.
 * @example
 * [...withinTarget([7, 5, 7]).starts]; // [0, 1, 3]
 */
export function withinTarget(targets: ArrayLike<number>): Strata {
  return strataBy(targets);
}

/**
 * Labels may be exchanged among the events of a target in the same hour of the day, UTC, so that shared working hours are not
 * taken for coordination. Stricter than {@link withinTarget}: where most groups hold one event, nothing can be exchanged and
 * nothing found. Time n log n.
 *
 * @param targets Number of each event's target.
 * @param seconds Unix time of each event.
 * @throws RangeError when there is not one time per event.
 * @example
 * [...withinTargetAndHour([7, 7, 7], [0, 3599, 3600]).starts]; // [0, 2, 3]
 */
export function withinTargetAndHour(targets: ArrayLike<number>, seconds: ArrayLike<number>): Strata {
  if (seconds.length !== targets.length) {
    throw new RangeError(`${seconds.length} times for ${targets.length} events; give one for each`);
  }
  const keys = Float64Array.from(targets, (target, event) => {
    const hours = Math.floor((seconds[event] as number) / secondsPerHour);
    return target * hoursPerDay + (((hours % hoursPerDay) + hoursPerDay) % hoursPerDay);
  });
  return strataBy(keys);
}

function strataBy(keys: ArrayLike<number>): Strata {
  const events = Uint32Array.from(keys, (_, event) => event);
  events.sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
  const starts: number[] = [];
  events.forEach((event, at) => {
    if (at === 0 || keys[event] !== keys[events[at - 1] as number]) starts.push(at);
  });
  return { events, starts: Uint32Array.from([...starts, events.length]) };
}

/** What a permutation test needs. */
export interface PermutationOptions {
  strata: Strata;
  /** Shuffles; 999 resolves p-values down to .001. */
  replicates: number;
  /** Name of the random numbers: the same name, the same answer. */
  seed: string;
  /** What is tested, large when it speaks against chance: of the account label of each event. It must not keep the array. */
  statistic: (labels: Int32Array) => number;
}

/** Outcome of a permutation test. */
export interface PermutationTest {
  observed: number;
  /** Mean of the statistic over the shuffles: what chance alone gives. */
  expected: number;
  /** (1 + shuffles that reach the observed) / (shuffles + 1). */
  pValue: number;
  /** The statistic of each shuffle. */
  chance: Float64Array;
}

/**
 * Tests a statistic of who acted when against random exchanges of account labels within groups of events. Exact for any
 * statistic and any number of shuffles. Time is shuffles x (events + one statistic).
 *
 * @param labels Number of each event's account.
 * @throws RangeError when labels and groups do not fit, replicates is not a whole number of at least 1, or a statistic is
 *   not a number.
 * @example
 * permutationTest([1, 2], { strata: withinTarget([0, 1]), replicates: 9, seed: "example", statistic: () => 3 }).pValue; // 1
 */
export function permutationTest(labels: ArrayLike<number>, options: PermutationOptions): PermutationTest {
  const { strata, replicates, seed, statistic } = options;
  if (!Number.isInteger(replicates) || replicates < 1) {
    throw new RangeError(`replicates must be a whole number of at least 1: ${replicates}`);
  }
  const observed = statistic(Int32Array.from(labels));
  const shuffles = shuffledLabels(labels, strata, seed);
  const chance = Float64Array.from({ length: replicates }, () => statistic(shuffles.next().value));
  return {
    observed,
    expected: chance.reduce((sum, value) => sum + value, 0) / replicates,
    pValue: permutationPValue(observed, chance),
    chance,
  };
}

/**
 * Endless shuffles of the labels within the groups. The same array is handed out each time: copy it to keep it.
 *
 * @throws RangeError when there is not one label per event of the groups.
 * @example
 * [...shuffledLabels([4, 5, 6], withinTarget([1, 2, 3]), "example").next().value]; // [4, 5, 6]
 */
export function* shuffledLabels(
  labels: ArrayLike<number>,
  { events, starts }: Strata,
  seed: string,
): Generator<Int32Array, never> {
  if (labels.length !== events.length) {
    throw new RangeError(`${labels.length} labels for ${events.length} events; give one for each`);
  }
  const random = randomNumbers(seed);
  const current = Int32Array.from(labels);
  for (;;) {
    for (let group = 0; group + 1 < starts.length; group += 1) {
      const start = starts[group] as number;
      for (let last = (starts[group + 1] as number) - 1; last > start; last -= 1) {
        const [one, two] = [
          events[last] as number,
          events[start + Math.floor(random() * (last - start + 1))] as number,
        ];
        const held = current[one] as number;
        current[one] = current[two] as number;
        current[two] = held;
      }
    }
    yield current;
  }
}
