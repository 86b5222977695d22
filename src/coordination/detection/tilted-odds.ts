import type { Occasions } from "./occasions.js";

/** Factors by which membership may raise the odds of being together, from hardly to almost always. */
const factors = [2, 4, 8, 16, 32, 64, 128, 256] as const;
const logFactors = factors.map((factor) => Math.log(factor));
const rounds = 4;

/**
 * How much more often members are together than chance has it: a mixture over factors on the odds, fitted to the members of a
 * group. Loyal members and occasional ones may both be in it.
 */
export class TiltedOdds {
  private constructor(private readonly weights: readonly number[]) {}

  /** Fits the mixture to the members by expectation and maximisation; without members every factor weighs the same. */
  static fittedTo(members: readonly Occasions[]): TiltedOdds {
    let odds = new TiltedOdds(factors.map(() => 1 / factors.length));
    for (let round = 0; round < rounds; round += 1) {
      const sums = factors.map(() => 1 / factors.length);
      for (const { chance, together } of members) {
        const shares = odds.likelihoods(chance, together);
        const all = shares.reduce((sum, share) => sum + share, 0);
        shares.forEach((share, which) => {
          sums[which] = (sums[which] as number) + share / all;
        });
      }
      odds = new TiltedOdds(sums.map((sum) => sum / (members.length + 1)));
    }
    return odds;
  }

  /** Log likelihood ratio of member against chance for being together on so many of these occasions, from 0 to `most`. */
  scores(chance: readonly number[], most: number): number[] {
    const terms = this.logTerms(chance);
    return Array.from({ length: most + 1 }, (_, together) => logSum(terms, together));
  }

  private likelihoods(chance: readonly number[], together: number): number[] {
    const terms = this.logTerms(chance).map((term, which) => term + together * (logFactors[which] as number));
    const highest = Math.max(...terms);
    return terms.map((term) => Math.exp(term - highest));
  }

  /** For each factor log(weight) less the logarithm of what makes its probabilities sum to one. */
  private logTerms(chance: readonly number[]): number[] {
    return factors.map((factor, which) => Math.log(this.weights[which] as number) - logNormaliser(chance, factor));
  }
}

function logSum(terms: readonly number[], together: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let which = 0; which < terms.length; which += 1) {
    highest = Math.max(highest, (terms[which] as number) + together * (logFactors[which] as number));
  }
  let sum = 0;
  for (let which = 0; which < terms.length; which += 1) {
    sum += Math.exp((terms[which] as number) + together * (logFactors[which] as number) - highest);
  }
  return highest + Math.log(sum);
}

const large = 1e250;

/** Multiplies as long as the product is a number, because a logarithm an occasion is what would take the time. */
function logNormaliser(chance: readonly number[], factor: number): number {
  let [logarithm, product] = [0, 1];
  for (let at = 0; at < chance.length; at += 1) {
    product *= 1 + (factor - 1) * (chance[at] as number);
    if (product > large) {
      logarithm += Math.log(product);
      product = 1;
    }
  }
  return logarithm + Math.log(product);
}
