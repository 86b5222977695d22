/** Corpora that the project makes itself; any other is a folder. */
export const namedCorpora = ["twin", "public"] as const;

export type NamedCorpus = (typeof namedCorpora)[number];

export function isNamedCorpus(name: string): name is NamedCorpus {
  return (namedCorpora as readonly string[]).includes(name);
}

/** Folder of a named corpus, relative to the root of a run. */
export function corpusPath(name: string): string {
  return `data/corpora/${name}`;
}

/** The message for a corpus that is neither a known name nor a folder. */
export function unknownCorpus(name: string): string {
  return `unknown corpus: "${name}"; known: ${namedCorpora.join(", ")}, or a folder made by \`import\``;
}
