import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { Corpus } from "../corpus/corpus.js";
import { infoFile } from "../corpus/info.js";
import { UserError } from "../errors.js";
import { projectPath } from "../files/project.js";
import { corpusPath, isNamedCorpus, unknownCorpus } from "./corpus-names.js";

/** The variable by which a run tells its notebooks where its corpus lies: `NAME=FOLDER`. */
export const corpusVariable = "AMPLIFICATION_AUDIT_CORPUS";

/** The variable by which it tells them the files of the networks that it has found in that corpus, separated as in PATH. */
export const networksVariable = "AMPLIFICATION_AUDIT_NETWORKS";

/**
 * Opens a corpus by its name, or by its folder. The named ones are made first where they are missing or out of date.
 *
 * @throws UserError for an unknown name, a folder that holds no sound corpus, or missing real data.
 * @example
 * const corpus = await openCorpus("twin");
 */
export async function openCorpus(nameOrFolder: string): Promise<Corpus> {
  const ofRun = process.env[corpusVariable];
  if (ofRun?.startsWith(`${nameOrFolder}=`)) return corpusOfRun(ofRun.slice(nameOrFolder.length + 1));
  if (isNamedCorpus(nameOrFolder)) {
    const { makeCorpus } = await import("./make-corpus.js");
    await makeCorpus(nameOrFolder);
    return Corpus.open(projectPath(corpusPath(nameOrFolder)));
  }
  if (!existsSync(nameOrFolder)) throw new UserError(unknownCorpus(nameOrFolder));
  return Corpus.open(corpusIn(resolve(nameOrFolder)));
}

async function corpusOfRun(folder: string): Promise<Corpus> {
  const corpus = await Corpus.open(folder);
  const networks = (process.env[networksVariable] ?? "").split(delimiter).filter((path) => path !== "");
  if (networks.length > 0) {
    const { knowNetworks } = await import("./network-step.js");
    await knowNetworks(corpus, networks);
  }
  return corpus;
}

/** The folder of the corpus itself: `twin` puts it beside the truth, in a folder of its own. */
export function corpusIn(folder: string): string {
  const inner = join(folder, "corpus");
  return !existsSync(join(folder, infoFile)) && existsSync(join(inner, infoFile)) ? inner : folder;
}
