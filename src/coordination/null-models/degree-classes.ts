/** Nodes of one side of a bipartite network, merged by degree: nodes of equal degree are interchangeable to the model. */
export interface DegreeClasses {
  /** Degree of each class, descending. */
  degree: Float64Array;
  /** How many nodes have it. */
  size: Float64Array;
  /** Class of each node. */
  of: Int32Array;
}

/**
 * Merges nodes by degree. Tens of thousands of accounts have a few hundred different degrees, which is what makes the
 * configuration model affordable. Time n + d log d for d different degrees.
 *
 * @throws RangeError when a degree is not a whole number of at least 0.
 * @example
 * [...degreeClasses([1, 3, 1]).degree]; // [3, 1]
 */
export function degreeClasses(degrees: ArrayLike<number>): DegreeClasses {
  const sizes = new Map<number, number>();
  for (let node = 0; node < degrees.length; node += 1) {
    const degree = degrees[node] as number;
    if (!Number.isInteger(degree) || degree < 0) {
      throw new RangeError(`degree of node ${node} must be a whole number of at least 0: ${degree}`);
    }
    sizes.set(degree, (sizes.get(degree) ?? 0) + 1);
  }
  const classes = [...sizes].sort(([a], [b]) => b - a);
  const classOf = new Map(classes.map(([degree], index) => [degree, index]));
  return {
    degree: Float64Array.from(classes, ([degree]) => degree),
    size: Float64Array.from(classes, ([, size]) => size),
    of: Int32Array.from(degrees, (degree) => classOf.get(degree) as number),
  };
}
