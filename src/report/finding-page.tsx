import { ClaimsTable } from "./claims-table.js";
import { CodeView } from "./code-view.js";
import { DataTable } from "./data-table.js";
import { FigureView } from "./figure-view.js";
import { followIn } from "./follow.js";
import { Layout } from "./layout.js";
import { markdownHtml } from "./markdown.js";
import type { FindingMaterial, Material } from "./material.js";
import { formOf, outputsOf, plotsOf } from "./notebook-cells.js";
import { notebookProse } from "./notebook-prose.js";
import { NotebookView } from "./notebook-view.js";
import { Onward } from "./onward.js";
import { findingPage, Place, titleOf } from "./places.js";
import { PlotView, plotScript } from "./plot-view.js";
import { type ShownTable, shownTable } from "./shown-table.js";
import { Trusted } from "./trusted.js";

interface Props {
  material: Material;
  finding: FindingMaterial;
}

/** One finding: question, figures, numbers, method, limits, code, notebook. */
export function FindingPage({ material, finding }: Props) {
  const place = new Place(material, findingPage(finding.name));
  const { notebook, title = titleOf(finding.name), about } = finding;
  const prose = notebook === null ? null : notebookProse(notebook.notebook);
  const plots = notebook === null ? [] : plotsOf(notebook);
  const rows = material.rows.filter(({ claim }) => claim.finding === finding.name);
  const computed = rows.filter(({ code }) => code !== null && material.code.has(code.split("#")[0] ?? ""));
  const drawn = finding.figures.map(({ stem }) => stem);
  const text = (markdown: string) => (
    <Trusted
      element="div"
      class="prose"
      html={markdownHtml(markdown, followIn(material, place, notebook?.path ?? ""))}
    />
  );
  const sections = [
    ["figures", "Figures", drawn.length > 0],
    ["numbers", "Numbers", rows.length > 0],
    ["method", "Method", Boolean(prose?.method)],
    ["limits", "Limits", Boolean(prose?.limits)],
    ["code", "Code", computed.length > 0],
    ["notebook", "Notebook", notebook !== null],
  ] as const;
  const present = sections.filter(([, , isThere]) => isThere);
  return (
    <Layout
      {...{ material, place }}
      {...{ title }}
      explorable={plots.length > 0}
      drawn={!isArithmetic(rows)}
      scripts={plots.length > 0 ? [plotScript] : []}
    >
      <header class="opening">
        <p class="kicker">
          {title} <span class="basis">{isArithmetic(rows) ? "published figures" : material.corpus.basis}</span>
        </p>
        <h1>{prose?.title || title}</h1>
        {prose && text(prose.question)}
        {about !== undefined && <p>{about}</p>}
        {finding.missing !== null && (
          <p class="missing">
            {finding.missing}
            {rows.length > 0 && " The claims below say what each would need."}
          </p>
        )}
        <nav aria-label="On this page" class="contents">
          <ul>
            {present.map(([id, heading]) => (
              <li key={id}>
                <a href={`#${id}`}>{heading}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {drawn.length > 0 && (
        <section id="figures" aria-labelledby="figures-title">
          <h2 id="figures-title">Figures</h2>
          {finding.figures.map((figure) => (
            <FigureView key={figure.stem} figure={figure} place={place} />
          ))}
          {plots.map((plot, at) => (
            <PlotView key={at} plot={plot} place={place} />
          ))}
        </section>
      )}
      {rows.length > 0 && (
        <section id="numbers" aria-labelledby="numbers-title">
          <h2 id="numbers-title">Numbers</h2>
          <ClaimsTable {...{ material, place, rows }} label={`Claims of ${finding.name}`} />
          <Intervals finding={finding} />
        </section>
      )}
      {prose?.method && (
        <section id="method" aria-labelledby="method-title">
          <h2 id="method-title">Method</h2>
          {text(prose.method)}
        </section>
      )}
      {prose?.limits && (
        <section id="limits" aria-labelledby="limits-title">
          <h2 id="limits-title">Limits</h2>
          {text(prose.limits)}
        </section>
      )}
      {computed.length > 0 && (
        <section id="code" aria-labelledby="code-title">
          <h2 id="code-title">Code</h2>
          <CodeView material={material} rows={computed} />
        </section>
      )}
      {notebook !== null && (
        <section id="notebook" aria-labelledby="notebook-title">
          <h2 id="notebook-title">Notebook</h2>
          <p>
            The executed notebook is <a href={place.toRun(notebook.path)}>{notebook.path}</a>; here it is as the run
            left it.
          </p>
          <details>
            <summary>Read the {notebook.notebook.cells.length} cells</summary>
            <NotebookView {...{ material, place, notebook, drawn }} />
          </details>
        </section>
      )}
      <Onward material={material} place={place} name={finding.name} />
    </Layout>
  );
}

/** Whether the claims are checked on published numbers alone, so that no corpus is involved. */
function isArithmetic(rows: Material["rows"]): boolean {
  return rows.length > 0 && rows.every(({ claim }) => claim.basis === "published figures");
}

/** Whether a table gives both ends of intervals. */
function hasEnds({ head }: ShownTable): boolean {
  return head.includes("low") && head.includes("high");
}

/** What the notebook shows with intervals, which belongs to the numbers. */
function Intervals({ finding: { notebook } }: Pick<Props, "finding">) {
  const shown = (notebook?.notebook.cells ?? [])
    .flatMap(outputsOf)
    .map((output) => formOf(output, "text/html"))
    .flatMap((html) => {
      const table = shownTable(html);
      return table && (/\d% CI /.test(html) || hasEnds(table)) ? [table] : [];
    });
  return (
    <>
      {shown.length > 0 && <h3>With intervals</h3>}
      {shown.map((table) => (
        <DataTable key={table.caption} table={table} label={table.caption || "Numbers with intervals"} />
      ))}
    </>
  );
}
