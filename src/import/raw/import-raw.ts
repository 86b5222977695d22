import { mkdir, rm, rmdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { CorpusInfo } from "../../corpus/info.js";
import { Workshop } from "../../corpus/workshop.js";
import { UserError } from "../../errors.js";
import { replaceFolder } from "../../files/folder.js";
import { withLock } from "../../files/lock.js";
import { oii2021 } from "../../study/oii-2021.js";
import { type StudyFile, studyFileName, studyFileText } from "../../study/study-file.js";
import type { UtcDay } from "../../study/time.js";
import { type MergedFile, mergeUnits } from "../merge/merge.js";
import type { Input } from "./inputs.js";
import { planUnits, type ReadingPlan } from "./plan-units.js";
import { type PackedUnit, readUnits } from "./read-units.js";
import { type FileReconciliation, reconcile, reconciliationFile } from "./reconciliation.js";

export interface ImportOptions {
  study: StudyFile;
  /** Folder that becomes the corpus. */
  out: string;
  /** Key of the pseudonyms; null to keep ids. */
  key?: Uint8Array | null;
  asPublished?: boolean;
  keepHandles?: boolean;
  /** Day of look-ups and scrapes whose files do not say it. */
  observedOn?: UtcDay | null;
  /** Zone of times that name none. */
  timeZone?: string | null;
  partBytes?: number;
  progress?: ImportProgress;
}

/** Is told how far an import has come. */
export interface ImportProgress {
  part(name: string): void;
  /** Bytes of raw data read so far, of all. */
  bytes(done: number, total: number): void;
  /** Parts that an earlier, killed import had read already. */
  resumed(parts: number): void;
}

const silent: ImportProgress = { part: () => undefined, bytes: () => undefined, resumed: () => undefined };

/**
 * Makes a corpus from raw files, out of core. A killed import is taken up where it stopped: parts of files that were read wait beside the
 * destination until the corpus is there. The same files give the same corpus in whatever order they come, and again when they come again.
 *
 * @returns what became of the rows of each file
 * @throws UserError for a file that cannot be read as anything; nothing is written then
 */
export async function importRaw(inputs: readonly Input[], options: ImportOptions): Promise<FileReconciliation[]> {
  const { study, key = null, observedOn = null, timeZone = null, progress = silent } = options;
  if (key !== null) refuseWithoutIds(study);
  progress.part("looking at the files");
  const { principals } = study;
  const { partBytes } = options;
  const plan = await planUnits(inputs, {
    ...{ principals, key, observedOn, timeZone },
    ...(partBytes !== undefined && { partBytes }),
    onFile: (file) => progress.part(`looking at ${file}`),
  });
  const out = resolve(options.out);
  const work = join(dirname(out), ".partial", `${basename(out)}.import`);
  await mkdir(work, { recursive: true });
  const result = await withLock(join(work, "lock"), `another import is writing ${options.out}`, async () => {
    const workshop = await Workshop.open(work);
    try {
      progress.part("reading");
      const units = await readAll(plan, work, workshop, options);
      const { name } = study.study;
      const other = name === oii2021.name ? {} : { study: name };
      const info = { ...study.corpus, ...other, sources: plan.sources } satisfies CorpusInfo;
      return await replaceFolder(options.out, "import", (stage) => put(workshop, stage, plan, units, info, options));
    } finally {
      workshop.close();
    }
  });
  await rm(work, { recursive: true, force: true });
  await rmdir(dirname(work)).catch(() => undefined); // not empty: something else is being made there
  return result;
}

async function readAll(
  plan: ReadingPlan,
  work: string,
  workshop: Workshop,
  options: ImportOptions,
): Promise<PackedUnit[]> {
  const { study, key = null, progress = silent } = options;
  const units = plan.files.flatMap((file) => file.units);
  const total = units.reduce((sum, { bytes }) => sum + bytes, 0);
  const done = new Map<string, number>();
  let there = 0;
  const tell = () =>
    progress.bytes(
      [...done.values()].reduce((sum, bytes) => sum + bytes, 0),
      total,
    );
  const packed = await readUnits(units, {
    folder: work,
    principals: study.principals,
    key,
    workshop,
    onProgress(batch, bytes) {
      done.set(batch.id, Math.min(bytes, batch.bytes));
      tell();
    },
    onRead(batch, wasThere) {
      done.set(batch.id, batch.bytes);
      if (wasThere) there += batch.units.length;
      tell();
    },
  });
  if (there > 0) progress.resumed(there);
  return packed;
}

async function put(
  workshop: Workshop,
  stage: string,
  plan: ReadingPlan,
  packed: PackedUnit[],
  info: CorpusInfo,
  { study, asPublished = false, keepHandles = false, key = null, progress = silent }: ImportOptions,
): Promise<FileReconciliation[]> {
  const byId = new Map(packed.map((one) => [one.unit.id, one]));
  const files = plan.files.map(({ file, units }) =>
    mergedFile(
      file,
      units.flatMap(({ id }) => byId.get(id) ?? []),
    ),
  );
  const { fates, reasons } = await mergeUnits(workshop, files, stage, {
    ...{ study, info, asPublished },
    keepHandles: keepHandles || key !== null,
    onPart: progress.part,
  });
  const reconciled = reconcile(plan, files, fates, reasons);
  await writeFile(join(stage, studyFileName), studyFileText(study));
  await writeFile(join(stage, reconciliationFile), `${JSON.stringify(reconciled, null, 2)}\n`);
  return reconciled;
}

function mergedFile(file: string, packed: PackedUnit[]): MergedFile {
  let base = 0;
  const units = packed.map((one) => {
    const placed = { packed: one, base, isByte: one.unit.layout === "elements" };
    base += one.lines;
    return placed;
  });
  return { file, units };
}

/** Whose id is whose must be known from the first row on, or a principal would be hidden, or somebody else shown. */
function refuseWithoutIds({ principals }: StudyFile): void {
  const at = principals.findIndex(({ id }) => id === null);
  if (at === -1) return;
  throw new UserError(
    `principals[${at}].id is missing; pseudonyms need the id of every principal, add it to the study file`,
  );
}
