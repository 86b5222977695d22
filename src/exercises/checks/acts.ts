/** An account acts on a target: a retweet, quote of or reply to a post, at a second after the post. */
export interface Act {
  account: string;
  target: string;
  second: number;
}

export const act = (account: string, target: string, second: number): Act => ({ account, target, second });

/** Whether a student's value is an act. */
export function isAct(value: unknown): value is Act {
  if (typeof value !== "object" || value === null) return false;
  const { account, target, second }: { [Field in keyof Act]?: unknown } = value;
  return typeof account === "string" && typeof target === "string" && Number.isFinite(second);
}

/** Whether two acts are of different accounts on the same target at most a minute apart. */
export function isTogether(a: Act, b: Act): boolean {
  return a.target === b.target && a.account !== b.account && Math.abs(a.second - b.second) <= 60;
}

/** The pairs of accounts that have two acts for which a rule holds: `a|b`, the smaller name first, each once, sorted. */
export function actingPairs(acts: readonly Act[], holds: (a: Act, b: Act) => boolean = isTogether): string[] {
  const pairs = acts.flatMap((a, at) => acts.slice(at + 1).flatMap((b) => (holds(a, b) ? [nameOf(a, b)] : [])));
  return [...new Set(pairs)].sort();
}

const nameOf = (a: Act, b: Act) => [a.account, b.account].sort().join("|");

/** The targets on which two accounts acted together. */
export function targetsTogether(acts: readonly Act[], a: string, b: string): string[] {
  return targetsOf(acts).filter((target) => pairsOn(acts, target).includes([a, b].sort().join("|")));
}

/**
 * On how many targets two accounts would act together if timing had nothing to do with who they are: over the targets of both, the pairs
 * that acted together over all pairs.
 */
export function expectedTogether(acts: readonly Act[], a: string, b: string): number {
  const shared = targetsOf(acts).filter((target) => [a, b].every((name) => accountsOn(acts, target).includes(name)));
  return shared.reduce((sum, target) => sum + shareTogether(acts, target), 0);
}

/** Of all pairs of accounts on a target, the share that acted together there. */
export function shareTogether(acts: readonly Act[], target: string): number {
  return pairsOn(acts, target).length / allPairsOn(acts, target);
}

/** How many pairs the accounts on a target make. */
export function allPairsOn(acts: readonly Act[], target: string): number {
  const { length } = accountsOn(acts, target);
  return (length * (length - 1)) / 2;
}

export function targetsOf(acts: readonly Act[]): string[] {
  return [...new Set(acts.map(({ target }) => target))].sort();
}

export function accountsOn(acts: readonly Act[], target: string): string[] {
  return [...new Set(acts.filter((one) => one.target === target).map(({ account }) => account))].sort();
}

function pairsOn(acts: readonly Act[], target: string): string[] {
  return actingPairs(acts.filter((one) => one.target === target));
}
