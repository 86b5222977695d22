import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { CrosswalkRow } from "../claims/crosswalk.js";
import { figureName } from "../figures/series.js";
import { readCsv } from "../files/csv.js";
import { projectPath } from "../files/project.js";
import { readNotebook } from "../kernel/read-notebook.js";
import type { FigureMaterial, FindingMaterial, FurtherLink, Material, SourceMaterial } from "../report/material.js";
import {
  crosswalkPage,
  documentPage,
  drawingFile,
  findingPage,
  notebookPage,
  sourcesPage,
  startPage,
} from "../report/places.js";
import { plotLibrary } from "../report/plot-view.js";
import { renderSite } from "../report/render-site.js";
import { type ClaimsFile, claimsFile } from "./finding-steps.js";
import { findings, isDrawable } from "./findings.js";
import { type Plan, reportPath } from "./plan.js";
import { samples } from "./sample-steps.js";
import type { Step, StepContext } from "./step.js";

/** Arithmetic on published numbers alone: a page like a finding's, without corpus, figure or notebook. */
const consistency: Topic = {
  ...{ name: "consistency", title: "Published numbers against each other", missing: null, stems: [], notebook: null },
  about: "Arithmetic on what the sources print, without any corpus: do their numbers agree with one another?",
};

/** The files of the report that are the same for every corpus, and where each comes from. */
const assets = ["report.css", "report.js", "crosswalk.js", "plots.js"].map((name) => ({
  path: `assets/${name}`,
  from: projectPath("src", "report", "assets", name),
}));
const library = { path: plotLibrary, from: createRequire(import.meta.url).resolve("plotly.js") };

/** Texts that every page leads to. */
const further: FurtherLink[] = [
  { title: "Glossary", path: "docs/glossary.md" },
  { title: "Method cards", path: "docs/methods/README.md" },
  { title: "Exercises", path: "notebooks/exercises/README.md" },
];

/** What a page of the report is about: a finding, a sample of real data, or the arithmetic on published numbers. */
interface Topic extends Pick<FindingMaterial, "title" | "about"> {
  name: string;
  missing: string | null;
  stems: string[];
  notebook: string | null;
}

/**
 * The step that writes the report: pages, drawings, style and scripts. What differs from run to run stands in `run.js`, which the
 * run writes beside it.
 *
 * @param steps the figures and notebooks of the run
 */
export function reportStep(plan: Plan, basis: "synthetic twin" | "real data", steps: readonly Step[]): Step {
  const made = new Set(steps.flatMap(({ outputs }) => outputs));
  const topics = topicsOf(plan, basis, made);
  const claimed = new Set(topics.flatMap(({ notebook }) => notebook ?? []));
  const others = [...made].filter((path) => path.endsWith(".ipynb") && !claimed.has(path));
  const documents = [...new Set([...further.map(({ path }) => path), ...methodCards()])];
  const pages = [
    ...[startPage, crosswalkPage, sourcesPage],
    ...topics.map(({ name }) => findingPage(name)),
    ...others.map(notebookPage),
    ...documents.map(documentPage),
    ...topics.flatMap(({ stems }) => stems.map(drawingFile)),
  ];
  const sources = projectPath("data", "published", "sources.csv");
  const copied = [...assets, ...(showsPlots(made) ? [library] : [])];
  return {
    name: "report",
    title: "write the report",
    after: ["claims", ...steps.map(({ name }) => name)],
    modules: [
      ...["report/render-site", "pipeline/report-step", "kernel/read-notebook"],
      ...findings.map(({ name }) => `findings/${name}`),
      ...findings.map(({ name }) => `claims/checks/${name}`),
      "claims/checks/consistency",
    ],
    inputs: [...copied.map(({ from }) => from), sources, ...documents.map((path) => projectPath(path))],
    parameters: { study: plan.study, further },
    outputs: [...pages, ...copied.map(({ path }) => path)].map((path) => reportPath(plan, path)),
    async run(context) {
      const claims = JSON.parse(await readFile(context.path(claimsFile(plan)), "utf8")) as ClaimsFile;
      const material: Material = {
        ...claims,
        study: plan.study,
        folder: reportPath(plan, "").replace(/\/$/, ""),
        findings: await Promise.all(topics.map((topic) => findingMaterial(topic, context))),
        notebooks: await Promise.all(others.map((path) => notebookMaterial(path, context))),
        sources: await readSources(sources),
        code: await codeBehind(claims.rows),
        documents: await Promise.all(documents.map(documentMaterial)),
        further,
      };
      for (const [path, text] of renderSite(material)) await context.write(reportPath(plan, path), text);
      for (const { path, from } of copied) await context.write(reportPath(plan, path), await readFile(from));
    },
  };
}

