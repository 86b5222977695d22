import { rowsFor } from "../../coordination/co-activity/rows.js";
import { focusEventsWindowed, smallestGroup } from "../../coordination/detection/detect-network.js";
import { findGroups } from "../../coordination/detection/find-groups.js";
import { joinedBy, type WindowedEvents, withStricterChance } from "../../coordination/detection/windowed-events.js";
import type { EventTable } from "../../coordination/events/event-table.js";
import { type FocusCorpus, loadFocusCorpus, type PoolAccounts } from "../../coordination/traces/focus-events.js";
import { paperThresholds } from "../../coordination/traces/paper-flags.js";
import type { Corpus } from "../../corpus/corpus.js";
import { UserError } from "../../errors.js";
import type { Study } from "../../study/study.js";
import { type Chance, type GroupChoices, groupChoices, type Rule, type Together } from "./choices.js";

/** The accounts that are the network under some choices. */
export interface ChosenNetwork {
  choices: GroupChoices;
  /** Their ids. */
  members: ReadonlySet<string>;
}

const remembered = new WeakMap<Corpus, ChosenNetwork[]>();

/**
 * The network under each of the study's choices. Asked again for the same open corpus, it answers from memory. Otherwise it takes a
 * dozen searches, of one to eight seconds each on the twin.
 */
export async function networksOf(corpus: Corpus, study: Study): Promise<ChosenNetwork[]> {
  const found = remembered.get(corpus) ?? chosenNetworks(await loadFocusCorpus(corpus, study), groupChoices(study));
  remembered.set(corpus, found);
  return found;
}

/** Spares the searches where their result is known already: what an earlier step of the same run has found in this corpus. */
export function rememberNetworks(corpus: Corpus, networks: ChosenNetwork[]): void {
  remembered.set(corpus, networks);
}

/** The least that is told apart in time, in seconds. */
const instant = 1e-6;
const amplificationsOf: Record<Exclude<Rule, "detector">, number> = {
  "candidates >25": paperThresholds.amplifications,
  "candidates >50": 2 * paperThresholds.amplifications,
};

/**
 * The network under each of the choices: everyone in a group that the detector finds, or everyone whom the papers' rule
 * picks.
 *
 * No labels are shuffled here: whether chance makes such groups is tested once, for the usual choices, by `detectNetwork`.
 * Time is a search for each choice of the detector.
 *
 * @throws UserError for a detector without a window, semantics or rate
 */
export function chosenNetworks(focus: FocusCorpus, all: readonly GroupChoices[]): ChosenNetwork[] {
  let indexed: { window: number; table: EventTable; events: WindowedEvents } | undefined;
  return all.map((choices) => {
    const { rule, window, together, rate, chance } = choices;
    if (rule !== "detector") return { choices, members: candidates(focus.pool, amplificationsOf[rule]) };
    if (window === null || together === null || rate === null || chance === null) {
      throw new UserError(`detector without all of its choices: ${JSON.stringify(choices)}; give each`);
    }
    if (indexed?.window !== window) indexed = { window, ...focusEventsWindowed(focus, window) };
    const events = againstChance(joined(indexed, together), chance);
    return { choices, members: membersFound(indexed.table, events, rate) };
  });
}

function membersFound({ actors }: EventTable, events: WindowedEvents, rate: number): Set<string> {
  const groups = findGroups(events, { rate, smallest: smallestGroup });
  return new Set(groups.flatMap(({ admitted }) => [...admitted].map((actor) => actors[actor] as string)));
}

/** The same events with other neighbours: those that count as together under other semantics. */
function joined(
  { window, table, events }: { window: number; table: EventTable; events: WindowedEvents },
  together: Together,
): WindowedEvents {
  if (together === "pairwise") return events;
  if (together !== "strict") return joinedBy(table, events, together);
  const { first, past } = rowsFor(table, { window: Math.max(0, window - instant) }).partners;
  return { ...events, first, past };
}

function againstChance(events: WindowedEvents, chance: Chance): WindowedEvents {
  return chance === "similar delay" ? events : withStricterChance(events, events.target, 0);
}

/** More amplifications of diplomats than that, and more than half of the retweets of diplomats for focus principals. */
function candidates(pool: PoolAccounts, amplifications: number): Set<string> {
  return new Set(
    pool.id.filter((_, account) => {
      const share = (pool.focusRetweets[account] as number) / (pool.diplomatRetweets[account] as number);
      return (pool.diplomatAmplifications[account] as number) > amplifications && share > paperThresholds.focusShare;
    }),
  );
}
