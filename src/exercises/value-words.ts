const longest = 80;

/**
 * Any value of a student as a short text; never throws, whatever the value does when it is looked at.
 *
 * @example
 * valueWords([1, Number.NaN]); // "[1, NaN]"
 */
export function valueWords(value: unknown): string {
  try {
    const text = textOf(value, 0);
    return text.length > longest ? `${text.slice(0, longest)}...` : text;
  } catch {
    return "a value that cannot be shown";
  }
}

function textOf(value: unknown, depth: number): string {
  if (value === undefined) return "nothing (undefined)";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return String(value);
  if (depth > 2) return "...";
  if (Array.isArray(value)) {
    return `[${value
      .slice(0, 20)
      .map((item) => textOf(item, depth + 1))
      .join(", ")}]`;
  }
  const fields = Object.entries(value).slice(0, 20);
  return `{ ${fields.map(([name, field]) => `${name}: ${textOf(field, depth + 1)}`).join(", ")} }`;
}
