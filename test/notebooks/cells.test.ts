import { describe, expect, it } from "vitest";
import { hygieneFaults } from "../../src/kernel/hygiene.js";
import { readNotebook } from "../../src/kernel/notebook.js";
import { findNotebooks } from "../../src/kernel/notebook-files.js";

const files = await findNotebooks([]);

describe.each(files)("the notebook $name", ({ path }) => {
  it("is sound, as `notebook check` sees it: executed in order, typed, without chance, clock or paths, checked at its end", async () => {
    expect(await hygieneFaults(await readNotebook(path), path)).toEqual([]);
  });

  it("runs on plain tslab too: has nothing that it gets wrong", async () => {
    const { cells } = await readNotebook(path);
    for (const { source } of cells.filter(({ cell_type }) => cell_type === "code")) {
      expect(source).not.toMatch(/await \(|for await|^export /m);
    }
  });

  it("holds no error", async () => {
    const { cells } = await readNotebook(path);
    const outputs = cells.flatMap((cell) => (cell.cell_type === "code" ? cell.outputs : []));
    expect(outputs.filter(({ output_type }) => output_type === "error")).toEqual([]);
  });
});
