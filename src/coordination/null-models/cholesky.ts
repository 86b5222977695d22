/**
 * Solves `matrix x = right` for a symmetric positive definite matrix by Cholesky's decomposition. Time n^3 / 6.
 *
 * A pivot that rounding has pushed to 0 or below is taken as minute and positive, so that a nearly singular system yields a
 * long step instead of none; the caller shortens it.
 *
 * @param matrix Row after row; only the lower triangle is read, and it is overwritten.
 * @param right Overwritten with the solution.
 * @returns `right`.
 * @example
 * [...solvePositive(new Float64Array([4, 0, 2, 2]), new Float64Array([6, 4]))]; // [1, 1]
 */
export function solvePositive(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const place = row * size + column;
      const rest = (matrix[place] as number) - dot(matrix, row * size, column * size, column);
      if (column < row) matrix[place] = rest / (matrix[column * size + column] as number);
      else matrix[place] = Math.sqrt(Math.max(rest, Math.abs(matrix[place] as number) * 1e-15, Number.MIN_VALUE));
    }
  }
  for (let row = 0; row < size; row += 1) {
    let rest = right[row] as number;
    for (let at = 0; at < row; at += 1) rest -= (matrix[row * size + at] as number) * (right[at] as number);
    right[row] = rest / (matrix[row * size + row] as number);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = right[row] as number;
    for (let at = row + 1; at < size; at += 1) rest -= (matrix[at * size + row] as number) * (right[at] as number);
    right[row] = rest / (matrix[row * size + row] as number);
  }
  return right;
}

function dot(matrix: Float64Array, first: number, second: number, length: number): number {
  let sum = 0;
  for (let at = 0; at < length; at += 1) sum += (matrix[first + at] as number) * (matrix[second + at] as number);
  return sum;
}
