/** Scores are counted in cells of this width, between the lowest and the highest told apart. */
const width = 0.05;
const [lowest, highest] = [-5, 40];
const cells = Math.round((highest - lowest) / width) + 1;

/**
 * How many accounts reach each score by chance alone: the sum of the exact probabilities, account by account, because counts are
 * discrete and one with two occasions cannot reach what one with two hundred can (the procedure of Benjamini and Hochberg for
 * discrete tests: Heyse 2011; Döhler, Durand and Roquain 2018, Electronic Journal of Statistics 12:1867-1900).
 */
export class ChanceCounts {
  private readonly at = new Float64Array(cells);

  /** Adds an account by its scores and tails for each count from `least`, below which none is taken for anything, to `most`. */
  add(scores: Float64Array, tails: Float64Array, least: number, most: number): void {
    for (let count = least; count <= most; count += 1) {
      const probability = (tails[count] as number) - (tails[count + 1] as number);
      const cell = cellOf(scores[count] as number);
      this.at[cell] = (this.at[cell] as number) + probability;
    }
  }

  /** Sums up what was added, once: afterwards `expected` can be asked. */
  finish(): this {
    for (let cell = cells - 2; cell >= 0; cell -= 1) {
      this.at[cell] = (this.at[cell] as number) + (this.at[cell + 1] as number);
    }
    return this;
  }

  /** Expected number of accounts with at least this score. */
  expected(score: number): number {
    return this.at[cellOf(score)] as number;
  }
}

function cellOf(score: number): number {
  return Math.min(cells - 1, Math.max(0, Math.floor((score - lowest) / width)));
}
