import { retweet } from "../events.js";
import { bounds } from "../rhythm.js";
import { audienceBits, diplomatBit } from "./audiences.js";
import type { Tallies } from "./tallies.js";
import type { TwinParts } from "./twin-parts.js";

/** Of each of the most active 1% of the diplomats' retweeters: two medians over its retweets of diplomats, in seconds. */
export interface Busiest {
  /** Between one retweet and the next. */
  lags: Float64Array;
  /** From the post to its retweet. */
  delays: Float64Array;
}

/** Looks at the times of the most active 1%. */
export function busiest(twin: TwinParts, { perAmplifier, diplomat }: Tallies): Busiest {
  const counts = perAmplifier.diplomat;
  const most = counts.slice().sort().reverse();
  const least = Math.max(2, most[Math.max(0, Math.round(diplomat.retweeters / 100) - 1)] ?? 0);
  const times = new Map<number, { acts: number[]; delays: number[] }>();
  const { events, principals, study } = twin;
  const { from, to } = bounds(study.amplificationWindow);
  const bits = audienceBits(principals);
  for (let event = 0; event < events.count; event += 1) {
    const amplifier = events.amplifier.at(event);
    if ((counts[amplifier] ?? 0) < least || events.kind.at(event) !== retweet) continue;
    const time = events.time.at(event);
    if (((bits[events.principal.at(event)] ?? 0) & diplomatBit) === 0 || time < from || time >= to) continue;
    const own = times.get(amplifier) ?? { acts: [], delays: [] };
    times.set(amplifier, own);
    own.acts.push(time / 1000);
    own.delays.push((time - events.targetTime.at(event)) / 1000);
  }
  const each = [...times.values()];
  return {
    lags: Float64Array.from(each, ({ acts }) => quantile(lagsOf(acts), 0.5)),
    delays: Float64Array.from(each, ({ delays }) => quantile(Float64Array.from(delays), 0.5)),
  };
}

function lagsOf(acts: readonly number[]): Float64Array {
  const sorted = Float64Array.from(acts).sort();
  return sorted.subarray(1).map((time, before) => time - (sorted[before] ?? 0));
}

/** The value with that share of the values below it; NaN for no values. */
export function quantile(values: Float64Array, part: number): number {
  return values.slice().sort()[Math.floor(part * (values.length - 1))] ?? Number.NaN;
}
