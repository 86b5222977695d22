import type { Choices, Dimension } from "./choices.js";
import { type Quantity, quantities } from "./quantities.js";
import type { SpecifiedShare } from "./specified-shares.js";

/** How far a number moves if one choice alone is made otherwise. */
export interface SingleChange {
  quantity: Quantity;
  dimension: Dimension;
  usual: number;
  lowest: number;
  /** The choice that gives the lowest share, and the one that gives the highest. */
  lowestAt: Choices[Dimension];
  highest: number;
  highestAt: Choices[Dimension];
}

const groupOnly: readonly Dimension[] = ["window", "together", "rate", "chance"];

/**
 * For every quantity and choice the shares that differ from the usual specification in that choice alone; the choices that
 * move the number most come first. The papers' rule has no window, so there the detector's own choices are passed over.
 */
export function singleChanges(shares: readonly SpecifiedShare[]): SingleChange[] {
  return quantities.flatMap((quantity) => {
    const own = shares.filter((one) => one.quantity === quantity && one.share !== null);
    const usual = own.find((one) => one.usual);
    if (!usual) return [];
    const changes = (Object.keys(usual.choices) as Dimension[]).flatMap((dimension) => {
      const varied = own.filter((one) => differsOnlyIn(dimension, one.choices, usual.choices));
      return varied.length > 0 ? [changeOf(dimension, usual, varied)] : [];
    });
    return changes.sort((one, other) => other.highest - other.lowest - (one.highest - one.lowest));
  });
}

function differsOnlyIn(dimension: Dimension, one: Choices, usual: Choices): boolean {
  if (one[dimension] === usual[dimension]) return false;
  const passedOver = dimension === "rule" ? groupOnly : [];
  return (Object.keys(usual) as Dimension[]).every(
    (other) => other === dimension || passedOver.includes(other) || one[other] === usual[other],
  );
}

function changeOf(dimension: Dimension, usual: SpecifiedShare, varied: readonly SpecifiedShare[]): SingleChange {
  const ascending = [usual, ...varied].sort((one, other) => (one.share as number) - (other.share as number));
  const [lowest, highest] = [ascending[0] as SpecifiedShare, ascending.at(-1) as SpecifiedShare];
  return {
    quantity: usual.quantity,
    dimension,
    usual: usual.share as number,
    lowest: lowest.share as number,
    lowestAt: lowest.choices[dimension],
    highest: highest.share as number,
    highestAt: highest.choices[dimension],
  };
}
