import type { Choices, Dimension } from "../findings/specifications/choices.js";

/** A line of markers under the curves: one option of one choice. */
export interface OptionLine {
  dimension: Dimension;
  option: NonNullable<Choices[Dimension]>;
  label: string;
  /** Place from above, in lines. */
  line: number;
}

/** The lines, the headings over the options of each choice, and how many lines there are in all. */
export interface OptionLines {
  options: OptionLine[];
  headings: { label: string; line: number }[];
  lines: number;
}

const headings: Record<Dimension, string> = {
  rule: "The network",
  window: "Together within",
  together: "What together means",
  rate: "False discoveries",
  chance: "Chance: all who acted",
  benchmark: "Counted beside it",
  ownReplies: "Own thread replies",
  weekStart: "Weeks from",
};

const labels: Record<string, string> = {
  detector: "detector",
  "candidates >25": "papers' rule, over 25",
  "candidates >50": "papers' rule, over 50",
  pairwise: "at most so far apart",
  strict: "less far apart",
  bins: "in the same bin",
  chained: "no longer gap between",
  "similar delay": "after a similar delay",
  "same post": "on the same post",
  retweeters: "who retweeted diplomats",
  regulars: "five actions or more",
  sunday: "Sunday",
  monday: "Monday",
};

/** Between choices, in lines. */
const gap = 0.45;

/** A line for every option that occurs. Numbers ascend. */
export function optionRows(all: readonly Choices[]): OptionLines {
  const found: OptionLines = { options: [], headings: [], lines: 0 };
  for (const dimension of Object.keys(headings) as Dimension[]) {
    const occurring = [...new Set(all.map((choices) => choices[dimension]))].filter((option) => option !== null);
    if (occurring.length === 0) continue;
    found.lines += found.lines > 0 ? gap : 0;
    found.headings.push({ label: headings[dimension], line: found.lines });
    for (const option of ordered(occurring)) {
      found.lines += 1;
      found.options.push({ dimension, option, label: labelOf(dimension, option), line: found.lines });
    }
    found.lines += 1;
  }
  return found;
}

function ordered(options: NonNullable<Choices[Dimension]>[]): NonNullable<Choices[Dimension]>[] {
  const place = (option: NonNullable<Choices[Dimension]>) => Object.keys(labels).indexOf(String(option));
  return options.sort((one, other) => {
    return typeof one === "number" && typeof other === "number" ? one - other : place(one) - place(other);
  });
}

function labelOf(dimension: Dimension, option: NonNullable<Choices[Dimension]>): string {
  if (dimension === "window") return `${option} s`;
  if (dimension === "rate") return `${Number((Number(option) * 100).toFixed(1))}%`;
  return labels[String(option)] ?? String(option);
}
