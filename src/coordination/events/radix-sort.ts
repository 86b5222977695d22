const digitBits = 11;
const radix = 2 ** digitBits;

/**
 * Rows in ascending order of whole-number keys of at least 0; rows with equal keys stay as they stand in `order`. Sorts by eleven
 * bits at a time (least significant first): time is rows times the digits of the largest key, not n log n.
 *
 * @param order Rows to sort; may be overwritten.
 * @param keys Key of each row, at most 2 ** 53 - 1.
 * @param from What is subtracted from each key first.
 * @example
 * [...sortedByKey(Uint32Array.of(0, 1, 2), [7, 5, 6])]; // [1, 2, 0]
 */
export function sortedByKey(order: Uint32Array, keys: ArrayLike<number>, from = 0): Uint32Array {
  let largest = 0;
  for (let row = 0; row < order.length; row += 1)
    largest = Math.max(largest, (keys[order[row] as number] as number) - from);
  let [source, target]: [Uint32Array, Uint32Array] = [order, new Uint32Array(largest > 0 ? order.length : 0)];
  for (let unit = 1; unit <= largest; unit *= radix) {
    scatterByDigit(source, target, keys, from, unit);
    [source, target] = [target, source];
  }
  return source;
}

/**
 * The whole numbers below `count`, in order.
 *
 * @example
 * [...upTo(3)]; // [0, 1, 2]
 */
export function upTo(count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  for (let number = 0; number < count; number += 1) numbers[number] = number;
  return numbers;
}

function scatterByDigit(
  source: Uint32Array,
  target: Uint32Array,
  keys: ArrayLike<number>,
  from: number,
  unit: number,
): void {
  const places = new Uint32Array(radix + 1);
  const scale = 1 / unit;
  for (let at = 0; at < source.length; at += 1) {
    const digit = digitOf((keys[source[at] as number] as number) - from, scale) + 1;
    places[digit] = (places[digit] as number) + 1;
  }
  for (let digit = 1; digit <= radix; digit += 1) {
    places[digit] = (places[digit] as number) + (places[digit - 1] as number);
  }
  for (let at = 0; at < source.length; at += 1) {
    const row = source[at] as number;
    const digit = digitOf((keys[row] as number) - from, scale);
    const place = places[digit] as number;
    places[digit] = place + 1;
    target[place] = row;
  }
}

/** The scale is a power of two, so that the product is exact; `&` drops its fraction and the digits above. */
function digitOf(key: number, scale: number): number {
  return (key * scale) & (radix - 1);
}
