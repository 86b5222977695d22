/**
 * How far apart two daily rhythms are: the hours by which activity must be moved around the clock, on average, to turn one
 * profile into the other. 0 for the same rhythm, at most half a day.
 *
 * Unlike a chi-squared distance it knows that 23 h is next to 0 h. Earth mover's distance on a circle: the cumulative
 * difference about its median (Rabin, Delon and Gousseau 2011, Journal of Mathematical Imaging and Vision 41:147-167).
 *
 * @param first Counts per equal step around the circle, usually 24 hours; any total above 0.
 * @param second The same for the other; totals need not agree.
 * @returns Steps, hence hours when there are 24.
 * @throws RangeError when the lengths differ, a count is negative, or nothing is counted.
 * @example
 * circularDistance([1, 0, 0, 0], [0, 0, 0, 1]); // 1
 */
export function circularDistance(first: ArrayLike<number>, second: ArrayLike<number>): number {
  if (first.length !== second.length || first.length === 0) {
    throw new RangeError(`profiles of ${first.length} and ${second.length} steps; give two of the same length`);
  }
  const [all, others] = [total(first), total(second)];
  const ahead = new Float64Array(first.length);
  let sum = 0;
  for (let step = 0; step < ahead.length; step += 1) {
    sum += (first[step] as number) / all - (second[step] as number) / others;
    ahead[step] = sum;
  }
  const middle = ahead.toSorted()[Math.floor(ahead.length / 2)] as number;
  return ahead.reduce((distance, value) => distance + Math.abs(value - middle), 0);
}

function total(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let step = 0; step < counts.length; step += 1) {
    const count = counts[step] as number;
    if (!(count >= 0)) throw new RangeError(`count of step ${step + 1} must be at least 0: ${count}`);
    sum += count;
  }
  if (!(sum > 0)) throw new RangeError(`profile counts nothing: ${sum}; it needs at least one event`);
  return sum;
}
