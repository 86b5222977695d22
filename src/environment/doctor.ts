import { agreementLine, buildLine, writableLine } from "./checkout.js";
import type { DoctorLine } from "./doctor-line.js";
import { readEnvironment } from "./environment-file.js";
import { fontLine, installedLines, nativeLines } from "./installed-packages.js";
import { type Machine, machineLines, thisMachine } from "./machine.js";
import { type ProjectFiles, projectFiles } from "./project-files.js";
import { realDataLines } from "./real-data.js";

/** What to look at instead of this machine and this checkout. */
export interface DoctorOptions extends Partial<ProjectFiles> {
  machine?: Machine;
  /** Folder of external data. */
  external?: string;
}

/**
 * Looks at everything that a run depends on: Node.js, npm, system, installed packages, native binaries, font, build, checkout
 * and real data. Changes nothing. A line that is not `ok` says what to do.
 *
 * @throws UserError if `environment.md`, `package.json` or `package-lock.json` is missing or damaged
 *
 * @example
 * const wrong = (await doctor()).filter(({ ok }) => !ok);
 */
export async function doctor({ machine, external, ...replaced }: DoctorOptions = {}): Promise<DoctorLine[]> {
  const files = projectFiles(replaced);
  const environment = await readEnvironment(files.environment);
  return [
    ...machineLines(machine ?? (await thisMachine()), environment),
    await agreementLine(files),
    ...(await installedLines(files)),
    ...(await nativeLines(files)),
    await fontLine(files),
    await buildLine(files),
    await writableLine(files),
    ...(await realDataLines(external)),
  ];
}
