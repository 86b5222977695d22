import { readFile } from "node:fs/promises";
import ts from "typescript";
import { projectPath } from "../../src/files/project.js";

/** An example of a docstring: its code and what its last expression is said to give. */
export interface Example {
  code: string;
  expected: string;
}

/** The examples of a source file that end with what they give: `expression; // value`, the value a literal. */
export async function examplesOf(file: string): Promise<Example[]> {
  const source = await readFile(projectPath("src", file), "utf8");
  return [...source.matchAll(/@example\n((?: \* .*\n)+?) \*\/\n/g)].flatMap(([, lines = ""]) => {
    const code = lines.replaceAll(/^ \* /gm, "").trim();
    const [, statements, expected] = /^(.*); \/\/ (["'[{\d-].*)$/s.exec(code) ?? [];
    return statements && expected ? [{ code: statements, expected }] : [];
  });
}

/** What the example gives and what it says it gives, run with the names that the modules export. */
export function run({ code, expected }: Example, names: Record<string, unknown>): [actual: unknown, expected: unknown] {
  const lines = code.split("\n");
  const last = lines.pop();
  const program = [...lines, `return [(${last}), (${expected})];`].join("\n");
  const { outputText } = ts.transpileModule(program, { compilerOptions: { target: ts.ScriptTarget.ES2023 } });
  return new Function(...Object.keys(names), outputText)(...Object.values(names));
}
