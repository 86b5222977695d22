import { UserError } from "../errors.js";

const positionOrColour = new Set(["x", "y", "color", "fill", "stroke", "size", "opacity"]);
const expressionKeys = new Set(["expr", "signal", "test", "update", "init"]);
const localOrRandom =
  /\b(timeFormat|timeParse|timeOffset|timeSequence|datetime|date|day|dayofyear|year|quarter|month|week|hours|minutes|seconds|milliseconds|timezoneoffset|now|random|sample[A-Z]\w*)\s*\(/;
const timeWithoutZone = /^\d{4}(-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$|\/\d{1,2}\/\d)/;
const advice = "times in a figure are UTC: use utc scales, utc time units, utcFormat, and ISO 8601 text that ends in Z";

/** The specification with a UTC scale on every temporal channel. vega-lite's own default is the time zone of the machine. */
export function withUtcScales(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withUtcScales);
  if (!isRecord(part)) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => {
      if (key === "data" || key === "datasets") return [key, value];
      const inner = withUtcScales(value);
      return [key, positionOrColour.has(key) && isRecord(inner) && inner.type === "temporal" ? withUtc(inner) : inner];
    }),
  );
}

/** A compiled specification whose dates, which vega-lite writes in local time (`datetime(2021, 0, 1)`), are dates in UTC. */
export function withUtcDates<T>(compiled: T): T {
  const inUtc = (text: string) => text.replace(/\bdatetime\((?=\s*\d)/g, "utc(");
  const change = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(change);
    if (!isRecord(part)) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, value]) => {
        return [key, expressionKeys.has(key) && typeof value === "string" ? inUtc(value) : change(value)];
      }),
    );
  };
  return change(compiled) as T;
}

/**
 * Refuses a compiled specification whose drawing could depend on the machine's time zone, on the clock or on chance.
 *
 * @throws UserError naming the part
 */
export function requireUniversalTime(part: unknown): void {
  if (typeof part === "string" && timeWithoutZone.test(part)) refuse("time without a zone", part);
  if (Array.isArray(part)) part.forEach(requireUniversalTime);
  if (!isRecord(part)) return;
  if (part.type === "time" && "range" in part) refuse("scale in local time", part.name);
  if (part.type === "timeunit" && part.timezone !== "utc") refuse("time unit in local time", part.units);
  if (part.type === "sample") refuse("random sample", part.type);
  for (const [key, value] of Object.entries(part)) {
    const [, local] = (expressionKeys.has(key) && typeof value === "string" && localOrRandom.exec(value)) || [];
    if (local !== undefined) refuse("expression in local time or left to chance", value);
    if (key === "parse" && isRecord(value)) Object.values(value).forEach(requireUtcFormat);
    requireUniversalTime(value);
  }
}

function requireUtcFormat(format: unknown): void {
  if (typeof format === "string" && format.startsWith("date:")) refuse("date format in local time", format);
}

function withUtc(channel: Record<string, unknown>): Record<string, unknown> {
  if (channel.scale === null) return channel;
  return { ...channel, scale: { ...(isRecord(channel.scale) ? channel.scale : {}), type: "utc" } };
}

function refuse(problem: string, value: unknown): never {
  throw new UserError(`${problem}: ${JSON.stringify(value)}; ${advice}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
