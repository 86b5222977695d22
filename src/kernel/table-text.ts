import { remainder, type Table } from "./table.js";

/** A table as plain text, in columns of one width: for front ends without HTML, and outside notebooks. */
export function tableText(table: Table): string {
  const { caption, columns, rows } = table;
  const header = columns.map((column) => column.header);
  const widths = columns.map((_, index) => Math.max(...[header, ...rows].map((row) => widthOf(row[index] ?? ""))));
  const line = (texts: readonly string[]) =>
    texts
      .map((text, index) => {
        const gap = " ".repeat((widths[index] ?? 0) - widthOf(text));
        return columns[index]?.isNumeric ? gap + text : text + gap;
      })
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  const body = columns.length === 0 ? [] : [line(header), rule, ...rows.map(line)];
  return [caption, ...body, remainder(table)].filter((text) => text !== "").join("\n");
}

/** Characters, not the halves of them that JavaScript counts. */
function widthOf(text: string): number {
  return [...text].length;
}
