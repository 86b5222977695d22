import { logBinomialDensity } from "./log-density.js";
import type { RandomNumbers } from "./random-numbers.js";

/**
 * Draws how often something of a probability happens in a number of trials, without going through the trials.
 *
 * Few expected: the distribution is walked up from 0. Many expected: transformed rejection (Hoermann 1993, Journal of
 * Statistical Computation and Simulation 46:101-110, algorithm BTRS), in constant time.
 *
 * @throws RangeError when the trials are not a whole number of at least 0 or the probability is not in 0..1
 * @example
 * drawBinomial(1000, 0.25, randomNumbers("example"));
 */
export function drawBinomial(trials: number, probability: number, random: RandomNumbers): number {
  if (!Number.isInteger(trials) || trials < 0) throw new RangeError(`not a number of trials: ${trials}`);
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`probability must be in 0..1: ${probability}`);
  if (trials === 0 || probability === 0) return 0;
  if (probability > 0.5) return trials - drawBinomial(trials, 1 - probability, random);
  return trials * probability < 10
    ? drawByWalking(trials, probability, random)
    : drawByRejection(trials, probability, random);
}

function drawByWalking(trials: number, probability: number, random: RandomNumbers): number {
  const odds = probability / (1 - probability);
  let left = random();
  let density = Math.exp(trials * Math.log1p(-probability));
  for (let drawn = 0; drawn < trials; drawn += 1) {
    if (left < density) return drawn;
    left -= density;
    density *= (odds * (trials - drawn)) / (drawn + 1);
  }
  return trials;
}

function drawByRejection(trials: number, probability: number, random: RandomNumbers): number {
  const deviation = Math.sqrt(trials * probability * (1 - probability));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * probability;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const mode = Math.floor((trials + 1) * probability);
  const atMode = logBinomialDensity(mode, trials, probability);
  for (;;) {
    const across = random() - 0.5;
    const height = random();
    const inward = 0.5 - Math.abs(across);
    const drawn = Math.floor(((2 * a) / inward + b) * across + trials * probability + 0.5);
    if (inward >= 0.07 && height <= 0.92 - 4.2 / b) return drawn;
    if (!(drawn >= 0 && drawn <= trials)) continue;
    const limit = logBinomialDensity(drawn, trials, probability) - atMode;
    if (Math.log((height * alpha) / (a / (inward * inward) + b)) <= limit) return drawn;
  }
}

/** Draws a sample: how often each kind of unit came up. The array is the same one at every call. */
export type Sampler = (random: RandomNumbers) => ArrayLike<number>;

/** A kind of fewer units is drawn unit by unit, which costs less than a binomial draw for each kind. */
const fewUnits = 12;

/**
 * Draws samples with replacement of as many units as there are, where units of the same kind are not told apart: how often
 * each kind comes up (a multinomial draw). Time grows with the kinds and the units of rare kinds, not with all units.
 *
 * @param units how many units there are of each kind
 * @example
 * sampler([120_000, 900, 3])(randomNumbers("example")); // such as [120004, 895, 4]
 */
export function sampler(units: ArrayLike<number>): Sampler {
  const common: number[] = [];
  const rareUnits: number[] = [];
  let all = 0;
  for (let kind = 0; kind < units.length; kind += 1) {
    const here = units[kind] as number;
    all += here;
    if (here >= fewUnits) common.push(kind);
    else for (let unit = 0; unit < here; unit += 1) rareUnits.push(kind);
  }
  const drawn = new Float64Array(units.length);
  return (random) => {
    drawn.fill(0);
    let mass = all;
    let left = all;
    for (const kind of common) {
      const here = units[kind] as number;
      drawn[kind] = here === mass ? left : drawBinomial(left, here / mass, random);
      left -= drawn[kind] as number;
      mass -= here;
    }
    for (; left > 0; left -= 1) {
      const kind = rareUnits[Math.floor(random() * rareUnits.length)] as number;
      drawn[kind] = (drawn[kind] as number) + 1;
    }
    return drawn;
  };
}
