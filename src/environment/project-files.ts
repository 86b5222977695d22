import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../errors.js";
import { explainingReads } from "../files/file-error.js";
import { projectRoot } from "../files/project.js";

/** Where the files lie that say which software the project needs, and the software itself. */
export interface ProjectFiles {
  root: string;
  /** `environment.md`. */
  environment: string;
  /** `package.json`. */
  manifest: string;
  /** `package-lock.json`. */
  lockfile: string;
  /** `node_modules`. */
  modules: string;
}

/** The files of this checkout, some of them replaced. */
export function projectFiles(replaced: Partial<ProjectFiles> = {}): ProjectFiles {
  const root = replaced.root ?? projectRoot;
  return {
    root,
    environment: join(root, "environment.md"),
    manifest: join(root, "package.json"),
    lockfile: join(root, "package-lock.json"),
    modules: join(root, "node_modules"),
    ...replaced,
  };
}

/** What is read of a `package.json`. */
export interface Manifest {
  name?: string;
  version?: string;
  engines?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  overrides?: Record<string, string>;
}

/** What is read of a `package-lock.json`: its packages by their place, `node_modules/vega`. */
export interface Lock {
  packages: Record<string, { name?: string; version?: string }>;
}

/** Names and versions that a manifest asks for directly, those for development included. */
export function directDependencies({ dependencies, devDependencies }: Manifest): Record<string, string> {
  return { ...dependencies, ...devDependencies };
}

/** @throws UserError if the file cannot be read or is not JSON */
export async function readManifest(path: string): Promise<Manifest> {
  return (await readJson(path)) as Manifest;
}

/** @throws UserError if the file cannot be read or is not a lockfile */
export async function readLock(path: string): Promise<Lock> {
  const lock = (await readJson(path)) as Partial<Lock>;
  if (!lock.packages) throw new UserError(`no packages in lockfile: ${path}; restore it from the repository`);
  return { packages: lock.packages };
}

async function readJson(path: string): Promise<object> {
  const text = await explainingReads(path, () => readFile(path, "utf8"));
  try {
    return JSON.parse(text) as object;
  } catch (thrown) {
    throw new UserError(`not JSON: ${path}; restore it from the repository`, { cause: thrown });
  }
}

/** The package that a dependency or an override puts in a place: another one under an alias (`npm:NAME@VERSION`), or the same. */
export function installedAs(place: string, replacement: string): { name: string; version: string } {
  if (!replacement.startsWith("npm:")) return { name: place, version: replacement };
  const at = replacement.lastIndexOf("@");
  return { name: replacement.slice("npm:".length, at), version: replacement.slice(at + 1) };
}
