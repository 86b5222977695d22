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
  const declared = declaredParameters(notebook, name);
  for (const [parameter, value] of Object.entries(values)) refuseUnfit(declared, parameter, value, name);
  const source = [...declared]
    .map(([parameter]) => [parameter, values[parameter]] as const)
    .filter(([, value]) => value !== undefined)
    .map(([parameter, value]) => `const ${parameter}: ${typeof value} = ${JSON.stringify(value)};`)
    .join("\n");
  return { ...notebook, cells: notebook.cells.toSpliced(declaringCell(notebook) + 1, 0, injectedCell(source)) };
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

/**
 * The values that a notebook was last run with, from the cell that was added for them; none if it ran with its own.
 *
 * @throws UserError for a line of that cell that the runner cannot have written
 */
export function injectedParameters(notebook: Notebook, name: string): Record<string, ParameterValue> {
  const cell = notebook.cells.find((one) => tagsOf(one).includes(injectedTag));
  const lines = cell?.source.split("\n") ?? [];
  return Object.fromEntries(
    lines.map((line) => {
      const { parameter, value = "" } = /^const (?<parameter>[^\s:]+): \w+ = (?<value>.+);$/.exec(line)?.groups ?? {};
      try {
        return [parameter, JSON.parse(value)];
      } catch {
        throw new UserError(`notebook ${name}: not an injected parameter: ${line}; run it with --param again`);
      }
    }),
  );
}

const declaration =
  /^const\s+(?<parameter>[\p{ID_Start}$_][\p{ID_Continue}$]*)\s*(?::\s*\w+\s*)?=\s*(?<literal>"[^"\\]*"|'[^'\\]*'|[^\s;"'/]+)\s*;?\s*(?:\/\/.*)?$/u;

/** Index of the cell that declares the parameters; -1 if none does. */
function declaringCell({ cells }: Notebook): number {
  return cells.findIndex((cell) => cell.cell_type === "code" && tagsOf(cell).includes("parameters"));
}

/**
 * The parameters that a notebook declares, with their defaults, in its order.
 *
 * @throws UserError for a line of the tagged cell that declares none
 */
export function declaredParameters(notebook: Notebook, name: string): Map<string, ParameterValue> {
  const cell = notebook.cells[declaringCell(notebook)];
  return cell === undefined ? new Map() : declaredIn(cell, name);
}

/**
 * Values given as text, as on a command line, in the types that the notebook declares.
 *
 * @throws UserError for a name that is not declared or a text that is none of its type, with the valid ones
 *
 * @example
 * typedParameters(notebook, { week: "3" }, "03-labelling-rates"); // { week: 3 } if the notebook declares a number
 */
export function typedParameters(
  notebook: Notebook,
  texts: Record<string, string>,
  name: string,
): Record<string, ParameterValue> {
  const declared = declaredParameters(notebook, name);
  return Object.fromEntries(
    Object.entries(texts).map(([parameter, text]) => {
      const value = valueFrom(text, declared.get(parameter));
      refuseUnfit(declared, parameter, value, name);
      return [parameter, value];
    }),
  );
}

/** The value of a text by the type of another value; the text itself, which then does not fit, if it is none of that type. */
function valueFrom(text: string, ownValue: ParameterValue | undefined): ParameterValue {
  if (typeof ownValue === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  if (typeof ownValue === "number" && text.trim() !== "" && Number.isFinite(Number(text))) return Number(text);
  return text;
}

function declaredIn(cell: Cell, name: string): Map<string, ParameterValue> {
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
