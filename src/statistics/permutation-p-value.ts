/**
 * p-value of a permutation test: how often chance did at least as well, counting the observation itself as one of the ways
 * chance could have turned out: (1 + #{chance >= observed}) / (replicates + 1).
 *
 * Without the two ones it could be 0, which no finite number of shuffles can show (Phipson and Smyth 2010, Statistical
 * Applications in Genetics and Molecular Biology 9:39). The smallest possible value is 1 / (replicates + 1).
 *
 * @throws RangeError when a statistic is not a number.
 * @example
 * permutationPValue(7, [1, 2, 3, 4, 5, 6, 7, 8, 9]); // 0.4
 */
export function permutationPValue(observed: number, chance: ArrayLike<number>): number {
  let asLarge = 1;
  for (let replicate = 0; replicate < chance.length; replicate += 1) {
    const value = chance[replicate] as number;
    if (Number.isNaN(value)) throw new RangeError(`statistic of shuffle ${replicate + 1} is not a number: ${value}`);
    if (value >= observed) asLarge += 1;
  }
  if (Number.isNaN(observed)) throw new RangeError(`observed statistic is not a number: ${observed}`);
  return asLarge / (chance.length + 1);
}
