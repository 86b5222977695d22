import type { FocusCorpus } from "../../coordination/traces/focus-events.js";
import type { CorpusInfo } from "../../corpus/info.js";
import { bootstrapIntervals } from "../../statistics/bootstrap.js";
import { shownShare } from "../account-privacy.js";
import { isInDayParts } from "./london-clock.js";
import type { MemberAccount } from "./member-accounts.js";
import { memberFlags } from "./membership.js";

/** A share with an interval from resampled accounts. */
export interface ShareOfEvents {
  share: number | null;
  low: number | null;
  high: number | null;
  /** Amplifications in the hours, and all. */
  count: number;
  of: number;
}

/** At which hours the network and the benchmark group amplified the focus principals. */
export interface HoursOfDay {
  /** Share of the amplifications in each hour of the day, 0 to 23, UTC; null where there are none. */
  network: number[] | null;
  benchmark: number[] | null;
  /** The same of each member, in order of creation. */
  accounts: { account: string; shares: number[] }[];
  /** Shares in the morning (06:00 to 11:59) and early evening (17:00 to 19:59) on London's clocks. */
  inDayParts: { network: ShareOfEvents; benchmark: ShareOfEvents };
}

const hoursPerDay = 24;

/**
 * The hours of the day at which members amplified the focus principals (claim U27; the papers' heat map).
 *
 * The map is in UTC. "Morning" and "early evening" are read off London's clocks, which were an hour ahead until 25 October
 * 2020; the papers give no hours, so that the dictionary's are taken: six to noon, five to eight. They are nine of 24
 * hours, and waking hours at that: compare with the benchmark group, not with nine in 24. Intervals resample accounts.
 *
 * @example
 * const { inDayParts } = hoursOfDay(members, focus, accounts, corpus.info);
 */
export function hoursOfDay(
  members: readonly string[],
  focus: FocusCorpus,
  accounts: readonly MemberAccount[],
  info: Pick<CorpusInfo, "basis">,
): HoursOfDay {
  const isMember = memberFlags(focus, members);
  const counts = focus.pool.id.map(() => new Uint32Array(hoursPerDay));
  const inParts = new Uint32Array(focus.pool.id.length);
  focus.events.account.forEach((account, event) => {
    const seconds = focus.events.seconds[event] as number;
    const at = Math.floor(seconds / 3600) % hoursPerDay;
    const own = counts[account] as Uint32Array;
    own[at] = (own[at] as number) + 1;
    if (isInDayParts(seconds)) inParts[account] = (inParts[account] as number) + 1;
  });
  const places = new Map(focus.pool.id.map((id, at) => [id, at]));
  const groups = [1, 0].map((flag) => [...counts.keys()].filter((at) => isMember[at] === flag)) as [number[], number[]];
  const [network, benchmark] = groups.map((group) => sharesOf(group.map((at) => counts[at] as Uint32Array)));
  const [partsOfNetwork, partsOfBenchmark] = groups.map((group, at) =>
    shareInParts(group, inParts, counts, `network-traces/hours/${at}`),
  ) as [ShareOfEvents, ShareOfEvents];
  return {
    network: network ?? null,
    benchmark: benchmark ?? null,
    accounts: accounts.flatMap(({ id, name }) => {
      const at = places.get(id);
      const shares = at === undefined ? null : sharesOf([counts[at] as Uint32Array]);
      return shares ? [{ account: name, shares: shares.map((share) => shownShare(share, info) ?? 0) }] : [];
    }),
    inDayParts: { network: partsOfNetwork, benchmark: partsOfBenchmark },
  };
}

function sharesOf(counts: readonly Uint32Array[]): number[] | null {
  const sums = Array.from({ length: hoursPerDay }, (_, at) => total(counts.map((own) => own[at] as number)));
  const all = total(sums);
  return all === 0 ? null : sums.map((sum) => Math.round((sum / all) * 1e4) / 1e4);
}

function shareInParts(
  group: readonly number[],
  inParts: Uint32Array,
  counts: readonly Uint32Array[],
  seed: string,
): ShareOfEvents {
  const inside = group.map((at) => inParts[at] as number);
  const all = group.map((at) => total(Array.from(counts[at] as Uint32Array)));
  const ratio = (drawn: ArrayLike<number>) => {
    const weighted = (values: readonly number[]) => total(values.map((value, at) => value * (drawn[at] as number)));
    const of = weighted(all);
    return of === 0 ? null : weighted(inside) / of;
  };
  const once = new Array<number>(group.length).fill(1);
  const [interval = null] = group.length === 0 ? [] : bootstrapIntervals(once, (drawn) => [ratio(drawn)], { seed });
  const share = ratio(once);
  return { share, low: interval?.low ?? null, high: interval?.high ?? null, count: total(inside), of: total(all) };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
