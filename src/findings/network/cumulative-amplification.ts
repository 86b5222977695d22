import type { FocusCorpus } from "../../coordination/traces/focus-events.js";
import type { CorpusInfo } from "../../corpus/info.js";
import type { UtcDay } from "../../study/time.js";
import { shownCount } from "../account-privacy.js";
import type { Fate, MemberAccount } from "./member-accounts.js";

/** How the amplifications of some accounts added up. */
export interface CumulativeAmplification {
  /** Last days of the steps: every day on the twin, elsewhere every seventh. */
  days: UtcDay[];
  /** Amplifications of focus principals up to the end of each of the days, in order of the last. */
  accounts: { account: string; fate: Fate; amplifications: number[] }[];
}

const day = 86_400;

/**
 * The running totals of the amplifications of focus principals by each of some accounts, from the start of the window to
 * its last day.
 *
 * @param places places of the accounts in the pool
 */
export function cumulativeAmplification(
  places: readonly number[],
  { from, until, pool, events }: FocusCorpus,
  accounts: readonly MemberAccount[],
  info: Pick<CorpusInfo, "basis">,
): CumulativeAmplification {
  const step = (info.basis === "synthetic twin" ? 1 : 7) * day;
  const steps = Math.ceil((until - from) / step);
  const counts = new Map(places.map((at) => [at, new Array<number>(steps).fill(0)]));
  events.account.forEach((account, event) => {
    const own = counts.get(account);
    const at = Math.floor(((events.seconds[event] as number) - from) / step);
    if (own) own[at] = (own[at] as number) + 1;
  });
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return {
    days: Array.from({ length: steps }, (_, at) => lastDay(Math.min(from + (at + 1) * step, until))),
    accounts: [...counts]
      .map(([place, own]) => {
        const { name = "", fate = "unknown" } = byId.get(pool.id[place] as string) ?? {};
        return { account: name, fate: fate as Fate, amplifications: runningTotals(own, info) };
      })
      .sort(
        (a, b) => (b.amplifications.at(-1) ?? 0) - (a.amplifications.at(-1) ?? 0) || (a.account < b.account ? -1 : 1),
      ),
  };
}

function runningTotals(counts: readonly number[], info: Pick<CorpusInfo, "basis">): number[] {
  let total = 0;
  return counts.map((count) => {
    total += count;
    return shownCount(total, info);
  });
}

function lastDay(end: number): UtcDay {
  return new Date((end - day) * 1000).toISOString().slice(0, 10) as UtcDay;
}
