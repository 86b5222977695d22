import { remainder, type Table } from "./table.js";

/**
 * A table as HTML: styled in place, because front ends remove style sheets; numbers on the right in figures of one width; a line a row,
 * so that differences between two notebooks can be read. The class keeps MathJax from taking dollar signs for formulas.
 */
export function tableHtml(table: Table): string {
  const { caption, columns, rows } = table;
  const note = remainder(table);
  const cells = (tag: string, texts: readonly string[], attributes = "") =>
    texts
      .map((text, index) => {
        const align = columns[index]?.isNumeric ? "right" : "left";
        return `<${tag}${attributes} style="text-align: ${align}">${escapeHtml(text)}</${tag}>`;
      })
      .join("");
  return [
    '<table class="tex2jax_ignore" style="font-variant-numeric: tabular-nums">',
    ...(caption === "" ? [] : [`<caption style="text-align: left">${escapeHtml(caption)}</caption>`]),
    `<thead><tr>${cells(
      "th",
      columns.map(({ header }) => header),
      ' scope="col"',
    )}</tr></thead>`,
    "<tbody>",
    ...rows.map((row) => `<tr>${cells("td", row)}</tr>`),
    "</tbody>",
    ...(note === "" ? [] : [`<tfoot><tr><td colspan="${Math.max(1, columns.length)}">${note}</td></tr></tfoot>`]),
    "</table>",
    "",
  ].join("\n");
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
