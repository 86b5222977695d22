import { poissonBinomialUpperTail } from "../../statistics/poisson-binomial.js";

/**
 * Probability that two of the accounts who acted on a target did so within the window, if timing has nothing to do with who
 * they are: co-acting pairs over all pairs. A target whose events all came at once has 1 and is no evidence about anyone.
 *
 * @param coActingPairs Pairs of different accounts within the window on the target, each pair counted once.
 * @param accounts Accounts that acted on it.
 * @throws RangeError when the numbers are not whole, there are fewer than two accounts, or more pairs than they can form.
 * @example
 * coActionProbability(3, 4); // 0.5
 */
export function coActionProbability(coActingPairs: number, accounts: number): number {
  const all = (accounts * (accounts - 1)) / 2;
  if (!Number.isInteger(coActingPairs) || !Number.isInteger(accounts) || coActingPairs < 0) {
    throw new RangeError(`pairs and accounts must be whole numbers of at least 0: ${coActingPairs}, ${accounts}`);
  }
  if (accounts < 2 || coActingPairs > all) {
    throw new RangeError(
      `${coActingPairs} co-acting pairs of ${accounts} accounts, who form ${Math.max(0, all)}; count each pair once`,
    );
  }
  return coActingPairs / all;
}

/**
 * p-value of two accounts acting together on at least `together` of the targets they share, given who acted on which target:
 * only timing can make it small, not a common taste in targets.
 *
 * The count over the shared targets is Poisson-binomial with each target's {@link coActionProbability}. Two accounts share few
 * targets, so a single pair can seldom reach significance; pool over groups to find a weak campaign. Time is shared targets
 * times `together`.
 *
 * @param sharedTargets The probability of each target that both accounts acted on.
 * @throws RangeError when a probability is not in 0..1 or the count is not a whole number.
 * @example
 * pairTimingPValue([0.1, 0.1, 0.2], 3).toFixed(6); // "0.002000"
 */
export function pairTimingPValue(sharedTargets: ArrayLike<number>, together: number): number {
  return poissonBinomialUpperTail(sharedTargets, together);
}
