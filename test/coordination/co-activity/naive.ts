import type { CoActivityOptions } from "../../../src/coordination/co-activity/options.js";
import type { PlainEvent } from "../../../src/coordination/events/events-of.js";

/** An edge as text: names, weight, and mean difference or nothing. */
export type NaiveEdge = [a: string, b: string, weight: number, mean: number | undefined];

type Row = Required<PlainEvent>;

/** The edges by comparing every event with every other, from the definitions and with nothing of the engine. */
export function naiveEdges(events: readonly PlainEvent[], options: CoActivityOptions): NaiveEdge[] {
  const { semantics = "pairwise" } = options;
  const rows = events
    .map((row, at) => ({ ...row, event: row.event || `\0${at}` }))
    .filter((row) => row.actor && row.target);
  if (semantics === "coortweet") return edgesOf(cooRTweetPairs(rows, options));
  const kept = withLeast(withoutRepeated(rows), options.minParticipation ?? 1);
  const pairs = kept.flatMap((one, at) =>
    kept
      .slice(at + 1)
      .filter((other) => one.actor !== other.actor && together(one, other, kept, options))
      .map((other): [Row, Row] => [one, other]),
  );
  return semantics === "qut" ? messagesOf(pairs) : edgesOf(pairs);
}

function withoutRepeated(rows: Row[]): Row[] {
  const order = (one: Row, other: Row) =>
    one.seconds - other.seconds || compare(one.target, other.target) || compare(one.actor, other.actor);
  const seen = new Set<string>();
  return rows.toSorted(order).filter(({ event }) => !seen.has(event) && seen.add(event));
}

function withLeast(rows: Row[], least: number): Row[] {
  return rows.filter(({ actor }) => rows.filter((other) => other.actor === actor).length >= least);
}

function together(one: Row, other: Row, all: Row[], { window, semantics, binOrigin }: CoActivityOptions): boolean {
  if (one.target !== other.target) return false;
  const times = all.filter(({ target }) => target === one.target).map(({ seconds }) => seconds);
  if (semantics === "bins") {
    const origin = binOrigin === "epoch" ? 0 : Math.min(...times);
    const bin = ({ seconds }: Row) => (window === 0 ? seconds : Math.floor((seconds - origin) / window));
    return bin(one) === bin(other);
  }
  const [from, to] = [Math.min(one.seconds, other.seconds), Math.max(one.seconds, other.seconds)];
  if (semantics !== "chained") return to - from <= window;
  const between = times.filter((time) => time >= from && time <= to).sort((a, b) => a - b);
  return between.every((time, at) => at === 0 || time - (between[at - 1] ?? time) <= window);
}

function cooRTweetPairs(rows: Row[], { window, minParticipation = 2 }: CoActivityOptions): [Row, Row][] {
  const remaining = withLeast(rows, minParticipation);
  const pairs: [Row, Row][] = [];
  remaining.forEach((one, at) => {
    for (const other of remaining.slice(at + 1)) {
      const isPair = one.target === other.target && one.actor !== other.actor && one.event !== other.event;
      const isOwn = one.event === one.target || other.event === other.target;
      if (isPair && !isOwn && Math.abs(one.seconds - other.seconds) <= window) pairs.push([one, other]);
    }
  });
  const inPairs = new Set(pairs.flat().map(({ event }) => event));
  const count = (name: string) => remaining.filter(({ actor, event }) => actor === name && inPairs.has(event)).length;
  return pairs.filter((pair) => pair.some(({ actor }) => count(actor) >= minParticipation));
}

function edgesOf(pairs: [Row, Row][]): NaiveEdge[] {
  const deltas = new Map<string, number[]>();
  for (const [one, other] of pairs) {
    const key = JSON.stringify([one.actor, other.actor].sort());
    deltas.set(key, [...(deltas.get(key) ?? []), Math.abs(one.seconds - other.seconds)]);
  }
  return sorted(
    [...deltas].map(([key, all]) => {
      const [a, b] = JSON.parse(key) as [string, string];
      return [a, b, all.length, all.reduce((sum, delta) => sum + delta, 0) / all.length];
    }),
  );
}

function messagesOf(pairs: [Row, Row][]): NaiveEdge[] {
  const messages = new Map<string, Set<string>>();
  for (const [one, other] of [...pairs, ...pairs.map(([one, other]): [Row, Row] => [other, one])]) {
    const key = JSON.stringify([one.actor, other.actor]);
    messages.set(key, (messages.get(key) ?? new Set()).add(one.event));
  }
  return sorted(
    [...messages].map(([key, all]) => {
      const [a, b] = JSON.parse(key) as [string, string];
      return [a, b, all.size, undefined];
    }),
  );
}

function sorted(edges: NaiveEdge[]): NaiveEdge[] {
  return edges.sort((one, other) => compare(one[0], other[0]) || compare(one[1], other[1]));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
