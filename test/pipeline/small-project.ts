import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { temporaryFolder } from "../temporary-folder.js";

/**
 * A project of three modules and three packages: `first` imports `shared`, which imports `charts`; `second` imports `dates` and
 * loads `first` only on demand. `charts` needs `shapes`.
 */
export async function smallProject(): Promise<string> {
  const root = await temporaryFolder();
  await writeModule(root, "shared", 'import { draw } from "charts/svg.js";\nexport const shared = draw;\n');
  await writeModule(root, "first", 'import { shared } from "./shared.js";\nexport const first = shared;\n');
  await writeModule(
    root,
    "second",
    'import "dates";\nimport "node:fs";\nexport const second = () => import("./first.js");\n',
  );
  await writeLockfile(root, "1.0.0");
  return root;
}

/** Writes a module as source and as built code. */
export async function writeModule(root: string, name: string, code: string): Promise<void> {
  await write(join(root, "src", `${name}.ts`), code);
  await write(join(root, "dist", `${name}.js`), code);
}

export async function writeLockfile(root: string, shapes: string): Promise<void> {
  const packages = {
    "node_modules/charts": { version: "2.0.0", dependencies: { shapes: "*" }, optionalDependencies: { absent: "*" } },
    "node_modules/charts/node_modules/shapes": { version: shapes },
    "node_modules/shapes": { version: "9.9.9" },
    "node_modules/dates": { version: "3.0.0" },
  };
  await write(join(root, "package-lock.json"), JSON.stringify({ packages }));
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
