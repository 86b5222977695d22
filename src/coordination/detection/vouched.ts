import { leastTogether, type Membership } from "./membership.js";
import type { WindowedEvents } from "./windowed-events.js";

/**
 * Takes out whom only each other vouch for. A member vouches for another if it met the group at least twice without it; whoever
 * met such members less than twice is out. Two strangers who met once, and each a member once more, would otherwise keep each
 * other in.
 */
export function vouchedFor(
  { account, events: own, ofAccount, first, past }: WindowedEvents,
  tried: Membership,
): Membership {
  const together = new Map(
    tried.candidates.filter((one) => tried.admitted.has(one.account)).map((one) => [one.account, one]),
  );
  const admitted = new Set<number>();
  for (const one of tried.admitted) {
    let meetings = 0;
    for (let at = ofAccount[one] as number; at < (ofAccount[one + 1] as number); at += 1) {
      const event = own[at] as number;
      for (let other = first[event] as number; other < (past[event] as number); other += 1) {
        const two = account[other] as number;
        if (two === one) continue;
        const voucher = together.get(two);
        if (voucher === undefined || voucher.together - (voucher.partners.get(one) ?? 0) < leastTogether) continue;
        meetings += 1;
        break;
      }
    }
    if (meetings >= leastTogether) admitted.add(one);
  }
  return { ...tried, admitted };
}
