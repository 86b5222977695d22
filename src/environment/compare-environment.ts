import { type Environment, readEnvironment } from "./environment-file.js";
import {
  directDependencies,
  installedAs,
  type Lock,
  type Manifest,
  type ProjectFiles,
  projectFiles,
  readLock,
  readManifest,
} from "./project-files.js";

/**
 * Where `environment.md`, `package.json` and `package-lock.json` disagree on the Node.js needed, the direct dependencies and
 * the overrides. One sentence a difference, `problem: value; what to do`; none when they agree.
 *
 * @throws UserError if one of the files is missing or damaged
 *
 * @example
 * await compareEnvironment(); // ["environment.md: version of vega: 6.3.0; package-lock.json has 6.4.0"]
 */
export async function compareEnvironment(replaced: Partial<ProjectFiles> = {}): Promise<string[]> {
  const files = projectFiles(replaced);
  const environment = await readEnvironment(files.environment);
  const manifest = await readManifest(files.manifest);
  const lock = await readLock(files.lockfile);
  return [
    ...nodeDifferences(environment, manifest),
    ...packageDifferences(environment, manifest, lock),
    ...overrideDifferences(environment, manifest, lock),
  ];
}

function nodeDifferences({ parts }: Environment, { engines }: Manifest): string[] {
  const needed = parts.find(({ part }) => part === "Node.js")?.needed;
  if (needed === engines?.node) return [];
  return [`environment.md: Node.js needed: ${needed ?? "not said"}; package.json has ${engines?.node ?? "none"}`];
}

function packageDifferences({ packages }: Environment, manifest: Manifest, lock: Lock): string[] {
  const direct = directDependencies(manifest);
  const versions = Object.entries(direct).flatMap(([name, asked]) => {
    const locked = lock.packages[`node_modules/${name}`]?.version ?? "none";
    const said = packages.find((row) => row.name === name);
    return [
      ...(installedAs(name, asked).version === locked
        ? []
        : [`package.json: version of ${name}: ${asked}; package-lock.json has ${locked}`]),
      ...(said && said.version !== locked
        ? [`environment.md: version of ${name}: ${said.version}; package-lock.json has ${locked}`]
        : []),
    ];
  });
  return [...rowDifferences("package", packages, direct), ...versions];
}

function overrideDifferences({ overrides }: Environment, manifest: Manifest, lock: Lock): string[] {
  const declared = manifest.overrides ?? {};
  const replacements = Object.entries(declared).flatMap(([place, replacement]) => {
    const said = overrides.find(({ name }) => name === place);
    return [
      ...(said && said.replacement !== replacement
        ? [`environment.md: override of ${place}: ${said.replacement}; package.json has ${replacement}`]
        : []),
      ...lockedOtherwise(place, replacement, lock),
    ];
  });
  return [...rowDifferences("override", overrides, declared), ...replacements];
}

/** An override holds wherever the package is installed, also inside another package's own folder. */
function lockedOtherwise(place: string, replacement: string, lock: Lock): string[] {
  const wanted = installedAs(place, replacement);
  const entries = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${place}`));
  if (entries.length === 0) return [`package.json: override of a package that nothing needs: ${place}; remove it`];
  return entries
    .filter(([, { name = place, version }]) => name !== wanted.name || version !== wanted.version)
    .map(([path, { name = place, version }]) => {
      return `package.json: override of ${place}: ${replacement}; package-lock.json has ${name}@${version} in ${path}`;
    });
}

/** Rows that are missing, superfluous, double or without a reason. */
function rowDifferences(
  what: "package" | "override",
  rows: readonly { name: string; why: string }[],
  declared: Record<string, string>,
): string[] {
  const names = rows.map(({ name }) => name);
  const missing = Object.keys(declared).filter((name) => !names.includes(name));
  const superfluous = names.filter((name) => !Object.hasOwn(declared, name));
  const twice = names.filter((name, at) => names.indexOf(name) < at);
  const unreasoned = rows.filter(({ why }) => why === "");
  return [
    ...missing.map((name) => `environment.md: ${what} without a row: ${name}; add it with the reason`),
    ...superfluous.map((name) => `environment.md: ${what} that package.json has not: ${name}; remove its row`),
    ...twice.map((name) => `environment.md: ${what} with two rows: ${name}; keep one`),
    ...unreasoned.map(({ name }) => `environment.md: ${what} without a reason: ${name}; say why it is here`),
  ];
}
