import { readFile } from "node:fs/promises";
import { messageOf, UserError } from "../errors.js";
import { explainingReads } from "../files/file-error.js";
import { refuseOtherEncodings } from "../files/utf8.js";
import type { Cell, Metadata, Notebook, Output } from "./nbformat.js";

/**
 * Reads a notebook of nbformat 4. Cells of the older 4.0 to 4.4, which have no ids, get `cell-1`, `cell-2` and so on.
 *
 * @throws UserError with the file, and the cell if it is about one, when it can't be read, is not JSON or is not nbformat 4
 *
 * @example
 * const notebook = await readNotebook("notebooks/03-labelling-rates.ipynb");
 */
export async function readNotebook(path: string): Promise<Notebook> {
  const bytes = await explainingReads(path, () => readFile(path));
  refuseOtherEncodings(path, bytes);
  return notebookFrom(parseJson(path, bytes.toString("utf8")), path);
}

/**
 * A notebook of nbformat 4 from its JSON, as `readNotebook` reads it from a file.
 *
 * @param path of the file, for messages
 * @throws UserError when it is not nbformat 4
 */
export function notebookFrom(value: unknown, path: string): Notebook {
  const { cells, metadata, nbformat, nbformat_minor } = asObject(value, path);
  const refuse = (problem: string) =>
    new UserError(`${path}: ${problem}; open and save it with Jupyter, or restore it`);
  if (nbformat !== 4) throw refuse(`not a notebook of nbformat 4: ${JSON.stringify(nbformat) ?? "no nbformat"}`);
  if (typeof nbformat_minor !== "number") throw refuse("notebook without nbformat_minor");
  if (!Array.isArray(cells)) throw refuse("notebook without cells");
  const notebook: Notebook = {
    cells: cells.map((cell, index) => cellOf(cell, index + 1, `${path}: cell ${index + 1}`)),
    metadata: asObject(metadata, `${path}: metadata`),
    nbformat,
    nbformat_minor,
  };
  const ids = notebook.cells.map(({ id }) => id);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) throw refuse(`two cells with the same id: ${repeated}`);
  return notebook;
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new UserError(`${path}: not JSON: ${messageOf(thrown)}; restore it`);
  }
}

function cellOf(value: unknown, number: number, where: string): Cell {
  const { id = `cell-${number}`, cell_type, metadata, source, ...rest } = asObject(value, where);
  if (typeof id !== "string" || !/^[\w-]{1,64}$/.test(id)) {
    throw new UserError(`${where}: not an id: ${JSON.stringify(id)}; write 1 to 64 letters, digits, - or _`);
  }
  const base = { id, metadata: asObject(metadata, `${where}: metadata`), source: joined(source, `${where}: source`) };
  if (cell_type === "markdown" || cell_type === "raw") {
    return { ...base, cell_type, ...("attachments" in rest ? { attachments: rest.attachments } : {}) };
  }
  if (cell_type !== "code") {
    throw new UserError(`${where}: unknown type of cell: ${JSON.stringify(cell_type)}; known: code, markdown, raw`);
  }
  if (!Array.isArray(rest.outputs)) throw new UserError(`${where}: code cell without outputs; write "outputs": []`);
  return {
    ...base,
    cell_type,
    execution_count: typeof rest.execution_count === "number" ? rest.execution_count : null,
    outputs: rest.outputs.map((output, index) => outputOf(output, `${where}: output ${index + 1}`)),
  };
}

function outputOf(value: unknown, where: string): Output {
  const output = asObject(value, where);
  const metadata = () => asObject(output.metadata, `${where}: metadata`);
  switch (output.output_type) {
    case "stream":
      return {
        output_type: "stream",
        name: output.name === "stderr" ? "stderr" : "stdout",
        text: joined(output.text, `${where}: text`),
      };
    case "display_data":
      return { output_type: "display_data", data: bundleOf(output.data, where), metadata: metadata() };
    case "execute_result":
      return {
        output_type: "execute_result",
        data: bundleOf(output.data, where),
        metadata: metadata(),
        execution_count: typeof output.execution_count === "number" ? output.execution_count : null,
      };
    case "error":
      return {
        output_type: "error",
        ename: String(output.ename),
        evalue: String(output.evalue),
        traceback: Array.isArray(output.traceback) ? output.traceback.map(String) : [],
      };
    default:
      throw new UserError(`${where}: unknown type of output: ${JSON.stringify(output.output_type)}; clear the outputs`);
  }
}

function bundleOf(value: unknown, where: string): Metadata {
  const bundle = asObject(value, `${where}: data`);
  return Object.fromEntries(
    Object.entries(bundle).map(([type, content]) => [type, isLines(content) ? content.join("") : content]),
  );
}

function joined(value: unknown, where: string): string {
  if (typeof value === "string") return value;
  if (isLines(value)) return value.join("");
  throw new UserError(
    `${where}: not text: ${JSON.stringify(value) ?? "missing"}; write a string or an array of strings`,
  );
}

function isLines(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((line) => typeof line === "string");
}

function asObject(value: unknown, where: string): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new UserError(`${where}: not a JSON object: ${JSON.stringify(value) ?? "missing"}; restore it`);
}
