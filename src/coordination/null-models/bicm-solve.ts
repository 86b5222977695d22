import { solvePositive } from "./cholesky.js";

/** Different degrees of one side and how many nodes have each. */
export interface ClassDegrees {
  degree: Float64Array;
  size: Float64Array;
}

/** Largest difference between wanted and expected degree, as a share of the wanted one. */
const tolerance = 1e-11;
const mostSteps = 200;

/**
 * Logarithms of x and y that give every class of rows and columns its degree on average, by Newton's method on the concave
 * log-likelihood, halving a step until it climbs.
 *
 * All degrees must be attainable by probabilities strictly between 0 and 1. Adding a number to every x and taking it from
 * every y changes nothing, so the last y is held. Each step eliminates the rows and solves for the columns: time R C^2.
 *
 * @throws Error when the degrees are not met after 200 steps.
 * @example
 * const side = { degree: Float64Array.of(1), size: Float64Array.of(2) };
 * solveBlock(side, side).reduce((sum, [log]) => sum + log, 0).toFixed(6); // "0.000000"
 */
export function solveBlock(rows: ClassDegrees, columns: ClassDegrees): [Float64Array, Float64Array] {
  let links = 0;
  for (let row = 0; row < rows.degree.length; row += 1) {
    links += (rows.degree[row] as number) * (rows.size[row] as number);
  }
  const start = ({ degree }: ClassDegrees) => Float64Array.from(degree, (value) => Math.log(value / Math.sqrt(links)));
  let [x, y]: [Float64Array, Float64Array] = [start(rows), start(columns)];
  let likelihood = logLikelihood(rows, columns, x, y);
  for (let step = 0; step < mostSteps; step += 1) {
    const slope = slopes(rows, columns, x, y);
    if (slope.worst <= tolerance) return [x, y];
    const [dx, dy] = newtonStep(slope);
    let [nextX, nextY, next] = [x, y, Number.NEGATIVE_INFINITY];
    // Close to the top the likelihood no longer resolves a step; rounding there must not stop it.
    const least = likelihood - Math.abs(likelihood) * 1e-13;
    for (let scale = 1; scale > 1e-12 && !(next >= least); scale /= 2) {
      [nextX, nextY] = [moved(x, dx, scale), moved(y, dy, scale)];
      next = logLikelihood(rows, columns, nextX, nextY);
    }
    [x, y, likelihood] = [nextX, nextY, next];
  }
  throw new Error(`configuration model did not meet its degrees: ${mostSteps} steps; report these degrees as a bug`);
}

function moved(from: Float64Array, by: Float64Array, scale: number): Float64Array {
  return from.map((value, at) => value + scale * (by[at] as number));
}

function logLikelihood(rows: ClassDegrees, columns: ClassDegrees, x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let column = 0; column < y.length; column += 1) {
    sum += (columns.size[column] as number) * (columns.degree[column] as number) * (y[column] as number);
  }
  for (let row = 0; row < x.length; row += 1) {
    const own = x[row] as number;
    let unlinked = 0;
    for (let column = 0; column < y.length; column += 1) {
      const odds = own + (y[column] as number);
      unlinked += (columns.size[column] as number) * (Math.max(0, odds) + Math.log1p(Math.exp(-Math.abs(odds))));
    }
    sum += (rows.size[row] as number) * ((rows.degree[row] as number) * own - unlinked);
  }
  return sum;
}

/** Gradient of the likelihood and the three parts of its curvature. */
interface Slopes {
  rowGradient: Float64Array;
  columnGradient: Float64Array;
  rowCurvature: Float64Array;
  columnCurvature: Float64Array;
  /** Row after row. */
  mixed: Float64Array;
  /** Largest relative miss of a degree. */
  worst: number;
}

function slopes(rows: ClassDegrees, columns: ClassDegrees, x: Float64Array, y: Float64Array): Slopes {
  const [rowCount, columnCount] = [x.length, y.length];
  const mixed = new Float64Array(rowCount * columnCount);
  const rowCurvature = new Float64Array(rowCount);
  const columnCurvature = new Float64Array(columnCount);
  const rowGradient = rows.degree.map((degree, at) => degree * (rows.size[at] as number));
  const columnGradient = columns.degree.map((degree, at) => degree * (columns.size[at] as number));
  for (let row = 0; row < rowCount; row += 1) {
    const [own, size] = [x[row] as number, rows.size[row] as number];
    for (let column = 0; column < columnCount; column += 1) {
      const cells = size * (columns.size[column] as number);
      const odds = Math.exp(-own - (y[column] as number));
      const linked = cells / (1 + odds);
      const curvature = linked / (1 + 1 / odds);
      mixed[row * columnCount + column] = curvature;
      rowCurvature[row] = (rowCurvature[row] as number) + curvature;
      columnCurvature[column] = (columnCurvature[column] as number) + curvature;
      rowGradient[row] = (rowGradient[row] as number) - linked;
      columnGradient[column] = (columnGradient[column] as number) - linked;
    }
  }
  const worst = Math.max(worstMiss(rows, rowGradient), worstMiss(columns, columnGradient));
  return { rowGradient, columnGradient, rowCurvature, columnCurvature, mixed, worst };
}

function worstMiss({ degree, size }: ClassDegrees, gradient: Float64Array): number {
  return gradient.reduce(
    (worst, miss, at) => Math.max(worst, Math.abs(miss) / ((degree[at] as number) * (size[at] as number))),
    0,
  );
}

function newtonStep(slope: Slopes): [Float64Array, Float64Array] {
  const { rowGradient, columnGradient, rowCurvature, columnCurvature, mixed } = slope;
  const [rowCount, columnCount] = [rowGradient.length, columnGradient.length];
  const free = columnCount - 1;
  const matrix = new Float64Array(free * free);
  const right = columnGradient.slice(0, free);
  for (let at = 0; at < free; at += 1) matrix[at * free + at] = columnCurvature[at] as number;
  for (let row = 0; row < rowCount; row += 1) {
    const cells = mixed.subarray(row * columnCount, (row + 1) * columnCount);
    for (let at = 0; at < free; at += 1) {
      const share = (cells[at] as number) / (rowCurvature[row] as number);
      right[at] = (right[at] as number) - share * (rowGradient[row] as number);
      for (let other = 0; other <= at; other += 1) {
        const place = at * free + other;
        matrix[place] = (matrix[place] as number) - share * (cells[other] as number);
      }
    }
  }
  const columnStep = new Float64Array(columnCount);
  columnStep.set(solvePositive(matrix, right));
  const rowStep = rowGradient.map((gradient, row) => {
    let rest = gradient;
    for (let at = 0; at < free; at += 1) rest -= (mixed[row * columnCount + at] as number) * (columnStep[at] as number);
    return rest / (rowCurvature[row] as number);
  });
  return [rowStep, columnStep];
}
