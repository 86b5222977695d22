/**
 * Repairs the import of this project. tslab looks a module up from the folder that the kernel runs in, so that a notebook outside the
 * checkout can't import `amplification-audit`. Here it gets the project that the kernel belongs to; a folder that has one of its own,
 * such as another checkout, keeps it.
 */
import nodeModule = require("node:module");
import nodePath = require("node:path");
import tslab = require("./tslab.cjs");

const name = "amplification-audit";
const index = nodePath.join(__dirname, "..", "..", "index");

interface Resolver {
  _resolveFilename(request: string, ...rest: unknown[]): string;
}

if (!isFoundFrom(process.cwd())) {
  tslab.replace(tslab.typescript, "createWatchCompilerHost", (create) => (files, options, ...rest) => {
    return create(files, { ...options, paths: { ...options.paths, [name]: [`${index}.d.ts`] } }, ...rest);
  });
  const resolver: Resolver & typeof nodeModule = Object.assign(nodeModule);
  tslab.replace(resolver, "_resolveFilename", (resolve) => (request, ...rest) => {
    return request === name ? `${index}.js` : resolve.call(nodeModule, request, ...rest);
  });
}

function isFoundFrom(folder: string): boolean {
  try {
    nodeModule.createRequire(nodePath.join(folder, "cell.js")).resolve(name);
    return true;
  } catch {
    return false;
  }
}
