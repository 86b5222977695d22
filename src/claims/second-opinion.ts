import type { DataFrame, Series } from "danfojs-node";
import type { Corpus } from "../corpus/corpus.js";
import type { Study } from "../study/study.js";
import { type UtcDay, yearsBefore } from "../study/time.js";

/**
 * Headline numbers recomputed from the raw tables by an independent path: danfojs-node joins, filters and counts, and no
 * query of the findings is used. Both paths must agree.
 */

/**
 * Labelled and observed diplomats on Twitter in the last round up to a day.
 *
 * @example
 * await labelledByDataFrame(corpus, oii2021.labelDay); // { labelled: 27, observed: 189 }
 */
export async function labelledByDataFrame(
  corpus: Corpus,
  day: UtcDay,
): Promise<{ labelled: number; observed: number }> {
  const { merge } = await danfo();
  const principals = merge({ ...(await principalsAndAccounts(corpus)), on: ["account_id"], how: "inner" });
  const labels = merge({
    left: principals,
    right: await dataFrame(corpus, "labels"),
    on: ["account_id"],
    how: "inner",
  });
  const audited = isDiplomatOnTwitter(labels).and(dayNumbers(labels, "round").le(dayNumber(day)));
  const rounds = dayNumbers(labels, "round").values as number[];
  const lastRound = Math.max(...rounds.filter((_, at) => audited.values[at]));
  const observed = audited.and(dayNumbers(labels, "round").eq(lastRound));
  return { labelled: trueIn(observed.and(test(labels, "label", (text) => text !== ""))), observed: trueIn(observed) };
}

/**
 * Diplomats on Twitter created early, created recently, and existing on the study's growth day.
 *
 * @example
 * await createdByDataFrame(corpus, oii2021); // { early: 44, recent: 143, existing: 189 }
 */
export async function createdByDataFrame(
  corpus: Corpus,
  study: Study,
): Promise<{ early: number; recent: number; existing: number }> {
  const { merge } = await danfo();
  const accounts = merge({ ...(await principalsAndAccounts(corpus)), on: ["account_id"], how: "inner" });
  const created = dayNumbers(accounts, "created_at");
  const existing = isDiplomatOnTwitter(accounts).and(created.le(dayNumber(study.growthDay)));
  const since = yearsBefore(study.growthDay, study.recentYears);
  return {
    early: trueIn(existing.and(created.lt(dayNumber(study.earlyBefore)))),
    recent: trueIn(existing.and(created.ge(dayNumber(since)))),
    existing: trueIn(existing),
  };
}

function isDiplomatOnTwitter(frame: DataFrame): Series {
  return test(frame, "group", (group) => group === "diplomat").and(
    test(frame, "platform", (platform) => platform === "twitter"),
  );
}

function test(frame: DataFrame, column: string, holds: (text: string) => boolean): Series {
  return frame.column(column).map(holds) as Series;
}

/** Days as numbers, because danfojs compares only numbers by size; an empty day is later than any. */
function dayNumbers(frame: DataFrame, column: string): Series {
  return frame
    .column(column)
    .map((text: string) => (text === "" ? Number.MAX_SAFE_INTEGER : dayNumber(text))) as Series;
}

function dayNumber(instantOrDay: string): number {
  return Number(instantOrDay.slice(0, 10).replaceAll("-", ""));
}

function trueIn(series: Series): number {
  return (series.values as boolean[]).filter(Boolean).length;
}

async function principalsAndAccounts(corpus: Corpus): Promise<{ left: DataFrame; right: DataFrame }> {
  return { left: await dataFrame(corpus, "principals"), right: await dataFrame(corpus, "accounts") };
}

/** A whole table; empty values become empty text, because danfojs counts null as a value. */
async function dataFrame(corpus: Corpus, table: "principals" | "accounts" | "labels"): Promise<DataFrame> {
  const { DataFrame } = await danfo();
  const rows = await corpus.rows(`from ${table} order by all`);
  return new DataFrame(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? ""]))),
  );
}

/** Loaded only when asked for: it takes over a second. */
async function danfo() {
  return (await import("danfojs-node")).default as unknown as typeof import("danfojs-node");
}
