import { activations } from "./activation.js";
import { activeHours } from "./active-hours.js";
import { coActivity } from "./co-activity.js";
import { focusConcentration } from "./concentration.js";
import { coverage } from "./coverage.js";
import { creationBursts } from "./creation-burst.js";
import { englishWords } from "./english-words.js";
import type { FocusCorpus } from "./focus-events.js";
import {
  activityOf,
  coActivityEvents,
  coverageInput,
  firstWeeks,
  postWords,
  remarksOf,
  repliesOf,
  retweetRuns,
} from "./focus-views.js";
import { language } from "./language.js";
import { paperFlags, takesPartInPairs } from "./paper-flags.js";
import { type PaperPair, paperPairs } from "./paper-pairs.js";
import { type PhraseRule, type PhraseUsers, phraseMatches, phraseRule } from "./phrases.js";
import { type RunRule, runRule } from "./runs.js";
import { switching } from "./switching.js";
import type { TraceName, Traces } from "./trace-names.js";
import { verbatim } from "./verbatim.js";

/** Every trace of every account of the pool, in the order of the pool. */
export type TracesOfPool = { [Name in TraceName]: Traces[Name][] };

/** The traces of the pool, with what lies between accounts. */
export interface MeasuredPool {
  traces: TracesOfPool;
  phrases: PhraseUsers[];
  pairs: PaperPair[];
}

/** How to measure. */
export interface MeasureOptions {
  /** Seconds within which two accounts act together. */
  window: number;
  phrases?: PhraseRule;
  runs?: RunRule;
}

/** Measures every trace of every account of the pool; each trace says in its own file how. */
export async function measureTraces(focus: FocusCorpus, options: MeasureOptions): Promise<MeasuredPool> {
  const accounts = focus.pool.id.length;
  const spoken = await languageOf(focus, options.phrases ?? phraseRule);
  const behaviour = {
    ...behaviourOf(focus, options),
    language: spoken.language,
    verbatim: verbatim(remarksOf(focus), accounts),
  };
  const pairs = pairsOf(focus, options.window, behaviour);
  const byAccount: PaperPair[][] = Array.from({ length: accounts }, () => []);
  for (const pair of pairs) for (const at of [pair.first, pair.second]) byAccount[at]?.push(pair);
  const papers = byAccount.map((own, at) =>
    paperFlags(entry(behaviour.concentration, at), entry(behaviour.coverage, at), entry(behaviour.language, at), own),
  );
  return { traces: { ...behaviour, papers }, phrases: spoken.phrases, pairs };
}

function behaviourOf(focus: FocusCorpus, { window, runs = runRule }: MeasureOptions) {
  const { pool, events } = focus;
  const accounts = pool.id.length;
  return {
    activity: activityOf(focus),
    creation: creationBursts(pool.created, focus.until),
    activation: activations({ ...pool, firstWeek: firstWeeks(focus), from: focus.from }),
    coActivity: coActivity(coActivityEvents(focus), { accounts, window }),
    switching: switching(retweetRuns(focus, runs), accounts),
    concentration: focusConcentration(pool),
    coverage: coverage(coverageInput(focus)),
    hours: activeHours(events.account, events.seconds, accounts),
  };
}

async function languageOf(focus: FocusCorpus, rule: PhraseRule) {
  const isWord = await englishWords();
  const replies = repliesOf(focus, isWord);
  const matches = phraseMatches(replies, postWords(focus, isWord), rule);
  return { language: language(replies, matches, focus.pool.id.length), phrases: matches.users };
}

function pairsOf(focus: FocusCorpus, window: number, behaviour: Pick<TracesOfPool, "concentration">): PaperPair[] {
  return paperPairs(coActivityEvents(focus), window, (account) =>
    takesPartInPairs(entry(behaviour.concentration, account)),
  );
}

function entry<Trace>(traces: readonly Trace[], account: number): Trace {
  const trace = traces[account];
  if (trace === undefined) throw new RangeError(`no account has the number ${account}; there are ${traces.length}`);
  return trace;
}
