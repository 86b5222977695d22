import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { Corpus } from "../corpus/corpus.js";
import { infoFile } from "../corpus/info.js";
import { UserError } from "../errors.js";
import { projectPath } from "../files/project.js";
import { isNamedCorpus, unknownCorpus } from "./corpus-names.js";

/** Folder of the corpora; a run that writes elsewhere says where through AMPLIFICATION_AUDIT_CORPORA. */
function corporaFolder(): string {
  return process.env.AMPLIFICATION_AUDIT_CORPORA ?? projectPath("data", "corpora");
}

/**
 * Opens a corpus by its name, or by its folder. The named ones are made first where they are missing or out of date.
 *
 * @throws UserError for an unknown name, a folder that holds no sound corpus, or missing real data.
 * @example
 * const corpus = await openCorpus("twin");
 */
export async function openCorpus(nameOrFolder: string): Promise<Corpus> {
  const named = join(corporaFolder(), nameOrFolder);
  if (process.env.AMPLIFICATION_AUDIT_CORPORA !== undefined && existsSync(named)) return Corpus.open(named);
  if (isNamedCorpus(nameOrFolder)) {
    const { makeCorpus } = await import("./make-corpus.js");
    await makeCorpus(nameOrFolder);
    return Corpus.open(named);
  }
  if (!existsSync(nameOrFolder)) throw new UserError(unknownCorpus(nameOrFolder));
  return Corpus.open(corpusIn(resolve(nameOrFolder)));
}

/** The folder of the corpus itself: `twin` puts it beside the truth, in a folder of its own. */
export function corpusIn(folder: string): string {
  const inner = join(folder, "corpus");
  return !existsSync(join(folder, infoFile)) && existsSync(join(inner, infoFile)) ? inner : folder;
}
