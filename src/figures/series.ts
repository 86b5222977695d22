import type { CorpusInfo } from "../corpus/info.js";
import type { Platform, PrincipalGroup } from "../corpus/schema.js";
import { colours, dashes, type Meaning, shapes } from "./theme.js";

const meanings: Record<string, Meaning> = {
  "Diplomats, Twitter": "diplomatTwitter",
  "Diplomats, Facebook": "diplomatFacebook",
  "State media, Twitter": "stateMediaTwitter",
  "State media, Facebook": "stateMediaFacebook",
  "Not listed, Twitter": "unlisted",
  "Not listed, Facebook": "unlisted",
};

const groupNames = { diplomat: "Diplomats", state_media: "State media", unlisted: "Not listed" } as const;
const platformNames = { twitter: "Twitter", facebook: "Facebook" } as const;

/** What a group on a platform is called in a figure: "State media, Twitter". */
export function seriesName(group: PrincipalGroup | "unlisted", platform: Platform): string {
  return `${groupNames[group]}, ${platformNames[platform]}`;
}

/** Colour, dash pattern and shape of the series drawn: each has the same ones in every figure. No legend. */
export function seriesScales(series: string[]) {
  const encoding = <Value>(values: Record<Meaning, Value>) => ({
    field: "series",
    type: "nominal",
    scale: { domain: series, range: series.map((name) => values[meanings[name] ?? "unlisted"]) },
    legend: null,
  });
  return { color: encoding(colours), strokeDash: encoding(dashes), shape: encoding(shapes) };
}

/** The series in the order in which every figure lists them. */
export function inOrder(series: Iterable<string>): string[] {
  const present = new Set(series);
  return Object.keys(meanings).filter((name) => present.has(name));
}

/** Stem of a figure's files; drawn from real data it lies beside the twin's under a name of its own. */
export function figureName(name: string, { basis }: Pick<CorpusInfo, "basis">): string {
  return basis === "real data" ? `${name}-real-data` : name;
}

/** Where the rows come from, for a figure's note; the twin needs no more than the words on its face. */
export function sourceNote({ basis, title }: Pick<CorpusInfo, "basis" | "title">): string {
  return basis === "synthetic twin" ? "" : `${title}. `;
}
