import type { RandomStream } from "../random.js";

/** Numbers of `chosen` of `count` things, increasing, every subset equally likely (Knuth 1997, algorithm S of volume 2). */
export function sample(count: number, chosen: number, random: RandomStream): Int32Array {
  if (chosen > count) throw new RangeError(`cannot choose ${chosen} of ${count}`);
  const picked = new Int32Array(chosen);
  let found = 0;
  for (let at = 0; found < chosen; at += 1) {
    if (random.fraction() * (count - at) >= chosen - found) continue;
    picked[found] = at;
    found += 1;
  }
  return picked;
}

/** A copy in which about half of the values changed places among themselves, and the others stayed. */
export function halfShuffled(values: Int32Array, random: RandomStream): Int32Array {
  const moving = values.map((_, at) => at).filter(() => random.fraction() < 0.5);
  const result = values.slice();
  for (let last = moving.length - 1; last > 0; last -= 1) {
    const from = moving[last] as number;
    const to = moving[Math.floor(random.fraction() * (last + 1))] as number;
    [result[from], result[to]] = [result[to] as number, result[from] as number];
  }
  return result;
}
