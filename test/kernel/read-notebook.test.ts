import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readNotebook, serialiseNotebook, stripOutputs } from "../../src/kernel/notebook.js";
import { temporaryFolder } from "../temporary-folder.js";

const full = {
  cells: [
    { cell_type: "markdown", id: "title", metadata: {}, source: ["# Title\n", "\n", "text"] },
    {
      cell_type: "code",
      execution_count: 7,
      id: "code",
      metadata: { execution: { "iopub.status.busy": "2021-05-10T00:00:00Z" }, tags: ["a"] },
      outputs: [
        { name: "stdout", output_type: "stream", text: ["1\n", "2\n"] },
        {
          data: { "application/json": { a: [1], b: 2 }, "image/png": "aGk=\n", "image/svg+xml": ["<svg>\n", "</svg>"] },
          metadata: {},
          output_type: "display_data",
        },
        { data: { "text/plain": ["3"] }, execution_count: 7, metadata: {}, output_type: "execute_result" },
        { ename: "Error", evalue: "no", output_type: "error", traceback: ["a", "b"] },
      ],
      source: [],
    },
    { cell_type: "raw", id: "raw", metadata: {}, source: ["é 中\n"] },
  ],
  metadata: { authors: [], kernelspec: { display_name: "Other", language: "typescript", name: "other" } },
  nbformat: 4,
  nbformat_minor: 5,
};

async function notebookFile(content: unknown): Promise<string> {
  const path = join(await temporaryFolder(), "page.ipynb");
  await writeFile(path, typeof content === "string" ? content : `${JSON.stringify(content, null, 1)}\n`);
  return path;
}

async function refusal(content: unknown): Promise<string> {
  const path = await notebookFile(content);
  const error: unknown = await readNotebook(path).catch((thrown: unknown) => thrown);
  if (!(error instanceof Error) || error.name !== "UserError") throw new Error(`no UserError but ${String(error)}`);
  return error.message.replaceAll(path, "page.ipynb");
}

describe("reading and writing notebooks", () => {
  it("writes what it read byte for byte: sorted keys, an indent of one, arrays of lines, a line end", async () => {
    const path = await notebookFile(full);
    expect(serialiseNotebook(await readNotebook(path))).toBe(`${JSON.stringify(full, null, 1)}\n`);
  });

  it("writes the same bytes whatever the order of keys and the form of texts it read", async () => {
    const [title, code, raw] = full.cells;
    const shuffled = {
      nbformat_minor: 5,
      nbformat: 4,
      metadata: full.metadata,
      cells: [{ source: "# Title\n\ntext", metadata: {}, id: title?.id, cell_type: "markdown" }, code, raw],
    };
    const notebook = await readNotebook(await notebookFile(shuffled));
    expect(serialiseNotebook(notebook)).toBe(`${JSON.stringify(full, null, 1)}\n`);
  });

  it("has all keys that nbformat 4.5 requires", async () => {
    const notebook = JSON.parse(serialiseNotebook(stripOutputs(await readNotebook(await notebookFile(full)))));
    expect(Object.keys(notebook)).toEqual(["cells", "metadata", "nbformat", "nbformat_minor"]);
    expect(notebook.cells.map((cell: object) => Object.keys(cell))).toEqual([
      ["cell_type", "id", "metadata", "source"],
      ["cell_type", "execution_count", "id", "metadata", "outputs", "source"],
      ["cell_type", "id", "metadata", "source"],
    ]);
  });

  it("strips outputs, counts, times and injected parameters, and names the kernel", async () => {
    const injected = { ...full.cells[1], id: "given", metadata: { tags: ["injected-parameters"] } };
    const read = await readNotebook(await notebookFile({ ...full, cells: [...full.cells, injected] }));
    const stripped = stripOutputs(read);
    expect(stripped.cells.map(({ id }) => id)).toEqual(["title", "code", "raw"]);
    expect(stripped.cells[1]).toEqual({
      cell_type: "code",
      execution_count: null,
      id: "code",
      metadata: { tags: ["a"] },
      outputs: [],
      source: "",
    });
    expect(stripped.metadata).toMatchObject({
      authors: [],
      kernelspec: {
        display_name: "TypeScript (amplification-audit)",
        language: "typescript",
        name: "amplification-audit",
      },
      language_info: { file_extension: ".ts", name: "typescript" },
    });
    expect(stripOutputs(stripped)).toEqual(stripped);
    expect(read.cells).toHaveLength(4);
  });

  it("gives the cells of older notebooks ids in order", async () => {
    const cell = { cell_type: "markdown", metadata: {}, source: "text" };
    const notebook = await readNotebook(await notebookFile({ ...full, cells: [cell, cell], nbformat_minor: 2 }));
    expect(notebook.cells.map(({ id }) => id)).toEqual(["cell-1", "cell-2"]);
  });
});

describe("refusing what is not a notebook", () => {
  const cell = { cell_type: "code", id: "a", metadata: {}, outputs: [], source: "" };

  it.each([
    ["{", /^page\.ipynb: not JSON: .+; restore it$/],
    ["[]", /^page\.ipynb: not a JSON object: \[\]; restore it$/],
    [{ ...full, nbformat: 3 }, /^page\.ipynb: not a notebook of nbformat 4: 3; open and save it with Jupyter/],
    [{ a: 1 }, /^page\.ipynb: not a notebook of nbformat 4: no nbformat; /],
    [{ ...full, cells: {} }, /^page\.ipynb: notebook without cells; /],
    [
      { ...full, cells: [{ ...cell, cell_type: "heading" }] },
      /^page\.ipynb: cell 1: unknown type of cell: "heading"; /,
    ],
    [{ ...full, cells: [{ ...cell, source: 1 }] }, /^page\.ipynb: cell 1: source: not text: 1; /],
    [{ ...full, cells: [{ ...cell, id: "a b" }] }, /^page\.ipynb: cell 1: not an id: "a b"; /],
    [{ ...full, cells: [{ ...cell, outputs: null }] }, /^page\.ipynb: cell 1: code cell without outputs; /],
    [
      { ...full, cells: [{ ...cell, outputs: [{ output_type: "pyout" }] }] },
      /cell 1: output 1: unknown type of output/,
    ],
    [{ ...full, cells: [cell, cell] }, /^page\.ipynb: two cells with the same id: a; /],
  ])("says what is wrong with %j", async (content, message) => {
    expect(await refusal(content)).toMatch(message);
  });

  it("says that there is no such file", async () => {
    await expect(readNotebook("no-such.ipynb")).rejects.toThrow("cannot read: no-such.ipynb (no such file)");
  });
});
