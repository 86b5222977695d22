import type { AccountTraces } from "../coordination/traces/account-traces.js";

/** A rule of thumb of the papers, and how far it picks the same accounts. */
export interface RuleAgreement {
  rule: string;
  /** Accounts that it picks, those of them that the detector finds too, and members that it leaves out. */
  accounts: number;
  alsoMembers: number;
  membersLeftOut: number;
}

/** Rules of thumb after the flags of the papers, from the mildest on. */
export const rulesOfThumb: readonly { rule: string; picks(traces: AccountTraces): boolean }[] = [
  { rule: "candidate: over 25 amplifications, most of them here", picks: ({ papers }) => papers.candidate },
  { rule: "candidate, and one flag of behaviour", picks: ({ papers }) => papers.candidate && papers.fulfilled >= 1 },
  { rule: "candidate, and two flags of behaviour", picks: ({ papers }) => papers.candidate && papers.fulfilled >= 2 },
  {
    rule: "candidate, and met ten accounts within a minute",
    picks: ({ papers }) => papers.candidate && papers.partners >= 10,
  },
];

/**
 * The papers' rules beside the detector. They are where its authors began; they then chose by hand.
 *
 * @param traces Accounts with enough activity to be measured; the others no rule picks.
 */
export function ruleAgreement(traces: readonly AccountTraces[], members: readonly string[]): RuleAgreement[] {
  const isMember = new Set(members);
  return rulesOfThumb.map(({ rule, picks }) => {
    const picked = traces.filter(picks);
    const alsoMembers = picked.filter(({ account }) => isMember.has(account)).length;
    return { rule, accounts: picked.length, alsoMembers, membersLeftOut: members.length - alsoMembers };
  });
}
