import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { CorpusPackage } from "../corpus/datapackage.js";
import { type TableName, tableFile, tableNames, tableOf } from "../corpus/schema.js";
import { UserError } from "../errors.js";
import { oii2021 } from "../study/oii-2021.js";
import { studyIn } from "../study/study-in.js";
import { isNamedCorpus, unknownCorpus } from "./corpus-names.js";
import { corpusIn } from "./open-corpus.js";
import type { Plan } from "./plan.js";

/** Tables that the public files have nothing for. */
const withoutPosts: TableName[] = ["posts", "amplifications", "statuses", "activity"];

/**
 * The plan for a corpus given by name or folder. A folder made by `import` brings its own study.
 *
 * @param scale size of the twin
 *
 * @throws UserError when it is neither a known name nor a folder
 */
export function planFor(nameOrFolder: string, scale = 1): Plan {
  if (isNamedCorpus(nameOrFolder))
    return {
      corpus: nameOrFolder,
      folder: null,
      study: oii2021,
      scale,
      empty: nameOrFolder === "public" ? withoutPosts : [],
    };
  const folder = resolve(nameOrFolder);
  if (!existsSync(folder)) throw new UserError(unknownCorpus(nameOrFolder));
  if (!statSync(folder).isDirectory()) {
    throw new UserError(`not a folder: "${nameOrFolder}"; name a corpus, or a folder made by \`import\``);
  }
  const inner = corpusIn(folder);
  return { corpus: basename(folder), folder: inner, study: studyIn(inner), scale, empty: emptyTables(inner) };
}

/** Tables of a corpus folder without a row, by its data package where it has one, and those it may lack and does. */
function emptyTables(folder: string): TableName[] {
  const missing = tableNames.filter((name) => tableOf(name).optional && !existsSync(join(folder, tableFile(name))));
  try {
    const { resources } = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8")) as CorpusPackage;
    return [...missing, ...resources.filter(({ rows }) => rows === 0).map(({ name }) => name)];
  } catch {
    return missing;
  }
}
