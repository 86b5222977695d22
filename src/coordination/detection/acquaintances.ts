import { poissonBinomialUpperTail } from "../../statistics/poisson-binomial.js";
import type { OccasionFinder } from "./occasion-finder.js";

const hardlyByChance = 0.03;

/**
 * Everyone who met the group as often as hardly by chance, once being enough: whom to try when a group is still small. Null when
 * there are more than `most`: such a crowd is nobody's acquaintance.
 */
export function acquaintances(finder: OccasionFinder, group: ReadonlySet<number>, most: number): Set<number> | null {
  const { accounts, starts, chance, together } = finder.with(group, "who met it");
  const found = new Set<number>();
  for (let place = 0; place < accounts.length; place += 1) {
    const chances = chance.subarray(starts[place], starts[place + 1]);
    if (poissonBinomialUpperTail(chances, together[place] as number) > hardlyByChance) continue;
    found.add(accounts[place] as number);
    if (found.size > most) return null;
  }
  return found;
}
