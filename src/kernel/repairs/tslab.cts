/**
 * The parts of tslab 1.0.22 that the repairs mend. They are replaced after tslab's files are loaded and before it starts, so that
 * nothing in `node_modules` is changed. Each repair is a file of its own that says which defect it mends, and replaces no more than that.
 */
import nodeModule = require("node:module");

import type {
  Converted,
  ConverterModule,
  Executor,
  ExecutorModule,
  JupyterModule,
  Main,
  TypeScript,
} from "./tslab-parts.cjs";

const fromTslab = nodeModule.createRequire(require.resolve("tslab/package.json"));

const pinned = "1.0.22";
const { version }: { version: string } = fromTslab("./package.json");
if (version !== pinned) throw new Error(`tslab ${version} is not the version mended here, ${pinned}; run \`npm ci\``);

const typescriptFile = fromTslab.resolve("@tslab/typescript-for-tslab");
/** tslab's TypeScript, in a copy whose functions can be replaced: those of the module itself are read-only. */
const ts: typeof import("@tslab/typescript-for-tslab") = { ...fromTslab(typescriptFile) };
const typescript: TypeScript = Object.assign(ts);
const loaded = require.cache[typescriptFile];
if (loaded) loaded.exports = ts;

const main: Main = fromTslab("./dist/main.js");
const jupyter: JupyterModule = fromTslab("./dist/jupyter.js");
const executor: ExecutorModule = fromTslab("./dist/executor.js");
const converter: ConverterModule = fromTslab("./dist/converter.js");
const zeromq: typeof import("zeromq") = fromTslab("zeromq");

/** Replaces a function of an object by one made from it. */
function replace<Target extends object, Name extends keyof Target>(
  target: Target,
  name: Name,
  make: (original: Target[Name]) => Target[Name],
): void {
  if (typeof target[name] !== "function") throw new Error(`tslab has no ${String(name)}; run \`npm ci\``);
  Object.defineProperty(target, name, { value: make(target[name]), configurable: true, writable: true });
}

/** Puts something around the running of a cell's code. */
function aroundExecution(around: (execute: Executor["execute"], code: string) => Promise<boolean>): void {
  replace(executor, "createExecutor", (create) => (folder, converters, output) => {
    const made = create(folder, converters, output);
    replace(made, "execute", (execute) => (code) => around(execute, code));
    return made;
  });
}

/** Puts something around the translation of a cell's code to JavaScript. */
function aroundConversion(around: (convert: () => Converted, code: string) => Converted): void {
  replace(converter, "createConverter", (create) => (options) => {
    const made = create(options);
    replace(made, "convert", (convert) => (declarations, code) => around(() => convert(declarations, code), code));
    return made;
  });
}

const tslab = {
  main,
  jupyter,
  executor,
  converter,
  zeromq,
  ts,
  typescript,
  replace,
  aroundExecution,
  aroundConversion,
  version,
};
export = tslab;
