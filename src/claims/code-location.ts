import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { projectPath } from "../files/project.js";

/**
 * Where functions are defined, as `src/findings/labelling-rates.ts#57`: looked up in the source as it stands, so that a
 * reference from a claim to its code cannot go stale.
 */
export class CodeLocations {
  private constructor(private readonly places: Map<string, string[]>) {}

  /** Reads every exported function of the source. Costs one read of each file. */
  static async read(source = projectPath("src")): Promise<CodeLocations> {
    const places = new Map<string, string[]>();
    const files = (await readdir(source, { recursive: true })).filter((file) => file.endsWith(".ts")).sort();
    for (const file of files) {
      const path = join(source, file);
      const lines = (await readFile(path, "utf8")).split("\n");
      lines.forEach((line, at) => {
        const name = /^export (?:async )?function (\w+)/.exec(line)?.[1];
        if (name) places.set(name, [...(places.get(name) ?? []), `${nameOf(source, path)}#${at + 1}`]);
      });
    }
    return new CodeLocations(places);
  }

  /**
   * The file and line of a function.
   *
   * @throws Error when no exported function, or more than one, has that name: a reader could not tell which is meant.
   */
  of(named: { readonly name: string }): string {
    const found = this.places.get(named.name) ?? [];
    const [place] = found;
    if (place === undefined || found.length > 1) {
      throw new Error(`not one exported function of that name: "${named.name}"; found ${found.join(", ") || "none"}`);
    }
    return place;
  }
}

function nameOf(source: string, path: string): string {
  return `src/${relative(source, path).split(sep).join("/")}`;
}
