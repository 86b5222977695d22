import type { CorpusInfo } from "../corpus/info.js";
import { nothingToDraw } from "../figures/nothing.js";
import { provenance } from "../figures/provenance.js";
import { renderFigure } from "../figures/render.js";
import { figureName } from "../figures/series.js";
import { sha256 } from "../files/hash.js";
import { closureHash, codeClosure } from "./code-closure.js";
import { readFinding } from "./finding-steps.js";
import { drawable, type FindingEntry } from "./findings.js";
import type { Plan } from "./plan.js";
import type { Step, StepContext } from "./step.js";

/** A step a figure: the drawing in three formats, its source data and its provenance. */
export function figureSteps(plan: Plan, basis: CorpusInfo["basis"]): Step[] {
  return drawable(plan).flatMap((finding) => finding.figures.map((figure) => drawnStep(plan, finding, figure, basis)));
}

/** What a figure is drawn from: the results that the step `finding/NAME` leaves. */
export type FigureSource = Pick<FindingEntry, "name" | "figures">;

type FigureOfFinding = FigureSource["figures"][number];

/** The step that draws one figure. */
export function drawnStep(
  plan: Plan,
  finding: FigureSource,
  figure: FigureOfFinding,
  basis: CorpusInfo["basis"],
): Step {
  const stem = `figures/${figureName(figure.name, { basis })}`;
  const modules = [
    ...[`findings/${finding.name}`, `figures/${figure.name}`],
    ...["figures/nothing", "figures/render", "figures/provenance"],
  ];
  return {
    name: `figure/${figure.name}`,
    title: `draw ${figure.name}`,
    after: [`finding/${finding.name}`],
    modules,
    inputs: [],
    parameters: plan.study,
    outputs: [".svg", ".pdf", ".png", "-source-data.csv", ".provenance.json"].map((ending) => `${stem}${ending}`),
    run: (context) => draw(plan, finding, figure, { stem, modules, context }),
  };
}

interface Drawing {
  stem: string;
  modules: string[];
  context: StepContext;
}

async function draw(plan: Plan, finding: FigureSource, specified: FigureOfFinding, drawing: Drawing) {
  const { stem, modules, context } = drawing;
  const { corpus, inputs, results } = await readFinding(plan, context, finding);
  const figure = specified.canDraw(results)
    ? specified.draw(results, corpus, plan.study)
    : nothingToDraw(specified.name, corpus);
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
