import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { consistencyOutcomes } from "../claims/checks/consistency.js";
import { readClaims } from "../claims/claim.js";
import { CodeLocations } from "../claims/code-location.js";
import { type CheckedClaim, crosswalk } from "../claims/crosswalk.js";
import { readFacts } from "../claims/facts.js";
import { seconded } from "../claims/seconded.js";
import type { Corpus } from "../corpus/corpus.js";
import { type CorpusInfo, infoFile } from "../corpus/info.js";
import { type TableName, tableFile, tableOf } from "../corpus/schema.js";
import { figureName } from "../figures/series.js";
import { sha256File } from "../files/hash.js";
import { projectPath } from "../files/project.js";
import { corpusPath } from "./corpus-names.js";
import { type FindingEntry, findings, isDrawable } from "./findings.js";
import { headlines } from "./headlines.js";
import { knowNetworks, networkStepsFor, networksFor } from "./network-step.js";
import { notebookOf } from "./notebook-steps.js";
import { corpusDependencies, type Plan, reportPath, withCorpus } from "./plan.js";
import type { Step, StepContext } from "./step.js";

/** What a finding step writes: the corpus it read, and the rows it computed. */
export interface FindingFile {
  corpus: CorpusInfo;
  /** The tables it read. */
  inputs: { table: TableName; sha256: string; rows: number }[];
  results: unknown;
  /** Claims recomputed by an independent path. */
  secondOpinion: Record<string, number>;
}

/** What the claims step writes. */
export interface ClaimsFile {
  corpus: CorpusInfo;
  /** The numbers that a reader looks for first, one sentence each. */
  headlines: string[];
  rows: ReturnType<typeof crosswalk>;
}

export function findingFile(plan: Plan, { name }: Pick<FindingEntry, "name">): string {
  return reportPath(plan, `findings/${name}.json`);
}

export function claimsFile(plan: Plan): string {
  return reportPath(plan, "claims.json");
}

/** A step a finding: query the corpus, keep the typed rows. */
export function findingSteps(plan: Plan, corpusFiles: string[]): Step[] {
  return findings.map((finding) => ({
    ...reading(plan, finding, corpusFiles),
    name: `finding/${finding.name}`,
    title: `compute ${finding.name}`,
    modules: [
      ...[`findings/${finding.name}`, "corpus/corpus"],
      ...(finding.secondOpinion ? [`claims/second-opinion/${finding.name}`] : []),
    ],
    parameters: plan.study,
    outputs: [findingFile(plan, finding)],
    async run(context) {
      const tables = tablesFor(plan, finding);
      const file = await withCorpus(plan, context, tables, async (corpus): Promise<FindingFile> => {
        await knowNetworks(
          corpus,
          networksFor(plan, finding).map((file) => context.path(file)),
        );
        const inputs = await Promise.all(tables.map((table) => inputOf(corpus, table)));
        const results = await finding.compute(corpus, plan.study);
        const second = isDrawable(plan, finding) ? finding.secondOpinion : undefined;
        const secondOpinion = (await second?.(corpus, plan.study)) ?? {};
        return { corpus: corpus.info, inputs, results, secondOpinion };
      });
      await context.write(findingFile(plan, finding), `${JSON.stringify(file, null, 2)}\n`);
    },
  }));
}

/** What a finding reads of the corpus: its tables, and what the corpus says of itself. */
function reading(plan: Plan, finding: FindingEntry, corpusFiles: string[]): Pick<Step, "after" | "reads" | "inputs"> {
  const files = [...tablesFor(plan, finding).map(tableFile), infoFile];
  return {
    after: [...corpusDependencies(plan), ...networkStepsFor(plan, finding)],
    reads: [...files.map((file) => `${corpusPath(plan.corpus)}/${file}`), ...networksFor(plan, finding)],
    inputs: corpusFiles.filter((path) => files.includes(basename(path))),
  };
}

/** The tables that a finding reads, without those that a corpus may lack and this one does. */
function tablesFor({ empty }: Plan, { tables }: FindingEntry): TableName[] {
  return tables.filter((table) => !tableOf(table).optional || !empty.includes(table));
}

async function inputOf(corpus: Corpus, table: TableName): Promise<FindingFile["inputs"][number]> {
  const sha256 = await sha256File(join(corpus.folder, tableFile(table)));
  return { table, sha256, rows: await corpus.count(table) };
}

/** Reads what a finding step wrote. */
export async function readFinding(
  plan: Plan,
  context: StepContext,
  finding: Pick<FindingEntry, "name">,
): Promise<FindingFile> {
  return JSON.parse(await readFile(context.path(findingFile(plan, finding)), "utf8")) as FindingFile;
}

/** The step that sets every published claim against what was computed. */
export function claimsStep(plan: Plan): Step {
  const claims = projectPath("data", "published", "claims.csv");
  const facts = projectPath("data", "published", "facts.csv");
  const parts = projectPath("data", "published", "parts.csv");
  return {
    name: "claims",
    title: "compare with the published claims",
    after: findings.map(({ name }) => `finding/${name}`),
    modules: [
      ...["crosswalk", "code-location", "claim", "facts", "checks/consistency"].map((name) => `claims/${name}`),
      ...findings.map(({ name }) => `claims/checks/${name}`),
      "pipeline/headlines",
    ],
    inputs: [claims, facts, parts],
    parameters: {},
    outputs: [claimsFile(plan)],
    async run(context) {
      const files = await Promise.all(findings.map((finding) => readFinding(plan, context, finding)));
      const info = (files[0] as FindingFile).corpus;
      const locations = await CodeLocations.read();
      const checked = [
        ...findings.flatMap((finding, at) => checkedBy(plan, finding, files[at] as FindingFile, locations)),
        ...consistencyOutcomes(await readFacts(facts)).map(({ claim, by, outcome }) => ({
          ...{ claim, outcome, code: locations.of(by) },
          ...{ notebook: notebookOf("00-start-here"), figure: null },
        })),
      ];
      const rows = crosswalk(await readClaims(claims), checked, info);
      const results = new Map(findings.map(({ name }, at) => [name, files[at]?.results]));
      const file: ClaimsFile = { corpus: info, headlines: headlines(results, info, plan.study), rows };
      await context.write(claimsFile(plan), `${JSON.stringify(file, null, 2)}\n`);
    },
  };
}

/** The figure that a check names, else the first, of those that can be drawn from the results. */
function figureOf({ figures }: FindingEntry, { corpus, results }: FindingFile, named?: string): string | null {
  const drawn = figures.filter(({ canDraw }) => canDraw?.(results) !== false);
  const figure = drawn.find(({ name }) => name === named) ?? drawn[0];
  return figure ? `figures/${figureName(figure.name, corpus)}.svg` : null;
}

function checkedBy(plan: Plan, finding: FindingEntry, file: FindingFile, locations: CodeLocations): CheckedClaim[] {
  const drawn = isDrawable(plan, finding);
  const isPublic = file.corpus.name === "public";
  return finding.checks.map((check) => ({
    claim: check.claim,
    outcome: seconded(check.claim, check.recompute(file.results), file.secondOpinion),
    code: locations.of(check.by),
    notebook: drawn ? notebookOf(isPublic ? "90-real-data" : finding.notebook) : null,
    figure: drawn ? figureOf(finding, file, check.figure) : null,
  }));
}
