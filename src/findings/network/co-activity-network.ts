import type { NamedPair } from "../../coordination/traces/account-traces.js";
import type { CorpusInfo } from "../../corpus/info.js";
import { quantile } from "../../statistics/quantile.js";
import { shownCount } from "../account-privacy.js";
import { type Point, springLayout } from "./spring-layout.js";

/** Pairs of accounts that acted together, by whose accounts they are. */
export interface PairCounts {
  between: "members" | "member and benchmark group" | "benchmark group";
  /** Accounts of the group that take part in any pair; of both groups for mixed pairs. */
  accounts: number;
  pairs: number;
  /** Pairs with at least as many co-actions as an edge of the drawing needs. */
  strong: number;
  medianTogether: number | null;
  /** Co-actions of all pairs. */
  together: number;
}

/** An account in the drawing, without its name. */
export interface NetworkNode extends Point {
  member: boolean;
  /** Co-actions with all others of the drawing. */
  together: number;
}

/** Co-activity within a minute as a network. */
export interface CoActivityNetwork {
  counts: PairCounts[];
  /** Co-actions that a pair needs to be drawn. */
  fewest: number;
  nodes: NetworkNode[];
  /** Pairs of places in `nodes`, and their co-actions; outside the twin rounded, as those of nodes. */
  edges: [first: number, second: number, together: number][];
}

/** Fewest co-actions of a pair in the drawing; the counts are of all pairs. */
const fewest = 5;
/** Fewest connected accounts in the drawing: a pair of friends says nothing and lies anywhere. */
const smallestPart = 5;

/**
 * The papers' network: pairs of accounts that retweeted or answered the same post within a minute of each other, weighted by
 * how often. Members and benchmark group alike are held to the papers' rule (`paperPairs`); only pairs of at least five
 * co-actions are laid out, and only where at least five accounts hang together by them.
 *
 * @example
 * const { counts } = coActivityNetwork(members, traces.pairs, corpus.info);
 */
export function coActivityNetwork(
  members: readonly string[],
  pairs: readonly NamedPair[],
  info: Pick<CorpusInfo, "basis">,
): CoActivityNetwork {
  const ids = new Set(members);
  const drawn = inLargeParts(pairs.filter(({ together }) => together >= fewest));
  const accounts = [...new Set(drawn.flatMap(({ first, second }) => [first, second]))].sort();
  const places = new Map(accounts.map((account, at) => [account, at]));
  const edges = drawn.map(({ first, second, together }): CoActivityNetwork["edges"][number] => [
    ...([places.get(first), places.get(second)] as [number, number]),
    together,
  ]);
  const strengths = new Array<number>(accounts.length).fill(0);
  for (const [first, second, together] of edges) {
    for (const at of [first, second]) strengths[at] = (strengths[at] as number) + together;
  }
  const points = springLayout(accounts.length, edges, "network-traces/co-activity");
  return {
    counts: countsOf(pairs, ids),
    fewest,
    nodes: accounts.map((account, at) => ({
      ...(points[at] as Point),
      member: ids.has(account),
      together: shownCount(strengths[at] as number, info),
    })),
    edges: edges.map(([first, second, together]) => [first, second, shownCount(together, info)]),
  };
}

/** The pairs of parts with enough accounts: parts are what pairs connect. */
function inLargeParts(pairs: readonly NamedPair[]): NamedPair[] {
  const partOf = new Map<string, Set<string>>();
  for (const { first, second } of pairs) {
    const [one, other] = [first, second].map((account) => partOf.get(account) ?? new Set([account])) as [
      Set<string>,
      Set<string>,
    ];
    const [larger, smaller] = one.size < other.size ? [other, one] : [one, other];
    for (const account of smaller) larger.add(account);
    for (const account of [first, second, ...smaller]) partOf.set(account, larger);
  }
  return pairs.filter(({ first }) => (partOf.get(first)?.size ?? 0) >= smallestPart);
}

function countsOf(pairs: readonly NamedPair[], members: ReadonlySet<string>): PairCounts[] {
  const kindsOfPair = ["benchmark group", "member and benchmark group", "members"] as const;
  return [2, 1, 0].map((inside) => {
    const own = pairs.filter(
      ({ first, second }) => Number(members.has(first)) + Number(members.has(second)) === inside,
    );
    const together = own.map((pair) => pair.together);
    return {
      between: kindsOfPair[inside] as PairCounts["between"],
      accounts: new Set(own.flatMap(({ first, second }) => [first, second])).size,
      pairs: own.length,
      strong: together.filter((count) => count >= fewest).length,
      medianTogether: quantile(Float64Array.from(together).sort(), 0.5),
      together: together.reduce((sum, count) => sum + count, 0),
    };
  });
}
