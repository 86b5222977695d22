import { expect } from "vitest";

/** Expects the same number up to a relative difference. */
export function expectClose(actual: number, expected: number, relative = 1e-12): void {
  expect(Math.abs(actual - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(
    Math.abs(expected) * relative,
  );
}
