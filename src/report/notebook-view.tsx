import type { Cell, Output } from "../kernel/nbformat.js";
import { DataTable } from "./data-table.js";
import { followIn } from "./follow.js";
import { highlighted } from "./highlight.js";
import { markdownHtml } from "./markdown.js";
import type { Material, NotebookMaterial } from "./material.js";
import { formOf, outputsOf, plainText } from "./notebook-cells.js";
import { Scrolling } from "./parts.js";
import { cellAnchor, type Place } from "./places.js";
import { shownTable } from "./shown-table.js";
import { Trusted } from "./trusted.js";

interface Props {
  material: Material;
  place: Place;
  notebook: NotebookMaterial;
  /** Stems of the figures that the page shows already. */
  drawn: string[];
}

/** An executed notebook, cell by cell, as it was left by the run. */
export function NotebookView({ material, place, notebook, drawn }: Props) {
  const follow = followIn(material, place, notebook.path);
  return (
    <div class="notebook">
      {notebook.notebook.cells.map((cell) => (
        <section key={cell.id} id={cellAnchor(cell.id)} class={`cell ${cell.cell_type}`} aria-label={`Cell ${cell.id}`}>
          {cell.cell_type === "code" ? (
            <CodeCell cell={cell} drawn={drawn} />
          ) : (
            <Trusted element="div" class="prose" html={markdownHtml(cell.source, follow)} />
          )}
        </section>
      ))}
    </div>
  );
}

function CodeCell({ cell, drawn }: { cell: Cell; drawn: string[] }) {
  return (
    <>
      <Scrolling label={`Code of cell ${cell.id}`}>
        <pre>
          <Trusted element="code" html={highlighted(cell.source)} />
        </pre>
      </Scrolling>
      {outputsOf(cell).map((output, at) => (
        <OutputView key={at} output={output} drawn={drawn} label={`Output of cell ${cell.id}`} />
      ))}
    </>
  );
}

/** The richest form of an output that can be shown without trusting it: a table, a drawing as a picture, else its plain text. */
function OutputView({ output, drawn, label }: { output: Output; drawn: string[]; label: string }) {
  const table = shownTable(formOf(output, "text/html"));
  if (table) return <DataTable table={table} label={label} />;
  const svg = formOf(output, "image/svg+xml");
  if (svg !== "") return <Drawing svg={svg} alt={plainText(output)} drawn={drawn} />;
  const text = plainText(output);
  return text === "" ? null : (
    <Scrolling label={label}>
      <pre class="output">{text}</pre>
    </Scrolling>
  );
}

/** A drawing as a picture, in which no script runs; once on a page is enough. */
function Drawing({ svg, alt, drawn }: { svg: string; alt: string; drawn: string[] }) {
  const stem = /<title id="([\w-]+)-title">/.exec(svg)?.[1] ?? "";
  if (drawn.includes(stem)) {
    return (
      <p class="output">
        The figure <a href={`#figure-${stem}`}>{stem}</a>, as above.
      </p>
    );
  }
  const address = `data:image/svg+xml;base64,${Buffer.from(svg, "utf8").toString("base64")}`;
  return (
    <div class="paper">
      <img src={address} alt={alt} loading="lazy" decoding="async" />
    </div>
  );
}
