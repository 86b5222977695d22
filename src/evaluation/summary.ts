import { bootstrapIntervals, type Interval } from "../statistics/bootstrap.js";
import type { Result, Setting } from "./evaluate.js";

/** A mean over seeds with its interval of 95%, null where there is only one seed. */
export interface Mean {
  mean: number;
  interval: Interval | null;
}

/** How well a rule does at one effort. */
export interface Summary {
  setting: Setting;
  effort: number;
  rule: string;
  seeds: number;
  precision: Mean;
  recall: Mean;
  flagged: Mean;
  /** Flagged accounts of each innocent group, mean over the seeds, the most first. */
  innocents: { group: string; flagged: number }[];
}

/** Means over seeds, with intervals by drawing seeds anew (percentile bootstrap); in the order of the results. */
export function summaries(results: readonly Result[]): Summary[] {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const key = `${result.setting} ${result.effort} ${result.rule}`;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups].flatMap(([key, of]) => {
    const [first] = of;
    if (!first) return [];
    const { setting, effort, rule } = first;
    const measures = [of.map((one) => one.precision), of.map((one) => one.recall), of.map((one) => one.flagged)];
    const [precision, recall, flagged] = measures.map((values, at) => meanOf(values, `${key} ${at}`)) as [
      Mean,
      Mean,
      Mean,
    ];
    return [{ setting, effort, rule, seeds: of.length, precision, recall, flagged, innocents: innocentsOf(of) }];
  });
}

function meanOf(values: readonly number[], name: string): Mean {
  const mean = (drawn: ArrayLike<number>) =>
    values.reduce((sum, value, at) => sum + value * (drawn[at] as number), 0) / values.length;
  const once = values.map(() => 1);
  const [interval = null] =
    values.length < 2 ? [] : bootstrapIntervals(once, (drawn) => [mean(drawn)], { seed: `evaluate/${name}` });
  return { mean: mean(once), interval };
}

function innocentsOf(results: readonly Result[]): Summary["innocents"] {
  const sums = new Map<string, number>();
  for (const { innocents } of results) {
    for (const [group, { flagged }] of innocents) sums.set(group, (sums.get(group) ?? 0) + flagged);
  }
  return [...sums]
    .map(([group, sum]) => ({ group, flagged: sum / results.length }))
    .sort((one, other) => other.flagged - one.flagged || (one.group < other.group ? -1 : 1));
}
