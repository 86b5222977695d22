import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CorpusInfo } from "../corpus/info.js";
import { canDrawCreationDays, creationDaysFigure } from "../figures/creation-days.js";
import type { Figure } from "../figures/figure.js";
import { canDrawRetweetSample, retweetSampleFigure } from "../figures/retweet-sample.js";
import { creationDaysResults } from "../findings/creation-days.js";
import { retweetSampleResults } from "../findings/retweet-sample.js";
import { archiveCreationDays, optionalSources, retweetSample } from "../import/optional-data.js";
import { type Source, sourceOf } from "../import/sources.js";
import { drawnStep, type FigureSource } from "./figure-steps.js";
import { type FindingFile, findingFile } from "./finding-steps.js";
import type { Plan } from "./plan.js";
import type { Step } from "./step.js";

/** A finding on one real data set that is no corpus: it stands on its own, and no claim rests on it. */
export interface Sample extends FigureSource {
  /** Id of the registered data set it reads. */
  source: string;
  compute(folder: string): Promise<unknown>;
}

/** What the run on real data computes beside the corpus `public`, where the data is there. */
export const samples: Sample[] = [
  sample("retweet-sample", optionalSources.retweetSample, {
    compute: async (folder) => retweetSampleResults((await retweetSample(folder)).retweets),
    canDraw: canDrawRetweetSample,
    draw: retweetSampleFigure,
  }),
  sample("creation-days", optionalSources.creationDays, {
    compute: async (folder) => creationDaysResults((await archiveCreationDays(folder)).days),
    canDraw: canDrawCreationDays,
    draw: creationDaysFigure,
  }),
];

/** The samples whose data set is in the folder. Says nothing of its content, which is checked when it is read. */
export function samplesThere(folder: string): Sample[] {
  return samples.filter(({ source }) => existsSync(join(folder, source)));
}

/** Names of the samples whose data set is in the folder, and of those whose is not. */
export function samplesIn(folder: string): { computed: string[]; absent: string[] } {
  const computed = samplesThere(folder).map(({ name }) => name);
  return { computed, absent: samples.map(({ name }) => name).filter((name) => !computed.includes(name)) };
}

/** A step a sample: read its file, keep the typed rows, as a finding does. */
export function sampleSteps(plan: Plan, folder: string): Step[] {
  return samplesThere(folder).map(({ name, source, compute }) => ({
    name: `finding/${name}`,
    title: `compute ${name}`,
    after: [],
    modules: [`findings/${name}`, "import/optional-data"],
    inputs: [join(folder, source)],
    parameters: {},
    outputs: [findingFile(plan, { name })],
    async run(context) {
      const results = await compute(folder);
      const file: FindingFile = { corpus: infoOf(sourceOf(source)), inputs: [], results, secondOpinion: {} };
      await context.write(findingFile(plan, { name }), `${JSON.stringify(file, null, 2)}\n`);
    },
  }));
}

/** A step a figure of a sample. */
export function sampleFigureSteps(plan: Plan, folder: string): Step[] {
  return samplesThere(folder).flatMap((one) => one.figures.map((figure) => drawnStep(plan, one, figure, "real data")));
}

/** A data set as a figure names it. */
function infoOf({ id, title, description, sha256 }: Source): CorpusInfo {
  const sources = [{ path: id, sha256 }];
  return { name: id.split("/")[0] ?? id, title, description, basis: "real data", listName: title, sources };
}

interface TypedSample<Results> {
  compute(folder: string): Promise<Results>;
  canDraw(results: Results): boolean;
  draw(results: Results, info: CorpusInfo): Figure;
}

/** Forgets the type of the results, which pass to the sample's own figure through a file. */
function sample<Results>(name: string, source: string, { compute, canDraw, draw }: TypedSample<Results>): Sample {
  const figure = {
    name,
    canDraw: (results: unknown) => canDraw(results as Results),
    draw: (results: unknown, info: CorpusInfo) => draw(results as Results, info),
  };
  return { name, source, compute, figures: [figure] };
}
