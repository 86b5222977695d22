import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Workshop } from "../../corpus/workshop.js";
import { UserError } from "../../errors.js";
import { projectPath } from "../../files/project.js";
import type { StudyPrincipal } from "../../study/study-principals.js";
import { type NormalName, normalTables } from "./normal-form.js";
import type { ReadUnit } from "./read-unit.js";
import { readerFor, readOf, type Unit } from "./unit.js";
import type { WorkerData, WorkerOrder } from "./unit-worker.js";

/** A unit that was read, and the packed tables that wait for the merger. */
export interface PackedUnit {
  unit: Unit;
  lines: number;
  rows: number;
  rejected: number;
  tables: { name: NormalName; path: string }[];
}

export interface ReadUnitsOptions {
  /** Folder in which what was read waits; what an earlier, killed call left there is not read again. */
  folder: string;
  principals: StudyPrincipal[];
  key: Uint8Array | null;
  workshop: Workshop;
  onProgress: (unit: Unit, bytes: number) => void;
  onRead: (unit: Unit, wasThere: boolean) => void;
}

/** Below this a second thread takes longer to start than it saves. */
const worthAWorker = 32 * 1024 * 1024;
const workers = 2;

/** Reads all units into packed tables: the large ones by two workers, so that both cores parse. */
export async function readUnits(units: readonly Unit[], options: ReadUnitsOptions): Promise<PackedUnit[]> {
  const packed = new Map<string, PackedUnit>();
  const waiting: Unit[] = [];
  for (const unit of units) {
    const done = await readDone(unit, options.folder);
    if (done) packed.set(unit.id, done);
    else waiting.push(unit);
    if (done) options.onRead(unit, true);
  }
  const bytes = waiting.reduce((sum, unit) => sum + unit.bytes, 0);
  const script = projectPath("dist", "import", "raw", "unit-worker.js");
  const lanes = waiting.length > 1 && bytes >= worthAWorker && existsSync(script) ? workers : 1;
  const ended = await Promise.allSettled(
    Array.from({ length: lanes }, () => runLane(waiting, packed, lanes > 1 ? script : null, options)),
  );
  const failed = ended.find((lane) => lane.status === "rejected");
  if (failed) throw failed.reason;
  return units.flatMap((unit) => packed.get(unit.id) ?? []);
}

async function runLane(
  queue: Unit[],
  packed: Map<string, PackedUnit>,
  script: string | null,
  options: ReadUnitsOptions,
): Promise<void> {
  const lane = script === null ? inThisThread(options) : inWorker(script, options);
  try {
    for (let unit = queue.shift(); unit; unit = queue.shift()) {
      const folder = join(options.folder, "reading", unit.id);
      const read = await lane.read(unit, folder);
      packed.set(unit.id, await pack(unit, read, folder, options));
      options.onRead(unit, false);
    }
  } catch (thrown) {
    queue.length = 0; // nothing more is begun
    throw thrown;
  } finally {
    await lane.close();
  }
}

interface Lane {
  read(unit: Unit, folder: string): Promise<ReadUnit>;
  close(): Promise<unknown>;
}

function inThisThread({ principals, key, onProgress }: ReadUnitsOptions): Lane {
  const reader = readerFor(principals, key);
  return {
    read: (unit, folder) => readOf(unit, folder, reader, (bytes) => onProgress(unit, bytes)),
    close: async () => undefined,
  };
}

type Answer = { bytes: number } | { read: ReadUnit } | { failed: string; isUserError: boolean };

function inWorker(script: string, { principals, key, onProgress }: ReadUnitsOptions): Lane {
  const workerData: WorkerData = { principals, key };
  const worker = new Worker(script, { workerData });
  return {
    read: (unit, folder) =>
      new Promise((resolve, reject) => {
        const settle = (answer: Answer) => {
          if ("bytes" in answer) return onProgress(unit, answer.bytes);
          worker.off("message", settle);
          worker.off("error", reject);
          if ("read" in answer) resolve(answer.read);
          else reject(answer.isUserError ? new UserError(answer.failed) : new Error(answer.failed));
        };
        worker.on("message", settle);
        worker.on("error", reject);
        worker.postMessage({ unit, folder } satisfies WorkerOrder);
      }),
    close: () => worker.terminate(),
  };
}

/** Packs what was staged, and moves it in one go to where a later call looks for it. */
async function pack(unit: Unit, read: ReadUnit, folder: string, options: ReadUnitsOptions): Promise<PackedUnit> {
  for (const { name, path, rows, severalLines } of read.staged) {
    await options.workshop.pack(normalTables[name], { path, rows, severalLines }, join(folder, `${name}.parquet`));
  }
  const { lines, rows, rejected, staged } = read;
  for (const name of Object.keys(normalTables)) await rm(join(folder, `${name}.csv`), { force: true });
  await writeFile(
    join(folder, doneFile),
    JSON.stringify({ lines, rows, rejected, tables: staged.map(({ name }) => name) }),
  );
  const place = doneFolder(unit, options.folder);
  await mkdir(join(options.folder, "read"), { recursive: true });
  await rm(place, { recursive: true, force: true });
  await rename(folder, place);
  return {
    unit,
    lines,
    rows,
    rejected,
    tables: tablesIn(
      place,
      staged.map(({ name }) => name),
    ),
  };
}

const doneFile = "read.json";

function doneFolder(unit: Unit, folder: string): string {
  return join(folder, "read", unit.id);
}

async function readDone(unit: Unit, folder: string): Promise<PackedUnit | undefined> {
  if ("server" in unit.place) return undefined; // what a server holds may have changed
  const place = doneFolder(unit, folder);
  const text = await readFile(join(place, doneFile), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const { lines, rows, rejected, tables } = JSON.parse(text) as Omit<PackedUnit, "unit" | "tables"> & {
    tables: NormalName[];
  };
  return { unit, lines, rows, rejected, tables: tablesIn(place, tables) };
}

function tablesIn(place: string, names: NormalName[]): PackedUnit["tables"] {
  return names.map((name) => ({ name, path: join(place, `${name}.parquet`) }));
}
