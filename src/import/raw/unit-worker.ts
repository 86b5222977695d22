import { parentPort, workerData } from "node:worker_threads";
import { UserError } from "../../errors.js";
import type { StudyPrincipal } from "../../study/study-principals.js";
import { type Batch, readerFor, readOf } from "./unit.js";

/** What a worker is started with. */
export interface WorkerData {
  principals: StudyPrincipal[];
  key: Uint8Array | null;
}

/** What it is sent: one batch after the other. */
export interface WorkerOrder {
  batch: Batch;
  folder: string;
}

const { principals, key } = workerData as WorkerData;
const reader = readerFor(principals, key);
const progressEvery = 4 * 1024 * 1024;

parentPort?.on("message", ({ batch, folder }: WorkerOrder) => {
  let told = 0;
  const progress = (bytes: number) => {
    if (bytes - told < progressEvery) return;
    told = bytes;
    parentPort?.postMessage({ bytes });
  };
  readOf(batch, folder, reader, progress).then(
    (read) => parentPort?.postMessage({ read }),
    (thrown: unknown) => {
      const message = thrown instanceof Error ? thrown.message : String(thrown);
      parentPort?.postMessage({ failed: message, isUserError: thrown instanceof UserError });
    },
  );
});
