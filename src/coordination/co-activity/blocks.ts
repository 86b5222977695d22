import type { CoActivityRows } from "./rows.js";

const visitsPerBlock = 300_000;

/**
 * Cuts the accounts into stretches with about as much work each, so that several threads can take one after the other.
 *
 * @returns where each stretch begins, and the number of accounts at the end.
 */
export function blocksOf({ actor, partners }: CoActivityRows, actors: number): Uint32Array {
  const visits = new Float64Array(actors);
  for (let row = 0; row < actor.length; row += 1) {
    const one = actor[row] as number;
    visits[one] = (visits[one] as number) + (partners.past[row] as number) - (partners.first[row] as number);
  }
  const begins = [0];
  let waiting = 0;
  visits.forEach((more, account) => {
    waiting += more;
    if (waiting < visitsPerBlock || account + 1 === actors) return;
    begins.push(account + 1);
    waiting = 0;
  });
  return Uint32Array.from(actors > 0 ? [...begins, actors] : begins);
}
