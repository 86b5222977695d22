import { optionalId } from "../raw/cells.js";

/** An object out of a parsed document, or undefined for anything else. */
export function objectOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** The objects of an array; none for anything else. */
export function objectsOf(value: unknown): Record<string, unknown>[] {
  const elements: unknown[] = Array.isArray(value) ? value : [];
  return elements.map(objectOf).filter((one) => one !== undefined);
}

/**
 * An id of v1.1, from the field that holds it as text (`id_str`) if there is one. The number beside it has lost its last digits by the
 * time it is parsed.
 */
export function idIn(object: Record<string, unknown>, field: string): string | null {
  const text = object[`${field}_str`];
  return optionalId(typeof text === "string" ? text : object[field], field);
}

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/** Text as it was written: Twitter sends three characters as entities. */
export function unescaped(text: string | null): string | null {
  return text?.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity) ?? null;
}
