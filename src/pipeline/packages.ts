import { readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { UserError } from "../errors.js";
import { explainingReads } from "../files/file-error.js";

/** One entry of `packages` in `package-lock.json`. */
interface LockedPackage {
  version?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** The installed packages as `package-lock.json` fixes them: the same on every machine, whatever its platform. */
export class Lockfile {
  constructor(private readonly packages: Record<string, LockedPackage>) {}

  /** @throws UserError if the project has no readable `package-lock.json` */
  static async read(root: string): Promise<Lockfile> {
    const path = join(root, "package-lock.json");
    const text = await explainingReads(path, () => readFile(path, "utf8"));
    try {
      return new Lockfile(JSON.parse(text).packages ?? {});
    } catch (thrown) {
      throw new UserError(`not JSON: ${path}; restore it from the repository`, { cause: thrown });
    }
  }

  has(name: string): boolean {
    return this.packages[`node_modules/${name}`] !== undefined;
  }

  /** @throws UserError if the package is not in the lockfile */
  version(name: string): string {
    const version = this.packages[`node_modules/${name}`]?.version;
    if (version === undefined)
      throw new UserError(`package not in package-lock.json: ${name}; run \`npm install ${name}\``);
    return version;
  }

  /** What the packages depend on, transitively and without themselves: name to version, or versions where several are installed. */
  dependenciesOf(names: Iterable<string>): Map<string, string> {
    const start = [...names].map((name) => `node_modules/${name}`);
    const reached = new Set(start);
    for (const place of reached) for (const dependency of this.directDependencies(place)) reached.add(dependency);
    for (const place of start) reached.delete(place);
    const versions = new Map<string, string>();
    for (const place of [...reached].sort()) {
      const name = nameAt(place);
      const version = this.packages[place]?.version ?? "";
      const known = versions.get(name);
      versions.set(name, known === undefined ? version : `${known}, ${version}`);
    }
    return versions;
  }

  private directDependencies(place: string): string[] {
    const { dependencies, optionalDependencies, peerDependencies } = this.packages[place] ?? {};
    const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
    return names.flatMap((name) => this.resolve(name, place) ?? []);
  }

  /** Node's rule: the nearest `node_modules` on the way up. Optional packages need not be there. */
  private resolve(name: string, from: string): string | undefined {
    for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf("/node_modules/")))) {
      const candidate = `${place === "" ? "" : `${place}/`}node_modules/${name}`;
      if (this.packages[candidate]) return candidate;
      if (place === "") return undefined;
    }
  }
}

function nameAt(place: string): string {
  return place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
}

/** The package of an import specifier: `@scope/name/file.js` is in `@scope/name`; nothing for files and Node's own modules. */
export function packageOf(specifier: string): string | undefined {
  if (/^[./]|^[a-z]+:/.test(specifier) || isBuiltin(specifier)) return undefined;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
