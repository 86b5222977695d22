import { spawnSync } from "node:child_process";

/** The id of a process that no longer runs. */
export function deadProcess(): number {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  if (pid === undefined) throw new Error("could not start a process");
  return pid;
}
