import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { oii2021 } from "./oii-2021.js";
import type { Study } from "./study.js";
import { parseStudyFile, studyFileName } from "./study-file.js";

/**
 * The study that a corpus folder was imported for; that of the papers where it names none.
 *
 * @throws UserError if its study file is not sound
 *
 * @example
 * const study = studyIn(corpus.folder);
 */
export function studyIn(folder: string): Study {
  const path = join(folder, studyFileName);
  return existsSync(path) ? parseStudyFile(readFileSync(path, "utf8"), path).study : oii2021;
}
