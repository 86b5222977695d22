import { buildFileAtomically } from "../../files/atomic.js";
import type { EventColumns } from "../events/event-columns.js";
import type { EventTable } from "../events/event-table.js";
import { readEvents } from "../events/read-events.js";
import { countPairs } from "./count.js";
import { type CoActivityOptions, checkedOptions } from "./options.js";
import { type CoActivityRows, rowsFor } from "./rows.js";
import { grouped, refuseTooMany } from "./too-many.js";
import { writeEdges } from "./write-edges.js";
import { writePairs } from "./write-pairs.js";

/** A whole run: from a file of events to a file of edges. */
export interface CoActivityRun extends CoActivityOptions {
  columns: EventColumns;
  /** File of edges to write. */
  out: string;
  /** File of co-actions to write, if any. */
  pairs?: string | undefined;
  /** Is told what a user should know before trusting or awaiting the result. */
  warn: (text: string) => void;
}

const manyPerEvent = 100;
const many = 1e6;

/**
 * Reads events, finds who acted together, and writes the edges. What counts is said at `coActivity`.
 *
 * @returns sentences about what was read and found
 * @throws UserError for a file or option that is none, and for more co-actions than `most`, with their exact number
 */
export async function writeCoActivity(path: string, run: CoActivityRun): Promise<string[]> {
  const { semantics, most } = checkedOptions(run);
  const events = await readEvents(path, run.columns);
  const rows = rowsFor(events, run);
  const within = countPairs(rows.partners) - countPairs(rows.partners, rows.actor, events.actors.length);
  for (const warning of warnings(events, rows, within)) run.warn(warning);
  refuseTooMany(within, most);
  const counts = await buildFileAtomically(run.out, async (prepared) => writeEdges(prepared, events, rows, semantics));
  const { pairs } = run;
  if (pairs !== undefined) await buildFileAtomically(pairs, async (prepared) => writePairs(prepared, events, rows));
  const unit = semantics === "qut" ? "messages with a partner" : "co-actions";
  return [
    ...readLines(events, rows),
    `${grouped(counts.weight)} ${unit}, ${grouped(counts.edges)} ${semantics === "qut" ? "directed pairs" : "pairs"} of accounts`,
  ];
}

function readLines({ actor, actors, targets, left }: EventTable, { repeated, tooFew }: CoActivityRows): string[] {
  const lines = [
    `${grouped(actor.length)} events by ${grouped(actors.length)} accounts on ${grouped(targets.length)} objects`,
  ];
  const say = (count: number, what: string) => count > 0 && lines.push(`${grouped(count)} ${what}`);
  say(left.withoutActor, "rows without an account left out");
  say(left.withoutTarget, "rows without an object left out: empty never matches empty");
  say(repeated, "events dropped because their id came before");
  say(tooFew, "events left out because their account has too few");
  return lines;
}

function* warnings({ seconds }: EventTable, { actor }: CoActivityRows, within: number): Generator<string> {
  if (seconds.length > 1 && seconds.every((time) => time === seconds[0])) {
    yield `warning: all ${grouped(seconds.length)} events have the same time; check that times are to the second`;
  }
  if (within >= many && within > manyPerEvent * actor.length) {
    yield `warning: ${grouped(within)} co-actions among ${grouped(actor.length)} events; check that times are to the second, or choose a shorter window`;
  }
}
