import type { EventTable } from "../events/event-table.js";
import type { GroupDetection } from "./detect-groups.js";
import type { WindowedEvents } from "./windowed-events.js";

/** How an account stands with the group that it fits best. Null where it met no group twice: it was not tried. */
export interface AccountRow {
  account: string;
  member: boolean;
  /** Number of the group, 1 being the most conspicuous. */
  group: number | null;
  /** Log likelihood ratio: as members are together with the group against chance. */
  score: number | null;
  /** Probability to be together with the group at least as often by chance. */
  pValue: number | null;
  /** Least rate of false discoveries at which it is admitted, if not only one partner or accounts of mutual vouching speak for it. */
  qValue: number | null;
  /** Its actions. */
  events: number;
  /** Its actions on targets on which the group acted; those together with the group; and how many of these chance gives. */
  occasions: number | null;
  together: number | null;
  expectedTogether: number | null;
  /** Members met within the window. */
  partners: number | null;
}

/** Every account of the table, members first and by score, the others by name. */
export function accountRows(table: EventTable, events: WindowedEvents, { groups, best }: GroupDetection): AccountRow[] {
  const rows = table.actors.map((account, number) => {
    const own = (events.ofAccount[number + 1] as number) - (events.ofAccount[number] as number);
    const found = best.get(number);
    if (!found) return { ...untried, account, events: own };
    const { candidate, group } = found;
    return {
      account,
      member: groups[group]?.admitted.has(number) ?? false,
      group: group + 1,
      score: candidate.score,
      pValue: candidate.pValue,
      qValue: candidate.qValue,
      events: own,
      occasions: candidate.chance.length,
      together: candidate.together,
      expectedTogether: candidate.chance.reduce((sum, chance) => sum + chance, 0),
      partners: candidate.partners.size,
    };
  });
  return rows.sort((one, other) => {
    const byMember = Number(other.member) - Number(one.member);
    return byMember || scoreOf(other) - scoreOf(one) || (one.account < other.account ? -1 : 1);
  });
}

const untried = {
  ...{ member: false, group: null, score: null, pValue: null, qValue: null },
  ...{ occasions: null, together: null, expectedTogether: null, partners: null },
};

/** A finite number for the untried, so that two of them compare. */
function scoreOf({ score }: AccountRow): number {
  return score ?? -Number.MAX_VALUE;
}
