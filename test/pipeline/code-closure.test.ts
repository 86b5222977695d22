import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../src/files/hash.js";
import { CodeReader, closureHash, codeClosure } from "../../src/pipeline/code-closure.js";
import { smallProject, writeLockfile, writeModule } from "./small-project.js";

const closure = (root: string, ...modules: string[]) => new CodeReader(root).closure(modules);
const hashOf = async (root: string, ...modules: string[]) => closureHash(await closure(root, ...modules));

describe("the code that modules run", () => {
  it("follows static imports to the end and names packages with their versions", async () => {
    const { files, packages, dependencies } = await closure(await smallProject(), "first");
    expect([...files.keys()]).toEqual(["src/first.ts", "src/shared.ts"]);
    expect(files.get("src/first.ts")).toBe(
      sha256('import { shared } from "./shared.js";\nexport const first = shared;\n'),
    );
    expect([...packages]).toEqual([["charts", "2.0.0"]]);
    expect([...dependencies]).toEqual([["shapes", "1.0.0"]]);
  });

  it("does not follow a module that is loaded on demand, nor Node's own", async () => {
    const { files, packages } = await closure(await smallProject(), "second");
    expect([...files.keys()]).toEqual(["src/second.ts"]);
    expect([...packages]).toEqual([["dates", "3.0.0"]]);
  });

  it("counts a package that is loaded on demand or looked up, but not one a comment mentions", async () => {
    const root = await smallProject();
    await writeModule(root, "lazy", 'import("charts");\nrequire.resolve("dates/file.ttf");\n// require("nothing")\n');
    const { packages } = await closure(root, "lazy");
    expect([...packages.keys()]).toEqual(["charts", "dates"]);
  });

  it("changes for exactly the modules that reach a changed file", async () => {
    const root = await smallProject();
    const before = [await hashOf(root, "first"), await hashOf(root, "shared"), await hashOf(root, "second")];
    await writeModule(root, "shared", "export const shared = 2;\n");
    const after = [await hashOf(root, "first"), await hashOf(root, "shared"), await hashOf(root, "second")];
    expect(after.map((hash, index) => hash === before[index])).toEqual([false, false, true]);
  });

  it("changes with the version of what a package depends on", async () => {
    const root = await smallProject();
    const before = [await hashOf(root, "first"), await hashOf(root, "second")];
    await writeLockfile(root, "1.0.1");
    const after = [await hashOf(root, "first"), await hashOf(root, "second")];
    expect(after.map((hash, index) => hash === before[index])).toEqual([false, true]);
  });

  it("does not depend on line ends or on the order modules are named in", async () => {
    const root = await smallProject();
    const before = await hashOf(root, "first", "second");
    await writeFile(
      join(root, "src", "second.ts"),
      'import "dates";\r\nimport "node:fs";\r\nexport const second = () => import("./first.js");\r\n',
    );
    expect(await hashOf(root, "second", "first")).toBe(before);
  });

  it("ends where modules import each other", async () => {
    const root = await smallProject();
    await writeModule(root, "shared", 'import "./first.js";\nexport const shared = 1;\n');
    expect([...(await closure(root, "first")).files.keys()]).toEqual(["src/first.ts", "src/shared.ts"]);
  });

  it("says what to do where code was not built or a package is not locked", async () => {
    const root = await smallProject();
    await expect(closure(root, "third")).rejects.toThrow(
      `not built: ${join(root, "dist/third.js")}; run \`npm run build\``,
    );
    await writeModule(root, "third", 'import "unknown";\n');
    await expect(closure(root, "third")).rejects.toThrow(
      "package not in package-lock.json: unknown; run `npm install unknown`",
    );
    await rm(join(root, "src", "third.ts"));
    await expect(closure(root, "third")).rejects.toThrow("cannot read: ");
  });

  it("finds this module's own code and the packages it uses", async () => {
    const { files, packages } = await codeClosure(["pipeline/code-closure"]);
    expect([...files.keys()]).toContain("src/files/hash.ts");
    expect([...packages.keys()]).toEqual(["es-module-lexer"]);
  });
});

describe("the modules behind exported names", () => {
  it("are those that define them; types have none and unknown names are refused", async () => {
    const root = await smallProject();
    await writeModule(
      root,
      "index",
      'export { first, shared as common } from "./first.js";\nexport { second } from "./room/second.js";\n',
    );
    await writeFile(join(root, "dist", "index.d.ts"), 'export type { Day } from "./first.js";\n');
    const reader = new CodeReader(root);
    expect(await reader.modulesOfExports(["second", "common", "first"])).toEqual(["first", "room/second"]);
    expect(await reader.modulesOfExports(["Day"])).toEqual([]);
    await expect(reader.modulesOfExports(["shared"])).rejects.toThrow("not exported by src/index.ts: shared");
  });
});
