import { access, constants, stat } from "node:fs/promises";
import { join } from "node:path";
import { filesIn } from "../files/tree.js";
import { compareEnvironment } from "./compare-environment.js";
import { type DoctorLine, doctorLine } from "./doctor-line.js";
import type { ProjectFiles } from "./project-files.js";

/** Whether the build is there and not older than the newest source file. */
export async function buildLine({ root }: ProjectFiles): Promise<DoctorLine> {
  const built = await stat(join(root, "dist", ".tsbuildinfo")).catch(() => undefined);
  const source = await newestSource(root);
  const isStale = built !== undefined && source !== undefined && source.changed > built.mtimeMs;
  const found = built === undefined ? "not built" : isStale ? `stale build: ${source.file} is newer` : "built";
  return doctorLine("build", "built", found, found === "built", "run `npm run build`");
}

async function newestSource(root: string): Promise<{ file: string; changed: number } | undefined> {
  const files = (await filesIn(join(root, "src"))).filter((file) => /\.(c?ts|tsx)$/.test(file));
  let newest: { file: string; changed: number } | undefined;
  for (const file of files) {
    const { mtimeMs: changed } = await stat(join(root, "src", file));
    if (newest === undefined || changed > newest.changed) newest = { file: `src/${file}`, changed };
  }
  return newest;
}

/** Whether `reproduce` can write into the checkout. */
export async function writableLine({ root }: ProjectFiles): Promise<DoctorLine> {
  const ok = await access(root, constants.W_OK).then(
    () => true,
    () => false,
  );
  const remedy = "make it writable, or write elsewhere with `reproduce -- --out DIR`";
  return doctorLine("checkout", "writable", ok ? "writable" : `not writable: ${root}`, ok, remedy);
}

/** Whether `environment.md` still tells the truth. */
export async function agreementLine(files: ProjectFiles): Promise<DoctorLine> {
  const differences = await compareEnvironment(files);
  const found = differences.length === 0 ? "agrees" : differences.join(". ");
  const expected = "agrees with package.json and package-lock.json";
  return doctorLine(
    "environment.md",
    expected,
    found,
    differences.length === 0,
    "restore the three files, or correct it",
  );
}
