import { type ClassDegrees, solveBlock } from "./bicm-solve.js";
import { type DegreeClasses, degreeClasses } from "./degree-classes.js";

/** A fitted bipartite configuration model. Rows are accounts, columns targets. */
export interface BipartiteModel {
  rows: DegreeClasses;
  columns: DegreeClasses;
  /** Probability that this row and this column are linked. */
  probability(row: number, column: number): number;
  /** The same for any row and any column of these classes. */
  classProbability(rowClass: number, columnClass: number): number;
}

/**
 * Bipartite configuration model: the most random network in which every account still has, on average, as many targets as it
 * had and every target as many accounts. p = x y / (1 + x y) with one x per row and one y per column (Saracco et al. 2015,
 * Scientific Reports 5:10595; 2017, New Journal of Physics 19:053022).
 *
 * It is the chance model for sharing targets when some accounts are busy and some targets popular; it knows nothing of time.
 * Rows and columns are merged by degree, and the likelihood is maximised by Newton's method. Time a step: R C^2 for R and C
 * different degrees (C the fewer); the network itself is never held. Where the degrees leave no freedom, such as a target
 * that everyone shared, the probability is exactly 0 or 1.
 *
 * @throws RangeError when no network has these degrees.
 * @example
 * bipartiteConfigurationModel([1, 1, 2], [1, 1, 2]).probability(2, 2).toFixed(10); // "0.8631171147"
 */
export function bipartiteConfigurationModel(
  rowDegrees: ArrayLike<number>,
  columnDegrees: ArrayLike<number>,
): BipartiteModel {
  const rows = degreeClasses(rowDegrees);
  const columns = degreeClasses(columnDegrees);
  const blocks = freeBlocks(rows, columns);
  const x = new Float64Array(rows.degree.length);
  const y = new Float64Array(columns.degree.length);
  const blockOf = new Int32Array(rows.degree.length);
  blocks.forEach((block, index) => {
    blockOf.fill(index, block.firstClass, block.endClass);
    solve(block, rows, columns, x, y);
  });
  const classProbability = (rowClass: number, columnClass: number) => {
    const { from, to } = blocks[blockOf[rowClass] as number] as Block;
    const degree = columns.degree[columnClass] as number;
    if (degree <= from) return 0;
    if (degree >= to) return 1;
    return 1 / (1 + Math.exp(-(x[rowClass] as number) - (y[columnClass] as number)));
  };
  return {
    rows,
    columns,
    classProbability,
    probability: (row, column) => classProbability(rows.of[row] as number, columns.of[column] as number),
  };
}

/**
 * Rows, ordered by degree, between two places where the Gale-Ryser condition is tight. There every network with these degrees
 * links all rows before the place with each column that has as many links or more, and no row after it with the others. So
 * only columns whose degree lies strictly between `from` and `to` are free for the rows of a block.
 */
interface Block {
  firstClass: number;
  endClass: number;
  /** Rows before the block, and rows up to its end. */
  from: number;
  to: number;
}

function freeBlocks(rows: DegreeClasses, columns: DegreeClasses): Block[] {
  const blocks: Block[] = [];
  let [firstClass, from, to, links] = [0, 0, 0, 0];
  for (let index = 0; index < rows.degree.length; index += 1) {
    to += rows.size[index] as number;
    links += (rows.degree[index] as number) * (rows.size[index] as number);
    const room = sum(columns, (degree) => Math.min(degree, to));
    if (links > room) {
      throw new RangeError(
        `no network has these degrees: the ${to} busiest rows have ${links} links and the columns room for ${room}`,
      );
    }
    if (links === room) {
      blocks.push({ firstClass, endClass: index + 1, from, to });
      [firstClass, from] = [index + 1, to];
    }
  }
  const columnLinks = sum(columns, (degree) => degree);
  if (links !== columnLinks) {
    throw new RangeError(`no network has these degrees: rows have ${links} links and columns ${columnLinks}`);
  }
  return blocks;
}

function sum({ degree, size }: DegreeClasses, of: (degree: number) => number): number {
  let total = 0;
  for (let index = 0; index < degree.length; index += 1) total += of(degree[index] as number) * (size[index] as number);
  return total;
}

/** Solves one block and writes the logarithms of its x and y. */
function solve(block: Block, rows: DegreeClasses, columns: DegreeClasses, x: Float64Array, y: Float64Array): void {
  const { firstClass, endClass, from, to } = block;
  const degrees = columns.degree;
  const firstFree = degrees.findIndex((degree) => degree < to);
  const endFree = degrees.findLastIndex((degree) => degree > from) + 1;
  if (firstFree < 0 || endFree <= firstFree) return;
  const certain = columns.size.subarray(0, firstFree).reduce((total, size) => total + size, 0);
  const freeRows = part(rows, firstClass, endClass, certain);
  const freeColumns = part(columns, firstFree, endFree, from);
  // The solver eliminates the side it is given first, which should be the larger.
  const turned = freeRows.degree.length < freeColumns.degree.length;
  const [first, second] = turned ? solveBlock(freeColumns, freeRows) : solveBlock(freeRows, freeColumns);
  x.set(turned ? second : first, firstClass);
  y.set(turned ? first : second, firstFree);
}

function part(classes: DegreeClasses, from: number, to: number, certain: number): ClassDegrees {
  return {
    degree: classes.degree.slice(from, to).map((degree) => degree - certain),
    size: classes.size.slice(from, to),
  };
}
