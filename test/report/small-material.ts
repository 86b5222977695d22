import type { CrosswalkRow } from "../../src/claims/crosswalk.js";
import type { Cell } from "../../src/kernel/nbformat.js";
import { layTable } from "../../src/kernel/table.js";
import { tableHtml } from "../../src/kernel/table-html.js";
import { tableText } from "../../src/kernel/table-text.js";
import type { FigureMaterial, Material } from "../../src/report/material.js";

/** What must be shown as it stands and never run. */
export const planted = `<script>globalThis.planted = "yes"</script><img src=x onerror="globalThis.planted = 'yes'">"&'`;

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect width="80" height="20" y="10" fill="#0072B2"/></svg>';

function figure(stem: string): FigureMaterial {
  return {
    stem,
    svg,
    sourceDataCsv: `name,share\n"${planted.replaceAll('"', '""')}",0.142857142857\nembassy,\n`,
    provenance: {
      ...{ title: `Title ${planted}`, alternativeText: `One bar ${planted}`, basis: "synthetic twin" },
      corpus: { name: "twin", title: "A twin", seed: 1 },
      inputs: [{ table: "labels", sha256: "0".repeat(64), rows: 3 }],
      ...{
        parameters: { study: planted },
        columns: [
          { name: "name", description: planted },
          { name: "share", description: "Share" },
        ],
      },
      ...{ codeHash: "1".repeat(64), code: { "src/findings/labels.ts": "2".repeat(64) }, packages: { vega: "6" } },
      outputs: [{ path: `figures/${stem}.svg`, sha256: "3".repeat(64) }],
    },
  };
}

const shown = layTable([{ id: "L1", claim: planted, share: 0.5 }], { caption: `Claims, 95% CI ${planted}` });

const cells: Cell[] = [
  {
    cell_type: "markdown",
    id: "one",
    metadata: {},
    source: `# How many?\n\n**Question.** ${planted} [next](other.ipynb) [bad](javascript:alert(1))`,
  },
  { cell_type: "markdown", id: "two", metadata: {}, source: "**Method.** Count." },
  {
    ...{ cell_type: "code", id: "three", metadata: {}, source: `const planted = "${planted}";`, execution_count: 1 },
    outputs: [
      {
        output_type: "display_data",
        metadata: {},
        data: { "text/html": tableHtml(shown), "text/plain": "L1  fifty\n0% CI" },
      },
      {
        output_type: "display_data",
        metadata: {},
        data: { "text/html": `<b>${planted}</b>`, "text/plain": tableText(shown) },
      },
      { output_type: "stream", name: "stdout", text: planted },
      {
        ...{ output_type: "display_data", metadata: {} },
        data: {
          "application/vnd.plotly.v1+json": {
            data: [{ type: "scatter", x: [1, 2], y: [3, 4] }],
            layout: { title: { text: planted } },
          },
          "text/plain": planted,
        },
      },
    ],
  },
  { cell_type: "markdown", id: "four", metadata: {}, source: "Before.\n\n**What this does not show.** Much." },
];

function row(id: string, change: Partial<CrosswalkRow> = {}): CrosswalkRow {
  return {
    id,
    claim: {
      ...{
        id,
        paper: "2021.1",
        claim: `Sentence ${planted}`,
        published: planted,
        value: 0.14,
        upper: null,
        relation: "equal",
      },
      ...{ unit: "", window: "", population: "", platform: "", sources: ["S1"], tolerance: 0, toleranceReason: "" },
      parts: [],
      ...{ basis: "calibrated", finding: "labels", reason: null },
    },
    outcome: { value: 0.14, text: planted },
    ...{ verdict: "reproduced", basis: "calibrated", corpus: "twin", code: "src/findings/labels.ts#3" },
    ...{ notebook: "notebooks/01-labels.ipynb", figure: "figures/labels.svg" },
    ...change,
  };
}

/** A report small enough to write by hand, with markup planted wherever data can carry a text. */
export function smallMaterial(): Material {
  const absent = row("X1", {
    outcome: { notComputable: planted },
    verdict: "not computable from this corpus",
    basis: null,
    code: null,
    notebook: null,
    figure: null,
  });
  return {
    corpus: {
      name: "twin",
      title: `Twin ${planted}`,
      description: planted,
      basis: "synthetic twin",
      listName: "",
      sources: [{ path: planted, sha256: "4".repeat(64) }],
    },
    study: { name: "oii-2021", title: planted },
    folder: "report",
    headlines: [planted],
    rows: [
      row("L1"),
      row("L2", { verdict: "differs", basis: "emergent" }),
      row("L3", { verdict: "sources contradict each other", outcome: { value: 1, text: "1", contradiction: planted } }),
      { ...absent, claim: { ...absent.claim, finding: "empty", paper: "press" } },
    ],
    findings: [
      {
        name: "labels",
        missing: null,
        figures: [figure("labels"), figure("labels-waffle")],
        notebook: {
          path: "notebooks/01-labels.ipynb",
          notebook: { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 },
        },
      },
      { name: "empty", missing: `No posts ${planted}`, figures: [], notebook: null },
    ],
    notebooks: [
      {
        path: "notebooks/00-start.ipynb",
        notebook: { cells: cells.slice(0, 2), metadata: {}, nbformat: 4, nbformat_minor: 5 },
      },
    ],
    sources: [{ key: "S1", title: planted, publisher: planted, date: "", url: "https://example.org/", note: planted }],
    code: new Map([
      [
        "src/findings/labels.ts",
        `const before = 1;\n/** ${planted} */\nexport function labels(): string {\n  return \`${planted}\`;\n}\n`,
      ],
    ]),
    documents: [
      { path: "docs/glossary.md", text: `# Glossary\n\n${planted}\n\nA [card](methods/one.md), [gone](gone.md).\n` },
      { path: "docs/methods/one.md", text: `# One method\n\n${planted} [words](../glossary.md)\n\n## Formula\n` },
    ],
    further: [{ title: "Glossary", path: "docs/glossary.md" }],
  };
}
