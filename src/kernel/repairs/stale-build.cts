/**
 * Repairs silence about an old build. Cells import the built package, so a change to `src/` has no effect until it is built and the
 * kernel restarted, which nothing says. Here the first cell that imports a package older than its source says so on stderr.
 */
import nodeCrypto = require("node:crypto");
import fs = require("node:fs");
import nodeModule = require("node:module");
import nodePath = require("node:path");
import tslab = require("./tslab.cjs");

interface Resolver {
  _resolveFilename(request: string, ...rest: unknown[]): string;
}

interface BuildInfo {
  fileNames?: string[];
  fileInfos?: (string | { version: string })[];
}

let isChecked = false;

const resolver: Resolver & typeof nodeModule = Object.assign(nodeModule);
tslab.replace(resolver, "_resolveFilename", (resolve) => (request, ...rest) => {
  const found = resolve.call(nodeModule, request, ...rest);
  if (request !== "amplification-audit" || isChecked) return found;
  isChecked = true;
  const changed = changedSource(nodePath.dirname(nodePath.dirname(found)));
  if (changed !== undefined) {
    process.stderr.write(
      `amplification-audit was changed after it was built: ${changed}; run \`npm run build\` and restart the kernel\n`,
    );
  }
  return found;
});

/** A source file that is not the one that was built, relative to the project; undefined if there is none, or no source. */
function changedSource(project: string): string | undefined {
  const info = nodePath.join(project, "dist", ".tsbuildinfo");
  const source = nodePath.join(project, "src");
  if (!fs.existsSync(info) || !fs.existsSync(source)) return undefined;
  const built = fs.statSync(info).mtimeMs;
  const versions = builtVersions(info);
  return fs
    .readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.c?ts$/.test(file))
    .sort()
    .map((file) => nodePath.join(source, file))
    .filter((file) => fs.statSync(file).mtimeMs > built) // most are older; only the others need a look at what is in them
    .filter(
      (file) => versions.get(file) !== nodeCrypto.createHash("sha256").update(fs.readFileSync(file)).digest("hex"),
    )
    .map((file) => nodePath.relative(project, file))[0];
}

/** The hash of each file that the compiler has built, by absolute path. */
function builtVersions(info: string): Map<string, string> {
  const { fileNames = [], fileInfos = [] }: BuildInfo = JSON.parse(fs.readFileSync(info, "utf8"));
  const version = (index: number) => {
    const found = fileInfos[index];
    return typeof found === "object" ? found.version : (found ?? "");
  };
  return new Map(fileNames.map((file, index) => [nodePath.join(nodePath.dirname(info), file), version(index)]));
}
