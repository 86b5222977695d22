/**
 * The share of all that the most active part of the accounts makes: with 0.01, the top 1%, as claim G7 counts it.
 *
 * @param counts Events of each account, in one or several arrays; accounts with none do not count.
 * @example
 * topShare([Int32Array.of(1, 1, 1, 1, 96)], 0.2); // 0.96
 */
export function topShare(counts: readonly Int32Array[], part: number): number {
  const { numberOf, accounts, total } = histogram(counts);
  let left = Math.max(1, Math.round(accounts * part));
  let top = 0;
  for (let count = numberOf.length - 1; count > 0 && left > 0; count -= 1) {
    const taken = Math.min(left, numberOf[count] ?? 0);
    top += taken * count;
    left -= taken;
  }
  return total === 0 ? 0 : top / total;
}

/** How many accounts have each count; a sort of hundreds of thousands of counts would cost more. */
function histogram(counts: readonly Int32Array[]): { numberOf: Int32Array; accounts: number; total: number } {
  let most = 0;
  for (const array of counts) for (const count of array) most = Math.max(most, count);
  const numberOf = new Int32Array(most + 1);
  for (const array of counts) for (const count of array) numberOf[count] = (numberOf[count] ?? 0) + 1;
  let accounts = 0;
  let total = 0;
  for (let count = 1; count <= most; count += 1) {
    accounts += numberOf[count] ?? 0;
    total += count * (numberOf[count] ?? 0);
  }
  return { numberOf, accounts, total };
}
