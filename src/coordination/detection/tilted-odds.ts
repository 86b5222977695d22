/** Factors by which membership may raise the odds of being together, from hardly to almost always. */
const factors = [2, 4, 8, 16, 32, 64, 128, 256] as const;
const logFactors = factors.map((factor) => Math.log(factor));
const rounds = 4;

/** How often a member was together with the group, and the chances of its occasions. */
interface Met {
  chance: Float64Array;
  together: number;
}

/**
 * How much more often members are together than chance has it: a mixture over factors on the odds, fitted to the members of a
 * group. Loyal members and occasional ones may both be in it.
 */
export class TiltedOdds {
  private readonly logWeights: readonly number[];
  private readonly terms = new Float64Array(factors.length);

  private constructor(weights: readonly number[]) {
    this.logWeights = weights.map((weight) => Math.log(weight));
  }

  /** Fits the mixture to the members by expectation and maximisation; without members every factor weighs the same. */
  static fittedTo(members: readonly Met[]): TiltedOdds {
    const likelihoods = members.map(({ chance, together }) => {
      return factors.map((factor, which) => {
        return together * (logFactors[which] as number) - logNormaliser(chance, 0, chance.length, factor);
      });
    });
    let odds = new TiltedOdds(factors.map(() => 1 / factors.length));
    for (let round = 0; round < rounds; round += 1) {
      const sums = factors.map(() => 1 / factors.length);
      for (const likelihood of likelihoods) {
        const shares = odds.shares(likelihood);
        const all = shares.reduce((sum, share) => sum + share, 0);
        shares.forEach((share, which) => {
          sums[which] = (sums[which] as number) + share / all;
        });
      }
      odds = new TiltedOdds(sums.map((sum) => sum / (members.length + 1)));
    }
    return odds;
  }

  /**
   * Log likelihood ratio of member against chance for being together so many times, from `least` to `most`, on the occasions from
   * `from` up to `to`: written into `scores`, each under its count.
   */
  score(
    { chance, from, to }: { chance: Float64Array; from: number; to: number },
    { least, most }: { least: number; most: number },
    scores: Float64Array,
  ): void {
    for (let which = 0; which < factors.length; which += 1) {
      const factor = factors[which] as number;
      this.terms[which] = (this.logWeights[which] as number) - logNormaliser(chance, from, to, factor);
    }
    for (let count = least; count <= most; count += 1) scores[count] = logSum(this.terms, count);
  }

  /** How much of a member each factor explains, up to a constant. */
  private shares(likelihood: readonly number[]): number[] {
    const terms = likelihood.map((one, which) => (this.logWeights[which] as number) + one);
    const highest = Math.max(...terms);
    return terms.map((term) => Math.exp(term - highest));
  }
}

function logSum(terms: Float64Array, together: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let which = 0; which < factors.length; which += 1) {
    highest = Math.max(highest, (terms[which] as number) + together * (logFactors[which] as number));
  }
  let sum = 0;
  for (let which = 0; which < factors.length; which += 1) {
    sum += Math.exp((terms[which] as number) + together * (logFactors[which] as number) - highest);
  }
  return highest + Math.log(sum);
}

const large = 1e250;

/**
 * For a factor the logarithm of what makes the probabilities sum to one. Multiplies as long as the product is a number, because a
 * logarithm an occasion is what would take the time.
 */
function logNormaliser(chance: Float64Array, from: number, to: number, factor: number): number {
  let logarithm = 0;
  let product = 1;
  for (let at = from; at < to; at += 1) {
    product *= 1 + (factor - 1) * (chance[at] as number);
    if (product > large) {
      logarithm += Math.log(product);
      product = 1;
    }
  }
  return logarithm + Math.log(product);
}
