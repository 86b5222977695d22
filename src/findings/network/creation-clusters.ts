import type { AccountTraces } from "../../coordination/traces/account-traces.js";
import type { CorpusInfo } from "../../corpus/info.js";
import { type Proportion, proportion } from "../../statistics/proportion.js";
import type { UtcDay } from "../../study/time.js";
import { shownCount, shownCreation } from "../account-privacy.js";
import type { ScannedCluster } from "./creation-scan.js";
import type { Fate, MemberAccount } from "./member-accounts.js";

/** Members created within minutes of each other. */
export interface CreationCluster {
  /** The day, UTC, on which the first of them was created. */
  day: UtcDay;
  accounts: number;
  /** Members that the benchmark group's dates of creation would put there. */
  expected: number;
  /** Accounts of the benchmark group created in the same window. */
  benchmark: number;
  /** Chance of a cluster as conspicuous anywhere. */
  pValue: number;
  /** Length of the window that stands out most. */
  windowMinutes: number;
  /** From the first creation to the last, in whole minutes, up. */
  minutes: number;
  /** Minutes since the first creation, of each; null outside the twin, where they would identify accounts. */
  offsets: number[] | null;
}

/** How many members were created in clusters. */
export interface CreationClusters {
  /** Members in a cluster, of all members. */
  clustered: Proportion;
  /** Members of unknown age, who are in none. */
  unknown: number;
  /** In order of time. */
  clusters: CreationCluster[];
}

/**
 * The clusters of {@link scanCreation} as they may be shown, with the share of the members that they hold.
 *
 * @example
 * const { clustered } = creationClusters(scanCreation(members, focus), accounts, corpus.info);
 */
export function creationClusters(
  scanned: readonly ScannedCluster[],
  accounts: readonly MemberAccount[],
  { basis }: Pick<CorpusInfo, "basis">,
): CreationClusters {
  const clustered = scanned.reduce((sum, { members }) => sum + members.length, 0);
  return {
    clustered: proportion(clustered, accounts.length),
    unknown: accounts.filter(({ createdAt }) => createdAt === null).length,
    clusters: scanned.map(({ members, start, window, expected, benchmark, pValue }) => {
      const since = members.map(({ created }) => (created - start) / 60);
      return {
        day: new Date(start * 1000).toISOString().slice(0, 10) as UtcDay,
        accounts: members.length,
        ...{ expected, benchmark, pValue },
        windowMinutes: window / 60,
        minutes: Math.ceil(since.at(-1) ?? 0),
        offsets: basis === "synthetic twin" ? since.map((minutes) => Math.round(minutes * 100) / 100) : null,
      };
    }),
  };
}

/** A member of a cluster in the table of creation. */
export interface CreatedMember {
  account: string;
  /** Minute on the twin, elsewhere month. */
  created: string;
  fate: Fate;
  retweets: number;
  replies: number;
}

/** The members of all clusters, in order of creation: when created, what became of them, and what they did. */
export function creationTable(
  scanned: readonly ScannedCluster[],
  accounts: readonly MemberAccount[],
  network: readonly AccountTraces[],
  info: Pick<CorpusInfo, "basis">,
): CreatedMember[] {
  const inClusters = new Set(scanned.flatMap(({ members }) => members.map(({ id }) => id)));
  return accounts
    .filter(({ id }) => inClusters.has(id))
    .map(({ id, name, createdAt, fate }) => {
      const activity = network.find(({ account }) => account === id)?.activity;
      return {
        account: name,
        created: shownMinute(createdAt, info),
        fate,
        retweets: shownCount(activity?.retweets ?? 0, info),
        replies: shownCount(activity?.replies ?? 0, info),
      };
    });
}

function shownMinute(createdAt: MemberAccount["createdAt"], info: Pick<CorpusInfo, "basis">): string {
  if (info.basis === "synthetic twin") return createdAt?.slice(0, 16).replace("T", " ") ?? "";
  return shownCreation(createdAt, info) ?? "";
}
