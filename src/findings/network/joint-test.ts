import type { AccountTraces } from "../../coordination/traces/account-traces.js";
import { fisherExact } from "../../statistics/fisher-exact.js";
import { cauchyCombination } from "../../statistics/multiple-evidence.js";
import { type Proportion, proportion } from "../../statistics/proportion.js";
import { stratifiedUpperTail } from "../../statistics/stratified-count.js";
import { activityStrata } from "./activity-strata.js";
import { amplificationsOf, type Groups } from "./membership.js";

/** One trace in the network and in the benchmark group. */
export interface TraceOfGroups {
  trace: string;
  /** Whether members were found by it, so that it cannot speak for them. */
  foundBy: boolean;
  /** Accounts in which it is conspicuous (q at most .05), of those in which it could be tested. */
  network: Proportion;
  benchmark: Proportion;
  /** Fisher's exact test, one-sided; null where no account of a group could be tested. */
  fisher: number | null;
  /** The same within classes of like activity; null where no class holds accounts of both groups. */
  givenActivity: number | null;
}

/** All traces, and what they come to together. */
export interface JointTest {
  traces: TraceOfGroups[];
  /** Combined p-value of the traces by which members were not found; null without any. */
  pValue: number | null;
  /** Of all traces: too small, as members were chosen by some of them. */
  withFoundBy: number | null;
}

const level = 0.05;

interface TestedTrace {
  trace: string;
  foundBy: boolean;
  qValue: (row: AccountTraces) => number | null;
}

const tested: TestedTrace[] = [
  { trace: "created together", foundBy: false, qValue: ({ creation }) => creation.qValue },
  { trace: "activated together", foundBy: false, qValue: ({ activation }) => activation.qValue },
  { trace: "phrases of other accounts", foundBy: false, qValue: ({ language }) => language.sharedQValue },
  { trace: "phrases of principals before", foundBy: false, qValue: ({ language }) => language.officialBeforeQValue },
  { trace: "phrases of principals after", foundBy: false, qValue: ({ language }) => language.officialAfterQValue },
  { trace: "same text as quote and reply", foundBy: false, qValue: ({ verbatim }) => verbatim.qValue },
  { trace: "hours of the day", foundBy: false, qValue: ({ hours }) => hours.qValue },
  { trace: "few other diplomats", foundBy: false, qValue: ({ concentration }) => concentration.qValue },
  { trace: "acting within a minute", foundBy: true, qValue: ({ coActivity }) => coActivity.givenDelayQValue },
  { trace: "taking over from each other", foundBy: true, qValue: ({ switching }) => switching.qValue },
];

/**
 * One test of all traces together (claim U30): is each trace conspicuous in more accounts of the network than its share of
 * the table would have, and can all of that be chance?
 *
 * For each trace chance draws who is a member among the accounts in which it could be tested, within classes of like activity
 * (powers of two of their amplifications), because busy accounts have more of everything. That allows any dependence
 * between accounts: one burst of creation marks several. The p-values of the traces are combined by Cauchy's combination,
 * which allows any dependence between traces. Members were found by timing: co-activity and switching are shown, but
 * left out of the p-value, since whoever is chosen by a trace has it.
 *
 * What is left is the trace by which the network was found being tied to the others by something else than activity, such
 * as a language; the benchmark group holds no other network to compare with.
 *
 * @example
 * const { pValue } = jointTest(groupsOf(traces.rows, members));
 */
export function jointTest(groups: Groups<AccountTraces>): JointTest {
  const traces = tested.map((trace) => traceOfGroups(groups, trace));
  const combined = (wanted: readonly TraceOfGroups[]) => {
    const pValues = wanted.flatMap(({ givenActivity }) => givenActivity ?? []);
    return pValues.length === 0 ? null : cauchyCombination(pValues);
  };
  return {
    traces,
    pValue: combined(traces.filter(({ foundBy }) => !foundBy)),
    withFoundBy: combined(traces),
  };
}

function traceOfGroups(groups: Groups<AccountTraces>, { trace, foundBy, qValue }: TestedTrace): TraceOfGroups {
  const [network, benchmark] = [groups.network, groups.benchmark].map((rows) =>
    rows.flatMap((row) => {
      const q = qValue(row);
      return q === null ? [] : [{ events: amplificationsOf(row), marked: Number(q <= level) }];
    }),
  ) as [Tested[], Tested[]];
  const [own, others] = [network, benchmark].map((rows) => proportion(markedOf(rows), rows.length)) as [
    Proportion,
    Proportion,
  ];
  const isEmpty = own.of === 0 || others.of === 0;
  const table = [own, others].map(({ count, of }): [number, number] => [count, of - count]);
  return {
    ...{ trace, foundBy, network: own, benchmark: others },
    fisher: isEmpty ? null : fisherExact(table as [[number, number], [number, number]], "greater"),
    givenActivity: isEmpty ? null : withinStrata(network, benchmark),
  };
}

interface Tested {
  events: number;
  marked: number;
}

function withinStrata(network: readonly Tested[], benchmark: readonly Tested[]): number | null {
  const rows = [...network, ...benchmark];
  const strata = activityStrata(rows.map(({ events }) => events)).map((places) => ({
    population: places.length,
    marked: places.filter((place) => rows[place]?.marked === 1).length,
    drawn: places.filter((place) => place < network.length).length,
  }));
  const areComparable = strata.some(({ drawn, population }) => drawn > 0 && drawn < population);
  return areComparable ? stratifiedUpperTail(markedOf(network), strata) : null;
}

function markedOf(rows: readonly Tested[]): number {
  return rows.reduce((sum, { marked }) => sum + marked, 0);
}
