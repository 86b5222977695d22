import type { Corpus } from "../../corpus/corpus.js";
import type { Study } from "../../study/study.js";
import type { EventTable } from "../events/event-table.js";
import { eventsOf } from "../events/events-of.js";
import { delayClass } from "../traces/delay-class.js";
import { type FocusCorpus, loadFocusCorpus } from "../traces/focus-events.js";
import { type AccountRow, accountRows } from "./account-rows.js";
import { type DetectOptions, detectGroups, type GroupDetection } from "./detect-groups.js";
import { type WindowedEvents, windowedEvents, withStricterChance } from "./windowed-events.js";

/** A group that was found. */
export interface NetworkGroup {
  members: number;
  balance: number;
  pValue: number;
  /** Members that chance alone would give. */
  expectedByChance: number;
}

/** What the detector says of a corpus. */
export interface NetworkDetection {
  /** Ids of the members of all groups, ascending. */
  members: string[];
  /** Everyone who met a group at least twice: its members first, and by score. */
  accounts: AccountRow[];
  groups: NetworkGroup[];
  /** Groups that chance makes as well. */
  dismissed: NetworkGroup[];
  /** Balance of the most conspicuous group in each shuffle. */
  chance: number[];
  /** Accounts that amplified the focus principals, and their actions looked at. */
  pool: number;
  events: number;
}

/** Times may be moved by five windows either way before a meeting counts as more than the same quarter of an hour. */
const windowsOfJitter = 5;
/** In a corpus of people's everyday traffic a group is five accounts: two pairs of friends may meet. */
export const smallestGroup = 5;
const remembered = new WeakMap<Corpus, Map<string, Promise<NetworkDetection>>>();

/**
 * The coordinated network among those who amplified the focus principals, found blind: from who acted on which post, and when.
 *
 * Retweets, quotes and replies of the focus principals' posts count alike. Chance may exchange labels only among actions on one
 * post after a similar delay, because who always answers at once meets others who do; and it may move each action by
 * five windows, because who sits in the same lesson acts in the same minutes. What is left is acting on each other. No account is
 * chosen by hand, and a group must be more conspicuous than any that shuffles make (`detectGroups`).
 *
 * What it can't see: accounts that act in turn but never together, and why accounts act together. It measures behaviour.
 *
 * Asked again for the same open corpus, it answers from memory. Takes about a second, and as much for each shuffle.
 *
 * @example
 * const { members } = await detectNetwork(corpus, oii2021);
 */
export function detectNetwork(corpus: Corpus, study: Study, options: DetectOptions = {}): Promise<NetworkDetection> {
  const key = JSON.stringify([study, options]);
  const detection = rememberedOf(corpus).get(key) ?? detect(corpus, study, options);
  rememberedOf(corpus).set(key, detection);
  return detection;
}

/** Spares the search where its result is known already: what an earlier step of the same run has found in this corpus. */
export function rememberNetwork(corpus: Corpus, study: Study, detection: NetworkDetection): void {
  rememberedOf(corpus).set(JSON.stringify([study, {}]), Promise.resolve(detection));
}

function rememberedOf(corpus: Corpus): Map<string, Promise<NetworkDetection>> {
  const known = remembered.get(corpus) ?? new Map<string, Promise<NetworkDetection>>();
  remembered.set(corpus, known);
  return known;
}

async function detect(corpus: Corpus, study: Study, options: DetectOptions): Promise<NetworkDetection> {
  const focus = await loadFocusCorpus(corpus, study);
  const { table, events } = focusEventsWindowed(focus, study.coActivitySeconds);
  const found = detectGroups(events, { smallest: smallestGroup, ...options });
  const accounts = accountRows(table, events, found).filter(({ score }) => score !== null);
  const members = accounts.filter(({ member }) => member).map(({ account }) => account);
  return {
    members: members.sort(),
    accounts,
    groups: found.groups.map(summary),
    dismissed: found.dismissed.map(summary),
    chance: found.chance,
    pool: focus.pool.id.length,
    events: events.account.length,
  };
}

/** The actions on the focus principals as events of the engine, against the stricter chance. */
export function focusEventsWindowed(
  { pool, events }: FocusCorpus,
  window: number,
): { table: EventTable; events: WindowedEvents } {
  const rows = [...events.account.keys()].filter((row) => (events.target[row] as number) >= 0);
  const table = eventsOf(
    rows.map((row) => ({
      actor: pool.id[events.account[row] as number] as string,
      target: String(events.target[row]),
      seconds: events.seconds[row] as number,
      event: String(row),
    })),
  );
  const windowed = windowedEvents(table, window);
  const strata = new Map<string, number>();
  const stratum = Uint32Array.from(windowed.row, (tableRow, at) => {
    const row = Number(table.ids.text(table.event[tableRow] as number));
    const delay = (events.seconds[row] as number) - (events.targetSeconds[row] as number);
    const key = `${windowed.target[at]} ${delayClass(0, delay)}`;
    const number = strata.get(key) ?? strata.size;
    strata.set(key, number);
    return number;
  });
  return { table, events: withStricterChance(windowed, stratum, windowsOfJitter * window) };
}

function summary({ admitted, balance, pValue, expected }: GroupDetection["groups"][number]): NetworkGroup {
  return { members: admitted.size, balance, pValue, expectedByChance: expected };
}
