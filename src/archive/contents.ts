import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { UserError } from "../errors.js";
import { explainingReads } from "../files/file-error.js";
import { sha256File } from "../files/hash.js";
import { filesIn } from "../files/tree.js";

const run = promisify(execFile);

/** Folders of a checkout without git that are no part of it: what is installed, built, brought or made. */
const foreign =
  /^(node_modules|dist|results|coverage|data\/corpora|data\/truth|data\/external\/[^/]+\/)|(^|\/)\.|\.zip$/;

/** What `reproduce` makes in a checkout and git does not keep; the tables of the corpus follow from the seed and stay out. */
const results = ["figures", "report", "notebooks", "run.json"];

/**
 * The files that belong into an archive of a checkout: code, derived data, figures and report, relative to it and in order.
 *
 * @throws UserError if there is no run to archive, or one of its files is not as the run left it
 */
export async function archiveContents(root: string): Promise<string[]> {
  const made = await madeByTheRun(root);
  const files = new Set([...(await codeFiles(root)), ...(await resultFiles(root))]);
  for (const [file, hash] of made) {
    if (!files.has(file)) continue;
    if ((await sha256File(join(root, file))) !== hash) {
      throw new UserError(`not as the run left it: ${file}; run \`reproduce\` again`);
    }
  }
  return [...files].sort();
}

/** Files of the run with their SHA-256, as its list of checksums has them. */
async function madeByTheRun(root: string): Promise<[file: string, hash: string][]> {
  const path = join(root, "report", "checksums.sha256");
  if (!existsSync(path)) throw new UserError(`nothing to archive: no ${path}; run \`reproduce\` first`);
  const lines = (await explainingReads(path, () => readFile(path, "utf8"))).trimEnd().split("\n");
  return lines.map((line) => [line.slice(66), line.slice(0, 64)]);
}

/** The files under version control that are there; in a package without it, all that was packed. */
async function codeFiles(root: string): Promise<string[]> {
  if (!existsSync(join(root, ".git"))) return (await filesIn(root)).filter((file) => !foreign.test(file));
  const { stdout } = await run("git", ["ls-files", "-z"], { cwd: root, maxBuffer: 2 ** 26 });
  return stdout.split("\0").filter((file) => file !== "" && existsSync(join(root, file)));
}

async function resultFiles(root: string): Promise<string[]> {
  const found = await Promise.all(
    results.map(async (name) => {
      const path = join(root, name);
      if (!existsSync(path)) return [];
      return name.includes(".") ? [name] : (await filesIn(path)).map((file) => `${name}/${file}`);
    }),
  );
  return found.flat().filter((file) => !/(^|\/)(\.|node_modules\/)|^report\/front-ends\//.test(file));
}
