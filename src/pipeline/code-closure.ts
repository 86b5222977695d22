import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { UserError } from "../errors.js";
import { explainingReads } from "../files/file-error.js";
import { sha256 } from "../files/hash.js";
import { projectRoot } from "../files/project.js";
import { canonicalJson } from "./canonical-json.js";
import { exportsFrom, importsOf } from "./imports.js";
import { Lockfile } from "./packages.js";

/** All the code that some modules run: their static imports, and the imports of those, as far as they go. */
export interface CodeClosure {
  /** Source files, as `src/figures/theme.ts`, with the SHA-256 of their text (line ends as LF). */
  files: Map<string, string>;
  /** The same files with the SHA-256 of the JavaScript built from them, which is what runs. */
  built: Map<string, string>;
  /** Packages that the files import, with their versions. */
  packages: Map<string, string>;
  /** What those packages depend on in turn. */
  dependencies: Map<string, string>;
}

interface Module {
  source: string;
  sourceHash: string;
  builtHash: string;
  /** Absolute paths of built files. */
  imports: string[];
  packages: string[];
}

/** Finds closures in one project; reads each file and the lockfile once, so make a new one for every run. */
export class CodeReader {
  private readonly modules = new Map<string, Promise<Module>>();
  private lockfile: Promise<Lockfile> | undefined;

  constructor(private readonly root: string = projectRoot) {}

  /**
   * The closure of modules named relative to `src`, without extension: `figures/theme`. Modules that are only imported dynamically
   * are not followed: a step that depends on one names it.
   *
   * @throws UserError if a module or its source is missing, for example because the project has not been built
   */
  async closure(modules: readonly string[]): Promise<CodeClosure> {
    const reached = new Set(modules.map((name) => join(this.root, "dist", `${name}.js`)));
    const found: Module[] = [];
    for (const path of reached) {
      const module = await this.module(path);
      found.push(module);
      for (const imported of module.imports) reached.add(imported);
    }
    found.sort((a, b) => (a.source < b.source ? -1 : 1));
    const lockfile = await this.lock();
    const packages = [...new Set(found.flatMap((module) => module.packages))].sort();
    return {
      files: new Map(found.map(({ source, sourceHash }) => [source, sourceHash])),
      built: new Map(found.map(({ source, builtHash }) => [source, builtHash])),
      packages: new Map(packages.map((name) => [name, lockfile.version(name)])),
      dependencies: lockfile.dependenciesOf(packages),
    };
  }

  /**
   * The modules that define names which `src/index.ts` exports, so that a notebook depends only on what it imports. Types are left
   * out: they decide nothing at run time.
   *
   * @throws UserError for a name that is not exported
   */
  async modulesOfExports(names: readonly string[]): Promise<string[]> {
    const places = await exportsFrom(await this.readBuilt("dist/index.js"));
    const declared = (await this.readBuilt("dist/index.d.ts")).split(/[^\w$]+/);
    const modules = names.flatMap((name) => {
      const place = places.get(name);
      if (place !== undefined) return place.replace(/^\.\//, "").replace(/\.js$/, "");
      if (declared.includes(name)) return [];
      throw new UserError(`not exported by src/index.ts: ${name}; export it there, or correct the name`);
    });
    return [...new Set(modules)].sort();
  }

  private module(path: string): Promise<Module> {
    const known = this.modules.get(path) ?? this.readModule(path);
    this.modules.set(path, known);
    return known;
  }

  private async readModule(path: string): Promise<Module> {
    const built = relative(this.root, path).split(sep).join("/");
    const code = await this.readBuilt(built);
    const source = this.sourceOf(built);
    const { files, packages, mentioned } = await importsOf(code);
    const lockfile = await this.lock();
    return {
      source,
      sourceHash: sha256(await this.readSource(source)),
      builtHash: sha256(code),
      imports: files.map((specifier) => resolve(dirname(path), specifier)),
      packages: [...packages, ...mentioned.filter((name) => lockfile.has(name))],
    };
  }

  /** A page of the report is written as `.tsx`, everything else as `.ts`. */
  private sourceOf(built: string): string {
    const source = built.replace(/^dist\//, "src/").replace(/\.([cm]?)js$/, ".$1ts");
    return existsSync(join(this.root, `${source}x`)) ? `${source}x` : source;
  }

  private readBuilt(name: string): Promise<string> {
    const path = join(this.root, name);
    return readFile(path, "utf8").catch((cause) => {
      throw new UserError(`not built: ${path}; run \`npm run build\``, { cause });
    });
  }

  private async readSource(name: string): Promise<string> {
    const path = join(this.root, name);
    const text = await explainingReads(path, () => readFile(path, "utf8"));
    return text.replaceAll("\r\n", "\n");
  }

  private lock(): Promise<Lockfile> {
    this.lockfile ??= Lockfile.read(this.root);
    return this.lockfile;
  }
}

/**
 * The code that some modules of this project run.
 *
 * @example
 * const { files, packages } = await codeClosure(["findings/labelling-rates"]);
 */
export function codeClosure(modules: readonly string[]): Promise<CodeClosure> {
  return new CodeReader().closure(modules);
}

/** The modules that define names exported by `src/index.ts`. */
export function modulesOfExports(names: readonly string[]): Promise<string[]> {
  return new CodeReader().modulesOfExports(names);
}

/** One hash for a closure's sources and package versions. It does not depend on the machine or on the build. */
export function closureHash({ files, packages, dependencies }: CodeClosure): string {
  return sha256(canonicalJson([files, packages, dependencies].map((map) => Object.fromEntries(map))));
}
