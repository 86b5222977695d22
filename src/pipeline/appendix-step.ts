import { infoFile } from "../corpus/info.js";
import { type TableName, tableFile } from "../corpus/schema.js";
import { appendixFiles, appendixNames } from "../findings/appendix-csv.js";
import { appendixTables } from "../findings/appendix-tables.js";
import { corpusPath } from "./corpus-names.js";
import { corpusDependencies, type Plan, reportPath, withCorpus } from "./plan.js";
import type { Step } from "./step.js";

const tables: TableName[] = ["accounts", "principals", "posts", "amplifications", "labels", "statuses"];

/** The step that writes the appendix: a table an audience and platform, a row an account. Nothing without posts. */
export function appendixSteps(plan: Plan, corpusFiles: string[]): Step[] {
  if (plan.empty.includes("posts")) return [];
  const outputs = appendixNames.map((name) => reportPath(plan, `appendix/${name}`));
  return [
    {
      name: "appendix",
      title: "write the appendix tables",
      after: corpusDependencies(plan),
      reads: [...tables.map(tableFile), infoFile].map((file) => `${corpusPath(plan.corpus)}/${file}`),
      modules: ["findings/appendix-tables", "findings/appendix-csv", "corpus/corpus"],
      inputs: corpusFiles,
      parameters: plan.study,
      outputs,
      async run(context) {
        const rows = await withCorpus(plan, context, tables, (corpus) => appendixTables(corpus, plan.study));
        for (const { name, csv } of appendixFiles(rows)) await context.write(reportPath(plan, `appendix/${name}`), csv);
      },
    },
  ];
}
