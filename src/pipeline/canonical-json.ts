/**
 * JSON that is the same text for the same value: object keys in order of code units, no spaces.
 *
 * @throws TypeError for what JSON would silently lose: a Map, a Set or another class instance without `toJSON`
 *
 * @example
 * canonicalJson({ b: 1, a: [2] }); // '{"a":[2],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => (isObject(part) ? sorted(key, part) : part)) ?? "null";
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sorted(key: string, value: object): object {
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(
      `not plain JSON: ${value.constructor.name} at "${key}"; use arrays, plain objects, texts and numbers`,
    );
  }
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
