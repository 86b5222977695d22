import { existsSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { UserError } from "../errors.js";
import { oii2021 } from "../study/oii-2021.js";
import { isNamedCorpus, unknownCorpus } from "./corpus-names.js";
import { corpusIn } from "./open-corpus.js";
import type { Plan } from "./plan.js";

/**
 * The plan for a corpus given by name or folder.
 *
 * @param scale size of the twin
 *
 * @throws UserError when it is neither a known name nor a folder
 */
export function planFor(nameOrFolder: string, scale = 1): Plan {
  if (isNamedCorpus(nameOrFolder)) return { corpus: nameOrFolder, folder: null, study: oii2021, scale };
  const folder = resolve(nameOrFolder);
  if (!existsSync(folder)) throw new UserError(unknownCorpus(nameOrFolder));
  if (!statSync(folder).isDirectory()) {
    throw new UserError(`not a folder: "${nameOrFolder}"; name a corpus, or a folder made by \`import\``);
  }
  return { corpus: basename(folder), folder: corpusIn(folder), study: oii2021, scale };
}
