import { readdir } from "node:fs/promises";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { projectPath } from "../../src/files/project.js";
import { readNotebook } from "../../src/kernel/notebook.js";

const names = (await readdir(projectPath("notebooks"))).filter((file) => file.endsWith(".ipynb")).sort();

async function cellsOf(name: string): Promise<string[]> {
  const { cells } = await readNotebook(projectPath("notebooks", name));
  return cells.filter(({ cell_type }) => cell_type === "code").map(({ source }) => [source].flat().join(""));
}

/** Type errors of a program of one file that lies in the notebooks' folder, so that imports resolve as in a cell. */
function typeErrors(name: string, code: string): string[] {
  const options: ts.CompilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, types: [] },
    ...{
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
    },
  };
  const file = projectPath("notebooks", `${name}.ts`);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (path, ...rest) =>
    path === file ? ts.createSourceFile(path, code, ts.ScriptTarget.ES2022) : getSourceFile.call(host, path, ...rest);
  host.fileExists = (path) => path === file || fileExists.call(host, path);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

it("a cell that does not type-check would be found", () => {
  expect(typeErrors("wrong", 'import { labellingRates } from "amplification-audit"; labellingRates(1);')).toHaveLength(
    1,
  );
  expect(typeErrors("wrong", 'import { labelingRates } from "amplification-audit";')).toHaveLength(1);
});

describe.each(names)("the notebook %s", (name) => {
  it("type-checks as one strict program", async () => {
    expect(typeErrors(name, (await cellsOf(name)).join("\n;\n"))).toEqual([]);
  });

  it("uses nothing that the kernel gets wrong", async () => {
    for (const cell of await cellsOf(name)) {
      expect(cell).not.toMatch(/await \(|for await|^export /m);
      expect(cell).not.toMatch(/\bMath\.random\b|\bDate\.now\b/);
    }
  });

  it("ends in its awaited check", async () => {
    expect((await cellsOf(name)).at(-1)).toMatch(/^await /m);
  });

  it("was executed from first to last cell, without an error", async () => {
    const { cells } = await readNotebook(projectPath("notebooks", name));
    const executed = cells.filter((cell) => cell.cell_type === "code");
    expect(executed.map(({ execution_count }) => execution_count)).toEqual(executed.map((_, at) => at + 1));
    expect(executed.flatMap(({ outputs }) => outputs).filter(({ output_type }) => output_type === "error")).toEqual([]);
  });

  it("names no folder of the machine it ran on", async () => {
    const text = JSON.stringify(await readNotebook(projectPath("notebooks", name)));
    expect(text).not.toContain(projectPath().slice(0, -1));
    expect(text).not.toMatch(/\/(home|Users|root|tmp)\//);
  });
});
