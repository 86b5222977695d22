import { execFile } from "node:child_process";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type DoctorLine, doctorLine } from "./doctor-line.js";
import { directDependencies, type ProjectFiles, readLock, readManifest } from "./project-files.js";

const reinstall = "run `npm ci`";

/** Packages with a binary part, which can be installed and still not load. */
const nativePackages = ["@duckdb/node-api", "@resvg/resvg-js", "zeromq"];

/** The two weights of the one typeface that figures are set in. */
const fonts = ["400Regular/Arimo_400Regular.ttf", "700Bold/Arimo_700Bold.ttf"];

/** Whether each direct dependency and each overridden package is installed as locked: a summary, and a line for each that is not. */
export async function installedLines(files: ProjectFiles): Promise<DoctorLine[]> {
  const manifest = await readManifest(files.manifest);
  const { packages } = await readLock(files.lockfile);
  const names = Object.keys({ ...directDependencies(manifest), ...manifest.overrides });
  const wrong: DoctorLine[] = [];
  for (const place of names) {
    const { name = place, version = "none" } = packages[`node_modules/${place}`] ?? {};
    const found = await installedAt(join(files.modules, place));
    const line = doctorLine(`package ${place}`, `${name}@${version}`, found, found === `${name}@${version}`, reinstall);
    if (!line.ok) wrong.push(line);
  }
  const right = names.length - wrong.length;
  const summary = `${right} of ${names.length}`;
  return [doctorLine("packages", "all as in package-lock.json", summary, wrong.length === 0, reinstall), ...wrong];
}

async function installedAt(folder: string): Promise<string> {
  const manifest = await readManifest(join(folder, "package.json")).catch(() => undefined);
  return manifest ? `${manifest.name}@${manifest.version}` : "not installed";
}

/** Whether the native packages load. Each is tried in a process of its own, because a wrong binary can end the process. */
export async function nativeLines({ root }: ProjectFiles): Promise<DoctorLine[]> {
  return Promise.all(
    nativePackages.map(async (name) => {
      const problem = await loadProblem(name, root);
      return doctorLine(`native package ${name}`, "loads", problem ?? "loads", problem === undefined, reinstall);
    }),
  );
}

async function loadProblem(name: string, root: string): Promise<string | undefined> {
  const code = `await import(${JSON.stringify(name)}); process.exit();`;
  try {
    await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", code], { cwd: root });
    return undefined;
  } catch (thrown) {
    const { stderr = "" } = thrown as { stderr?: string };
    return /^\w*Error.*$/m.exec(stderr)?.[0] ?? "does not load";
  }
}

/** Whether the figures' font files are there. */
export async function fontLine({ modules }: ProjectFiles): Promise<DoctorLine> {
  const missing: string[] = [];
  for (const font of fonts) {
    const path = join(modules, "@expo-google-fonts", "arimo", font);
    await access(path).catch(() => missing.push(font));
  }
  const found = missing.length === 0 ? "regular and bold" : `missing: ${missing.join(", ")}`;
  return doctorLine("font Arimo", "regular and bold", found, missing.length === 0, reinstall);
}
