import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compareEnvironment } from "../../src/environment/compare-environment.js";
import { readEnvironment } from "../../src/environment/environment-file.js";
import { installedAs, projectFiles } from "../../src/environment/project-files.js";
import { UserError } from "../../src/errors.js";
import { filesIn } from "../../src/files/tree.js";
import { temporaryFolder } from "../temporary-folder.js";

const files = projectFiles();

/** A copy of one of the project's files, changed. */
async function changed(what: "environment" | "manifest" | "lockfile", change: (text: string) => string) {
  const text = await readFile(files[what], "utf8");
  const other = change(text);
  expect(other).not.toBe(text);
  const path = join(await temporaryFolder(), what);
  await writeFile(path, other);
  return { [what]: path };
}

function withoutRow(name: string): (text: string) => string {
  return (text) => text.replace(new RegExp(`^\\| \`${name}\` \\|.*\\n`, "m"), "");
}

describe("environment.md", () => {
  it("agrees with package.json and package-lock.json", async () => {
    expect(await compareEnvironment()).toEqual([]);
  });

  it("names every environment variable of the project that the code names", async () => {
    const { variables } = await readEnvironment();
    const named = new Set<string>();
    for (const file of await filesIn(join(files.root, "src"))) {
      const text = await readFile(join(files.root, "src", file), "utf8");
      for (const [name] of text.matchAll(/\bAMPLIFICATION_AUDIT_[A-Z_]+\b/g)) named.add(name);
    }
    expect(variables.map(({ name }) => name).sort()).toEqual([...named].sort());
  });

  it("is missed when a table is gone", async () => {
    const { environment } = await changed("environment", (text) => text.replace("| override |", "| overide |"));
    const reading = readEnvironment(environment);
    await expect(reading).rejects.toThrow(UserError);
    await expect(reading).rejects.toThrow("no table with the columns override, replaced by, why; put it back");
  });

  it("is refused with the line of a row that has a cell too many", async () => {
    const path = join(await temporaryFolder(), "environment.md");
    await writeFile(path, "| part | needed | used |\n|---|---|---|\n| Node.js | a | b |\n| npm | a | b | c |\n");
    await expect(readEnvironment(path)).rejects.toThrow("environment.md:4: wrong number of cells: 4; write 3");
  });
});

describe("a difference is reported", () => {
  it("for a version on the page that is not the locked one", async () => {
    const page = await changed("environment", (text) => text.replace("| `vega` | 6.4.0 |", "| `vega` | 6.3.0 |"));
    expect(await compareEnvironment(page)).toEqual([
      "environment.md: version of vega: 6.3.0; package-lock.json has 6.4.0",
    ]);
  });

  it("for a dependency, of either kind, without a row", async () => {
    const page = await changed("environment", (text) => withoutRow("vega")(withoutRow("vitest")(text)));
    expect(await compareEnvironment(page)).toEqual([
      "environment.md: package without a row: vega; add it with the reason",
      "environment.md: package without a row: vitest; add it with the reason",
    ]);
  });

  it("for a row without a dependency, a second row, and a row without a reason", async () => {
    const page = await changed("environment", (text) =>
      text.replace(/^(\| `vega` \|.*\n)/m, "$1| `vega` | 6.4.0 | Twice. |\n| `left-pad` | 1.3.0 | |\n"),
    );
    expect(await compareEnvironment(page)).toEqual([
      "environment.md: package that package.json has not: left-pad; remove its row",
      "environment.md: package with two rows: vega; keep one",
      "environment.md: package without a reason: left-pad; say why it is here",
    ]);
  });

  it("for a dependency that package.json does not fix exactly", async () => {
    const manifest = await changed("manifest", (text) => text.replace('"vega": "6.4.0"', '"vega": "^6.4.0"'));
    expect(await compareEnvironment(manifest)).toEqual([
      "package.json: version of vega: ^6.4.0; package-lock.json has 6.4.0",
    ]);
  });

  it("for another Node.js than package.json asks for", async () => {
    const manifest = await changed("manifest", (text) => text.replace('">=20.19"', '">=22"'));
    expect(await compareEnvironment(manifest)).toEqual([
      "environment.md: Node.js needed: >=20.19; package.json has >=22",
    ]);
  });

  it("for an override on the page that is not the one in force, and for one without a row", async () => {
    const page = await changed("environment", (text) =>
      withoutRow("request")(text.replace("| `0.18.5` |", "| `0.18.4` |")),
    );
    expect(await compareEnvironment(page)).toEqual([
      "environment.md: override without a row: request; add it with the reason",
      "environment.md: override of xlsx: 0.18.4; package.json has 0.18.5",
    ]);
  });

  it("for an override that the lockfile does not follow, in any folder", async () => {
    const lock = await changed("lockfile", (text) => {
      const { packages, ...rest } = JSON.parse(text);
      const nested = { "node_modules/danfojs-node/node_modules/request": { version: "2.88.2" } };
      return JSON.stringify({ ...rest, packages: { ...packages, ...nested } });
    });
    expect(await compareEnvironment(lock)).toEqual([
      "package.json: override of request: npm:@cypress/request@3.0.9; package-lock.json has request@2.88.2 in " +
        "node_modules/danfojs-node/node_modules/request",
    ]);
  });
});

describe("an override", () => {
  it("puts another package in the place, or another version", () => {
    expect(installedAs("request", "npm:@cypress/request@3.0.9")).toEqual({
      name: "@cypress/request",
      version: "3.0.9",
    });
    expect(installedAs("xlsx", "0.18.5")).toEqual({ name: "xlsx", version: "0.18.5" });
  });
});
