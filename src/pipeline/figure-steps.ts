import type { CorpusInfo } from "../corpus/info.js";
import type { Figure } from "../figures/figure.js";
import { provenance } from "../figures/provenance.js";
import { renderFigure } from "../figures/render.js";
import { sha256 } from "../files/hash.js";
import { closureHash, codeClosure } from "./code-closure.js";
import { readFinding } from "./finding-steps.js";
import { type FindingEntry, findings } from "./findings.js";
import type { Plan } from "./plan.js";
import type { Step, StepContext } from "./step.js";

/** A step a figure: the drawing in three formats, its source data and its provenance. */
export function figureSteps(plan: Plan, basis: CorpusInfo["basis"]): Step[] {
  return findings.map((finding) => {
    const stem = `figures/${finding.name}${basis === "real data" ? "-real-data" : ""}`;
    const modules = [`findings/${finding.name}`, `figures/${finding.name}`, "figures/render", "figures/provenance"];
    return {
      name: `figure/${finding.name}`,
      title: `draw ${finding.name}`,
      after: [`finding/${finding.name}`],
      modules,
      inputs: [],
      parameters: plan.study,
      outputs: [".svg", ".pdf", ".png", "-source-data.csv", ".provenance.json"].map((ending) => `${stem}${ending}`),
      run: (context) => draw(plan, finding, stem, modules, context),
    };
  });
}

async function draw(plan: Plan, finding: FindingEntry, stem: string, modules: string[], context: StepContext) {
  const { corpus, inputs, results } = await readFinding(plan, context, finding);
  const figure: Figure = finding.figure(results, corpus, plan.study);
  const { svg, pdf, png, sourceDataCsv } = await renderFigure(figure);
  const files: [string, string | Uint8Array][] = [
    [`${stem}.svg`, svg],
    [`${stem}.pdf`, pdf],
    [`${stem}.png`, png],
    [`${stem}-source-data.csv`, sourceDataCsv],
  ];
  const code = await codeClosure(modules);
  const described = provenance(figure, {
    corpus,
    inputs,
    code,
    codeHash: closureHash(code),
    parameters: plan.study,
    outputs: files.map(([path, data]) => ({ path, sha256: sha256(data) })),
  });
  for (const [path, data] of files) await context.write(path, data);
  await context.write(`${stem}.provenance.json`, `${JSON.stringify(described, null, 2)}\n`);
}
