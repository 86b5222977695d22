import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { UserError } from "../errors.js";
import { projectPath } from "../files/project.js";

/** A notebook on disk. */
export interface NotebookFile {
  /** Its name without the ending, for messages. */
  name: string;
  /** Absolute path. */
  path: string;
}

/**
 * Notebooks by name, as `03-labelling-rates`, or by file; without any, all of the project's, in order.
 *
 * @throws UserError for one that is not there
 *
 * @example
 * await findNotebooks(["03-labelling-rates", "draft.ipynb"]);
 */
export async function findNotebooks(namesOrFiles: readonly string[]): Promise<NotebookFile[]> {
  const own = (await readdir(projectPath("notebooks"))).filter((file) => file.endsWith(".ipynb")).sort();
  const wanted = namesOrFiles.length === 0 ? own.map((file) => projectPath("notebooks", file)) : namesOrFiles;
  return wanted.map((given) => {
    const path = [given, projectPath("notebooks", given), projectPath("notebooks", `${given}.ipynb`)].find(
      (candidate) => candidate.endsWith(".ipynb") && existsSync(candidate),
    );
    if (path === undefined) {
      const known = own.map((file) => basename(file, ".ipynb")).join(", ");
      throw new UserError(`no such notebook: ${given}; known: ${known}, or the path of an .ipynb file`);
    }
    return { name: basename(path, ".ipynb"), path: resolve(path) };
  });
}
