import type { WindowedEvents } from "../../coordination/detection/windowed-events.js";
import { coActionProbability, pairTimingPValue } from "../../coordination/null-models/timing-null.js";
import { benjaminiHochberg } from "../../statistics/benjamini-hochberg.js";
import type { Case } from "../case.js";

const rate = 0.05;

/**
 * Both ends of the pairs that acted together on more of their common targets than the analytic timing null allows, at a false
 * discovery rate of .05 over all pairs with a common target (Benjamini and Hochberg).
 */
export function timingNull({ table, events }: Case): Set<string> {
  const accounts = accountsByTarget(events);
  const { together, chance } = coActingPairs(events, accounts);
  const targets = targetsByAccount(accounts, events.accounts);
  const pairs = [...together.keys()].map((key) => [Math.floor(key / events.accounts), key % events.accounts] as const);
  const pValues = pairs.map(([a, b]) => {
    const shared = common(targets[a] as number[], targets[b] as number[]);
    return pairTimingPValue(
      shared.map((target) => chance[target] as number),
      together.get(a * events.accounts + b) as number,
    );
  });
  const qValues = benjaminiHochberg(pValues, { tests: pairsWithCommonTarget(accounts, targets) });
  return new Set(
    pairs
      .filter((_, pair) => (qValues[pair] as number) <= rate)
      .flatMap((pair) => pair.map((one) => table.actors[one] as string)),
  );
}

/** The different accounts that acted on each target, ascending. */
function accountsByTarget({ ofTarget, account, targets }: WindowedEvents): number[][] {
  return Array.from({ length: targets }, (_, target) => {
    return [...new Set(account.subarray(ofTarget[target], ofTarget[target + 1]))].sort((one, other) => one - other);
  });
}

function targetsByAccount(accounts: readonly number[][], count: number): number[][] {
  const targets: number[][] = Array.from({ length: count }, () => []);
  accounts.forEach((ofTarget, target) => {
    for (const account of ofTarget) targets[account]?.push(target);
  });
  return targets;
}

/** Targets on which each pair acted together, and for each target the probability that two of its accounts did. */
function coActingPairs({ ofTarget, account, past, accounts: all }: WindowedEvents, accounts: readonly number[][]) {
  const together = new Map<number, number>();
  const chance = accounts.map((ofThis, target) => {
    const pairs = new Set<number>();
    for (let event = ofTarget[target] as number; event < (ofTarget[target + 1] as number); event += 1) {
      for (let other = event + 1; other < (past[event] as number); other += 1) {
        const [one, two] = [account[event] as number, account[other] as number];
        if (one !== two) pairs.add(Math.min(one, two) * all + Math.max(one, two));
      }
    }
    for (const pair of pairs) together.set(pair, (together.get(pair) ?? 0) + 1);
    return ofThis.length < 2 ? 0 : coActionProbability(pairs.size, ofThis.length);
  });
  return { together, chance };
}

/** All pairs that could have acted together: those that did not were tested too. */
function pairsWithCommonTarget(accounts: readonly number[][], targets: readonly number[][]): number {
  const seenBy = new Int32Array(targets.length).fill(-1);
  let pairs = 0;
  targets.forEach((ofAccount, account) => {
    for (const target of ofAccount) {
      for (const other of accounts[target] as number[]) {
        if (other <= account || seenBy[other] === account) continue;
        seenBy[other] = account;
        pairs += 1;
      }
    }
  });
  return pairs;
}

/** What two ascending lists have in common. */
function common(one: readonly number[], other: readonly number[]): number[] {
  const found: number[] = [];
  for (let left = 0, right = 0; left < one.length && right < other.length; ) {
    const [a, b] = [one[left] as number, other[right] as number];
    if (a === b) found.push(a);
    if (a <= b) left += 1;
    if (b <= a) right += 1;
  }
  return found;
}
