import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds `package.json`: the parent of `dist/`, or of `src/` when the tests run the source. */
export const projectRoot: string = resolve(fileURLToPath(new URL("../..", import.meta.url)));

/**
 * The absolute path of something in the project.
 *
 * @example
 * projectPath("data", "published", "claims.csv");
 */
export function projectPath(...parts: string[]): string {
  return join(projectRoot, ...parts);
}
