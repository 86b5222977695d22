/** Width of the cells in which scores are counted, and the scores told apart: below the lowest nobody is ever a member. */
const width = 0.2;
export const lowestScore = -6;
const highestScore = 20;
const cells = Math.round((highestScore - lowestScore) / width) + 1;

/** Up to so many occasions every outcome is gone through, up to the second number those with at most `mostMet` meetings. */
const gonethroughAll = 8;
const gonethroughFew = 14;
const mostMet = 4;
const mostCounted = 12;

/**
 * How many accounts reach each score by chance alone: the sum over accounts of the exact probability, account by account, because
 * one with two occasions and one with two hundred do not have the same chances (as in the Benjamini-Hochberg procedure for discrete
 * tests of Heyse 2011 and Döhler, Durand and Roquain 2018).
 *
 * A score is a log likelihood ratio: the sum over occasions of log(r / q) for one that was used and log((1 - r) / (1 - q)) for one
 * that was not, r being the members' rate and q chance.
 */
export class ChanceScores {
  private readonly at = new Float64Array(cells);

  /** Adds an account by its occasions: probability of each score with at least `leastTogether` used ones. */
  add(chance: readonly number[], memberRate: number, leastTogether: number): void {
    const gains = chance.map((q) => Math.log(memberRate / q) - Math.log((1 - memberRate) / (1 - q)));
    const odds = chance.map((q) => q / (1 - q));
    const none = chance.reduce((product, q) => product * (1 - q), 1);
    const lowest = chance.reduce((sum, q) => sum + Math.log((1 - memberRate) / (1 - q)), 0);
    if (chance.length > gonethroughFew) {
      this.addCounts(chance, gains, lowest, leastTogether);
      return;
    }
    const limit = chance.length > gonethroughAll ? mostMet : chance.length;
    const visit = (from: number, together: number, score: number, probability: number): void => {
      if (together >= leastTogether) this.count(score, probability);
      if (together === limit) return;
      for (let next = from; next < chance.length; next += 1) {
        visit(next + 1, together + 1, score + (gains[next] as number), probability * (odds[next] as number));
      }
    };
    visit(0, 0, lowest, none);
  }

  /** Expected number of accounts with at least this score. */
  expected(score: number): number {
    let sum = 0;
    for (let cell = cellOf(score); cell < cells; cell += 1) sum += this.at[cell] as number;
    return sum;
  }

  /** With many occasions: the exact distribution of their number used, each worth what it gains on average. */
  private addCounts(chance: readonly number[], gains: readonly number[], lowest: number, leastTogether: number): void {
    const most = Math.min(chance.length, mostCounted);
    const probability = new Float64Array(most + 1);
    probability[0] = 1;
    for (const q of chance) {
      for (let count = most; count >= 1; count -= 1) {
        probability[count] = (probability[count] as number) * (1 - q) + (probability[count - 1] as number) * q;
      }
      probability[0] = (probability[0] as number) * (1 - q);
    }
    const weights = chance.reduce((sum, q) => sum + q, 0);
    const gain = chance.reduce((sum, q, at) => sum + q * (gains[at] as number), 0) / weights;
    for (let count = leastTogether; count <= most; count += 1) {
      this.count(lowest + count * gain, probability[count] as number);
    }
  }

  private count(score: number, probability: number): void {
    const cell = Math.round((score - lowestScore) / width);
    if (cell < 0) return;
    const within = Math.min(cells - 1, cell);
    this.at[within] = (this.at[within] as number) + probability;
  }
}

function cellOf(score: number): number {
  return Math.min(cells - 1, Math.max(0, Math.round((score - lowestScore) / width)));
}

/** Log likelihood ratio of an account's occasions: a member's rate against chance. */
export function score(chance: readonly number[], met: readonly boolean[], memberRate: number): number {
  return chance.reduce((sum, q, at) => {
    return sum + (met[at] ? Math.log(memberRate / q) : Math.log((1 - memberRate) / (1 - q)));
  }, 0);
}
