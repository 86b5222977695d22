/** What a label says, whatever the language it is written in. */
export type LabelMeaning =
  | "government official"
  | "government organization"
  | "state-affiliated media"
  | "unrecognised";

interface KnownLabel {
  text: string;
  meaning: LabelMeaning;
  /** Language of the page it was scraped from, ISO 639-1. */
  language: string;
}

/** Label texts seen in scrapes. Platforms translate their labels to the language of the page that is asked for. */
const knownLabels: KnownLabel[] = [
  { text: "China government official", meaning: "government official", language: "en" },
  { text: "Funcionario gubernamental de China", meaning: "government official", language: "es" },
  { text: "China government organization", meaning: "government organization", language: "en" },
  { text: "Organisation du gouvernement - Chine", meaning: "government organization", language: "fr" },
  { text: "Regierungsorganisation aus China", meaning: "government organization", language: "de" },
  { text: "Cina - Organizzazione governativa", meaning: "government organization", language: "it" },
  { text: "Государственный орган (Китай)", meaning: "government organization", language: "ru" },
  { text: "China state-affiliated media", meaning: "state-affiliated media", language: "en" },
  { text: "Média affilié à un État - Chine", meaning: "state-affiliated media", language: "fr" },
];

/**
 * What a label text means. A text that is not known is still a label: it is counted, as unrecognised.
 *
 * @example
 * labelMeaning("Organisation du gouvernement - Chine"); // { meaning: "government organization", language: "fr" }
 */
export function labelMeaning(text: string): { meaning: LabelMeaning; language: string | null } {
  const known = knownLabels.find((label) => label.text === text.normalize("NFC").trim());
  return known ? { meaning: known.meaning, language: known.language } : { meaning: "unrecognised", language: null };
}
