// Compares the outputs of notebooks in two folders as `notebook check` does: node .ci/same-outputs.mjs FOLDER FOLDER
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { differencesOf } from "../dist/kernel/compare-outputs.js";
import { readNotebook } from "../dist/kernel/notebook.js";

const [ours, theirs] = process.argv.slice(2);
const names = (await readdir(theirs)).filter((name) => name.endsWith(".ipynb")).sort();
if (names.length === 0) throw new Error(`no notebooks in ${theirs}`);
for (const name of names) {
  const differences = differencesOf(await readNotebook(join(ours, name)), await readNotebook(join(theirs, name)));
  console.log(`${differences.length === 0 ? "same outputs" : "DIFFERENT"}: ${name}`);
  for (const difference of differences) console.log(difference);
  if (differences.length > 0) process.exitCode = 1;
}
