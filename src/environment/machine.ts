import { execFile } from "node:child_process";
import { cpus, totalmem } from "node:os";
import { promisify } from "node:util";
import { UserError } from "../errors.js";
import { type DoctorLine, doctorLine } from "./doctor-line.js";
import type { Environment } from "./environment-file.js";

/** The machine and the programs that the project does not bring along. */
export interface Machine {
  /** Version of Node.js, without `v`. */
  node: string;
  /** Version of npm; undefined where it cannot be run. */
  npm: string | undefined;
  /** As `process.platform` and `process.arch` name them. */
  platform: string;
  architecture: string;
  /** Version of the GNU C library; undefined on other systems, and on Linux with another library. */
  glibc: string | undefined;
  processors: number;
  memoryGiB: number;
}

/** Systems for which every native package carries a prebuilt binary for Node.js 20. */
const prebuilt = ["linux x64", "darwin x64", "darwin arm64", "win32 x64"];

/** This machine. Runs `npm --version`. */
export async function thisMachine(): Promise<Machine> {
  return {
    node: process.versions.node,
    npm: await npmVersion(),
    platform: process.platform,
    architecture: process.arch,
    glibc: glibcVersion(),
    processors: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  };
}

/** Node.js, npm, system and hardware against what `environment.md` says. Hardware is shown for comparison and never wrong. */
export function machineLines(machine: Machine, { parts }: Environment): DoctorLine[] {
  const { node, npm, processors, memoryGiB } = machine;
  const part = (name: string) => parts.find((row) => row.part === name) ?? { needed: "not said", used: "not said" };
  const versionLine = (name: string, found: string | undefined, remedy: string) => {
    const { needed, used } = part(name);
    const ok = found !== undefined && isAtLeast(found, needed);
    return doctorLine(name, `${needed}, used ${used}`, found ?? "not found", ok, remedy);
  };
  return [
    versionLine("Node.js", node, "install a newer Node.js from nodejs.org"),
    versionLine("npm", npm, "install it with Node.js, or run `npm install --global npm`"),
    systemLine(machine, part("System").used),
    doctorLine("Hardware", part("Hardware").used, `${processors} cores, ${memoryGiB} GiB of memory`, true, ""),
  ];
}

function systemLine({ platform, architecture, glibc }: Machine, used: string): DoctorLine {
  const system = `${platform} ${architecture}`;
  const library = glibc ? `glibc ${glibc}` : "no glibc";
  const ok = prebuilt.includes(system) && (platform !== "linux" || glibc !== undefined);
  const found = platform === "linux" ? `${system}, ${library}` : system;
  const remedy = "nobody has tried this system; where a native package below does not load, use another machine";
  return doctorLine("System", used, found, ok, remedy);
}

/**
 * Whether a version satisfies a range of the form `>=20.19`.
 *
 * @throws UserError for a range of another form
 *
 * @example
 * isAtLeast("20.9.1", ">=20.19"); // false
 */
export function isAtLeast(version: string, range: string): boolean {
  const minimum = /^>=\s*(\d+(?:\.\d+)*)$/.exec(range)?.[1];
  if (minimum === undefined) throw new UserError(`not a range of versions: "${range}"; write it as >=20.19`);
  const found = version.split(".").map((number) => Number.parseInt(number, 10));
  for (const [at, wanted] of minimum.split(".").map(Number).entries()) {
    const difference = (found[at] ?? 0) - wanted;
    if (difference !== 0) return difference > 0;
  }
  return true;
}

async function npmVersion(): Promise<string | undefined> {
  try {
    // On Windows npm is a script, which only a shell can start.
    const { stdout } = await promisify(execFile)("npm", ["--version"], { shell: process.platform === "win32" });
    return stdout.trim();
  } catch {
    return undefined;
  }
}

function glibcVersion(): string | undefined {
  if (process.platform !== "linux") return undefined;
  const { header } = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return header?.glibcVersionRuntime;
}
