/** Where the rows of a corpus come from; printed on every figure drawn from it. */
export type CorpusBasis = "synthetic twin" | "real data";

/** A raw file that a corpus was made from. */
export interface SourceFile {
  /** Path inside the folder of raw data. */
  path: string;
  sha256: string;
}

/** The file of a corpus folder that holds what the corpus says of itself. */
export const infoFile = "corpus.json";

/** What a corpus says of itself. */
export interface CorpusInfo {
  name: string;
  title: string;
  description: string;
  basis: CorpusBasis;
  /** What the list of principals is called in a sentence: "July 2021 handles". */
  listName: string;
  /** Seed of the generator, for the twin. */
  seed?: number;
  /** Whether it is a twin by other settings than those that match the published numbers: it may say anything of them. */
  varied?: boolean;
  /** Name of the study that it was imported for, if that is another than the published one, whose claims are about other accounts. */
  study?: string;
  /** Raw files it was made from, sorted by path. */
  sources: SourceFile[];
}