/** Whether a cell of the run's notebooks speaks of a plot: the library is large, and goes only where it is wanted. */
function showsPlots(made: ReadonlySet<string>): boolean {
  const notebooks = [...made].filter((path) => path.endsWith(".ipynb"));
  return notebooks.some((path) => /plotly/i.test(readFileSync(projectPath(path), "utf8")));
}

function topicsOf(plan: Plan, basis: "synthetic twin" | "real data", made: ReadonlySet<string>): Topic[] {
  const drawn = (figures: readonly { name: string }[]) =>
    figures.map(({ name }) => figureName(name, { basis })).filter((stem) => made.has(`figures/${stem}.svg`));
  const ofFindings = findings.map((finding) => {
    const notebook = `notebooks/${finding.notebook}.ipynb`;
    return {
      name: finding.name,
      missing: isDrawable(plan, finding) ? null : `Not computable from this corpus: it has no ${finding.needs}.`,
      stems: drawn(finding.figures),
      notebook: made.has(notebook) ? notebook : null,
    };
  });
  const ofSamples = samples
    .map(({ name, figures }) => ({ name, missing: null, stems: drawn(figures), notebook: null }))
    .filter(({ stems }) => stems.length > 0);
  return [...ofFindings, ...ofSamples, consistency];
}

async function findingMaterial({ stems, notebook, ...topic }: Topic, context: StepContext): Promise<FindingMaterial> {
  return {
    ...topic,
    figures: await Promise.all(stems.map((stem) => figureMaterial(stem, context))),
    notebook: notebook === null ? null : await notebookMaterial(notebook, context),
  };
}

async function figureMaterial(stem: string, context: StepContext): Promise<FigureMaterial> {
  const read = (ending: string) => readFile(context.path(`figures/${stem}${ending}`), "utf8");
  const provenance = JSON.parse(await read(".provenance.json")) as FigureMaterial["provenance"];
  return { stem, provenance, svg: await read(".svg"), sourceDataCsv: await read("-source-data.csv") };
}

async function notebookMaterial(path: string, context: StepContext) {
  return { path, notebook: await readNotebook(context.path(path)) };
}

function methodCards(): string[] {
  const names = readdirSync(projectPath("docs", "methods")).filter((name) => name.endsWith(".md"));
  return names.sort().map((name) => `docs/methods/${name}`);
}

async function documentMaterial(path: string) {
  return { path, text: await readFile(projectPath(path), "utf8") };
}

async function readSources(path: string): Promise<SourceMaterial[]> {
  const columns = ["key", "title", "publisher", "date", "url", "note"] as const;
  const { rows } = await readCsv(path, { columns });
  return rows.map((row) => {
    const [key = "", title = "", publisher = "", date = "", url = "", note = ""] = columns.map((name) => row.get(name));
    return { key, title, publisher, date, url, note };
  });
}

/** The source files that the claims lead to, as the crosswalk names them. */
async function codeBehind(rows: CrosswalkRow[]): Promise<Map<string, string>> {
  const files = [...new Set(rows.flatMap(({ code }) => code?.split("#")[0] ?? []))].sort();
  const texts = await Promise.all(files.map((file) => readFile(projectPath(...file.split("/")), "utf8")));
  return new Map(files.map((file, at) => [file, (texts[at] ?? "").replaceAll("\r\n", "\n")]));
}
