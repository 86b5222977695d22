import { day } from "../ordinary/window.js";
import type { TwinParts } from "./twin-parts.js";

/** Days from the first to the last amplification of each of the chosen accounts that amplified at all. */
export function activeDays({ amplifiers, events }: TwinParts, chosen: Uint8Array): Float64Array {
  const first = new Float64Array(amplifiers.count).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(amplifiers.count).fill(Number.NEGATIVE_INFINITY);
  const [whose, times] = [events.amplifier.view(), events.time.view()];
  for (let event = 0; event < times.length; event += 1) {
    const [amplifier, time] = [whose[event] ?? 0, times[event] ?? 0];
    if (time < (first[amplifier] ?? 0)) first[amplifier] = time;
    if (time > (last[amplifier] ?? 0)) last[amplifier] = time;
  }
  return last
    .map((time, amplifier) => (time - (first[amplifier] ?? 0)) / day)
    .filter((days, amplifier) => chosen[amplifier] === 1 && days >= 0);
}
