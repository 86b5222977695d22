import type { Proportion } from "../statistics/proportion.js";
import { wholeNumber } from "../text/number-text.js";

/** How the numbers of a column are written. */
export interface NumberFormat {
  /** Digits after the decimal point. */
  digits: number;
  /** Whether commas set thousands apart: not in years. */
  thousands: boolean;
}

/**
 * A value as a table shows it: numbers by their format, a proportion with its counts and interval, a dash for what is missing.
 *
 * @example
 * valueText(proportion(27, 189), { digits: 0, thousands: true }); // "27 of 189 (14.3%, 95% CI 10.0-20.0%)"
 */
export function valueText(value: unknown, format: NumberFormat): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "number") return numberText(value, format);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value instanceof Date) return value.toISOString();
  if (isProportion(value)) return proportionWithInterval(value);
  if (Array.isArray(value)) return value.map((item) => valueText(item, format)).join(", ");
  return (typeof value === "object" ? JSON.stringify(value) : String(value)).replace(/\s+/g, " ").trim();
}

/** Whether a value is a share that keeps its counts and interval. */
export function isProportion(value: unknown): value is Proportion {
  if (typeof value !== "object" || value === null) return false;
  const { count, of, share, low, high }: { [Field in keyof Proportion]?: unknown } = value;
  return share !== undefined && [count, of, share ?? 0, low, high].every((part) => typeof part === "number");
}

function proportionWithInterval({ count, of, share, low, high }: Proportion): string {
  const counts = `${wholeNumber(count)} of ${wholeNumber(of)}`;
  if (share === null) return counts;
  const [percent, from, to] = [share, low, high].map((part) => (part * 100).toFixed(1));
  return `${counts} (${percent}%, 95% CI ${from}-${to}%)`;
}

function numberText(value: number, { digits, thousands }: NumberFormat): string {
  const magnitude = Math.abs(value);
  if (!Number.isFinite(value) || magnitude >= 1e21) return String(value);
  if (magnitude > 0 && Number(magnitude.toFixed(digits)) === 0) return value.toExponential(1); // never a rounded zero
  const [whole = "", fraction] = magnitude.toFixed(digits).split(".");
  const grouped = thousands ? wholeNumber(Number(whole)) : whole;
  return `${value < 0 ? "-" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}
