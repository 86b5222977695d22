import { init, parse } from "es-module-lexer";
import { packageOf } from "./packages.js";

/** What a module of built code asks for. */
export interface Imports {
  /** Specifiers of files that it imports statically: `./theme.js`. */
  files: string[];
  /** Packages that it imports, statically or with `import()`. */
  packages: string[];
  /** Packages that it only finds the files of: `require.resolve("@scope/fonts/regular.ttf")`. A comment can look like one. */
  mentioned: string[];
}

const lookups = /\b(?:require|require\.resolve|import\.meta\.resolve)\(\s*["']([^"']+)["']/g;

/** The imports of a module's JavaScript. */
export async function importsOf(code: string): Promise<Imports> {
  await init;
  const [found] = parse(code);
  const specifiers = found.flatMap(({ n, d }) => (n === undefined ? [] : [{ name: n, isStatic: d === -1 }]));
  return {
    files: specifiers.filter(({ name, isStatic }) => isStatic && name.startsWith(".")).map(({ name }) => name),
    packages: specifiers.flatMap(({ name }) => packageOf(name) ?? []),
    mentioned: [...code.matchAll(lookups)].flatMap(([, name]) => packageOf(name ?? "") ?? []),
  };
}

/** Which specifier each name is exported from, for a module of `export { a, b } from "./file.js"` lines. */
export async function exportsFrom(code: string): Promise<Map<string, string>> {
  await init;
  const [imports, exported] = parse(code);
  return new Map(
    exported.flatMap(({ n: name, s: start }) => {
      const statement = imports.find(({ ss, se }) => ss <= start && start < se);
      return statement?.n === undefined ? [] : [[name, statement.n] as const];
    }),
  );
}
