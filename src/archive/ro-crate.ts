import type { Provenance } from "../report/material.js";

/** A figure of the archive: where it comes from, and which finding it draws. */
export interface ArchivedFigure {
  stem: string;
  finding: string;
  provenance: Provenance;
}

/** What the crate says of itself as a whole. */
export interface CrateDescription {
  name: string;
  description: string;
  version: string;
  license: string;
  /** Day on which the run was begun. */
  day: string;
}

type Entity = Record<string, unknown>;

const program = "#amplification-audit";

/**
 * The metadata of the archive as an RO-Crate 1.1 (https://www.researchobject.org/ro-crate/specification/1.1/): every file, and for each
 * figure the action that made it, with what it read, the code that ran and what it wrote.
 *
 * @param files of the archive, relative to its root
 */
export function roCrate(about: CrateDescription, files: string[], figures: ArchivedFigure[]): object {
  const present = new Set(files);
  const { name, description, version, license, day } = about;
  const graph: Entity[] = [
    {
      "@id": "ro-crate-metadata.json",
      "@type": "CreativeWork",
      conformsTo: reference("https://w3id.org/ro/crate/1.1"),
      about: reference("./"),
    },
    {
      "@id": "./",
      "@type": "Dataset",
      ...{ name, description, version, license, datePublished: day },
      hasPart: files.map(idOf).map(reference),
      mentions: figures.map(({ stem }) => reference(actionOf(stem))),
    },
    { "@id": program, "@type": "SoftwareApplication", name, softwareVersion: version, license },
    ...files.map((file) => ({ "@id": idOf(file), "@type": "File", name: file, encodingFormat: formatOf(file) })),
    ...distinct(figures.flatMap(({ provenance }) => tablesOf(provenance))),
    ...figures.map((figure) => action(figure, present)),
  ];
  return { "@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph };
}

/** The action that drew a figure. */
function action({ stem, finding, provenance }: ArchivedFigure, present: ReadonlySet<string>): Entity {
  const folder = provenance.corpus.name === "twin" ? "report" : "report/public";
  const results = `${folder}/findings/${finding}.json`;
  const record = `figures/${stem}.provenance.json`;
  const code = Object.keys(provenance.code).filter((file) => present.has(file));
  const made = [...provenance.outputs.map(({ path }) => path), record].filter((file) => present.has(file));
  return {
    "@id": actionOf(stem),
    "@type": "CreateAction",
    name: `Draw ${stem}: ${provenance.title}`,
    description: `From ${provenance.corpus.title} (${provenance.basis}). ${provenance.alternativeText}`,
    instrument: [program, ...code.map(idOf)].map(reference),
    object: [
      ...(present.has(results) ? [reference(idOf(results))] : []),
      ...tablesOf(provenance).map((table) => reference(String(table["@id"]))),
    ],
    result: made.map(idOf).map(reference),
  };
}

/** The tables of the corpus that a figure was drawn from. They follow from the seed or the raw data, and lie outside the archive. */
function tablesOf({ corpus, inputs }: Provenance): Entity[] {
  return inputs.map(({ table, sha256, rows }) => ({
    "@id": `#${corpus.name}-${table}`,
    "@type": "Dataset",
    name: `${corpus.title}: ${table}`,
    description: `${rows} rows. Made again by \`reproduce\`, and not part of this archive.`,
    identifier: `sha256:${sha256}`,
  }));
}

function distinct(entities: Entity[]): Entity[] {
  return [...new Map(entities.map((entity) => [entity["@id"], entity])).values()];
}

function reference(id: string): Entity {
  return { "@id": id };
}

function actionOf(stem: string): string {
  return `#draw-${stem}`;
}

/** Names of files as the addresses that JSON-LD wants. */
function idOf(file: string): string {
  return file.split("/").map(encodeURIComponent).join("/");
}

const formats: Record<string, string> = {
  csv: "text/csv",
  css: "text/css",
  html: "text/html",
  ipynb: "application/x-ipynb+json",
  js: "text/javascript",
  json: "application/json",
  md: "text/markdown",
  pdf: "application/pdf",
  png: "image/png",
  svg: "image/svg+xml",
  ts: "text/x-typescript",
  tsx: "text/x-typescript",
};

function formatOf(file: string): string {
  return formats[file.replace(/^.*\./, "")] ?? "application/octet-stream";
}
