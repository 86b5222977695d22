const tolerance = 1e-6;

/**
 * Whether a student's value is the expected one: numbers within a millionth, lists item by item, objects by the fields that are expected,
 * so that a student's object may have more.
 *
 * @example
 * isSameValue([{ week: "2020-06-07", share: 1 / 3, note: "mine" }], [{ week: "2020-06-07", share: 0.3333333 }]); // true
 */
export function isSameValue(given: unknown, expected: unknown): boolean {
  if (typeof expected === "number") {
    return typeof given === "number" && Math.abs(given - expected) <= tolerance * Math.max(1, Math.abs(expected));
  }
  if (Array.isArray(expected)) {
    const isList = Array.isArray(given) && given.length === expected.length;
    return isList && expected.every((item, at) => isSameValue(given[at], item));
  }
  if (typeof expected !== "object" || expected === null) return given === expected;
  if (typeof given !== "object" || given === null) return false;
  const fields = new Map(Object.entries(given));
  return Object.entries(expected).every(([name, field]) => isSameValue(fields.get(name), field));
}
