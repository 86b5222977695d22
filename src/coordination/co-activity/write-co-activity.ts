import { stat } from "node:fs/promises";
import { buildFileAtomically } from "../../files/atomic.js";
import type { EventColumns } from "../events/event-columns.js";
import type { CsvPart, CsvProblem } from "../events/parse-events.js";
import type { RawEvents } from "../events/raw-events.js";
import { inOnePart } from "../events/read-csv-events.js";
import { readEvents } from "../events/read-events.js";
import { splitCsv } from "../events/split-csv.js";
import { countPairs } from "./count.js";
import { type CoActivityOptions, checkedOptions } from "./options.js";
import { rowsFor } from "./rows.js";
import { foundLine, readLines, warnings } from "./summary.js";
import { Helper } from "./threads/helper.js";
import { refuseTooMany } from "./too-many.js";
import { writeEdges } from "./write-edges.js";
import { writePairs } from "./write-pairs.js";

/** A whole run: from a file of events to a file of edges. */
export interface CoActivityRun extends CoActivityOptions {
  columns: EventColumns;
  /** File of edges to write. */
  out: string;
  /** File of co-actions to write, if any. */
  pairs?: string | undefined;
  /** Threads to work with; 1 if not given. More than 1 needs the built package. */
  threads?: number;
  /** Is told what a user should know before trusting or awaiting the result. */
  warn: (text: string) => void;
}

const bytesPerThread = 4e6;
const mostThreads = 4;

/**
 * Reads events, finds who acted together, and writes the edges. What counts is said at `coActivity`.
 *
 * @returns sentences about what was read and found
 * @throws UserError for a file or option that is none, and for more co-actions than `most`, with their exact number
 */
export async function writeCoActivity(path: string, run: CoActivityRun): Promise<string[]> {
  const { semantics, most } = checkedOptions(run);
  const helpers = await helpersFor(path, run.threads ?? 1);
  try {
    const events = await readEvents(path, run.columns, (whole) => readParts(whole, helpers));
    const rows = rowsFor(events, run);
    const within = countPairs(rows.partners) - countPairs(rows.partners, rows.actor, events.actors.length);
    for (const warning of warnings(events, rows, within)) run.warn(warning);
    refuseTooMany(within, most);
    const write = async (prepared: string) => writeEdges(prepared, events, rows, semantics, helpers);
    const counts = await buildFileAtomically(run.out, write);
    const { pairs } = run;
    if (pairs !== undefined) await buildFileAtomically(pairs, async (prepared) => writePairs(prepared, events, rows));
    return [...readLines(events, rows), foundLine(counts, semantics)];
  } finally {
    await Promise.all(helpers.map((helper) => helper.stop()));
  }
}

/** As many as pay: starting one takes longer than a small file. */
async function helpersFor(path: string, threads: number): Promise<Helper[]> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  const paying = Math.min(threads, mostThreads, Math.floor(size / bytesPerThread) + 1);
  return Array.from({ length: paying - 1 }, () => new Helper());
}

async function readParts(whole: CsvPart, helpers: readonly Helper[]): Promise<(RawEvents | CsvProblem)[]> {
  const [own, ...others] = splitCsv(whole, helpers.length + 1);
  const asked = helpers.map((helper, at) => helper.parse(others[at] as CsvPart));
  const mine = await inOnePart(own as CsvPart);
  return [...mine, ...(await Promise.all(asked))];
}
