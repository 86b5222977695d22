import { dirname, join } from "node:path";
import { messageOf, UserError } from "../errors.js";
import { projectPath } from "../files/project.js";

/** Stands between two cells, so that neither continues a statement of the other. */
const between = "\n;\n";

/** The cells of a notebook, and where it lies. */
export interface CellsToCheck {
  /** The code of the cells, in order. */
  sources: readonly string[];
  /** Path of the notebook, from which imports are looked up. */
  path: string;
}

/**
 * Type errors of cells read as one strict program that lies where the notebook does: `cell 2:1:7 - message`. tslab itself is not strict.
 *
 * @param sources the code of the cells, in order
 * @param path of the notebook, from which imports are looked up
 * @throws UserError if the compiler is not installed: it is among the development packages
 */
export async function typeErrors(sources: readonly string[], path: string): Promise<string[]> {
  const [errors = []] = await typeErrorsOfEach([{ sources, path }]);
  return errors;
}

/**
 * The same for many notebooks, each by itself, in hardly more time than for one: the types of the packages are read once.
 *
 * @returns the errors of each, in their order
 * @throws UserError if the compiler is not installed
 */
export async function typeErrorsOfEach(notebooks: readonly CellsToCheck[]): Promise<string[][]> {
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
  const files = notebooks.map(({ path }, at) => join(dirname(path), `__cells_${at + 1}__.ts`));
  const codes = notebooks.map(({ sources }) => `${sources.join(between)}\nexport {};`);
  const codeOf = new Map(files.map((file, at) => [file, codes[at] ?? ""]));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, ...rest) => {
    const code = codeOf.get(name);
    return code === undefined
      ? getSourceFile.call(host, name, ...rest)
      : ts.createSourceFile(name, code, ts.ScriptTarget.ES2022);
  };
  host.fileExists = (name) => codeOf.has(name) || fileExists.call(host, name);
  const errors = ts.getPreEmitDiagnostics(ts.createProgram(files, options, host));
  return files.map((name, at) =>
    errors
      .filter(({ file }) => file === undefined || file.fileName === name)
      .map(({ messageText, start = 0 }) => {
        return `${placeOf(start, codes[at] ?? "")} - ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
      }),
  );
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
