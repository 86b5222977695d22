import { DataTable } from "./data-table.js";
import type { FigureMaterial, Provenance } from "./material.js";
import { Scrolling } from "./parts.js";
import { drawingFile, type Place } from "./places.js";
import { sourceTable } from "./source-table.js";

interface Props {
  figure: FigureMaterial;
  place: Place;
}

const formats = [
  [".svg", "SVG"],
  [".pdf", "PDF"],
  [".png", "PNG"],
  ["-source-data.csv", "Source data (CSV)"],
  [".provenance.json", "Provenance (JSON)"],
] as const;

/** A figure with all that goes with it: words, files, data and origin. */
export function FigureView({ figure, place }: Props) {
  const { stem, provenance, sourceDataCsv } = figure;
  const table = sourceTable(sourceDataCsv);
  return (
    <figure id={`figure-${stem}`}>
      <Scrolling kind={isWide(figure) ? "paper wide" : "paper"} label={`Figure: ${provenance.title}`}>
        <img
          src={place.toReport(drawingFile(stem))}
          alt={provenance.alternativeText}
          loading="lazy"
          decoding="async"
          {...sizeOf(figure)}
        />
      </Scrolling>
      <figcaption>
        <strong>{provenance.title}</strong> <span class="basis">{provenance.basis}</span>
      </figcaption>
      <ul class="downloads" aria-label={`Files of ${stem}`}>
        {formats.map(([ending, text]) => (
          <li key={ending}>
            <a href={place.toRun(`figures/${stem}${ending}`)}>{text}</a>
          </li>
        ))}
      </ul>
      <details>
        <summary>In words and numbers</summary>
        <p>{provenance.alternativeText}</p>
        <dl class="columns">
          {provenance.columns.map(({ name, description, unit }) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{[description, unit].filter((text) => text !== undefined && text !== "").join(", in ")}</dd>
            </div>
          ))}
        </dl>
        <DataTable table={table} label={`Source data of ${stem}`} />
      </details>
      <Origin provenance={provenance} stem={stem} />
    </figure>
  );
}

/** The drawing's own proportions, so that the page does not jump when it comes. */
function sizeOf({ svg }: FigureMaterial): { width: number; height: number } | object {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  if (width === undefined || height === undefined) return {};
  return { width: Math.round(Number(width) * 2), height: Math.round(Number(height) * 2) };
}

/** Too wide for a phone to show it whole and legible. */
function isWide(figure: FigureMaterial): boolean {
  const size = sizeOf(figure);
  return "width" in size && size.width > 700;
}

function Origin({ provenance, stem }: { provenance: Provenance; stem: string }) {
  const { corpus, inputs, parameters, codeHash, code, packages, outputs } = provenance;
  const seed = corpus.seed === null ? "" : `, seed ${corpus.seed}`;
  return (
    <details>
      <summary>Where it comes from</summary>
      <h3>Corpus and tables</h3>
      <p>
        {corpus.title} (<code>{corpus.name}</code>
        {seed})
      </p>
      {inputs.length > 0 && (
        <Hashes
          label={`Tables read for ${stem}`}
          heads={["table", "SHA-256", "rows"]}
          rows={inputs.map(({ table, sha256, rows }) => [table, sha256, String(rows)])}
        />
      )}
      <h3>Parameters</h3>
      <Scrolling label={`Parameters of ${stem}`}>
        <pre>{JSON.stringify(parameters, null, 2)}</pre>
      </Scrolling>
      <h3>Code</h3>
      <p>
        {Object.keys(code).length} source files, together <code class="hash">{codeHash}</code>; packages{" "}
        {Object.entries(packages)
          .map(([name, version]) => `${name} ${version}`)
          .join(", ")}
        .
      </p>
      <Hashes label={`Source files of ${stem}`} heads={["source file", "SHA-256"]} rows={Object.entries(code)} />
      <h3>Files made</h3>
      <Hashes
        label={`Files of ${stem} with their hashes`}
        heads={["file", "SHA-256"]}
        rows={outputs.map(({ path, sha256 }) => [path, sha256])}
      />
    </details>
  );
}

function Hashes({ label, heads, rows }: { label: string; heads: string[]; rows: string[][] }) {
  const shown = rows.map((row) => row.map((text) => (/^[0-9a-f]{64}$/.test(text) ? `${text.slice(0, 16)}…` : text)));
  const numeric = heads.map((head) => head === "rows");
  const note = "Hashes are cut to 16 digits; the provenance file has them whole.";
  return <DataTable label={label} table={{ caption: "", head: heads, numeric, rows: shown, note }} />;
}
