import { readFile, rm, writeFile } from "node:fs/promises";
import { UserError } from "../errors.js";
import { errorCode } from "./file-error.js";

/**
 * Runs something that no other process may do at the same time. The file holds the id of the process; what a killed one left is taken over.
 *
 * @param problem for the message, if another process is at it
 * @throws UserError if one is
 */
export async function withLock<T>(path: string, problem: string, work: () => Promise<T>): Promise<T> {
  const holder = Number(await readFile(path, "utf8").catch(() => ""));
  if (holder > 0 && holder !== process.pid && isRunning(holder)) {
    throw new UserError(`${problem}: process ${holder}; wait until it has ended`);
  }
  await writeFile(path, String(process.pid));
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (thrown) {
    return errorCode(thrown) === "EPERM";
  }
}
