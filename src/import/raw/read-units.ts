import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Workshop } from "../../corpus/workshop.js";
import { UserError } from "../../errors.js";
import { sha256 } from "../../files/hash.js";
import { projectPath } from "../../files/project.js";
import type { StudyPrincipal } from "../../study/study-principals.js";
import { type NormalName, normalNames, normalTables } from "./normal-form.js";
import type { ReadCounts, ReadTogether } from "./read-unit.js";
import { type Batch, readerFor, readOf, type Unit } from "./unit.js";
import type { WorkerData, WorkerOrder } from "./unit-worker.js";

/** A unit that was read, and the packed tables, shared with its batch, that wait for the merger. */
export interface PackedUnit extends ReadCounts {
  unit: Unit;
  /** Number of the unit in its batch. */
  part: number;
  tables: { name: NormalName; path: string }[];
}

export interface ReadUnitsOptions {
  /** Folder in which what was read waits; what an earlier, killed call left there is not read again. */
  folder: string;
  principals: StudyPrincipal[];
  key: Uint8Array | null;
  workshop: Workshop;
  onProgress: (batch: Batch, bytes: number) => void;
  onRead: (batch: Batch, wasThere: boolean) => void;
}

/** Below this a second thread takes longer to start than it saves. */
const worthAWorker = 32 * 1024 * 1024;
const workers = 2;

/** Smaller files are read together until they come to so much. */
const batchBytes = 32 * 1024 * 1024;

/** Reads all units into packed tables, small ones together: by two workers where it pays, so that both cores parse. */
export async function readUnits(units: readonly Unit[], options: ReadUnitsOptions): Promise<PackedUnit[]> {
  const batches = batchesOf(units);
  const packed = new Map<string, PackedUnit[]>();
  const waiting: Batch[] = [];
  for (const batch of batches) {
    const done = await readDone(batch, options.folder);
    if (done) packed.set(batch.id, done);
    else waiting.push(batch);
    if (done) options.onRead(batch, true);
  }
  const bytes = waiting.reduce((sum, batch) => sum + batch.bytes, 0);
  const script = projectPath("dist", "import", "raw", "unit-worker.js");
  const lanes = waiting.length > 1 && bytes >= worthAWorker && existsSync(script) ? workers : 1;
  const ended = await Promise.allSettled(
    Array.from({ length: lanes }, () => runLane(waiting, packed, lanes > 1 ? script : null, options)),
  );
  const failed = ended.find((lane) => lane.status === "rejected");
  if (failed) throw failed.reason;
  return batches.flatMap(({ id }) => packed.get(id) ?? []);
}

/** Units in their order, a batch full when it has come to its size. */
function batchesOf(units: readonly Unit[]): Batch[] {
  const batches: Unit[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const unit of units) {
    if (bytes + unit.bytes > batchBytes) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(unit);
    bytes += unit.bytes;
  }
  return batches.map((together) => ({
    id: sha256(together.map(({ id }) => id).join(" ")).slice(0, 32),
    units: together,
    bytes: together.reduce((sum, unit) => sum + unit.bytes, 0),
  }));
}

async function runLane(
  queue: Batch[],
  packed: Map<string, PackedUnit[]>,
  script: string | null,
  options: ReadUnitsOptions,
): Promise<void> {
  const lane = script === null ? inThisThread(options) : inWorker(script, options);
  try {
    for (let batch = queue.shift(); batch; batch = queue.shift()) {
      const folder = join(options.folder, "reading", batch.id);
      const read = await lane.read(batch, folder);
      packed.set(batch.id, await pack(batch, read, folder, options));
      options.onRead(batch, false);
    }
  } catch (thrown) {
    queue.length = 0; // nothing more is begun
    throw thrown;
  } finally {
    await lane.close();
  }
}

interface Lane {
  read(batch: Batch, folder: string): Promise<ReadTogether>;
  close(): Promise<unknown>;
}

function inThisThread({ principals, key, onProgress }: ReadUnitsOptions): Lane {
  const reader = readerFor(principals, key);
  return {
    read: (batch, folder) => readOf(batch, folder, reader, (bytes) => onProgress(batch, bytes)),
    close: async () => undefined,
  };
}

type Answer = { bytes: number } | { read: ReadTogether } | { failed: string; isUserError: boolean };

function inWorker(script: string, { principals, key, onProgress }: ReadUnitsOptions): Lane {
  const workerData: WorkerData = { principals, key };
  const worker = new Worker(script, { workerData });
  return {
    read: (batch, folder) =>
      new Promise((resolve, reject) => {
        const settle = (answer: Answer) => {
          if ("bytes" in answer) return onProgress(batch, answer.bytes);
          worker.off("message", settle);
          worker.off("error", reject);
          if ("read" in answer) resolve(answer.read);
          else reject(answer.isUserError ? new UserError(answer.failed) : new Error(answer.failed));
        };
        worker.on("message", settle);
        worker.on("error", reject);
        worker.postMessage({ batch, folder } satisfies WorkerOrder);
      }),
    close: () => worker.terminate(),
  };
}

/** Packs what was staged, and moves it in one go to where a later call looks for it. */
async function pack(
  batch: Batch,
  read: ReadTogether,
  folder: string,
  options: ReadUnitsOptions,
): Promise<PackedUnit[]> {
  for (const { name, path, rows, severalLines } of read.staged) {
    await options.workshop.pack(normalTables[name], { path, rows, severalLines }, join(folder, `${name}.parquet`));
  }
  for (const name of normalNames) await rm(join(folder, `${name}.csv`), { force: true });
  const done: Done = { parts: read.parts, tables: read.staged.map(({ name }) => name) };
  await writeFile(join(folder, doneFile), JSON.stringify(done));
  const place = join(options.folder, readFolder, batch.id);
  await mkdir(join(options.folder, readFolder), { recursive: true });
  await rm(place, { recursive: true, force: true });
  await rename(folder, place);
  return packedUnits(batch, place, done);
}

const readFolder = "read";
const doneFile = "read.json";

/** What is kept of a batch beside its tables. */
interface Done {
  parts: ReadCounts[];
  tables: NormalName[];
}

async function readDone(batch: Batch, folder: string): Promise<PackedUnit[] | undefined> {
  if (batch.units.some(({ place }) => "server" in place)) return undefined; // what a server holds may have changed
  const place = join(folder, readFolder, batch.id);
  const text = await readFile(join(place, doneFile), "utf8").catch(() => undefined);
  return text === undefined ? undefined : packedUnits(batch, place, JSON.parse(text) as Done);
}

function packedUnits({ units }: Batch, place: string, { parts, tables }: Done): PackedUnit[] {
  const waiting = tables.map((name) => ({ name, path: join(place, `${name}.parquet`) }));
  return parts.flatMap((counts, part) => {
    const unit = units[part];
    return unit ? [{ ...counts, unit, part, tables: waiting }] : [];
  });
}
