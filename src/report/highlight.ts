import highlighter from "highlight.js/lib/core";
import typescript from "highlight.js/lib/languages/typescript";

highlighter.registerLanguage("typescript", typescript);

/** TypeScript as HTML in which words carry classes for their colour; every character of the code is escaped. */
export function highlighted(code: string): string {
  return highlighter.highlight(code, { language: "typescript" }).value;
}
