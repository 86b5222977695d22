import type { Corpus } from "../../corpus/corpus.js";
import type { Study } from "../../study/study.js";
import { loadFocusCorpus } from "./focus-events.js";
import { type MeasureOptions, measureTraces, type TracesOfPool } from "./measure-traces.js";
import type { PaperPair } from "./paper-pairs.js";
import { addQValues, type Judged } from "./q-values.js";
import { type TraceName, type Traces, traceMeanings } from "./trace-names.js";

/** Everything that was measured about one account, with q-values. Null is what can't be known about it. */
export type AccountTraces = { account: string } & JudgedTraces;

type JudgedTraces = { [Name in TraceName]: Judged<Traces[Name]> };

/** A phrase of replies that at least five accounts used, and the ids of these accounts, ascending. */
export interface SharedPhrase {
  phrase: string;
  accounts: number;
  users: string[];
}

/** A pair of accounts by the papers' rule, with their ids. */
export type NamedPair = Omit<PaperPair, "first" | "second"> & { first: string; second: string };

/** The traces of all accounts with enough activity. */
export interface TraceTable {
  /** Accounts of the pool; all of them are the background, also those without a row. */
  pool: number;
  /** By account id. */
  rows: AccountTraces[];
  /** Phrases of the whole pool, most used first. */
  phrases: SharedPhrase[];
  /** Pairs of the whole pool by the papers' rule. */
  pairs: NamedPair[];
}

/** What may be chosen. */
export interface TraceOptions extends Omit<MeasureOptions, "window"> {
  /** Fewest amplifications of focus principals for a row; 5 if left out. */
  fewestEvents?: number;
}

/**
 * The traces of coordination of every account that amplified the focus principals often enough: each measure beside
 * what chance gives, with p- and q-value, and the papers' own flags. Nothing is decided here: a network is chosen from
 * this table.
 *
 * The benchmark group of an account is the rest of the pool: everyone but principals who amplified a focus principal in
 * the window. q-values are Benjamini and Hochberg's over the accounts of the table that could be tested, each p-value
 * by itself. Each trace says in its own file what it measures, what chance means and what else explains it.
 *
 * Time and memory follow the events on the focus principals, not the corpus: about 110,000 take a few seconds.
 *
 * @example
 * const { rows, phrases } = await accountTraces(corpus, oii2021);
 */
export async function accountTraces(corpus: Corpus, study: Study, options: TraceOptions = {}): Promise<TraceTable> {
  const { fewestEvents = 5, ...rules } = options;
  const focus = await loadFocusCorpus(corpus, study);
  const { traces, phrases, pairs } = await measureTraces(focus, { window: study.coActivitySeconds, ...rules });
  const nameOf = (account: number) => focus.pool.id[account] as string;
  const tested = traces.activity.flatMap(({ retweets, quotes, replies }, account) =>
    retweets + quotes + replies >= fewestEvents ? [account] : [],
  );
  return {
    pool: focus.pool.id.length,
    rows: rowsOf(traces, tested, nameOf),
    phrases: phrases.map(({ users, ...phrase }) => ({ ...phrase, users: users.map(nameOf) })),
    pairs: pairs.map((pair) => ({ ...pair, first: nameOf(pair.first), second: nameOf(pair.second) })),
  };
}

function rowsOf(traces: TracesOfPool, tested: readonly number[], nameOf: (account: number) => string): AccountTraces[] {
  const judged = Object.keys(traceMeanings).map((name) => {
    const chosen: readonly object[] = tested.map((account) => traces[name as TraceName][account] as object);
    return [name, addQValues(chosen)] as const;
  });
  return tested.map((account, row) => {
    const own = Object.fromEntries(judged.map(([name, all]) => [name, all[row]]));
    return { account: nameOf(account), ...(own as JudgedTraces) };
  });
}
