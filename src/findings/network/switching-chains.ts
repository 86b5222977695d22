import { type FocusCorpus, kinds } from "../../coordination/traces/focus-events.js";
import { runsOf } from "../../coordination/traces/runs.js";
import { switching, switchLag } from "../../coordination/traces/switching.js";
import type { CorpusInfo } from "../../corpus/info.js";
import type { UtcInstant } from "../../study/time.js";
import { longestChains } from "./longest-chains.js";
import type { MemberAccount } from "./member-accounts.js";
import { memberFlags } from "./membership.js";

/** A run of retweets by one account, where it takes over from another. */
export interface Leg {
  account: string;
  /** Seconds of each retweet since the first of the chain. */
  seconds: number[];
  /** Seconds since the last retweet of the leg before; null for the first. */
  lag: number | null;
}

/** Members that retweet in turn: one stops, another goes on within a minute. */
export interface SwitchingChain {
  /** When it began, on the twin; null elsewhere, because day and second would identify accounts. */
  startedAt: UtcInstant | null;
  accounts: number;
  retweets: number;
  legs: Leg[];
}

/** How often accounts of a group took over from each other. */
export interface GroupSwitches {
  runs: number;
  switches: number;
  /** If every run could have begun at any moment of its hour. */
  expected: number;
}

/** Switching between members, and between accounts of the benchmark group. */
export interface SwitchingChains {
  network: GroupSwitches;
  benchmark: GroupSwitches;
  /** The longest, in order of time. */
  chains: SwitchingChain[];
}

/** So many chains are kept. */
const kept = 3;

/**
 * Chains of switching: a member retweets in quick succession and stops, and within a minute another goes on (the papers'
 * chain of five accounts on a morning of July 2020). No hour is given: the longest chains are taken. A chain goes on for as long as each
 * leg begins at most a minute after the end of the one before; legs are runs of at least three retweets. Switches within each
 * group stand beside those that chance gives (`switching`).
 *
 * @example
 * const { chains } = switchingChains(members, focus, accounts, corpus.info);
 */
export function switchingChains(
  members: readonly string[],
  focus: FocusCorpus,
  accounts: readonly MemberAccount[],
  { basis }: Pick<CorpusInfo, "basis">,
): SwitchingChains {
  const isMember = memberFlags(focus, members);
  const [network, benchmark] = [1, 0].map((flag) => {
    const retweets = retweetsOf(focus, (account) => isMember[account] === flag);
    return { retweets, runs: runsOf(retweets.account, retweets.seconds) };
  }) as [Retweeting, Retweeting];
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const nameOf = (account: number) => names.get(focus.pool.id[account] as string) ?? "";
  return {
    network: switchesOf(network, focus),
    benchmark: switchesOf(benchmark, focus),
    chains: longestChains(network.runs, switchLag, kept).map((runs) => {
      const [first = 0] = runs;
      const start = network.runs.begin[first] as number;
      const legs = runs.map((run, at) => legOf(network, run, runs[at - 1], { start, nameOf }));
      return {
        startedAt: basis === "synthetic twin" ? instantOf(start) : null,
        accounts: new Set(legs.map(({ account }) => account)).size,
        retweets: legs.reduce((sum, { seconds }) => sum + seconds.length, 0),
        legs,
      };
    }),
  };
}

interface Retweeting {
  retweets: { account: number[]; seconds: number[] };
  runs: ReturnType<typeof runsOf>;
}

function retweetsOf({ events }: FocusCorpus, isWanted: (account: number) => boolean): Retweeting["retweets"] {
  const wanted = [...events.kind.keys()].filter(
    (event) => events.kind[event] === kinds.retweet && isWanted(events.account[event] as number),
  );
  return {
    account: wanted.map((event) => events.account[event] as number),
    seconds: wanted.map((event) => events.seconds[event] as number),
  };
}

/** Each switch is one of both its accounts. */
function switchesOf({ runs }: Retweeting, { pool }: FocusCorpus): GroupSwitches {
  const each = switching(runs, pool.id.length);
  return {
    runs: runs.begin.length,
    switches: each.reduce((sum, { switches }) => sum + switches, 0) / 2,
    expected: each.reduce((sum, { expected }) => sum + (expected ?? 0), 0) / 2,
  };
}

function legOf(
  { retweets, runs }: Retweeting,
  run: number,
  before: number | undefined,
  { start, nameOf }: { start: number; nameOf: (account: number) => string },
): Leg {
  const [account, begin, end] = [runs.account[run], runs.begin[run], runs.end[run]] as [number, number, number];
  const own = retweets.seconds.filter(
    (seconds, at) => retweets.account[at] === account && seconds >= begin && seconds <= end,
  );
  return {
    account: nameOf(account),
    seconds: own.map((seconds) => seconds - start),
    lag: before === undefined ? null : begin - (runs.end[before] as number),
  };
}

function instantOf(seconds: number): UtcInstant {
  return `${new Date(Math.floor(seconds) * 1000).toISOString().slice(0, 19)}Z` as UtcInstant;
}
