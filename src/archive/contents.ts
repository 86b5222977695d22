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
 * @throws UserError if there is no run to archive, a file that it made or the code that made it is not as the run left it, or code is
 * not under version control
 */
export async function archiveContents(root: string): Promise<string[]> {
  const made = await madeByTheRuns(root);
  const files = new Set([...(await codeFiles(root)), ...(await resultFiles(root))]);
  for (const [file, hash] of made) {
    if (files.has(file)) await expectHash(root, file, hash);
    else if (results.includes(file.split("/")[0] ?? "")) throw notAsLeft(`missing: ${file}`);
  }
  for (const [file] of made) {
    if (!/^figures\/.*\.provenance\.json$/.test(file)) continue;
    const { code } = JSON.parse(await readFile(join(root, file), "utf8")) as { code: Record<string, string> };
    for (const [module, hash] of Object.entries(code)) await expectHash(root, module, hash);
  }
  return [...files].sort();
}

async function expectHash(root: string, file: string, hash: string): Promise<void> {
  if (!existsSync(join(root, file))) throw notAsLeft(`missing: ${file}`);
  if ((await sha256File(join(root, file))) !== hash) throw notAsLeft(`not as the run left it: ${file}`);
}

const notAsLeft = (problem: string) => new UserError(`${problem}; run \`reproduce\` again`);

/** Files of the run, and of that on the real data if there was one, with their SHA-256, as the lists of checksums have them. */
async function madeByTheRuns(root: string): Promise<Map<string, string>> {
  const path = join(root, "report", "checksums.sha256");
  if (!existsSync(path)) throw new UserError(`nothing to archive: no ${path}; run \`reproduce\` first`);
  const others = [join(root, "report", "public", "checksums.sha256")].filter((other) => existsSync(other));
  const lists = await Promise.all([...others, path].map((list) => explainingReads(list, () => readFile(list, "utf8"))));
  return new Map(
    lists
      .flatMap((list) => list.trimEnd().split("\n"))
      .map((line): [file: string, hash: string] => [line.slice(66), line.slice(0, 64)]),
  );
}

/** The files under version control that are there; in a package without it, all that was packed. */
async function codeFiles(root: string): Promise<string[]> {
  if (!existsSync(join(root, ".git"))) return (await filesIn(root)).filter((file) => !foreign.test(file));
  const git = async (...args: string[]) => {
    const { stdout } = await run("git", ["ls-files", "-z", ...args], { cwd: root, maxBuffer: 2 ** 26 });
    return stdout.split("\0").filter((file) => file !== "");
  };
  const [unknown] = await git("--others", "--exclude-standard", "--", "src", "notebooks", "data/published");
  if (unknown !== undefined) throw new UserError(`not under version control: ${unknown}; add it or take it away`);
  return (await git()).filter((file) => existsSync(join(root, file)));
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
