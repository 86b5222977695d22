/**
 * A number as English text prints it, with thousands commas, in the same way on every machine.
 *
 * @example
 * printed(201382); // "201,382"
 * printed(777.537, 1); // "777.5"
 */
export function printed(value: number, decimals = 0): string {
  const [whole = "", fraction] = value.toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/**
 * A share in 0..1 as a percentage.
 *
 * @example
 * percent(27 / 189); // "14.3%"
 */
export function percent(share: number): string {
  return `${printed(share * 100, 1)}%`;
}

/** A closed span of numbers. */
export interface Span {
  low: number;
  high: number;
}

/**
 * The unit of the last digit a published number prints. Trailing zeros count as rounding: 1.98 million is known to ten
 * thousand, 0.101 to a thousandth.
 *
 * @example
 * lastPrintedUnit(1980000); // 10000
 * lastPrintedUnit(0.101); // 0.001
 */
export function lastPrintedUnit(value: number): number {
  const text = String(Math.abs(value));
  const decimals = text.split(".")[1]?.length ?? 0;
  if (decimals > 0) return Number(`1e-${decimals}`);
  const zeros = value === 0 ? 0 : (/0*$/.exec(text)?.[0].length ?? 0);
  return 10 ** zeros;
}

/**
 * All numbers that round to what a source prints.
 *
 * @example
 * roundedFrom(43000); // { low: 42500, high: 43500 }
 */
export function roundedFrom(value: number): Span {
  const half = lastPrintedUnit(value) / 2;
  return { low: value - half, high: value + half };
}

/**
 * Whether a number lies in a span, its ends included.
 *
 * @example
 * within({ low: 0.3, high: 0.75 }, 0.44); // true
 */
export function within(span: Span, value: number): boolean {
  return span.low <= value && value <= span.high;
}
