import { UsageError } from "../errors.js";

/**
 * Reads a number above 0 from the command line.
 *
 * @throws UsageError naming the option
 */
export function positive(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value) || value <= 0) {
    throw new UsageError(`${option} must be a number above 0: ${text}`);
  }
  return value;
}

/**
 * Reads a whole number of at least that many from the command line.
 *
 * @throws UsageError naming the option
 */
export function wholeFrom(least: number, option: string, text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
    throw new UsageError(`${option} must be a whole number of at least ${least}: ${text}`);
  }
  return value;
}

/**
 * Reads a number of seconds of at least 0 from the command line.
 *
 * @throws UsageError naming the option
 */
export function secondsFrom(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value) || value < 0) {
    throw new UsageError(`${option} must be a number of seconds of at least 0: ${text}`);
  }
  return value;
}
