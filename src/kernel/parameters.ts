import { UserError } from "../errors.js";
import { type Cell, type CodeCell, type Notebook, tagsOf } from "./nbformat.js";
import { injectedTag } from "./notebook.js";

/** Value of a parameter. */
export type ParameterValue = string | number | boolean;

/**
 * A notebook that runs with other parameters than its own.
 *
 * A code cell tagged `parameters` declares them, one `const name = literal;` a line; the literal is the default and decides the type.
 * A cell tagged `injected-parameters` with the values given is added right after it, as papermill does
 * (https://papermill.readthedocs.io). Without values, the notebook stays as it is.
 *
 * @param name name of the notebook, for messages
 * @throws UserError for a name that is not declared or a value of another type, with the valid ones
 *
 * @example
 * withParameters(notebook, { corpusName: "public" }, "03-labelling-rates");
 */
export function withParameters(notebook: Notebook, values: Record<string, ParameterValue>, name: string): Notebook {
  if (Object.keys(values).length === 0) return notebook;
  const declaring = notebook.cells.findIndex(
    (cell) => cell.cell_type === "code" && tagsOf(cell).includes("parameters"),
  );
  const cell = notebook.cells[declaring];
  const declared = cell === undefined ? new Map<string, ParameterValue>() : declaredParameters(cell, name);
  for (const [parameter, value] of Object.entries(values)) refuseUnfit(declared, parameter, value, name);
  const source = [...declared]
    .map(([parameter]) => [parameter, values[parameter]] as const)
    .filter(([, value]) => value !== undefined)
    .map(([parameter, value]) => `const ${parameter}: ${typeof value} = ${JSON.stringify(value)};`)
    .join("\n");
  return { ...notebook, cells: notebook.cells.toSpliced(declaring + 1, 0, injectedCell(source)) };
}

function injectedCell(source: string): CodeCell {
  return {
    id: injectedTag,
    cell_type: "code",
    metadata: { tags: [injectedTag] },
    source,
    execution_count: null,
    outputs: [],
  };
}

const declaration =
  /^const\s+(?<parameter>[\p{ID_Start}$_][\p{ID_Continue}$]*)\s*(?::\s*\w+\s*)?=\s*(?<literal>"[^"\\]*"|'[^'\\]*'|[^\s;"'/]+)\s*;?\s*(?:\/\/.*)?$/u;

/** The parameters that a cell declares, with their defaults, in its order. */
function declaredParameters(cell: Cell, name: string): Map<string, ParameterValue> {
  const lines = cell.source.split("\n").map((line) => line.trim());
  return new Map(
    lines
      .filter((line) => line !== "" && !line.startsWith("//"))
      .map((line) => {
        const { parameter, literal } = declaration.exec(line)?.groups ?? {};
        const value = literal === undefined ? undefined : literalValue(literal);
        if (parameter === undefined || value === undefined) {
          throw new UserError(`notebook ${name}: not a parameter: ${line}; write \`const name = literal;\``);
        }
        return [parameter, value];
      }),
  );
}

function literalValue(literal: string): ParameterValue | undefined {
  if (literal === "true" || literal === "false") return literal === "true";
  if (/^["']/.test(literal)) return literal.slice(1, -1);
  const number = Number(literal.replaceAll("_", ""));
  return Number.isFinite(number) ? number : undefined;
}

function refuseUnfit(declared: Map<string, ParameterValue>, parameter: string, value: ParameterValue, name: string) {
  const valid = [...declared].map(([known, ownValue]) => `${known} (${typeof ownValue})`).join(", ");
  const remedy = valid === "" ? "the notebook has no parameters" : `valid: ${valid}`;
  const ownValue = declared.get(parameter);
  if (ownValue === undefined) throw new UserError(`notebook ${name}: unknown parameter: ${parameter}; ${remedy}`);
  const isUnfit = typeof value !== typeof ownValue || (typeof value === "number" && !Number.isFinite(value));
  if (!isUnfit) return;
  const shown = typeof value === "number" ? String(value) : JSON.stringify(value);
  throw new UserError(`notebook ${name}: parameter ${parameter} is not a ${typeof ownValue}: ${shown}; ${remedy}`);
}
