import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../errors.js";
import { writeFileAtomically } from "../files/atomic.js";
import { projectRoot } from "../files/project.js";
import { kernelMetadata, kernelName } from "./kernel-name.js";
import { kernelArguments, repairs } from "./repairs.js";

/**
 * How Jupyter starts the kernel: with this Node, this checkout and all repairs, in the time zone and language in which notebooks are
 * reproduced. Interrupts are to be sent as messages, which reach the kernel on every system.
 */
export function kernelspec(): object {
  return {
    argv: [process.execPath, ...kernelArguments(repairs), "{connection_file}"],
    display_name: kernelMetadata.display_name,
    language: kernelMetadata.language,
    interrupt_mode: "message",
    env: { TZ: "UTC", LANG: "C.UTF-8", LC_ALL: "C.UTF-8", FORCE_COLOR: "0" },
    metadata: { [kernelName]: { checkout: projectRoot } },
  };
}

/**
 * Tells Jupyter of the kernel, in place of one installed there before.
 *
 * @param dataFolder Jupyter's data folder, see `jupyterFolder`
 * @returns the file written
 * @throws UserError if the folder cannot be written
 */
export async function installKernel(dataFolder: string): Promise<string> {
  const file = join(dataFolder, "kernels", kernelName, "kernel.json");
  await writeFileAtomically(file, `${JSON.stringify(kernelspec(), null, 1)}\n`);
  return file;
}

/**
 * Takes the kernel out of Jupyter again.
 *
 * @returns the folder removed
 * @throws UserError if none is installed there, or one that this project did not install
 */
export async function uninstallKernel(dataFolder: string): Promise<string> {
  const folder = join(dataFolder, "kernels", kernelName);
  const file = join(folder, "kernel.json");
  if (!existsSync(file))
    throw new UserError(`no kernel is installed: ${folder}; \`jupyter kernelspec list\` shows where`);
  if (!isOwn(await readFile(file, "utf8")))
    throw new UserError(`not installed by this project: ${folder}; remove it by hand`);
  await rm(folder, { recursive: true });
  return folder;
}

function isOwn(text: string): boolean {
  try {
    return kernelName in JSON.parse(text).metadata;
  } catch {
    return false; // another's, or not to be read
  }
}
