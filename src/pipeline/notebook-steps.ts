import { readdirSync } from "node:fs";
import { delimiter } from "node:path";
import { sha256 } from "../files/hash.js";
import { projectPath } from "../files/project.js";
import { optionalFilesIn } from "../import/optional-data.js";
import { externalVariable } from "../import/sources.js";
import { type Notebook, readNotebook, serialiseNotebook, stripOutputs } from "../kernel/notebook.js";
import { runNotebook } from "../kernel/run-notebook.js";
import { modulesOfExports } from "./code-closure.js";
import { drawable, findings } from "./findings.js";
import { type AsksForNetwork, networkStepsFor, networksFor } from "./network-step.js";
import { corpusVariable, networksVariable } from "./open-corpus.js";
import { corpusDependencies, corpusFolder, isOwn, type Plan } from "./plan.js";
import type { Step } from "./step.js";

/** Path of a notebook, relative to the root of a run. */
export function notebookOf(name: string): string {
  return `notebooks/${name}.ipynb`;
}

/** Notebooks of a plan: the real data has one of its own; a corpus of one's own has those of the findings. */
function notebookNames(plan: Plan): string[] {
  const { corpus, folder } = plan;
  if (corpus === "public" && folder === null) return ["90-real-data"];
  const ofFindings = drawable(plan).map(({ notebook }) => notebook);
  return folder === null ? ["00-start-here", ...ofFindings] : ofFindings;
}

/** What the kernel is started with: loaded by path, so no import of the runner leads to it. */
const kernelFiles = [
  ...readdirSync(projectPath("src", "kernel", "repairs"))
    .sort()
    .map((file) => projectPath("src", "kernel", "repairs", file)),
  projectPath("node_modules", "tslab", "package.json"),
];

/**
 * A step a notebook: run its cells on the kernel and keep it with its outputs. A notebook depends on its own cells and on
 * the code of what it imports, not on the outputs it was committed with.
 *
 * @param externalFolder folder of the raw data, where the notebook reads more of it than the corpus was made from
 */
export async function notebookSteps(
  plan: Plan,
  corpusFiles: string[],
  externalFolder: string | null = null,
): Promise<Step[]> {
  const published = ["claims", "facts"].map((name) => projectPath("data", "published", `${name}.csv`));
  const sampleFiles = externalFolder === null ? [] : optionalFilesIn(externalFolder);
  const environment = externalFolder === null ? {} : { [externalVariable]: externalFolder };
  return Promise.all(
    notebookNames(plan).map(async (name): Promise<Step> => {
      const path = notebookOf(name);
      const asking = findingOf(name);
      const cells = stripOutputs(await readNotebook(projectPath(path)));
      return {
        name: `notebook/${name}`,
        title: `run ${name}`,
        after: [...corpusDependencies(plan), ...networkStepsFor(plan, asking)],
        modules: ["kernel/run-notebook", ...(await modulesOfExports(importedNames(cells)))],
        inputs: [
          ...corpusFiles,
          ...sampleFiles,
          ...published,
          ...kernelFiles,
          { name: path, sha256: sha256(serialiseNotebook(cells)) },
        ],
        parameters: isOwn(plan) ? {} : { corpusName: plan.corpus },
        outputs: [path],
        async run(context) {
          const executed = await runNotebook(cells, {
            cwd: projectPath("notebooks"),
            name,
            ...(isOwn(plan) ? {} : { parameters: { corpusName: plan.corpus } }),
            env: {
              ...environment,
              [corpusVariable]: `${plan.corpus}=${corpusFolder(plan, context)}`,
              [networksVariable]: networksFor(plan, asking)
                .map((file) => context.path(file))
                .join(delimiter),
            },
            onCell: (done, total) => context.progress(`cell ${done} of ${total}`),
          });
          await context.write(path, serialiseNotebook(executed));
        },
      };
    }),
  );
}

function findingOf(name: string): AsksForNetwork {
  return findings.find(({ notebook }) => notebook === name) ?? {};
}

/** Names that a notebook's cells import from this package. */
export function importedNames(notebook: Notebook): string[] {
  const code = notebook.cells
    .filter(({ cell_type }) => cell_type === "code")
    .map(({ source }) => source)
    .join("\n");
  const imports = code.matchAll(/import\s*\{([^}]*)\}\s*from\s*["']amplification-audit["']/g);
  return [...imports]
    .flatMap(([, names = ""]) => names.split(","))
    .map(
      (name) =>
        name
          .trim()
          .replace(/^type\s+/, "")
          .split(/\s+as\s+/)[0] ?? "",
    )
    .filter((name) => name !== "")
    .sort();
}
