import type { Corpus } from "../../corpus/corpus.js";
import { UserError } from "../../errors.js";
import type { Study } from "../../study/study.js";
import { countPairs } from "../co-activity/count.js";
import { rowsFor } from "../co-activity/rows.js";
import { counted, warnings } from "../co-activity/summary.js";
import { refuseTooMany } from "../co-activity/too-many.js";
import type { EventColumns } from "../events/event-columns.js";
import { readEvents } from "../events/read-events.js";
import { accountTraces } from "../traces/account-traces.js";
import { loadFocusCorpus } from "../traces/focus-events.js";
import { traceCells, traceColumns } from "../traces/trace-columns.js";
import { accountRows } from "./account-rows.js";
import { type DetectOptions, detectGroups, type GroupDetection } from "./detect-groups.js";
import { focusEventsWindowed, smallestGroup } from "./detect-network.js";
import { activeHoursColumns, type MoreColumns, sharedTargetColumns, sideBySide } from "./event-traces.js";
import { writeNetworkFiles } from "./network-files.js";
import { windowedEvents } from "./windowed-events.js";

/** How to search a file that may be anything. */
export interface EventsOptions extends DetectOptions {
  /** Refuse to search more co-actions than this. */
  most: number;
  /** Is told what a user should know before trusting or awaiting the result. */
  warn: (text: string) => void;
}

/**
 * Detects groups in a file of events and writes them into a folder (`writeNetworkFiles`). Only timing given who acted on which
 * target makes a member; the targets shared with members and the hours of the day are columns beside it.
 *
 * @returns sentences about what was found, with what chance gives
 * @throws UserError for a file that is none, and for more co-actions than `most`, with their exact number
 */
export async function writeDetectionOfEvents(
  path: string,
  columns: EventColumns,
  window: number,
  folder: string,
  { most, warn, ...options }: EventsOptions,
): Promise<string[]> {
  const table = await readEvents(path, columns);
  const rows = rowsFor(table, { window });
  const within = countPairs(rows.partners) - countPairs(rows.partners, rows.actor, table.actors.length);
  for (const warning of warnings(table, rows, within)) warn(warning);
  refuseTooMany(within, most);
  const events = windowedEvents(table, window);
  const found = detectGroups(events, options);
  const more = sideBySide(sharedTargetColumns(table, events, membersOf(found)), activeHoursColumns(table, events));
  await writeNetworkFiles(folder, table, accountRows(table, events, found), events, more);
  return sentences(found, table.actors.length, events.account.length);
}

/**
 * Detects the network among those who amplified a corpus's focus principals and writes it with a column for every trace of
 * coordination beside it (`accountTraces`). Timing alone makes a member here too: the traces say whether others find the same.
 *
 * @throws UserError for a corpus in which nobody amplified one
 */
export async function writeDetectionOfCorpus(
  corpus: Corpus,
  study: Study,
  folder: string,
  options: DetectOptions,
): Promise<string[]> {
  const window = study.coActivitySeconds;
  const { table, events } = focusEventsWindowed(await loadFocusCorpus(corpus, study), window);
  if (events.account.length === 0) throw new UserError(nobody(corpus.info.name));
  const found = detectGroups(events, { smallest: smallestGroup, ...options });
  const { rows } = await accountTraces(corpus, study);
  const traces: MoreColumns = {
    names: traceColumns.slice(1).map(({ name }) => name),
    cells: new Map(rows.map((row) => [row.account, traceCells(row).slice(1)])),
  };
  const more = sideBySide(sharedTargetColumns(table, events, membersOf(found)), traces);
  await writeNetworkFiles(folder, table, accountRows(table, events, found), events, more);
  return sentences(found, table.actors.length, events.account.length);
}

function membersOf({ groups }: GroupDetection): Set<number> {
  return new Set(groups.flatMap(({ admitted }) => [...admitted]));
}

const nobody = (corpus: string) =>
  `nothing to search: nobody in ${corpus} amplified an office of the study's focus country; choose another corpus, or --events`;

/** What was found, each count with how many chance alone would give. */
export function sentences({ groups, dismissed, chance }: GroupDetection, accounts: number, events: number): string[] {
  const size = `${counted(accounts, "account")}, ${counted(events, "event")}`;
  const byChance = chance.length > 0 ? Math.max(...chance) : 0;
  const many = groups.length === 0 ? "no group" : `${groups.length} ${groups.length === 1 ? "group" : "groups"}`;
  return [
    `${size}: ${many} that chance does not make as well (0.05 expected by chance)`,
    ...groups.map(({ admitted, expected, balance, pValue }, at) => {
      return `group ${at + 1}: ${counted(admitted.size, "member")} (${expected.toFixed(1)} expected by chance), balance ${balance.toFixed(1)}, highest of ${chance.length} shuffles ${byChance.toFixed(1)}, p = ${pValue.toFixed(3)}`;
    }),
    ...dismissed.map(({ admitted, expected, pValue }) => {
      return `no finding: ${counted(admitted.size, "account")} (${expected.toFixed(1)} expected by chance), p = ${pValue.toFixed(3)}: chance makes as much`;
    }),
  ];
}
