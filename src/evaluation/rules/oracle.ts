import type { Case } from "../case.js";

const fewest = 2;
const leastShare = 0.2;

/**
 * What could be known at best from co-activity: flags whoever was together with the coordinated accounts, who are given away, at
 * least twice and in a fifth of all it did.
 */
export function oracle({ table, events, members }: Case): Set<string> {
  const { account, first, past, accounts, ofAccount } = events;
  const isMember = table.actors.map((name) => members.has(name));
  const met = new Uint32Array(accounts);
  for (let event = 0; event < account.length; event += 1) {
    const one = account[event] as number;
    for (let other = first[event] as number; other < (past[event] as number); other += 1) {
      const two = account[other] as number;
      if (two === one || !isMember[two]) continue;
      met[one] = (met[one] as number) + 1;
      break;
    }
  }
  const flagged = table.actors.filter((_, one) => {
    const [times, actions] = [met[one] as number, (ofAccount[one + 1] as number) - (ofAccount[one] as number)];
    return times >= fewest && times >= leastShare * actions;
  });
  return new Set(flagged);
}
