import type { Case } from "./case.js";

/** How well a rule did in one case. */
export interface Score {
  /** Accounts flagged, those of them that are coordinated, and all that are. */
  flagged: number;
  right: number;
  members: number;
  /** Share of the flagged that are coordinated; 0 where nobody is flagged. */
  precision: number;
  /** Share of the coordinated that are flagged. */
  recall: number;
  /** Flagged accounts of each innocent group, of how many; groups without any are left out. */
  innocents: ReadonlyMap<string, { flagged: number; of: number }>;
}

/**
 * Compares what a rule flagged with what was planted.
 *
 * @example
 * score(["a", "c"], { members: new Set(["a", "b"]), innocents: new Map() }).precision; // 0.5
 */
export function score(accounts: Iterable<string>, { members, innocents }: Pick<Case, "members" | "innocents">): Score {
  const flagged = new Set(accounts);
  const right = [...flagged].filter((account) => members.has(account)).length;
  const hit = [...innocents].map(([group, of]) => {
    return [group, { flagged: of.filter((account) => flagged.has(account)).length, of: of.length }] as const;
  });
  return {
    flagged: flagged.size,
    right,
    members: members.size,
    precision: flagged.size === 0 ? 0 : right / flagged.size,
    recall: members.size === 0 ? 0 : right / members.size,
    innocents: new Map(hit.filter(([, { flagged: some }]) => some > 0)),
  };
}
