/** A function's code as it stands in its file, with what is said above it. */
export interface CodeExcerpt {
  file: string;
  /** Line of the file on which the excerpt begins, from 1. */
  from: number;
  /** Line of the function itself. */
  line: number;
  text: string;
}

/**
 * The function that begins on a line, from its comment to its closing brace, which stands at the beginning of a line as formatted code
 * has it. The line alone where it is no such function.
 *
 * @param place `src/findings/labelling-rates.ts#82`
 * @param source text of that file
 */
export function codeExcerpt(place: string, source: string): CodeExcerpt {
  const [file = "", number = "1"] = place.split("#");
  const lines = source.split("\n");
  const line = Number(number);
  const end = lines.findIndex((text, at) => at >= line - 1 && text === "}");
  const last = end === -1 ? line : end + 1;
  const from = commentAbove(lines, line);
  return { file, from, line, text: lines.slice(from - 1, last).join("\n") };
}

function commentAbove(lines: string[], line: number): number {
  if (lines[line - 2]?.trim() !== "*/") return line;
  for (let at = line - 2; at >= 0; at -= 1) if (lines[at]?.startsWith("/**")) return at + 1;
  return line;
}
