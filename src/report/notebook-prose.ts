import type { Notebook } from "../kernel/nbformat.js";

/** The parts of a notebook's text that a page shows on their own, as Markdown; empty where it has none. */
export interface NotebookProse {
  /** First heading. */
  title: string;
  /** What stands below it: the question, and what the papers say. */
  question: string;
  method: string;
  limits: string;
}

const limitsBegin = "**What this does not show";

/** Finds them by the words with which every notebook begins them. */
export function notebookProse({ cells }: Notebook): NotebookProse {
  const texts = cells.filter(({ cell_type }) => cell_type === "markdown").map(({ source }) => source);
  const [first = ""] = texts;
  const title = /^# (.+)$/m.exec(first)?.[1] ?? "";
  const limited = texts.find((text) => text.includes(limitsBegin)) ?? "";
  return {
    title: title.replaceAll(/[*`]/g, ""),
    question: first.replace(/^# .+$/m, "").trim(),
    method: texts.filter((text) => /^\*\*(Method|The method)/.test(text)).join("\n\n"),
    limits: limited.slice(limited.indexOf(limitsBegin)),
  };
}
