import { dirname, join } from "node:path";
import { messageOf, UserError } from "../errors.js";
import { projectPath } from "../files/project.js";

/** Stands between two cells, so that neither continues a statement of the other. */
const between = "\n;\n";

/**
 * Type errors of cells read as one strict program that lies where the notebook does: `cell 2:1:7 - message`. tslab itself is not strict.
 *
 * @param sources the code of the cells, in order
 * @param path of the notebook, from which imports are looked up
 * @throws UserError if the compiler is not installed: it is among the development packages
 */
export async function typeErrors(sources: readonly string[], path: string): Promise<string[]> {
  const ts = await compiler();
  const options: import("typescript").CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ["node"],
    typeRoots: [projectPath("node_modules", "@types")],
    paths: { "amplification-audit": [projectPath("dist", "index.d.ts")] }, // for notebooks outside the checkout
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const file = join(dirname(path), "__cells__.ts");
  const code = `${sources.join(between)}\nexport {};`;
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, code, ts.ScriptTarget.ES2022) : getSourceFile.call(host, name, ...rest);
  host.fileExists = (name) => name === file || fileExists.call(host, name);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText, start = 0 }) => {
    return `${placeOf(start, code)} - ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

function placeOf(start: number, code: string): string {
  const before = code.slice(0, start).split(between);
  const lines = (before.at(-1) ?? "").split("\n");
  return `cell ${before.length}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}

async function compiler(): Promise<typeof import("typescript")> {
  try {
    return (await import("typescript")).default;
  } catch (thrown) {
    throw new UserError(`cannot check types: ${messageOf(thrown)}; install all packages with \`npm ci\``);
  }
}
