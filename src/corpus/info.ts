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
  /** Raw files it was made from, sorted by path. */
  sources: SourceFile[];
}
