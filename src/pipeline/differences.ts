import type { CacheRecord } from "./cache.js";
import type { KeyParts } from "./cache-key.js";

/**
 * Why a step's last result no longer stands, one phrase a cause; empty if it does.
 *
 * @param parts what the step depends on now
 * @param outputs the outputs that are there now, with their hashes
 *
 * @example
 * reasonsToRun(record, parts, outputs); // ["src/figures/theme.ts changed"]
 */
export function reasonsToRun(
  record: CacheRecord | undefined,
  parts: KeyParts,
  outputs: Record<string, string>,
): string[] {
  if (!record) return ["first run"];
  return [
    ...differences(record.parts.code, parts.code, plainly),
    ...differences(record.parts.packages, parts.packages, (name, was, is) =>
      was && is ? `package ${name} changed from ${was} to ${is}` : plainly(`package ${name}`, was, is),
    ),
    ...differences(record.parts.inputs, parts.inputs, plainly),
    ...differences(record.parts.results, parts.results, plainly),
    ...differences(record.parts.settings, parts.settings, plainly),
    ...differences(record.outputs, outputs, (name, _was, is) => `output ${name} ${is ? "was changed" : "is missing"}`),
  ];
}

function plainly(name: string, was: string | undefined, is: string | undefined): string {
  if (is === undefined) return `${name} is no longer used`;
  return was === undefined ? `${name} is new` : `${name} changed`;
}

function differences(
  before: Record<string, string>,
  now: Record<string, string>,
  say: (name: string, was: string | undefined, is: string | undefined) => string,
): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return names.filter((name) => before[name] !== now[name]).map((name) => say(name, before[name], now[name]));
}
