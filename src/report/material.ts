import type { CrosswalkRow } from "../claims/crosswalk.js";
import type { CorpusInfo } from "../corpus/info.js";
import type { Notebook } from "../kernel/nbformat.js";

/** All that the report is made from. It holds neither a time nor a machine: the same material gives the same bytes. */
export interface Material {
  corpus: CorpusInfo;
  study: { name: string; title: string };
  /** Folder of the report, relative to the root of the run: `report`, or `report/public`. */
  folder: string;
  headlines: string[];
  rows: CrosswalkRow[];
  findings: FindingMaterial[];
  /** Notebooks that belong to no one finding. */
  notebooks: NotebookMaterial[];
  sources: SourceMaterial[];
  /** Text of source files by path, as far as a claim leads there. */
  code: Map<string, string>;
  /** Texts that belong to no run: glossary, method cards, exercises. */
  documents: DocumentMaterial[];
  /** Those of them that a reader may want from everywhere. */
  further: FurtherLink[];
}

/** What belongs to one finding; without figures and notebook where the corpus has nothing for it. */
export interface FindingMaterial {
  name: string;
  /** Title, where the name in words is none. */
  title?: string;
  /** What it is about, where no notebook says so. */
  about?: string;
  /** Why nothing is drawn; null where something is. */
  missing: string | null;
  figures: FigureMaterial[];
  notebook: NotebookMaterial | null;
}

/** A figure as its step left it. */
export interface FigureMaterial {
  /** Stem of its files in `figures/`. */
  stem: string;
  svg: string;
  sourceDataCsv: string;
  provenance: Provenance;
}

/** What the report reads of a figure's provenance. */
export interface Provenance {
  title: string;
  alternativeText: string;
  basis: string;
  corpus: { name: string; title: string; seed: number | null };
  inputs: { table: string; sha256: string; rows: number }[];
  parameters: unknown;
  columns: { name: string; description: string; unit?: string }[];
  codeHash: string;
  code: Record<string, string>;
  packages: Record<string, string>;
  outputs: { path: string; sha256: string }[];
}

export interface NotebookMaterial {
  /** Relative to the root of the run: `notebooks/03-labelling-rates.ipynb`. */
  path: string;
  notebook: Notebook;
}

/** A source that claims are quoted from. */
export interface SourceMaterial {
  key: string;
  title: string;
  publisher: string;
  date: string;
  url: string;
  note: string;
}

/** A text in Markdown. */
export interface DocumentMaterial {
  /** Relative to the root of the checkout: `docs/glossary.md`. */
  path: string;
  text: string;
}

/** What a document is called on every page. */
export interface FurtherLink {
  title: string;
  /** Of one of the documents. */
  path: string;
}
